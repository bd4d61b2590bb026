"""Answering: one question at a time, the themes on the left, what helps on the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMenu, QPushButton, QWidget

from cap_desktop.domain.answers import AnswerValue
from cap_desktop.domain.assessment import EvidenceFile
from cap_desktop.domain.outline import QuestionEntry
from cap_desktop.domain.questions import ComputedQuestion
from cap_desktop.gui.announcing import announce
from cap_desktop.gui.answer_intents import AnswerIntents
from cap_desktop.gui.answer_words import computed_note
from cap_desktop.gui.dates import day_words
from cap_desktop.gui.figures import reading
from cap_desktop.gui.pages.answering_frame import AnsweringFrame
from cap_desktop.gui.pages.answering_keys import Act, bind_keys, press_focused
from cap_desktop.gui.pages.drafts import Drafts
from cap_desktop.gui.reading import (
    all_displayed,
    displayed,
    short_title,
    sources_of,
    themes_after,
)
from cap_desktop.gui.theme import Theme
from cap_desktop.gui.widgets.answer_fields import (
    AnswerField,
    ComputedField,
    FigureField,
    TextField,
)
from cap_desktop.gui.widgets.option_row import LETTERS
from cap_desktop.gui.widgets.question_row import question_state
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.services.assessments import OpenAssessment

DIGITS = "0123456"


class AnsweringPage(AnsweringFrame):
    """Shows one question of the open assessment, or a whole theme (then `entry` is None)."""

    finished = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.workspace = workspace
        self.entry: QuestionEntry | None = None
        self._whole: Literal["", "end", "list"] = ""
        self._theme_id = ""
        self._left_question = ""
        self._asks_reason = False
        self._drafts = Drafts()
        self._intents = AnswerIntents(workspace)
        self.setAcceptDrops(True)
        self._connect()
        self._bind()

    @property
    def field(self) -> AnswerField | None:
        """The field of the question that is shown."""
        return self.pane.field

    @property
    def comment(self) -> TextField:
        """The field of the comment."""
        return self.help.comment

    @property
    def discuss(self) -> QCheckBox:
        """The box « À discuter »."""
        return self.footer.discuss

    @property
    def next(self) -> QPushButton:
        """The main button."""
        return self.footer.next

    # --- Moving -----------------------------------------------------------------------

    def go_to(self, question: str) -> None:
        """Show a question of the open assessment, and put the focus on its words."""
        opened = self.workspace.current
        if opened is None:
            return
        self._leave_question()
        self.entry = opened.questionnaire.outline.by_id[question]
        self._whole, self._theme_id = "", self.entry.theme
        self._make_field(opened, self.entry)
        self.show_assessment(opened)
        self._restore(opened, self.entry)
        self.show_question()
        self.pane.title.setFocus()
        announce(self.pane.title, f"{self.pane.count.text()}. {self.entry.question.title}")

    def go_to_theme(self, theme: str) -> None:
        """Show the first question of a theme that waits, else its first one."""
        opened = self.workspace.current
        if opened is None:
            return
        entries = displayed(opened, opened.questionnaire.outline.nodes[theme])
        states = opened.results.questions
        waiting = [
            entry
            for entry in entries
            if states[entry.id].state == "unanswered"
            and not isinstance(entry.question, ComputedQuestion)
        ]
        if entries:
            self.go_to((waiting or list(entries))[0].id)

    def go_next(self) -> None:
        """Show the next question; after the last one of a theme, its summary."""
        opened = self.workspace.current
        if opened is None:
            return
        if self._whole == "list" and self._left_question:
            self.go_to(self._left_question)
        elif self._whole:
            self._go_to_next_theme(opened)
        elif self.entry is not None:
            entries = self._displayed(opened)
            rank = entries.index(self.entry) if self.entry in entries else -1
            after = entries[rank + 1 :]
            if after:
                self.go_to(after[0].id)
            else:
                self._show_whole(opened, "end")

    def go_back(self) -> None:
        """Show the question before; from a summary, the question it was asked from."""
        opened = self.workspace.current
        if opened is None:
            return
        if self._whole:
            self.go_to(self._left_question or self._displayed(opened)[-1].id)
            return
        every = all_displayed(opened)
        ranks = [rank for rank, entry in enumerate(every) if entry == self.entry]
        if ranks and ranks[0]:
            self.go_to(every[ranks[0] - 1].id)

    def show_theme(self) -> None:
        """Show every question of the theme with its saved answer."""
        if self.workspace.current is not None and self._theme_id:
            self._show_whole(self.workspace.current, "list")

    def flush(self) -> None:
        """Announce everything that is typed and not saved yet."""
        if self.entry is not None:
            for _place, field in self._fields():
                field.flush()

    def _go_to_next_theme(self, opened: OpenAssessment) -> None:
        after = themes_after(opened, self._theme_id)
        if after:
            self.go_to_theme(after[0])
        else:
            self.finished.emit()

    def _show_whole(self, opened: OpenAssessment, kind: Literal["end", "list"]) -> None:
        self._leave_question()
        if self.entry is not None:
            self._left_question = self.entry.id
        self.entry, self._whole = None, kind
        self.pane.drop_field()
        self.show_assessment(opened)
        self.show_summary()
        self.summary.title.setFocus()
        announce(self.summary.title, self.summary.title.text())

    def _leave_question(self) -> None:
        """Announce what is typed, and remember it until it is saved."""
        opened = self.workspace.current
        if self.entry is None or opened is None:
            return
        self.flush()
        for place, field in self._fields():
            self._drafts.keep(self.entry.id, place, field.unsaved())

    def _restore(self, opened: OpenAssessment, entry: QuestionEntry) -> None:
        for place, field in self._fields():
            typed = self._drafts.find(opened, entry.id, place)
            if typed is not None:
                field.restore(typed)

    def _fields(self) -> list[tuple[str, AnswerField]]:
        """Where something can be typed, by the part of the answer that it fills."""
        own = [("value", self.field)] if self.field is not None else []
        return [*own, ("comment", self.comment), ("reason", self.pane.na_reason.field)]

    def _forget(self) -> None:
        """Another assessment is open: nothing of the one before is shown any more."""
        self._drafts.clear()
        self.entry, self._whole, self._theme_id, self._left_question = None, "", "", ""
        self.pane.drop_field()

    def _displayed(self, opened: OpenAssessment) -> tuple[QuestionEntry, ...]:
        return displayed(opened, opened.questionnaire.outline.nodes[self._theme_id])

    # --- Showing ----------------------------------------------------------------------

    def show_assessment(self, opened: OpenAssessment) -> None:
        """Show the saved state of the question, or of the whole theme."""
        self._drafts.drop_saved(opened)
        if self._whole:
            self._show_summary(opened)
        elif self.entry is not None and self.field is not None:
            self._show_place(opened, self.entry)
            self._show_answer(opened, self.entry, self.field)
            self.help.show_question(opened, self.workspace.former, self.entry)

    def _show_summary(self, opened: OpenAssessment) -> None:
        self.themes.show_assessment(opened, self._theme_id)
        self.footer.show_no_question()
        self.footer.back.setEnabled(True)
        self.footer.back.setVisible(self._whole == "end")
        if self._whole == "list":
            self.summary.show_list(opened, self._theme_id)
            self.footer.name_next(_("Revenir à la question"))
            return
        self.summary.show_end(opened, self._theme_id)
        has_more = bool(themes_after(opened, self._theme_id))
        self.footer.name_next(_("Thème suivant") if has_more else _("Voir les résultats"))

    def _show_place(self, opened: OpenAssessment, entry: QuestionEntry) -> None:
        self.themes.show_assessment(opened, entry.theme)
        entries = self._displayed(opened)
        rank = entries.index(entry) + 1 if entry in entries else 1
        short = short_title(opened, entry.theme)
        self.pane.show_place(short, rank, len(entries))
        self.name_themes(
            _("{theme} · {rank} / {count}", theme=short, rank=rank, count=len(entries))
        )
        self.footer.back.setVisible(True)
        self.footer.back.setEnabled(all_displayed(opened)[0] != entry)
        is_last = rank == len(entries)
        self.footer.name_next(_("Terminer ce thème") if is_last else _("Suivante"))
        sealed_at = opened.assessment.sealed_at if opened.assessment.is_sealed else None
        self.pane.show_sealed(day_words(sealed_at) if sealed_at else "")

    def _show_answer(
        self, opened: OpenAssessment, entry: QuestionEntry, field: AnswerField
    ) -> None:
        answer = opened.answer(entry.id)
        question = entry.question
        is_open = not opened.assessment.is_sealed
        field.show_answer(answer)
        if isinstance(field, FigureField):
            field.show_reading(reading(opened, self.workspace.former, entry.id))
        elif isinstance(field, ComputedField):
            self._show_computed(opened, entry, field)
        self.comment.show_text(answer.comment)
        self.pane.na_reason.field.show_text(answer.reason)
        self._asks_reason = self._asks_reason and not answer.na
        is_na = answer.na or self._asks_reason
        self.pane.na_reason.setVisible(is_na)
        self.pane.na_reason.show_asked(is_required=question.na.reason_required, is_saved=answer.na)
        self.footer.na.setChecked(is_na)
        self.footer.unknown.setChecked(answer.unknown)
        self.footer.discuss.setChecked(opened.is_discussed(entry.id))
        may_not_know = question.unknown_allowed and not isinstance(question, ComputedQuestion)
        self.footer.show_allowed(na=question.na.allowed, unknown=may_not_know)
        field.setEnabled(is_open and not is_na)
        for widget in (self.pane.na_reason, self.footer.na, self.footer.unknown, self.discuss):
            widget.setEnabled(is_open)

    def _show_computed(
        self, opened: OpenAssessment, entry: QuestionEntry, field: ComputedField
    ) -> None:
        if not isinstance(entry.question, ComputedQuestion):
            return
        field.setEnabled(True)
        field.show_sources(
            tuple(question_state(opened, source) for source in sources_of(opened, entry.question))
        )
        found = reading(opened, self.workspace.former, entry.id)
        field.show_reading(found, computed_note(opened, entry))

    def _make_field(self, opened: OpenAssessment, entry: QuestionEntry) -> None:
        field = self.pane.make_field(entry)
        field.answered.connect(self._answered)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._show_menu)
        if isinstance(field, ComputedField):
            field.question_wanted.connect(self.go_to)
        former = self.workspace.former
        if former is not None:
            field.show_former(former.answer(entry.id), former.assessment.year)
        self._asks_reason = False
        answer = opened.answer(entry.id)
        self.comment.show_other(answer.comment)
        self.pane.na_reason.field.show_other(answer.reason)

    # --- Answering --------------------------------------------------------------------

    @property
    def _is_open(self) -> bool:
        opened = self.workspace.current
        return opened is not None and self.entry is not None and not opened.assessment.is_sealed

    def _answered(self, value: AnswerValue | None) -> None:
        if self.entry is not None:
            self._asks_reason = False
            self._intents.give(self.entry.id, value)

    def _set_na(self) -> None:
        """Turn « non applicable » on or off; a reason that is required is waited for."""
        opened = self.workspace.current
        if opened is None or self.entry is None or not self._is_open:
            return
        asked = self.entry.question.na
        if not asked.allowed:
            return
        if self.workspace.intended(self.entry.id).na:
            self._intents.say_applicable(self.entry.id)
            return
        self._asks_reason = asked.reason_required and not self._asks_reason
        if not asked.reason_required:
            self._intents.say_not_applicable(self.entry.id, "")
        self.show_assessment(opened)
        if self._asks_reason:
            self.pane.na_reason.field.edit.setFocus()

    def _reasoned(self, text: str | None) -> None:
        if self.entry is None:
            return
        reason = (text or "").strip()
        if reason or not self.entry.question.na.reason_required:
            self._intents.say_not_applicable(self.entry.id, reason)

    def _set_unknown(self) -> None:
        may = self.footer.may_not_know
        if self.entry is not None and self._is_open and may:
            self._intents.turn_unknown(self.entry.id)

    def _set_discussed(self) -> None:
        if self.entry is not None and self._is_open:
            self._intents.turn_discussed(self.entry.id)

    def _clear(self) -> None:
        if self.entry is not None and self._is_open:
            self._intents.clear(self.entry.id)

    def _commented(self, text: str | None) -> None:
        if self.entry is not None:
            self._intents.comment(self.entry.id, text or "")

    def _choose(self, rank: int) -> None:
        if self.field is not None and self.field.isEnabled():
            self.field.choose(rank)

    def _show_menu(self, place: QPoint) -> None:
        if self.field is None or not self._is_open:
            return
        menu = QMenu(self)
        menu.addAction(_("Effacer ma réponse"), self._clear)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.field.mapToGlobal(place))

    # --- Evidence ---------------------------------------------------------------------

    def _add_evidence(self) -> None:
        if (
            self.entry is None
            or not self._is_open
            or isinstance(self.entry.question, ComputedQuestion)
        ):
            return
        names, _filter = QFileDialog.getOpenFileNames(self, _("Ajouter une preuve"))
        for name in names:
            self.workspace.add_evidence(self.entry.id, Path(name))

    def _remove_evidence(self, name: str) -> None:
        if self.entry is not None:
            self.workspace.remove_evidence(self.entry.id, name)

    def _return_evidence(self, name: str, file: EvidenceFile | None) -> None:
        if self.entry is not None:
            self.workspace.restore_evidence(self.entry.id, name, file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._is_open and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if self.entry is not None and url.isLocalFile():
                self.workspace.add_evidence(self.entry.id, Path(url.toLocalFile()))
        event.acceptProposedAction()

    # --- Wiring -----------------------------------------------------------------------

    def _connect(self) -> None:
        self.workspace.changed.connect(self.show_assessment)
        self.workspace.opened.connect(self._forget)
        self.themes.chosen.connect(self.go_to_theme)
        self.summary.question_wanted.connect(self.go_to)
        self.summary.list_wanted.connect(self.show_theme)
        self.pane.list_wanted.connect(self.show_theme)
        self.pane.reopening_wanted.connect(self.workspace.reopen)
        self.pane.na_reason.field.answered.connect(self._reasoned)
        self.comment.answered.connect(self._commented)
        evidence = self.help.evidence
        evidence.add_wanted.connect(self._add_evidence)
        evidence.removal_wanted.connect(self._remove_evidence)
        evidence.return_wanted.connect(self._return_evidence)
        self.footer.back.clicked.connect(self.go_back)
        self.footer.next.clicked.connect(self.go_next)
        self.footer.na.clicked.connect(self._set_na)
        self.footer.unknown.clicked.connect(self._set_unknown)
        self.footer.discuss.clicked.connect(self._set_discussed)

    def _bind(self) -> None:
        own: dict[str, Act] = {
            "C": self._go_to_comment,
            "D": self._set_discussed,
            "N": self._set_na,
            "P": self._add_evidence,
        }
        keys: dict[str, Act] = {
            digit: partial(self._choose, rank) for rank, digit in enumerate(DIGITS)
        }
        for letter in sorted({*own, *LETTERS}):
            keys[letter] = partial(self._press_letter, letter, own.get(letter))
        keys |= dict.fromkeys(("Return", "Enter"), self._press_enter)
        keys |= dict.fromkeys(("Del", "Backspace"), self._clear)
        bind_keys(self, keys)
        moves: dict[str, Act] = {
            "Alt+Right": self.go_next,
            "Alt+Left": self.go_back,
            "Escape": self._escape,
            "F6": partial(self.go_to_zone, 1),
            "Shift+F6": partial(self.go_to_zone, -1),
        }
        bind_keys(self, moves, in_texts=True)

    def _press_letter(self, letter: str, otherwise: Act | None) -> None:
        """A letter that stands on an option chooses it; else it does what it does."""
        field = self.field
        if field is not None and field.isEnabled() and field.choose_letter(letter):
            return
        if otherwise is not None:
            otherwise()

    def _press_enter(self) -> None:
        if not press_focused():
            self.go_next()

    def _escape(self) -> None:
        """Come back to the question, from a drawer or from the list of the theme."""
        if self._whole == "list":
            self.go_next()
        else:
            self.close_drawers()
            self.pane.title.setFocus()

    def _go_to_comment(self) -> None:
        if self.entry is not None:
            self.ensure_help()
            self.comment.edit.setFocus()
