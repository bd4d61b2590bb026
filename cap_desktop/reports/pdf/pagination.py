"""Boxes laid out on pages, one under another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cap_desktop.reports.pdf.boxes import SLACK, Box

LOOK_AHEAD = 4
"""How many boxes a title can be followed by before what it announces."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and its distance from the top of the frame."""

    box: Box
    y: float


def flow(
    boxes: Iterable[Box], height: float, check: Callable[[], None] = lambda: None
) -> list[list[Placed]]:
    """Fill pages of this height; ``check`` is called before each box, and may raise."""
    waiting = deque(boxes)
    pages: list[list[Placed]] = [[]]
    y, white = 0.0, 0.0
    while waiting:
        check()
        box = waiting.popleft()
        is_page = not pages[-1]
        top = y + (0.0 if is_page else max(white, box.before))
        room = height - top
        if box.height <= room + SLACK:
            if is_page or not box.keeps_next or _needed(box, waiting) <= room + SLACK:
                pages[-1].append(Placed(box, top))
                y, white = top + box.height, box.after
                continue
        else:
            parts = box.cut(room, is_page=is_page)
            if parts is not None:
                pages[-1].append(Placed(parts[0], top))
                waiting.appendleft(parts[1])
            elif is_page:
                # Nothing makes it smaller: it is better cut by the paper than lost.
                pages[-1].append(Placed(box, top))
            else:
                waiting.appendleft(box)
            pages.append([])
            y, white = 0.0, 0.0
            continue
        waiting.appendleft(box)
        pages.append([])
        y, white = 0.0, 0.0
    if not pages[-1]:
        pages.pop()
    return pages


def _needed(box: Box, following: deque[Box]) -> float:
    """The room for a title and the beginning of what it announces."""
    needed, white = box.height, box.after
    for rank in range(min(LOOK_AHEAD, len(following))):
        after = following[rank]
        needed += max(white, after.before)
        if not after.keeps_next:
            return needed + after.start
        needed, white = needed + after.height, after.after
    return needed
