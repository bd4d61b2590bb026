"""A closed list with the program's own chevron, which the wheel leaves as it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from cap_desktop.gui.kit.accessible_roles import tell_as
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, Look

SIDE = 18


class ChevronBox(QComboBox):
    """Its name is for a screen reader."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        tell_as(ChevronBox, "choice")
        self.currentTextChanged.connect(self._say)
        # Not « WheelFocus »: a page that scrolls takes the focus to nothing on its way.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _say(self, chosen: str) -> None:
        # A reader hears by itself what is passed in the open list, and the box keeps its name.
        if self.hasFocus() and not self.view().isVisible():
            announce(self, chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls; a choice does not change under the mouse that passes.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(SIDE)
        left = self.width() - side - self._look.px(8)
        painter = QPainter(self)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, "chevron-down", place, self._look.colour("text_secondary"))
        painter.end()
