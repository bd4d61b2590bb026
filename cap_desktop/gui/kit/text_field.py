"""A free text: announced after a pause, now and then while one types, and on leaving it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.text import as_kept
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.answer_field import AnswerField, Unsaved
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _, counted
from cap_desktop.words.personal import caution_about

IDLE_MS = 600
LONGEST_MS = 2500
"""How long somebody may type without a pause before it is saved all the same."""
LINE = 24
EDGES = 22
LINES = 6
MOST_LINES = 14
COUNTED_FROM = 800
SAID = "said"
"""The property of a sentence as it was given: its words are set in French once it is shown."""
COUNTED_AT_REST = 20_000
"""From this length on a text is read at the pause, no longer at every key."""


class TextField(AnswerField):
    """A text that was announced and is not in the saved answer yet stays as it was typed.

    Typing starts a run; `answered` brings the text after a pause, at `LONGEST_MS` of typing
    without one, and at `flush`, once for each text. Until `show_text` brings it back as saved,
    it waits: what is saved meanwhile of an older text is not shown. A text that cannot be kept
    waits too, and `flush` says it with `unfinished`.

    Whoever shows another answer calls `flush`, then `show_other`; whoever undoes calls
    `take_text_back`, which alone may replace a text that waits.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        lines: int = LINES,
        parent: QWidget | None = None,
        *,
        limit: int | None = None,
        check: Callable[[str], str] | None = None,
    ) -> None:
        """`check` says what is wrong with a text, nothing where it can be kept.

        That is said once the field is left, and until it is mended: never while one types.
        """
        super().__init__(look, parent)
        self._lines, self._limit = lines, limit
        self._check = check or _anything
        self._is_left = False
        self.edit = _Text(self)
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        # Its lines break anywhere: a word as long as the field would bring a bar over itself.
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Not « WheelFocus »: a page that scrolls takes the focus to nothing on its way.
        self.edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A file dropped here is evidence, which the page takes; its address is no comment.
        self.edit.setAcceptDrops(False)
        self.column.addWidget(self.edit)
        self._count = label(look, "", CAPTION, tone="secondary")
        self._count.hide()
        self.column.addWidget(self._count)
        self.fault = label(look, "", SMALL, SEMIBOLD, "danger")
        self.fault.hide()
        self.column.addWidget(self.fault)
        # Never in the way: a text is kept whatever it seems to hold.
        self.caution = label(look, "", SMALL, tone="warning")
        self.caution.hide()
        self.column.addWidget(self.caution)
        self._saved = self._announced = ""
        self._waiting: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(IDLE_MS)
        self._pause.timeout.connect(self.flush)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self._keep_on_the_way)
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self.flush)
        self.edit.laid.connect(self._fit)
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
        self._rest()
        self._waiting = None
        self._is_left = False
        self.show_text(text)

    def show_answer(self, answer: Answer) -> None:
        self.show_text(str(answer.value or ""))
        self.setEnabled(not answer.na)

    def take_back(self, answer: Answer) -> None:
        self.take_text_back(str(answer.value or ""))

    def take_text_back(self, text: str) -> None:
        """Show what is left now that what was announced is undone, unless more was typed."""
        if self.edit.kept_text() == self._announced:
            self._rest()
            self._waiting = None
        self._announced = text
        self.show_text(text)

    def flush(self) -> None:
        self._rest()
        self._is_left = True
        self._fit()
        text = self.edit.kept_text()
        is_refused = bool(self._fault_of(text))
        self._is_left = is_refused
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
        if not self._pause.isActive():
            self.run = object()
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._fit()

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _keep_on_the_way(self) -> None:
        """Announce what can be kept, of somebody who goes on typing."""
        text = self.edit.kept_text()
        if self._is_keepable(text) and text != self._announced:
            self._waiting = self._announced = text
            self.answered.emit(text or None)

    def _is_keepable(self, text: str) -> bool:
        return not self._is_too_long(text) and not self._check(text.strip())

    def _fit(self) -> None:
        """Grow with the text up to a limit, and count it once it is long."""
        lines = min(max(self._lines, self.edit.document().lineCount()), MOST_LINES)
        tall = self.look.px(LINE * lines + EDGES)
        if self.edit.minimumHeight() != tall:
            self.edit.setFixedHeight(tall)
        is_long = self.edit.document().characterCount() > COUNTED_AT_REST
        if not (is_long and self._pause.isActive()):
            self._read()

    def _read(self) -> None:
        text = self.edit.kept_text()
        self._count.setVisible(len(text) > COUNTED_FROM or self._is_too_long(text))
        self._count.setText(self._counted(len(text)))
        self._say(self._fault_of(text), caution_about(text))

    def _fault_of(self, text: str) -> str:
        """Why a text cannot be kept as it is; nothing where it can."""
        if self._is_too_long(text):
            return _("Raccourcissez ce texte pour l’enregistrer.")
        return self._check(text.strip()) if self._is_left else ""

    def _is_too_long(self, text: str) -> bool:
        return self._limit is not None and len(text) > self._limit

    def _say(self, fault: str, caution: str) -> None:
        changed = [
            (shown, words)
            for shown, words in ((self.fault, fault), (self.caution, caution))
            if shown.property(SAID) != words and (words or shown.property(SAID))
        ]
        for shown, words in changed:
            shown.setProperty(SAID, words)
            shown.setText(words)
            shown.setVisible(bool(words))
            if words:
                announce(shown, words)
        if changed:
            self.edit.setAccessibleDescription(" ".join(part for part in (fault, caution) if part))

    def _counted(self, length: int) -> str:
        if self._limit is None:
            return counted("{number} caractère", "{number} caractères", length)
        return _("{length} caractères sur {limit} au plus", length=length, limit=self._limit)


def _anything(_text: str) -> str:
    return ""


class _Text(QPlainTextEdit):
    left = Signal()
    laid = Signal()
    """Its lines may break elsewhere than before."""

    def kept_text(self) -> str:
        """The text as it is kept; `toPlainText` would lose its no-break spaces."""
        return as_kept(self.document().toRawText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Show what is pasted as it will be kept."""
        self.insertPlainText(as_kept(source.text()))
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.laid.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
