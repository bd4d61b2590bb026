"""Turns words and badges of a report into boxes, each with its place in the structure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from cap_desktop.reports.document import Align, Badge, Run
from cap_desktop.reports.pdf.drawings import BadgeBox
from cap_desktop.reports.pdf.lines import Span
from cap_desktop.reports.pdf.printable import Door, Printable
from cap_desktop.reports.pdf.styles import BADGE, TONES, TextStyle, Typeface
from cap_desktop.reports.pdf.tag_tree import Element
from cap_desktop.reports.pdf.text_box import TextBox

PAGE_NUMBER = "00"
"""The room that is kept for the number of a page."""


class Writer:
    """Writes for one report: its door, the anchors it has, its last heading.

    ``check`` is called now and then, and raises when a person wants to stop.
    """

    def __init__(self, door: Door, anchors: Iterable[str], check: Callable[[], None]) -> None:
        self.door = door
        self.check = check
        self._anchors = frozenset(anchors)
        self._taken: set[str] = set()
        self._level = 0

    def line(self, words: str) -> Printable:
        """Words on one line, to be read and not drawn."""
        return self.door.line(words)

    def text(
        self,
        runs: tuple[Run, ...],
        style: TextStyle,
        slot: Element,
        width: float,
        *,
        keeps: bool = False,
    ) -> TextBox:
        """A paragraph; ``keeps`` holds what follows on its page."""
        self.check()
        spans = tuple(self._spans(runs, style, slot))
        return TextBox(
            spans, style, width, before=style.before, after=style.after, keeps_next=keeps
        )

    def badge(self, badge: Badge, parent: Element, size: float = BADGE) -> BadgeBox:
        """A badge that is read by its words."""
        element = parent.add("Span")
        element.replacement = self.line(badge.words)
        rank = min(max(badge.rank, 0), 4)
        return BadgeBox(self.line(badge.mark), rank, element, size=size, is_ring=badge.is_ring)

    def heading_level(self, level: int) -> int:
        """The level as it is told: none is jumped over on the way down."""
        self._level = min(level, self._level + 1)
        return self._level

    def anchor(self, asked: str) -> str:
        """The anchor that is asked for, or another one that nothing else bears."""
        name = asked if asked and asked not in self._taken else f"_{len(self._taken)}"
        self._taken.add(name)
        return name

    def _spans(self, runs: tuple[Run, ...], style: TextStyle, slot: Element) -> Iterable[Span]:
        has_links = any(run.target in self._anchors for run in runs if run.target)
        for target, group in groupby(runs, key=lambda run: run.target):
            leads = target if target in self._anchors else ""
            place = slot
            if has_links:
                place = slot.add("Link" if leads else "")
            for run in group:
                yield self._span(run, style, place, leads)

    def _span(self, run: Run, style: TextStyle, slot: Element, target: str) -> Span:
        face: Typeface = style.face
        if run.weight == "bold" and face == "regular":
            face = "semibold"
        ink = style.colour if run.tone == "text" else TONES[run.tone]
        if target and run.tone == "text":
            ink = "accent"
        is_number = bool(target) and not run.text
        words = self.door.printable(PAGE_NUMBER if is_number else run.text)
        return Span(words, style.size, face, ink, slot, target, is_number)


def align(style: TextStyle, side: Align) -> TextStyle:
    """The same style, standing at another side."""
    return style if side == style.align else replace(style, align=side)
