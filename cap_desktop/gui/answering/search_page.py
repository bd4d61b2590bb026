"""Search and « go to »: one field, the questions that match, one key to open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.scoring.indicators import count_of
from cap_desktop.domain.scoring.states import States
from cap_desktop.gui.answering.question_list import QuestionList, said
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import BODY, BOLD, MARGIN, SMALL, TITLE, Look
from cap_desktop.gui.presentation.question_search import Listed, listed, matching
from cap_desktop.gui.session.destinations import Destination, ToQuestion
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.words.counts import listed_words

WIDTH = 900
LOW = 440
PAGE_OF_ROWS = 8
REST_MS = 400
MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE_OF_ROWS,
    Qt.Key.Key_PageUp: -PAGE_OF_ROWS,
}


class SearchPage(Page):
    """Finds among the displayed questions, and asks for the one that is chosen."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self.look = look
        self.session = session
        self._questions: tuple[Listed, ...] = ()
        self._states: States = {}
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(MARGIN), px(24), px(MARGIN), px(MARGIN))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(label(look, _("Trouver une question"), TITLE, BOLD), 1)
        back = button(look, _("Revenir"), icon="arrow-left")
        back.clicked.connect(self.step_back)
        head.addWidget(back)
        column.addLayout(head)
        about = _("Écrivez un ou plusieurs mots, ou un numéro : 4.3, ou 12.")
        self._about = label(look, about, BODY, tone="secondary")
        column.addWidget(self._about)
        self.field = TextLine()
        self.field.setAccessibleName(_("Mots ou numéro de la question"))
        self.field.setAccessibleDescription(
            f"{about} " + _("Flèches pour parcourir, Entrée pour ouvrir, Échap pour revenir.")
        )
        self.field.textChanged.connect(self._look)
        column.addWidget(self.field)
        self.count = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.count)
        self.rows = QuestionList(look)
        self.rows.setAccessibleName(_("Questions trouvées"))
        self.rows.clicked.connect(self._open_row)
        # What is typed is said when the typing rests, and only where it changes something.
        self._heard, self._rest = "", QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._say_found)
        column.addWidget(self.rows, 1)
        # Where nothing is found, no empty frame stands for the list.
        self._nothing = QWidget()
        column.addWidget(self._nothing, 1)
        row.addWidget(holder, 1)

    def show_destination(self, _to: Destination) -> None:
        self.begin()

    def begin(self) -> None:
        """Look at the questions as they are now, with an empty field."""
        opened = self.session.current
        if opened is None:
            return
        self._questions, self._states = listed(opened), opened.results.questions
        self.field.clear()
        self._look("")
        self.field.setFocus()

    def left_off(self) -> tuple[str, int]:
        """What is typed, and the row that is chosen."""
        return (self.field.text(), self.rows.currentIndex().row())

    def go_on(self, left_off: tuple[str, int]) -> None:
        self.begin()
        typed, row = left_off
        self.field.setText(typed)
        self.rows.move_to(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where the window is low, the room goes to what is found.
        self._about.setVisible(event.size().height() / self.look.scale >= LOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.rows.current)
        elif key in MOVES:
            self._move(MOVES[Qt.Key(key)])
        elif self.rows.hasFocus() and (typed.isprintable() or key == Qt.Key.Key_Backspace):
            # Whoever types in the list goes on in the field.
            self.field.setFocus()
            QApplication.sendEvent(self.field, event)
        else:
            super().keyPressEvent(event)

    def _look(self, typed: str) -> None:
        found = matching(self._questions, typed)
        self.rows.questions.show_rows(found)
        self.rows.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.rows.move_to(0)
        text = (
            listed_words(count_of(self._states[item.entry.id] for item in found))
            if found
            else _("Aucune question ne correspond. Essayez un seul mot, plus court.")
        )
        self.count.setText(text)
        self._rest.start()

    def _say_found(self) -> None:
        """Say how many are found, and the one that Entrée opens."""
        current = self.rows.current
        parts = (self.count.text(), said(current) if current is not None else "")
        words = " ".join(part for part in parts if part) if self.field.text().strip() else ""
        if words != self._heard:
            self._heard = words
            announce(self.field, words)

    def _move(self, step: int) -> None:
        """Go on in the list itself: every screen reader says where the focus is."""
        rank = self.rows.currentIndex().row()
        if rank == 0 and step < 0:
            self.field.setFocus()
        else:
            self.rows.setFocus()
            self.rows.move_to(rank + step)

    def _open_row(self, index: QModelIndex) -> None:
        self._open(self.rows.questions.row(index.row()))

    def _open(self, found: Listed | None) -> None:
        if found is not None:
            self.wanted.emit(ToQuestion(found.entry.id))
