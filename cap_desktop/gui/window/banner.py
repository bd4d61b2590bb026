"""The banner under the top bar: the work goes on, and something must be known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cap_desktop.errors import CapError
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.look.look import BODY, Look
from cap_desktop.i18n import _
from cap_desktop.notices.errors import notice


class Banner(QFrame):
    """One sentence, one thing to do about it, and a way to close it."""

    retried = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "banner")
        row = QHBoxLayout(self)
        side = look.px(14)
        row.setContentsMargins(look.px(20), side, look.px(20), side)
        row.setSpacing(look.px(12))
        self.words = label(look, "", BODY)
        row.addWidget(self.words, 1)
        self.retry = button(look, _("Réessayer"))
        self.retry.clicked.connect(self.retried)
        row.addWidget(self.retry)
        close = button(look, _("Fermer"), "quiet")
        close.setAccessibleName(_("Fermer ce message"))
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self.hide()

    @property
    def is_said(self) -> bool:
        """True from the moment something is said until it is closed."""
        return not self.isHidden()

    def follow(self, former: Banner) -> None:
        """Show what another banner says, which was already said aloud."""
        self.words.setText(former.words.text())
        self.retry.setVisible(not former.retry.isHidden())
        self.show()

    def say_error(self, error: CapError, *, can_retry: bool) -> None:
        """Say what could not be done."""
        self.say(notice(error), can_retry=can_retry)

    def say(self, words: str, *, can_retry: bool) -> None:
        """Show a sentence, and say it aloud."""
        self.words.setText(words)
        self.retry.setVisible(can_retry)
        self.show()
        announce(self, words)
