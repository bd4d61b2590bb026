"""Controls that draw themselves whole: what a style sheet cannot say of a button."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from cap_desktop.gui.look.look import FOCUS_WIDTH, Look

HALF = FOCUS_WIDTH / 2
"""How far inside its widget a focus ring is drawn whole."""

# It stands before the button of Qt among the bases, and is none by itself.
if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object


class PaintedControl(Button):
    """Draws the ground under the mouse and the focus ring; subclasses draw what is inside.

    A class names it before the button of Qt that it is, and sets ``look`` as it is made.
    """

    look: Look
    ground: ClassVar[str] = "subtle"
    """The colour of the ground under the mouse."""
    ground_inset: ClassVar[float] = HALF
    ring_inset: ClassVar[float] = HALF
    radius: ClassVar[int] = 8

    def hitButton(self, place: QPoint) -> bool:
        # Qt would take the click on what it draws itself alone.
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_ground(painter)
        self.draw(painter)
        painter.end()

    def draw_ground(self, painter: QPainter) -> None:
        """Draw what is under all the rest."""
        radius = self.look.px(self.radius)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour(self.ground))
            painter.drawRoundedRect(self.inside(self.ground_inset), radius, radius)
        self.draw_ring(painter, self.ring_inset, radius)

    def draw_ring(self, painter: QPainter, inset: float, radius: float) -> None:
        """Draw the focus ring of a control that has the keyboard."""
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.inside(inset), radius, radius)

    def inside(self, inset: float) -> QRectF:
        """The control without a margin all around."""
        return QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)

    def draw(self, painter: QPainter) -> None:
        """Draw what the control shows."""
        raise NotImplementedError


class WrappingControl(PaintedControl):
    """As high as its words need at its width, which `heightForWidth` of a subclass tells."""

    usual: ClassVar[int]
    """The width that it likes to have, at a text size of 100 %."""
    least: ClassVar[tuple[int, int]]
    """The width and the height that it keeps, at a text size of 100 %."""

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self.look.px(self.usual)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width, height = self.least
        return QSize(self.look.px(width), self.look.px(height))
