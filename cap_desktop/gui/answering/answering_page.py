"""Answering: one question at a time, the themes on the left, what helps on the right."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import AnswerValue
from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.gui.answering.answer_fields import AnswerField, ComputedField
from cap_desktop.gui.answering.answer_footer import may_be_unknown
from cap_desktop.gui.answering.answering_keys import press_focused
from cap_desktop.gui.answering.answering_layout import AnsweringLayout
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.option_row import LETTERS
from cap_desktop.gui.answering.position import LeftOff, Position, after, before, place_of
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.binding import KeyAct, bind_keys
from cap_desktop.gui.kit.focus_kept import focus_kept
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.zones import Zone
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.presentation.progress import first_waiting
from cap_desktop.gui.session.destinations import Destination, ToQuestion, ToResults, ToTheme
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.preferences import Preferences
from cap_desktop.services.local.open_assessment import OpenAssessment

DIGITS = "0123456"


class AnsweringPage(Page):
    """Shows one question of the open assessment, or a whole theme (then `entry` is None)."""

    letter_keys = True

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.columns = AnsweringLayout(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.themes, self.help = self.columns.themes, self.columns.help
        self.pane, self.summary = self.columns.pane, self.columns.summary
        self.footer, self.next = self.columns.footer, self.columns.footer.next
        self.comment, self.discuss = self.help.comment, self.footer.discuss
        self.entry: QuestionEntry | None = None
        self._assessment = ""
        self._place: Position | None = None
        self._asks_reason = False
        self.presenter = AnsweringPresenter(session)
        self._connect()
        self._bind()

    @property
    def field(self) -> AnswerField | None:
        """The field of the question that is shown."""
        return self.pane.field

    def zones(self) -> tuple[Zone, ...]:
        """Themes, middle, help, foot."""
        return self.columns.zones()

    # --- Moving -----------------------------------------------------------------------

    def show_destination(self, to: Destination) -> None:
        """Show a question, or the one that waits; or a theme."""
        opened = self.session.current
        if isinstance(to, ToTheme):
            self.go_to_theme(to.theme)
        elif isinstance(to, ToQuestion) and opened is not None:
            following = opened.standing.following
            first = opened.questionnaire.outline.questions[0].id
            waiting = first if following is None else following.question
            self.go_to(to.question or (self.entry.id if self.entry else waiting))

    def follow(self, preferences: Preferences) -> None:
        self.letter_keys = preferences.letter_keys

    def go_to(self, question: str) -> None:
        """Show a question of the open assessment, and put the focus on its words."""
        if self.session.current is not None:
            self._go(self.session.current, place_of(self.session.current, question))

    def go_to_theme(self, theme: str) -> None:
        """Show the first question of a theme that waits, else its first one."""
        opened = self.session.current
        entry = None if opened is None else first_waiting(opened, theme)
        if entry is not None:
            self.go_to(entry.id)

    def go_next(self) -> None:
        """Show the next question; after the last one of a theme, its summary."""
        opened = self.session.current
        if opened is None or self._place is None:
            return
        target = after(opened, self._place)
        if target is None:
            self.wanted.emit(ToResults())
        else:
            self._go(opened, target)

    def go_back(self) -> None:
        """Show the question before; from a whole theme, the question it was asked from."""
        opened = self.session.current
        target = None if opened is None or self._place is None else before(opened, self._place)
        if opened is not None and target is not None:
            self._go(opened, target)

    def show_theme(self) -> None:
        """Show every question of the theme with its saved answer."""
        if self.session.current is not None and self._place is not None:
            self._go(self.session.current, replace(self._place, whole="list"))

    def flush(self) -> None:
        """Announce everything that is typed and not saved yet."""
        if self._question is not None:
            for field in self._fields():
                field.flush()

    @property
    def _question(self) -> str | None:
        """The question that is shown, while its assessment is still the open one.

        What is typed for one structure, or one year, is never said of another.
        """
        opened = self.session.current
        if self.entry is None or opened is None or opened.assessment.id != self._assessment:
            return None
        return self.entry.id

    def _go(self, opened: OpenAssessment, place: Position) -> None:
        """Announce what is typed, then go."""
        self.flush()
        self._be_at(opened, place)
        if self.entry is None:
            _start(self.summary.title, self.summary.title.text())
        else:
            _start(self.pane.title, f"{self.pane.count.text()}. {self.entry.question.title}")

    def _be_at(self, opened: OpenAssessment, place: Position) -> None:
        self._assessment, self._place = opened.assessment.id, place
        if place.whole:
            self.entry = None
            self.pane.drop_field()
            self.show_assessment(opened)
            self.columns.show_summary()
        else:
            self.entry = opened.questionnaire.outline.by_id[place.question]
            self._make_field(self.entry)
            self.show_assessment(opened)
            self._restore(self.entry.id)
            self.columns.show_question()

    def left_off(self) -> LeftOff:
        """Where the person is; what is typed is kept with the answers, or waits to be."""
        return LeftOff(self._assessment, self._place, self._asks_reason)

    def go_on(self, left_off: LeftOff) -> None:
        opened = self.session.current
        if opened is None or left_off.place is None:
            return
        if opened.assessment.id == left_off.assessment:
            self._be_at(opened, left_off.place)
            self._asks_reason = left_off.asks_reason
            self.show_assessment(opened)

    def _restore(self, question: str) -> None:
        """Put back what was typed and is no answer yet."""
        for part, field in self._parts().items():
            typed = self.presenter.typed(question, part)
            if typed:
                field.restore(typed)

    def _parts(self) -> dict[str, AnswerField]:
        """The fields of the question, by the part of the answer that each fills."""
        found = {"value": self.field, "target": self.pane.target}
        return {part: field for part, field in found.items() if field is not None}

    def _fields(self) -> tuple[AnswerField, ...]:
        return (*self._parts().values(), self.comment, self.pane.na_reason.field)

    def _forget(self) -> None:
        """Another assessment is open: what was typed in the one before is kept with it."""
        self.entry, self._place = None, None
        self.pane.drop_field()

    # --- Showing ----------------------------------------------------------------------

    def show_assessment(self, opened: OpenAssessment) -> None:
        """Show the saved state of the question, or of the whole theme."""
        if self._place is not None and self._place.whole:
            with focus_kept(self.summary):
                self.columns.show_whole(opened, self._place)
        elif self.entry is not None and self.field is not None:
            # What waits for the disk is shown as it was given: a choice never jumps back.
            answer = self.presenter.intended(self.entry.id)
            self._asks_reason = self._asks_reason and not answer.na
            is_na = answer.na or self._asks_reason
            former = self.session.former
            self.columns.show_place(opened, self.entry)
            if former is not None:
                # Read behind at a start: it may come after the question is shown.
                self.field.show_former(former.answer(self.entry.id), former.assessment.year)
            self.pane.show_answer(opened, former, self.entry, answer, is_na=is_na)
            self.comment.show_text(answer.comment)
            self.footer.show_answer(opened, self.entry, answer, is_na=is_na)
            self.help.show_question(opened, former, self.entry)

    def _take_back(self) -> None:
        """Show at once what is left, however long the disk takes to undo it, or do it again."""
        opened = self.session.current
        if opened is None or self._question is None:
            return
        answer = self.presenter.intended(self._question)
        for field in self._parts().values():
            field.take_back(answer)
        self.comment.take_text_back(answer.comment)
        self.pane.na_reason.field.take_text_back(answer.reason)
        self.show_assessment(opened)

    def _make_field(self, entry: QuestionEntry) -> None:
        field = self.pane.make_field(entry)
        field.answered.connect(self._answered)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._show_menu)
        if self.pane.target is not None:
            self.pane.target.answered.connect(self._aimed)
        for part, own in self._parts().items():
            # Of this very question: a field that is taken away announces for the last time.
            own.unfinished.connect(partial(self._left_unfinished, entry.id, part))
        if isinstance(field, ComputedField):
            field.question_wanted.connect(self.go_to)
        self._asks_reason = False
        answer = self.presenter.intended(entry.id)
        self.comment.show_other(answer.comment)
        self.pane.na_reason.field.show_other(answer.reason)

    # --- Answering --------------------------------------------------------------------

    @property
    def _is_open(self) -> bool:
        opened = self.session.current
        return opened is not None and self.entry is not None and not opened.assessment.is_sealed

    def _answered(self, value: AnswerValue | None) -> None:
        if self._question is not None and self.field is not None:
            self._asks_reason = False
            self.presenter.give(self._question, value, self.field.run)

    def _left_unfinished(self, question: str, part: str, typed: Typed) -> None:
        if self._question is not None:
            self.presenter.leave_unfinished(question, part, typed)

    def _set_na(self) -> None:
        """Turn « non applicable » on or off; a reason that is required is waited for."""
        opened = self.session.current
        if opened is None or self.entry is None or not self._is_open:
            return
        asked = self.entry.question.na
        if not asked.allowed:
            return
        if self.presenter.intended(self.entry.id).na:
            self.presenter.say_applicable(self.entry.id)
            self.pane.na_reason.field.show_other("")
            return
        self._asks_reason = asked.reason_required and not self._asks_reason
        if not asked.reason_required:
            self.presenter.say_not_applicable(self.entry.id, "")
        self.show_assessment(opened)
        if self._asks_reason:
            self.pane.na_reason.field.edit.setFocus()

    def _reasoned(self, text: str | None) -> None:
        if self.entry is None or self._question is None:
            return
        reason = text or ""
        if reason.strip() or not self.entry.question.na.reason_required:
            run = self.pane.na_reason.field.run
            self.presenter.say_not_applicable(self._question, reason, run)

    def _set_unknown(self) -> None:
        if self.entry is None or not self._is_open:
            return
        if may_be_unknown(self.entry.question):
            self.presenter.turn_unknown(self.entry.id)

    def _set_discussed(self) -> None:
        if self.entry is not None and self._is_open:
            self.presenter.turn_discussed(self.entry.id)

    def _clear(self) -> None:
        if self.entry is None or self.field is None or not self._is_open:
            return
        unsaved = self.field.unsaved()
        if unsaved is not None:
            # What is half typed goes with the answer.
            self.field.restore(("",) * len(unsaved.typed))
        self.presenter.clear(self.entry.id)
        self.field.flush()

    def _aimed(self, target: Fraction | None) -> None:
        if self._question is not None:
            self.presenter.aim(self._question, target)

    def _commented(self, text: str | None) -> None:
        if self._question is not None:
            self.presenter.comment(self._question, text or "", self.comment.run)

    def _choose(self, rank: int) -> None:
        if self.field is not None and self.field.isEnabled() and self.field.choose(rank):
            self.columns.reveal_focus()

    def _show_menu(self, place: QPoint) -> None:
        if self.field is None or not self._is_open:
            return
        menu = QMenu(self)
        menu.addAction(_("Effacer ma réponse"), self._clear)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.field.mapToGlobal(place))

    def _add_evidence(self, question: str, paths: tuple[Path, ...]) -> None:
        for path in paths:
            self.presenter.add_evidence(question, path)

    # --- Wiring -----------------------------------------------------------------------

    def _connect(self) -> None:
        self.session.changed.connect(self.show_assessment)
        self.session.taken_back.connect(self._take_back)
        self.session.opened.connect(self._forget)
        self.themes.chosen.connect(self.go_to_theme)
        self.summary.question_wanted.connect(self.go_to)
        self.summary.list_wanted.connect(self.show_theme)
        self.pane.list_wanted.connect(self.show_theme)
        self.pane.reopening_wanted.connect(self.session.reopen)
        self.pane.na_reason.take_back.clicked.connect(self._set_na)
        self.pane.na_reason.field.answered.connect(self._reasoned)
        self.comment.answered.connect(self._commented)
        evidence = self.help.evidence
        evidence.files_chosen.connect(self._add_evidence)
        evidence.removal_wanted.connect(self.presenter.remove_evidence)
        evidence.return_wanted.connect(self.presenter.restore_evidence)
        self.footer.back.clicked.connect(self.go_back)
        self.footer.next.clicked.connect(self.go_next)
        self.footer.na.clicked.connect(self._set_na)
        self.footer.unknown.clicked.connect(self._set_unknown)
        self.footer.discuss.clicked.connect(self._set_discussed)

    def heading(self) -> str:
        """Say nothing more: each question is said with its number as it is shown."""
        return ""

    def _bind(self) -> None:
        own: dict[str, KeyAct] = {
            "C": self._go_to_comment,
            "D": self._set_discussed,
            "N": self._set_na,
            "L": self.pane.listening.toggle,
            "P": self.help.add_evidence,
        }
        keys: dict[str, KeyAct] = {
            digit: partial(self._choose, rank) for rank, digit in enumerate(DIGITS)
        }
        for letter in sorted({*own, *LETTERS}):
            keys[letter] = partial(self._press_letter, letter, own.get(letter))
        bind_keys(self, keys, are_on=lambda: self.letter_keys)
        bind_keys(self, dict.fromkeys(("Del", "Backspace"), self._clear))
        moves: dict[str, KeyAct] = {
            # In a text, the text itself takes Enter before it gets here.
            "Return": self._press_enter,
            "Enter": self._press_enter,
            "Alt+Right": self.go_next,
            "Alt+Left": self.go_back,
            "Escape": self._escape,
        }
        bind_keys(self, moves, in_texts=True)

    def _press_letter(self, letter: str, otherwise: KeyAct | None) -> None:
        """A letter that stands on an option chooses it; else it does what it does."""
        field = self.field
        if field is not None and field.isEnabled() and field.choose_letter(letter):
            self.columns.reveal_focus()
            return
        if otherwise is not None:
            otherwise()

    def _press_enter(self) -> None:
        """Press what has the focus; from a figure, keep it, then go on."""
        if not press_focused() and all(field.enter() for field in self._fields()):
            self.go_next()

    def _escape(self) -> None:
        """Come back to the question, from a drawer or from the list of the theme."""
        if self._place is not None and self._place.whole == "list":
            self.go_back()
        else:
            self.columns.close_drawers()
            self.pane.title.setFocus()

    def _go_to_comment(self) -> None:
        if self.entry is not None:
            self.columns.ensure_help()
            self.comment.edit.setFocus()


def _start(title: QLabel, words: str) -> None:
    """Begin to read a page at its title."""
    title.setFocus()
    announce(title, words)
