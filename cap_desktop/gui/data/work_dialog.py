"""A work on the data that must not be cut by another one: how far it is, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.work_bar import SLOW_MS
from cap_desktop.gui.look.look import HEADING, SEMIBOLD, Look
from cap_desktop.i18n import _

WIDTH = 480


class WorkDialog(QDialog):
    """Stands over the window until `end`; the window itself may be closed, which waits."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_over = False
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(min(look.px(WIDTH), parent.window().width()))
        column = QVBoxLayout(self)
        side = look.px(32)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.px(16))
        self.words = label(look, "", HEADING, SEMIBOLD)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Avancement du travail"))
        self.progress.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._appear)
        column.addWidget(self.words)
        column.addWidget(self.progress)

    def begin(self, title: str, *, changes: bool = True) -> None:
        """Show that something is under way; at once where it changes anything."""
        self._is_over = False
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.words.setText(f"{title}…")
        self.progress.setRange(0, 0)
        if changes:
            self._appear()
        else:
            self._slow.start()

    def _appear(self) -> None:
        self.open()
        self.progress.setFocus()
        announce(self, self.words.text())

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def end(self) -> None:
        """It is over, whatever became of it."""
        self._is_over = True
        self._slow.stop()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends nothing here."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()
