"""A free text: announced after a pause, on leaving the field, and on closing."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cap_desktop.domain.answers import Answer
from cap_desktop.domain.assessment import Typed
from cap_desktop.gui.announcing import announce
from cap_desktop.gui.theme import CAPTION, SEMIBOLD, SMALL, Theme
from cap_desktop.gui.widgets.answer_field import AnswerField, Unsaved
from cap_desktop.gui.widgets.pieces import label
from cap_desktop.i18n import _, counted

IDLE_MS = 600
LINE = 24
EDGES = 22
LINES = 6
MOST_LINES = 14
COUNTED_FROM = 800


class TextField(AnswerField):
    """A text that was announced and is not in the saved answer yet stays as it was typed."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        lines: int = LINES,
        parent: QWidget | None = None,
        *,
        limit: int | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._lines, self._limit = lines, limit
        self.edit = _Text(self)
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        # A file dropped here is evidence, which the page takes; its address is no comment.
        self.edit.setAcceptDrops(False)
        self.column.addWidget(self.edit)
        self._count = label(theme, "", CAPTION, tone="secondary")
        self._count.hide()
        self.column.addWidget(self._count)
        self.fault = label(theme, "", SMALL, SEMIBOLD, "danger")
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._saved = self._announced = ""
        self._waiting: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(IDLE_MS)
        self._pause.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self.flush)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a saved text, unless something newer is typed or waits to be saved."""
        self._saved = text
        if self._waiting == text:
            self._waiting = None
        if self._waiting is None and not self._pause.isActive():
            self._announced = text
            self._put(text)

    def show_other(self, text: str) -> None:
        """Show the saved text of another question: what was typed before is not its own."""
        self._pause.stop()
        self._waiting = None
        self.show_text(text)

    def show_answer(self, answer: Answer) -> None:
        self.show_text(str(answer.value or ""))
        self.setEnabled(not answer.na)

    def flush(self) -> None:
        self._pause.stop()
        text = self.edit.kept_text()
        is_refused = bool(self._fault_of(text))
        if is_refused:
            self._waiting = text
        elif text != self._announced:
            self._waiting = self._announced = text
            self.answered.emit(text or None)
        elif text == self._saved:
            self._waiting = None
        self.unfinished.emit((text,) if is_refused else ())

    def unsaved(self) -> Unsaved | None:
        text = self.edit.kept_text()
        return None if text == self._saved else Unsaved((text,), text or None)

    def restore(self, typed: Typed) -> None:
        self._put(typed[0])
        self._waiting = typed[0]

    def _put(self, text: str) -> None:
        if self.edit.kept_text() != text:
            self.edit.blockSignals(True)
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)
            self._fit()

    def _typed(self) -> None:
        self._pause.start()
        self._fit()

    def _fit(self) -> None:
        """Grow with the text up to a limit, and count it once it is long."""
        lines = min(max(self._lines, self.edit.document().lineCount()), MOST_LINES)
        tall = self.theme.px(LINE * lines + EDGES)
        if self.edit.minimumHeight() != tall:
            self.edit.setFixedHeight(tall)
        text = self.edit.kept_text()
        self._count.setVisible(len(text) > COUNTED_FROM or self._is_too_long(text))
        self._count.setText(self._counted(len(text)))
        self._say(self._fault_of(text))

    def _fault_of(self, text: str) -> str:
        """Why a text cannot be kept as it is; nothing where it can."""
        too_long = _("Raccourcissez ce texte pour l’enregistrer.")
        return too_long if self._is_too_long(text) else ""

    def _is_too_long(self, text: str) -> bool:
        return self._limit is not None and len(text) > self._limit

    def _say(self, fault: str) -> None:
        if fault == self.fault.text():
            return
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            announce(self.fault, fault)

    def _counted(self, length: int) -> str:
        if self._limit is None:
            return counted("{number} caractère", "{number} caractères", length)
        return _("{length} caractères sur {limit} au plus", length=length, limit=self._limit)


def _clean(text: str) -> str:
    """A text as it is kept: pasted control characters are taken out, tabs are spaces."""
    plain = "".join(
        sign
        for sign in text.replace("\t", " ")
        if sign == "\n" or unicodedata.category(sign) != "Cc"
    )
    return unicodedata.normalize("NFC", plain)


class _Text(QPlainTextEdit):
    left = Signal()

    def kept_text(self) -> str:
        """The text as it is kept; `toPlainText` would lose its no-break spaces."""
        raw = self.document().toRawText()
        return _clean(raw.replace("\u2029", "\n").replace("\u2028", "\n"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
