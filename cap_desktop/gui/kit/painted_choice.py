"""A choice that measures and draws itself whole, whichever button of Qt it is."""

from __future__ import annotations

from abc import ABC, abstractmethod

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QRadioButton

from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import FOCUS_OFFSET, FOCUS_WIDTH, Look

MARK = 22
RADIUS = 10
INSET = FOCUS_WIDTH + FOCUS_OFFSET


class Face(ABC):
    """What a choice looks like, and the room that it takes."""

    def __init__(self, look: Look) -> None:
        self.look = look

    @abstractmethod
    def hint(self) -> QSize:
        """The size that it likes to have."""

    @abstractmethod
    def least(self) -> QSize:
        """The size under which its words would be cut."""

    @abstractmethod
    def height(self, width: int) -> int:
        """How high it is at a width."""

    @abstractmethod
    def draw(self, painter: QPainter, choice: QAbstractButton) -> None:
        """Draw what stands inside the frame."""

    def paint(self, choice: QAbstractButton) -> None:
        """Draw the choice as it is now."""
        painter = QPainter(choice)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter, choice)
        self.draw(painter, choice)
        painter.end()

    def draw_mark(self, painter: QPainter, choice: QAbstractButton, left: float) -> None:
        """A round mark with a dot, or a square one with a check, halfway up."""
        look, side = self.look, self.look.px(MARK)
        place = QRectF(left, (choice.height() - side) / 2, side, side)
        chosen, is_round = choice.isChecked(), isinstance(choice, QRadioButton)
        painter.setPen(QPen(look.colour("accent" if chosen else "control_border"), 2))
        painter.setBrush(look.colour("accent" if chosen else "surface"))
        if is_round:
            painter.drawEllipse(place)
        else:
            painter.drawRoundedRect(place, look.px(5), look.px(5))
        if not chosen:
            return
        if is_round:
            painter.setBrush(look.colour("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(place.center(), side / 6, side / 6)
        else:
            icons.paint(painter, "check", place.adjusted(3, 3, -3, -3), look.colour("on_accent"))

    def _draw_frame(self, painter: QPainter, choice: QAbstractButton) -> None:
        look, radius = self.look, self.look.px(RADIUS)
        chosen, usable = choice.isChecked(), choice.isEnabled()
        edge = "accent" if chosen else "control_border" if usable else "line"
        pen = look.outline(edge, 3 if chosen else 1, is_usable=usable)
        half = INSET + pen.widthF() / 2
        painter.setPen(pen)
        is_quiet = choice.underMouse() or not usable
        ground = "accent_soft" if chosen else "subtle" if is_quiet else "surface"
        painter.setBrush(look.colour(ground))
        whole = QRectF(choice.rect())
        painter.drawRoundedRect(whole.adjusted(half, half, -half, -half), radius, radius)
        if choice.hasFocus():
            painter.setPen(QPen(look.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = whole.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, radius + 3, radius + 3)


class Faced:
    """Stands before a button of Qt among the bases: what Qt asks the button, its face answers."""

    face: Face

    def hitButton(self, place: QPoint) -> bool:
        # Qt would take the click on the mark and the words alone.
        return self._button.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        return self.face.hint()

    def minimumSizeHint(self) -> QSize:
        return self.face.least()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint(self._button)

    @property
    def _button(self) -> QAbstractButton:
        assert isinstance(self, QAbstractButton)
        return self
