"""A dialog where something has to be decided: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.gui.kit.basics import button, label, scrolled
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, HEADING, SEMIBOLD, Look
from cap_desktop.i18n import _
from cap_desktop.notices.notice import Notice

WIDTH = 600
BADGE = 48
ICON = 26
DETAILS_HEIGHT = 110
AROUND = 80
DIMMED = 110
"""How dark the page behind gets, out of 255."""


@dataclass(frozen=True, slots=True)
class DecisionAct:
    """One thing that can be done: a verb and its object."""

    id: str
    text: str


class Decision(QDialog):
    """Asks for one of a few acts; ``chosen`` is its id once the dialog is closed.

    The last act is the most helpful one: it has the focus. Escape, and closing the dialog,
    choose the first, which changes nothing.
    """

    def __init__(
        self,
        look: Look,
        told: Notice,
        acts: Sequence[DecisionAct],
        details: str = "",
        parent: QWidget | None = None,
        icon: str = "triangle-alert",
        dismissed: str = "",
    ) -> None:
        """`dismissed` is what closing the dialog means, where it is not the first act."""
        super().__init__(parent)
        self.look = look
        self.chosen = dismissed or acts[0].id
        self.buttons: dict[str, QPushButton] = {}
        self.setWindowTitle(told.title)
        self._behind = parent.window() if parent else QApplication.activeWindow()
        self._veil: QWidget | None = None
        self.setWindowModality(
            Qt.WindowModality.WindowModal if parent else Qt.WindowModality.ApplicationModal
        )
        self.setAccessibleName(told.title)
        said = (told.found, told.why, told.safe, told.advice)
        self.setAccessibleDescription(" ".join(part for part in said if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._said, self._bar = self._body(told, details, icon), self._foot(acts)
        self._said.installEventFilter(self)
        area = scrolled(self._said)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(area, 1)
        column.addWidget(self._bar)
        self.setFixedWidth(self._room())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._best.setFocus()
        if self._behind is not None and self._behind is not self and self._veil is None:
            self._veil = Veil(self._behind)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._said and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def _choose(self, act: str) -> None:
        self.chosen = act
        self.accept()

    def _room(self) -> int:
        """As wide as planned, never wider than the screen."""
        wanted = self.look.px(WIDTH)
        screen = QGuiApplication.primaryScreen()
        return min(wanted, screen.availableGeometry().width() - AROUND)

    def _fit(self) -> None:
        """Take the height that the texts need at this width; past the screen, they scroll."""
        needed = self._said.heightForWidth(self.width()) + self._bar.sizeHint().height()
        screen = self.screen().availableGeometry()
        self.setFixedHeight(min(needed, screen.height() - AROUND))
        frame = self.frameGeometry()
        if frame.bottom() > screen.bottom():
            self.move(self.x(), max(self.y() - frame.bottom() + screen.bottom(), screen.top()))

    # --- Building ---------------------------------------------------------------------

    def _body(self, told: Notice, details: str, icon: str) -> QFrame:
        look, px = self.look, self.look.px
        frame = QFrame()
        frame.setProperty("box", "plain")
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(32), px(28), px(32), px(24))
        row.setSpacing(px(20))
        row.addWidget(_badge(look, icon), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(10))
        words.addWidget(label(look, told.title, HEADING, BOLD))
        for part in (told.found, told.why):
            if part:
                words.addWidget(label(look, part, BODY))
        if told.safe:
            safe = QHBoxLayout()
            safe.setSpacing(px(8))
            check = IconLabel(look, "check", "success")
            safe.addWidget(check, alignment=Qt.AlignmentFlag.AlignTop)
            safe.addWidget(label(look, told.safe, BODY, SEMIBOLD, "success"), 1)
            words.addLayout(safe)
        if told.advice:
            words.addWidget(label(look, told.advice, BODY, tone="secondary"))
        if details:
            self._add_details(words, details)
        row.addLayout(words, 1)
        return frame

    def _add_details(self, words: QVBoxLayout, details: str) -> None:
        look, px = self.look, self.look.px
        self.fold = button(look, _("Détails pour l’assistance"), "row", "chevron-right")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        words.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignLeft)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(_("Détails pour l’assistance"))
        self.details.setFixedHeight(px(DETAILS_HEIGHT))
        self.copy = button(look, _("Copier les détails"))
        self.copy.clicked.connect(self._copy)
        for hidden in (self.details, self.copy):
            hidden.hide()
        words.addWidget(self.details)
        words.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignLeft)

    def _unfold(self, is_open: bool) -> None:
        name = "chevron-down" if is_open else "chevron-right"
        side = self.look.px(20)
        ratio = self.devicePixelRatioF()
        self.fold.setIcon(icons.icon(name, self.look.colour("text"), side, ratio))
        self.details.setVisible(is_open)
        self.copy.setVisible(is_open)
        self._fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(_("Détails copiés"))

    def _foot(self, acts: Sequence[DecisionAct]) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("box", "acts")
        made = [(act, button(look, act.text, "main" if act is acts[-1] else "")) for act in acts]
        needed = sum(item.sizeHint().width() + px(12) for _act, item in made) + 2 * px(32)
        is_row = needed <= self._room()
        line = QHBoxLayout(bar) if is_row else QVBoxLayout(bar)
        line.setContentsMargins(px(32), px(16), px(32), px(16))
        line.setSpacing(px(12))
        if is_row:
            line.addStretch(1)
        for act, item in made:
            item.clicked.connect(lambda _checked=False, act=act.id: self._choose(act))
            line.addWidget(item)
            self.buttons[act.id] = item
        self._best = self.buttons[acts[-1].id]
        self._best.setDefault(True)
        return bar


class Veil(QWidget):
    """Dims a window while something has to be decided over it."""

    def __init__(self, behind: QWidget) -> None:
        super().__init__(behind)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cover()
        behind.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        behind = self.parentWidget()
        if behind is not None:
            self.setGeometry(behind.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, DIMMED))
        painter.end()


def _badge(look: Look, icon: str) -> QFrame:
    square = QFrame()
    square.setProperty("box", "warning")
    side = look.px(BADGE)
    square.setFixedSize(QSize(side, side))
    inside = QVBoxLayout(square)
    inside.setContentsMargins(0, 0, 0, 0)
    drawing = IconLabel(look, icon, "warning", ICON)
    inside.addWidget(drawing, alignment=Qt.AlignmentFlag.AlignCenter)
    return square
