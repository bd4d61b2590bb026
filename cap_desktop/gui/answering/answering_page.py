"""Answering: one question at a time, the themes on the left, what helps on the right."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_parsing import must_be_reasoned
from cap_desktop.domain.answers.answer_sheet import AnswerValue
from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.gui.answering.answer_fields import AnswerField, ComputedField
from cap_desktop.gui.answering.answer_footer import may_be_unknown
from cap_desktop.gui.answering.answering_keys import AnsweringKeys
from cap_desktop.gui.answering.answering_layout import AnsweringLayout
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.evidence_desk import EvidenceDesk
from cap_desktop.gui.answering.position import AnsweringLeftOff, Position, after, before, place_of
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.focus_kept import focus_kept
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.zones import Zone
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.platform.system_dialogs import FileDialogs
from cap_desktop.gui.presentation.answer_words import answer_said
from cap_desktop.gui.presentation.progress import first_waiting
from cap_desktop.gui.session.destinations import Destination, ToQuestion, ToResults, ToTheme
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.preferences import Preferences
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.typography import ended, said_in_turn


class AnsweringPage(Page):
    """Shows one question of the open assessment, or a whole theme (then `entry` is None)."""

    def __init__(
        self, look: Look, session: Session, dialogs: FileDialogs, parent: QWidget | None = None
    ) -> None:
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
        self.presenter = AnsweringPresenter(session)
        self.evidence = EvidenceDesk(session, self.presenter, dialogs, self)
        self._connect()
        self._keys = AnsweringKeys(self, self.columns)
        self._keys.bind_acts(self._set_discussed, self._set_na, self._clear)
        self._keys.bind_moves(self.go_next, self.go_back, self._escape)

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

    def is_at(self, to: Destination) -> bool:
        return isinstance(to, ToQuestion) and to.question == self._question

    def follow(self, preferences: Preferences) -> None:
        self._keys.are_letters_on = preferences.letter_keys

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
            for field in self.columns.fields():
                field.flush()
            if self.presenter.waits_for_reason(self._question):
                # Said not to apply, it is no longer counted with the answer it had.
                self.presenter.drop_value(self._question)

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
            question = self.entry.question.title
            said = said_in_turn(self.pane.count.text(), question, self.pane.sealed_words)
            _start(self.pane.title, said)

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

    def left_off(self) -> AnsweringLeftOff:
        """Where the person is; what is typed is kept with the answers, or waits to be."""
        return AnsweringLeftOff(self._assessment, self._place, self.help.folds)

    def go_on(self, left_off: AnsweringLeftOff) -> None:
        self.help.folds = left_off.folds
        opened = self.session.current
        if opened is None or left_off.place is None:
            return
        if opened.assessment.id == left_off.assessment:
            self._be_at(opened, left_off.place)

    def _restore(self, question: str) -> None:
        """Put back what was typed and is no answer yet."""
        for part, field in self.pane.parts().items():
            typed = self.presenter.typed(question, part)
            if typed:
                field.restore(typed)

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
            is_na = answer.na or self.presenter.waits_for_reason(self.entry.id)
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
        for field in self.pane.parts().values():
            field.take_back(answer)
        self.comment.take_text_back(answer.comment)
        self.pane.na_reason.field.take_text_back(answer.reason)
        self.show_assessment(opened)
        if self.entry is not None and answer != opened.answer(self.entry.id):
            said = answer_said(self.entry, answer)
            self.pane.say(ended(_("Annuler ou rétablir\u00a0: {said}", said=said)))

    def _make_field(self, entry: QuestionEntry) -> None:
        opened = self.session.current
        field = self.pane.make_field(entry, {} if opened is None else opened.profile)
        field.answered.connect(self._answered)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._show_menu)
        if self.pane.target is not None:
            self.pane.target.answered.connect(self._aimed)
        for part, own in self.pane.parts().items():
            # Of this very question: a field that is taken away announces for the last time.
            own.unfinished.connect(partial(self._left_unfinished, entry.id, part))
        if isinstance(field, ComputedField):
            field.question_wanted.connect(self.go_to)
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
            self.presenter.wait_for_reason(self._question, waits=False)
            self.presenter.give(self._question, value, self.field.run)

    def _left_unfinished(self, question: str, part: str, typed: Typed) -> None:
        if self._question is not None:
            self.presenter.leave_unfinished(question, part, typed)

    def _set_na(self) -> None:
        """Turn « non applicable » on or off; a reason that is required is waited for."""
        opened, entry = self.session.current, self.entry
        if opened is None or entry is None or not self._may_change():
            return
        asked = entry.question.na
        if not asked.allowed:
            self.pane.say(_("Cette question s’applique à tous."))
            return
        waits = self.presenter.waits_for_reason(entry.id)
        if waits or self.presenter.intended(entry.id).na:
            self._say_applicable(entry.id)
        elif must_be_reasoned(entry.question):
            self.presenter.wait_for_reason(entry.id)
            self.pane.say(_("Non applicable\u00a0: raison à écrire."))
            self.show_assessment(opened)
            self.pane.na_reason.field.edit.setFocus()
        else:
            self.presenter.say_not_applicable(entry.id, "")
            self.pane.say(_("Non applicable."))
            if asked.reasons:
                self.show_assessment(opened)
                self.pane.na_reason.choice.setFocus()

    def _say_applicable(self, question: str) -> None:
        self.presenter.wait_for_reason(question, waits=False)
        self.presenter.say_applicable(question)
        self.pane.na_reason.field.show_other("")
        self.pane.say(_("La question s’applique."))
        if self.session.current is not None:
            self.show_assessment(self.session.current)

    def _may_change(self) -> bool:
        """Say why not, where the year is over."""
        if not self._is_open:
            self.pane.say_why_kept()
        return self._is_open

    def _reasoned(self, text: str | None) -> None:
        if self.entry is None or self._question is None:
            return
        reason = text or ""
        if reason.strip() or not must_be_reasoned(self.entry.question):
            run = self.pane.na_reason.field.run
            self.presenter.say_not_applicable(self._question, reason, run)
            self.presenter.wait_for_reason(self._question, waits=False)

    def _reason_chosen(self, reason: str) -> None:
        if self._question is not None:
            self.presenter.choose_reason(self._question, reason)

    def _set_unknown(self) -> None:
        if self.entry is None or not self._may_change():
            return
        if may_be_unknown(self.entry.question):
            self.presenter.wait_for_reason(self.entry.id, waits=False)
            self.presenter.turn_unknown(self.entry.id)
            is_unknown = self.presenter.intended(self.entry.id).unknown
            self.pane.say(_("Je ne sais pas.") if is_unknown else _("À répondre."))

    def _set_discussed(self) -> None:
        if self.entry is not None and self._may_change():
            self.presenter.turn_discussed(self.entry.id)
            is_discussed = self.presenter.is_discussed(self.entry.id)
            self.pane.say(_("À discuter.") if is_discussed else _("Plus à discuter."))

    def _clear(self) -> None:
        if self.entry is None or self.field is None or not self._may_change():
            return
        self.presenter.wait_for_reason(self.entry.id, waits=False)
        unsaved = self.field.unsaved()
        if unsaved is not None:
            # What is half typed goes with the answer.
            self.field.restore(("",) * len(unsaved.typed))
        self.presenter.clear(self.entry.id)
        self.field.flush()
        self.pane.say(_("Réponse effacée."))

    def _aimed(self, target: Fraction | None) -> None:
        if self._question is not None:
            self.presenter.aim(self._question, target)

    def _commented(self, text: str | None) -> None:
        if self._question is not None:
            self.presenter.comment(self._question, text or "", self.comment.run)

    def _show_menu(self, place: QPoint) -> None:
        if self.field is None or not self._is_open:
            return
        menu = QMenu(self)
        menu.addAction(_("Effacer ma réponse"), self._clear)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.field.mapToGlobal(place))

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
        self.pane.na_reason.choice.chosen.connect(self._reason_chosen)
        self.comment.answered.connect(self._commented)
        self.evidence.serve(self.help.evidence)
        self.footer.back.clicked.connect(self.go_back)
        self.footer.next_wanted.connect(self.go_next)
        self.footer.na.clicked.connect(self._set_na)
        self.footer.unknown.clicked.connect(self._set_unknown)
        self.footer.discuss.clicked.connect(self._set_discussed)

    def heading(self) -> str:
        """Say nothing more: each question is said with its number as it is shown."""
        return ""

    def _escape(self) -> None:
        """Come back to the question, from a drawer or from the list of the theme."""
        if self._place is not None and self._place.whole == "list":
            self.go_back()
        else:
            self.columns.close_drawers()
            self.pane.title.setFocus()


def _start(title: QLabel, words: str) -> None:
    """Begin to read a page at its title."""
    title.setFocus()
    announce(title, words)
