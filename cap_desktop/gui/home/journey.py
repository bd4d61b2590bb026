"""The journey of a year as numbered steps: done, current, to come."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, SEMIBOLD, SMALL, Look
from cap_desktop.gui.session.values import Value
from cap_desktop.i18n import _

CIRCLE = 36


StepState = Literal["done", "current", "later"]
"""How far a step is."""


class JourneyStep(Value):
    """One step: what is done in it, and how far it is in a few words."""

    title: str
    note: str
    state: StepState


class StepMark(QWidget):
    """The number of a step in a circle, or a check once it is done."""

    def __init__(
        self, look: Look, number: int, state: StepState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._number, self._state = look, number, state
        self.setFixedSize(QSize(look.px(CIRCLE), look.px(CIRCLE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        is_later = self._state == "later"
        painter.setPen(
            QPen(look.colour("control_border" if is_later else "accent"), look.thick(1.5))
        )
        painter.setBrush(look.colour("surface" if is_later else "accent"))
        painter.drawEllipse(circle)
        ink = look.colour("text_secondary" if is_later else "on_accent")
        if self._state == "done":
            inset = look.px(9)
            icons.paint(painter, "check", circle.adjusted(inset, inset, -inset, -inset), ink)
        else:
            painter.setPen(ink)
            painter.setFont(look.font(BODY, BOLD))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


def journey_row(look: Look, steps: list[JourneyStep]) -> QHBoxLayout:
    """The steps side by side."""
    px = look.px
    row = QHBoxLayout()
    row.setSpacing(px(10))
    for number, step in enumerate(steps, start=1):
        if number > 1:
            row.addWidget(IconLabel(look, "chevron-right", size=18))
            row.addSpacing(px(6))
        row.addWidget(StepMark(look, number, step.state))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = label(look, step.title, BODY, SEMIBOLD)
        title.setWordWrap(False)
        title.setAccessibleName(
            _("Étape {number} : {title}, {note}", number=number, title=step.title, note=step.note)
        )
        note = label(look, step.note, SMALL, tone="secondary")
        note.setWordWrap(False)
        words.addWidget(title)
        words.addWidget(note)
        # As wide as each other: the chevrons stand as far from one another.
        row.addLayout(words, 1)
    return row


def journey_column(look: Look, steps: list[JourneyStep]) -> QVBoxLayout:
    """The steps one under the other, where there is no room for a row."""
    column = QVBoxLayout()
    column.setSpacing(look.px(12))
    for number, step in enumerate(steps, start=1):
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(StepMark(look, number, step.state))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, step.title, BODY, SEMIBOLD))
        words.addWidget(label(look, step.note, SMALL, tone="secondary"))
        row.addLayout(words, 1)
        column.addLayout(row)
    return column
