"""The steps of a journey: those done, the one now, those to come; never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _

BADGE = 32


class StepList(QWidget):
    """Shows each step with its (title, line)."""

    def __init__(
        self, look: Look, steps: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._steps = steps
        self._badges: list[_Badge] = []
        self._titles: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(20))
        for rank, (title, line) in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(look.px(16))
            badge = _Badge(look, rank)
            words = QVBoxLayout()
            words.setSpacing(0)
            name = label(look, title, BODY, SEMIBOLD)
            words.addWidget(name)
            words.addWidget(label(look, line, SMALL, tone="secondary"))
            row.addWidget(badge, alignment=Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            column.addLayout(row)
            self._badges.append(badge)
            self._titles.append(name)

    def show_step(self, now: int) -> None:
        """Mark the steps before `now`, counted from 0, as done."""
        for rank, (badge, name) in enumerate(zip(self._badges, self._titles, strict=True)):
            badge.show_state(is_done=rank < now, is_now=rank == now)
            name.setFont(self._look.font(BODY, BOLD if rank == now else SEMIBOLD))
            state = _("fait") if rank < now else _("en cours") if rank == now else _("à venir")
            name.setAccessibleName(f"{rank + 1}. {self._steps[rank][0]}, {state}")


class _Badge(QWidget):
    """A number in a circle, a check mark once the step is done."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._is_done = self._is_now = False
        side = look.px(BADGE)
        self.setFixedSize(QSize(side, side))

    def show_state(self, *, is_done: bool, is_now: bool) -> None:
        self._is_done, self._is_now = is_done, is_now
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_full = self._is_done or self._is_now
        painter.setPen(
            QPen(look.colour("accent" if is_full else "control_border"), look.thick(1.5))
        )
        painter.setBrush(look.colour("accent" if is_full else "surface"))
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(circle)
        if self._is_done:
            inset = self.width() * 0.24
            place = circle.adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, "check", place, look.colour("on_accent"))
        else:
            painter.setPen(look.colour("on_accent" if is_full else "text_secondary"))
            painter.setFont(look.font(BODY, BOLD))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
