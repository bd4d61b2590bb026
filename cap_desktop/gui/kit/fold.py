"""A title that opens on its text, with how many things it holds."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cap_desktop.gui.kit.accessible_roles import tell_as
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.painted_control import PaintedControl
from cap_desktop.gui.kit.prose import Prose
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import CAPTION, CARD, SEMIBOLD, Look
from cap_desktop.i18n import _

ROW = 40
ICON = 20


class FoldTitle(PaintedControl, QToolButton):
    """The title itself: icon, words, count, and a chevron that says whether it is open."""

    ground_inset = 0
    ring_inset = 2

    def __init__(self, look: Look, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._icon = look, icon
        self.count = 0
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(ROW))
        tell_as(FoldTitle, "fold")
        self.toggled.connect(self._say)

    def _say(self, is_open: bool) -> None:
        # By the module: making these classes takes time that a start does not have.
        accessible = QtGui.QAccessible
        if accessible.isActive():
            changed = accessible.State()
            changed.expanded = changed.collapsed = True
            accessible.updateAccessibility(QtGui.QAccessibleStateChangeEvent(self, changed))
        if self.hasFocus():
            # Said without its title: a fold that the page opens by itself would not be known.
            announce(self, _("déplié") if is_open else _("replié"))

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(ROW))

    def draw(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        whole = QRectF(self.rect())
        side, middle = px(ICON), whole.center().y()
        secondary = look.colour("text_secondary")
        icons.paint(painter, self._icon, QRectF(px(6), middle - side / 2, side, side), secondary)
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(CARD, SEMIBOLD))
        painter.drawText(
            whole.adjusted(px(34), 0, -px(60), 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        right = whole.right() - px(6)
        icons.paint(
            painter, chevron, QRectF(right - side, middle - side / 2, side, side), secondary
        )
        if self.count:
            self._draw_count(painter, right - side - px(8), middle)

    def _draw_count(self, painter: QPainter, right: float, middle: float) -> None:
        look, px = self.look, self.look.px
        font = look.font(CAPTION, SEMIBOLD)
        width = QFontMetricsF(font).horizontalAdvance(str(self.count)) + px(16)
        tag = QRectF(right - width, middle - px(13), width, px(26))
        painter.setPen(look.ground_pen())
        painter.setBrush(look.colour("subtle"))
        painter.drawRoundedRect(tag, px(6), px(6))
        painter.setPen(look.colour("text_secondary"))
        painter.setFont(font)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, str(self.count))


class Fold(QWidget):
    """A title and its text; without a text it is not there."""

    opened = Signal(bool)

    def __init__(self, look: Look, icon: str, title: str, *, is_open: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title = FoldTitle(look, icon, title)
        self.words = Prose(look)
        self.words.setContentsMargins(look.px(6), 0, 0, look.px(8))
        column.addWidget(self.title)
        column.addWidget(self.words)
        self.words.setVisible(is_open)
        self.title.setChecked(is_open)
        self._whole = ""
        self.title.toggled.connect(self._show_words)

    def _show_words(self, is_open: bool) -> None:
        # What is folded is not laid out: there are six folds beside every question.
        if is_open:
            self.words.setText(self._whole)
        self.words.setVisible(is_open)
        self._describe()

    def _describe(self) -> None:
        self.title.setAccessibleDescription(self._whole if self.title.isChecked() else "")

    def show_texts(self, texts: tuple[str, ...], *, counted: bool = False) -> None:
        """Show texts one under the other; a count is said where there may be several."""
        whole = "\n\n".join(texts)
        if self.title.isChecked():
            self.words.setText(whole)
        # What opens under it is said by the title: nothing leads a reader there.
        self._whole = whole
        self._describe()
        self.title.count = len(texts) if counted else 0
        if counted:
            name = _("{title}, {count}", title=self.title.text(), count=len(texts))
            self.title.setAccessibleName(name)
        self.title.update()
        self.setVisible(bool(texts))
