"""A work that takes a moment: how far it is, and a way to stop it; never in the way."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.look.look import BODY, MARGIN, Look
from cap_desktop.i18n import _

SLOW_MS = 400
"""What is done sooner is not worth a word."""
BAR_WIDTH = 200


class WorkBar(QFrame):
    """Stands at the foot of the window while something is made."""

    stop_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(MARGIN), look.px(8), look.px(MARGIN), look.px(8))
        row.setSpacing(look.px(16))
        self.words = label(look, "", BODY)
        row.addWidget(self.words, 1)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(look.px(BAR_WIDTH))
        self.progress.setAccessibleName(_("Avancement du travail"))
        row.addWidget(self.progress)
        self.stop = button(look, _("Annuler"))
        self.stop.setAccessibleName(_("Annuler ce travail"))
        self.stop.clicked.connect(self.stop_wanted)
        row.addWidget(self.stop)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._appear)
        self._title = ""
        self.hide()

    def begin(self, title: str) -> None:
        """Something begins; it is shown if it lasts."""
        self._title = title
        self.words.setText(f"{title}…")
        self.progress.setRange(0, 0)
        self._slow.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say which page is drawn."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.words.setText(
            _("{title}… page {done} sur {total}", title=self._title, done=done, total=total)
        )

    def end(self) -> None:
        """The work is over, whatever became of it."""
        self._slow.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        announce(self, self.words.text())
