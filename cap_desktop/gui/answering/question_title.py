"""The words of a question, where one arrives: it takes the keyboard, and shows that it has it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.answer_field import EDGE
from cap_desktop.gui.kit.basics import Title
from cap_desktop.gui.look.look import BOLD, CONTROL_RADIUS, FOCUS_WIDTH, QUESTION, Look

HALF = FOCUS_WIDTH / 2


class QuestionTitle(Title):
    """A heading with the ring of focus around it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(look.font(QUESTION, BOLD))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContentsMargins(EDGE, FOCUS_WIDTH, EDGE, FOCUS_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("focus"), FOCUS_WIDTH))
            around = QRectF(self.rect()).adjusted(HALF, HALF, -HALF, -HALF)
            painter.drawRoundedRect(around, CONTROL_RADIUS, CONTROL_RADIUS)
            painter.end()
