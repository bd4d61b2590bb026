"""What was just done, and what can be done about it: in the layout, over nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from cap_desktop.gui.kit.accessible_roles import tell_role
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.look.look import BODY, MARGIN, Look
from cap_desktop.i18n import _

SHOWN_MS = 10_000
MOST_ACTS = 2

Act = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class Toast(QFrame):
    """It goes after ten seconds, unless the mouse or the keyboard is on it.

    Its label is its own, so that a reader that knows no announcement hears its name change. The
    focus goes back where it was before the strip.
    """

    left = Signal()
    """It goes with the focus, and what had it before is there no more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(MARGIN), look.px(6), look.px(MARGIN), look.px(6))
        row.setSpacing(look.px(8))
        self.words = label(look, "", BODY)
        row.addWidget(self.words, 1)
        self._acts = [button(look, "", "quiet") for _rank in range(MOST_ACTS)]
        for rank, made in enumerate(self._acts):
            made.clicked.connect(lambda _checked=False, rank=rank: self._do(rank))
            row.addWidget(made)
        self.act = self._acts[0]
        self.close_it = button(look, _("Fermer"), "quiet")
        self.close_it.setAccessibleName(_("Fermer ce message"))
        self.close_it.clicked.connect(self.go)
        row.addWidget(self.close_it)
        self._wanted: tuple[Callable[[], None], ...] = ()
        self._before: QWidget | None = None
        self._stays = False
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(SHOWN_MS)
        self._left.timeout.connect(self._go_unless_used)
        for made in (*self._acts, self.close_it):
            made.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)
        self.hide()

    @property
    def first(self) -> QPushButton:
        """Where the keyboard arrives."""
        return self.close_it if self.act.isHidden() else self.act

    def say(self, words: str, *acts: Act, stays: bool = False) -> None:
        """Show a sentence and what can be done about it, and say it aloud."""
        self._wanted = tuple(wanted for _words, wanted in acts)
        self.words.setText(words)
        self.setAccessibleName(words)
        for rank, made in enumerate(self._acts):
            named = acts[rank][0] if rank < len(acts) else ""
            made.setText(named)
            made.setAccessibleName(f"{words} {named}")
            made.setVisible(bool(named))
        self.show()
        self._stays = stays
        self._left.stop()
        self._count_down()
        announce(self, " ".join([words, *(named for named, _wanted in acts)]))

    def go(self) -> None:
        """Be gone; the focus goes back where it was before the strip."""
        if self._has_focus():
            self._give_focus_back()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._left.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._count_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._left.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._count_down()
        return super().eventFilter(watched, event)

    def _note_focus(self, former: QWidget | None, focused: QWidget | None) -> None:
        is_here = focused is not None and self.isAncestorOf(focused)
        if is_here and former is not None and not self.isAncestorOf(former):
            self._before = former

    def _has_focus(self) -> bool:
        return any(made.hasFocus() for made in (*self._acts, self.close_it))

    def _give_focus_back(self) -> None:
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _count_down(self) -> None:
        if not self._stays:
            self._left.start()

    def _do(self, rank: int) -> None:
        wanted = self._wanted[rank]
        self.go()
        wanted()

    def _go_unless_used(self) -> None:
        if not (self.underMouse() or self._has_focus()):
            self.hide()


tell_role(Toast, QAccessible.Role.AlertMessage)
