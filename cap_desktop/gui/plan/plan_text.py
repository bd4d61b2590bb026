"""A text of an action: on one line or several, kept after a pause and on leaving it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cap_desktop.domain.questionnaire.fields import TEXT_LIMIT
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.text_field import MOST_LINES, TextField
from cap_desktop.gui.look.look import SEMIBOLD, SMALL, Look

FIT_LINES = 1
DOCUMENT_MARGIN = 2


class PlanText(TextField):
    """Its name stands above it; a text that cannot be kept stays, with the reason under it."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        is_one_line: bool = False,
        check: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, FIT_LINES, parent, limit=TEXT_LIMIT, check=check)
        self._is_one_line = is_one_line
        self.column.setSpacing(look.px(4))
        self.words = label(look, name, SMALL, SEMIBOLD)
        self.words.setBuddy(self.edit)
        self.column.insertWidget(0, self.words)
        self.edit.document().setDocumentMargin(DOCUMENT_MARGIN)
        self.edit.installEventFilter(self)
        self._fit()

    def flush(self) -> None:
        text = self.edit.kept_text()
        if self._is_one_line and "\n" in text:
            # A text pasted from elsewhere may hold line breaks.
            self.edit.setPlainText(" ".join(text.split("\n")))
        super().flush()

    def show_other(self, text: str) -> None:
        super().show_other(text)
        self._fit()

    def _is_keepable(self, text: str) -> bool:
        has_lines = self._is_one_line and "\n" in text
        return not has_lines and super()._is_keepable(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        # It grows with its text: a bar that scrolls by nothing would only take its room.
        is_whole = self.edit.document().lineCount() <= MOST_LINES
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if is_whole else policy.ScrollBarAsNeeded
        self.edit.setVerticalScrollBarPolicy(bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_pressed = self._is_one_line and event.type() == QEvent.Type.KeyPress
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in ends:
            # One line: Entrée keeps what is typed.
            self.flush()
            return True
        return super().eventFilter(watched, event)
