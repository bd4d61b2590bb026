"""The sign of the top bar that says whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, SMALL, Look
from cap_desktop.i18n import _

SLOW_MS = 400
ANNOUNCED_MS = 60_000


class SavedSign(QWidget):
    """Whether what was typed is on the disk: an icon and words, never colour alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._tone, self._said = "", "success", ""
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), 0, 0, 0)
        self.words = label(look, "", SMALL, tone="success")
        self.words.setWordWrap(False)
        row.addWidget(self.words)
        self.setMinimumHeight(look.px(BODY + 8))
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._show_saving)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(ANNOUNCED_MS)

    def text(self) -> str:
        """What the sign says, with the hour."""
        return self._said

    def show_words(self, *, are_shown: bool) -> None:
        """Show the words, or leave the icon alone where there is no room: a tooltip has them."""
        self.words.setVisible(are_shown)

    def begin(self) -> None:
        """Something is being saved; only a slow disk is worth a word."""
        if not self._slow.isActive():
            self._slow.start()

    def show_saved(self, at: str) -> None:
        """Say when everything was saved; aloud at most once a minute."""
        self._slow.stop()
        self._say("check", "success", _("Enregistré à {at}", at=at), _("Enregistré"))
        if not self._quiet.isActive():
            self._quiet.start()
            self._announce()

    def settle(self) -> None:
        """Nothing waits any more, and nothing new was saved."""
        self._slow.stop()
        if self._said == _("Enregistrement…"):
            self._say("", "secondary", "")

    def show_unsaved(self) -> None:
        """Say that something waits for the disk."""
        self._slow.stop()
        self._say("triangle-alert", "danger", _("Pas encore enregistré"))
        self._announce()

    def follow(self, former: SavedSign) -> None:
        """Show what another sign says."""
        self._say(former._icon, former._tone, former._said, former.words.text())

    def _show_saving(self) -> None:
        self._say("", "secondary", _("Enregistrement…"))

    def _say(self, icon: str, tone: str, said: str, short: str = "") -> None:
        """Show `short`, where it is not all that is said."""
        self._icon, self._tone, self._said = icon, tone, said
        self.words.setProperty("tone", tone)
        self.words.setText(short or said)
        for named in (self, self.words):
            give_hint(named, said)
            named.setAccessibleName(said)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.update()

    def _announce(self) -> None:
        announce(self, self._said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            painter = QPainter(self)
            side = self._look.px(18)
            place = QRectF(0, (self.height() - side) / 2, side, side)
            icons.paint(painter, self._icon, place, self._look.colour(self._tone))
            painter.end()
