"""Headings: a short rule above those of level 1, a bookmark, a badge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cap_desktop.reports.document import Heading, Run
from cap_desktop.reports.pdf.boxes import Box, Spaced
from cap_desktop.reports.pdf.drawings import BadgeBox, draw_badge
from cap_desktop.reports.pdf.painter import Painter
from cap_desktop.reports.pdf.printable import Printable
from cap_desktop.reports.pdf.styles import (
    BADGE_GAP,
    GREAT_BADGE,
    HEADINGS,
    RULE_GAP,
    RULE_HEIGHT,
    RULE_WIDTH,
    SMALL,
)
from cap_desktop.reports.pdf.tag_tree import Element, StructureRole
from cap_desktop.reports.pdf.text_box import TextBox
from cap_desktop.reports.pdf.writing import Writer, align

ROLES: tuple[StructureRole, ...] = ("H1", "H2", "H3", "H4")
ASIDE = 132.0
"""The most width of the words beside a great badge."""
ASIDE_GAP = 12.0


@dataclass
class HeadingBox(Spaced):
    """A heading with all that stands around it."""

    text: TextBox
    anchor: str
    title: Printable
    bookmark_level: int | None
    has_rule: bool
    width: float
    badge: BadgeBox | None = None
    aside: TextBox | None = None

    @property
    def _top(self) -> float:
        return RULE_HEIGHT + RULE_GAP if self.has_rule else 0.0

    @property
    def height(self) -> float:
        """The rule, the words, and the badge where it is higher."""
        beside = 0.0 if self.badge is None else self.badge.height
        aside = 0.0 if self.aside is None else self.aside.height
        return self._top + max(self.text.height, beside, aside)

    @property
    def start(self) -> float:
        """All of it."""
        return self.height

    def cut(self, room: float, *, is_page: bool) -> tuple[Box, Box] | None:
        """Only where it is longer than a page."""
        parts = self.text.cut(room - self._top, is_page=True) if is_page else None
        if parts is None or not isinstance(parts[0], TextBox):
            return None
        return replace(self, text=parts[0]), parts[1]

    def anchors(self) -> tuple[str, ...]:
        """Its own."""
        return (self.anchor,)

    def draw(self, painter: Painter, x: float, y: float) -> None:
        """Name the place, then the rule, the words and the badge."""
        if self.bookmark_level is None:
            painter.anchor(self.anchor, y)
        else:
            painter.bookmark(self.anchor, y, self.title, self.bookmark_level)
        if self.has_rule:
            with painter.artifact():
                painter.box(x, y, RULE_WIDTH, RULE_HEIGHT, fill="accent")
        y += self._top
        if self.aside is not None and self.badge is not None:
            self._draw_great(painter, x, y, self.badge, self.aside)
        elif self.badge is not None:
            self.text.draw(painter, x + self.badge.width + BADGE_GAP, y)
            self.badge.draw(painter, x, y + (self.text.style.leading - self.badge.size) / 2)
        else:
            self.text.draw(painter, x, y)

    def _draw_great(
        self, painter: Painter, x: float, y: float, badge: BadgeBox, aside: TextBox
    ) -> None:
        self.text.draw(painter, x, y)
        left = x + self.width - badge.width
        aside.draw(
            painter, left - ASIDE_GAP - aside.width, y + max(badge.size - aside.height, 0.0) / 2
        )
        # Its words are beside it.
        with painter.artifact():
            draw_badge(painter, left, y, badge)


def heading_box(heading: Heading, writer: Writer, parent: Element, width: float) -> HeadingBox:
    """A heading of any level; the first two levels are bookmarks."""
    level = heading.level
    style = HEADINGS[level]
    element = parent.add(ROLES[writer.heading_level(level) - 1])
    slot, room = element, width
    badge: BadgeBox | None = None
    aside: TextBox | None = None
    if heading.badge is not None and level == 1:
        said = (Run(heading.badge.words),)
        badge = writer.badge(heading.badge, Element("Span"), GREAT_BADGE)
        aside = writer.text(said, align(SMALL, "end"), parent.add("P"), ASIDE)
        aside.width = max(line.width for line in aside.lines)
        room = width - badge.width - 2 * ASIDE_GAP - aside.width
    elif heading.badge is not None:
        slot = element.add("")
        badge = writer.badge(heading.badge, element)
        room = width - badge.width - BADGE_GAP
    return HeadingBox(
        writer.text((Run(heading.text),), style, slot, room),
        writer.anchor(heading.anchor),
        writer.line(heading.text),
        level - 1 if level <= 2 else None,
        level == 1,
        width,
        badge,
        aside,
        before=style.before,
        after=style.after,
        keeps_next=True,
    )
