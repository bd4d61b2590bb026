"""What was just done, and how to take it back: in the layout, over nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.look.look import BODY, MARGIN, Look
from cap_desktop.i18n import _

SHOWN_MS = 10_000


class Toast(QFrame):
    """It goes after ten seconds, unless the mouse or the keyboard is on it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(MARGIN), look.px(6), look.px(MARGIN), look.px(6))
        row.setSpacing(look.px(8))
        self.words = label(look, "", BODY)
        row.addWidget(self.words, 1)
        self.act = button(look, _("Annuler"), "quiet")
        self.act.clicked.connect(self._do)
        row.addWidget(self.act)
        self.close_it = button(look, _("Fermer"), "quiet")
        self.close_it.setAccessibleName(_("Fermer ce message"))
        self.close_it.clicked.connect(self.hide)
        row.addWidget(self.close_it)
        self._wanted: Callable[[], None] = self.hide
        self._stays = False
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(SHOWN_MS)
        self._left.timeout.connect(self._go)
        for made in (self.act, self.close_it):
            made.installEventFilter(self)
        self.hide()

    def say(self, words: str, act: str, wanted: Callable[[], None], *, stays: bool = False) -> None:
        """Show a sentence and the one thing that can be done about it, and say it aloud."""
        self._wanted = wanted
        self.words.setText(words)
        self.act.setText(act)
        self.act.setAccessibleName(f"{words} {act}")
        self.show()
        self._stays = stays
        self._left.stop()
        self._count_down()
        announce(self, f"{words} {act}")

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

    def _count_down(self) -> None:
        if not self._stays:
            self._left.start()

    def _do(self) -> None:
        self.hide()
        self._wanted()

    def _go(self) -> None:
        if not (self.underMouse() or self.act.hasFocus() or self.close_it.hasFocus()):
            self.hide()
