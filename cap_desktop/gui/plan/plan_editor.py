"""One action of the plan, kept field by field; folds keep it calm."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.plan.gains import ExpectedGain
from cap_desktop.domain.plan.plan import Action, french_decimal
from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.gui.kit.answer_field import AnswerField, Unsaved
from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.kit.entry_list import EntryList, Fault
from cap_desktop.gui.kit.section import FoldingSection
from cap_desktop.gui.look.look import CAPTION, SMALL, Look
from cap_desktop.gui.plan.action_history import history_lines
from cap_desktop.gui.plan.plan_drafts import Drafts, PlanDrafts
from cap_desktop.gui.plan.plan_fields import PlanFields
from cap_desktop.gui.plan.plan_presenter import ActionHistory, PlanPresenter
from cap_desktop.gui.plan.plan_words import PROGRESS
from cap_desktop.gui.presentation.figures import measured
from cap_desktop.i18n import _
from cap_desktop.services.local.open_plan import OpenPlan
from cap_desktop.words.actions import field_name
from cap_desktop.words.days import day_numbers
from cap_desktop.words.gains import expected_words, observed_words
from cap_desktop.words.numbers import number


class EditorLeftOff(NamedTuple):
    """An open action, empty for none, what is typed of every action and not kept, open folds."""

    action: str
    drafts: Drafts
    folds: tuple[bool, ...]


class PlanEditor(QWidget):
    """Shows what is kept of one action; each field announces its own change to the desk."""

    left = Signal()
    removal_wanted = Signal(str)
    copy_wanted = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, look: Look, desk: PlanPresenter) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self.action = ""
        self.fields = PlanFields(look, self._figure_fault, lambda: desk.session.today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        self.texts, self.due = self.fields.texts, self.fields.due
        self.milestones, self.reviews = self.fields.milestones, self.fields.reviews
        self._opened: OpenPlan | None = None
        self._kept: Action | None = None
        self._drafts = PlanDrafts(desk)
        self._lists: dict[str, EntryList] = {
            "milestones": self.milestones,
            "reviews": self.reviews,
        }
        self._connect()

    def _connect(self) -> None:
        fields, desk = self.fields, self.desk
        fields.left.connect(self.left)
        fields.question_wanted.connect(self.question_wanted)
        fields.remove.clicked.connect(lambda: self.removal_wanted.emit(self.action))
        fields.duplicate.clicked.connect(lambda: self.copy_wanted.emit(self.action))
        fields.changed.connect(lambda changed: self.change(**changed))
        fields.entry_edited.connect(
            lambda field, old, new: self._edit_entry(self.action, field, old, new)
        )
        fields.theme_chosen.connect(self._choose_theme)
        fields.state_chosen.connect(self._choose_state)
        fields.figure_chosen.connect(self._choose_figure)
        fields.gain_wanted.connect(desk.expect_gain)
        fields.history_wanted.connect(lambda: desk.read_history(self.action))
        desk.gain_expected.connect(self._show_gain)
        desk.gains_observed.connect(self._show_observed)
        desk.history_read.connect(self._show_history)

    # --- Showing ----------------------------------------------------------------------

    def show_action(self, name: str, opened: OpenPlan) -> None:
        """Show an action as it is kept; what is typed and not kept stays in its field."""
        action = opened.action(name)
        is_other = name != self.action
        if is_other:
            self._leave()
        self.action, self._opened, self._kept = name, opened, action
        self.fields.holds_action = True
        for field, text in self.texts.items():
            kept = str(getattr(action, field) or "")
            (text.show_other if is_other else text.show_text)(kept)
        due = Answer(value=action.due)
        (self.due.show_other if is_other else self.due.show_answer)(due)
        self._show_choices(action, opened)
        self._show_lists(action, opened, is_other=is_other)
        if is_other:
            self._restore(opened)
            self.fields.area.verticalScrollBar().setValue(0)

    def _show_choices(self, action: Action, opened: OpenPlan) -> None:
        questionnaire = opened.results.questionnaire
        themes = questionnaire.outline.themes()
        options = [("", _("Aucun thème"))]
        options += [(theme.id, f"{theme.code} · {theme.label}") for theme in themes]
        self.fields.themes.show_options(options, action.themes[0] if action.themes else "")
        self.fields.priority.show_choice(str(action.priority))
        self.fields.state.show_choice(action.state)
        self.fields.progress.show_choice(str(action.progress))
        self.fields.progress.setVisible(action.state == "doing")
        self.texts["drop_reason"].setVisible(action.state == "dropped")
        self.fields.step.show_choice(action.step)
        figures = [("", _("Sans chiffre du questionnaire"))]
        figures += [
            (entry.id, entry.question.title)
            for entry in questionnaire.outline.questions
            if isinstance(entry.question, MeasuredQuestion)
        ]
        self.fields.figure.show_options(figures, action.indicator_question or "")

    def _show_lists(self, action: Action, opened: OpenPlan, *, is_other: bool) -> None:
        if is_other:
            self.fields.gain.hide()
            self.milestones.begin("", "")
            self.reviews.begin("", self.desk.session.by, day_numbers(opened.today))
            self.fields.past.open(is_open=False)
        elif self.fields.past.title.isChecked():
            self.desk.read_history(self.action)
        self.fields.questions.show_action(action, opened)
        self.milestones.show_milestones(action.milestones)
        self.fields.milestones_section.count(len(action.milestones))
        self.reviews.show_reviews(action.reviews)
        self.fields.reviews_section.count(len(action.reviews))
        year = action.carried_from
        self.fields.carried.setText("" if year is None else _("Vient du plan {year}", year=year))
        self.fields.carried.setVisible(year is not None)
        self._show_observed()

    def _show_gain(self, gain: ExpectedGain) -> None:
        if self._opened is None or self._kept is None or gain.question not in self._kept.questions:
            return
        questionnaire = self._opened.results.questionnaire
        self.fields.questions.show_gain(gain, questionnaire)
        if gain.question == self._kept.questions[0]:
            self.fields.gain.setText(expected_words(gain, questionnaire))
            self.fields.gain.show()

    def _show_observed(self) -> None:
        found = [gain for gain in self.desk.observed if gain.action == self.action]
        changes = [change for gain in found for change in gain.themes]
        self.fields.observed.setVisible(bool(changes))
        if changes and self._opened is not None:
            questionnaire = self._opened.results.questionnaire
            said = [observed_words(change, questionnaire) for change in changes]
            self.fields.observed.setText("\n".join(said))

    def _show_history(self, found: ActionHistory) -> None:
        if found.action != self.action:
            return
        emptied(self.fields.past_lines)
        for head, what in history_lines(found.changes):
            words: QLabel = label(self.look, head, CAPTION, tone="secondary")
            self.fields.past_lines.addWidget(words)
            self.fields.past_lines.addWidget(label(self.look, what, SMALL))

    # --- Typing -----------------------------------------------------------------------

    def begin(self, *, is_new: bool) -> None:
        """Put the keyboard in the title; a new action's is selected, to be typed over."""
        edit = self.texts["title"].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = edit.textCursor()
        if is_new:
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        edit.setTextCursor(cursor)

    def flush(self) -> None:
        """Announce what is typed and not announced yet."""
        if self.action:
            for field in self._fields().values():
                field.flush()

    def add_entries(self) -> None:
        """Add every milestone and review that is typed whole: nobody may come back to it."""
        self._leave()
        for place, draft in list(self._drafts.here()):
            entry = self._entry(place.field, draft.unsaved)
            if entry is None or self.desk.intended(place.action) is None:
                continue
            self._edit_entry(place.action, place.field, None, entry)
            del self._drafts.all[place]
            if place.action == self.action:
                self._lists[place.field].begin_again()

    def close_action(self) -> None:
        """Show no action; what is typed and cannot be kept is found again on coming back."""
        self._leave()
        self.action, self._kept = "", None
        self.fields.holds_action = False

    def leave_year(self) -> None:
        """Show no action: another year is opened."""
        self.add_entries()
        self.close_action()
        self._drafts.drop_kept()

    def left_off(self) -> EditorLeftOff:
        """The action that is open, all that is typed and not kept, and which folds are open."""
        self._leave()
        folds = tuple(section.title.isChecked() for section in self._sections())
        return EditorLeftOff(self.action, dict(self._drafts.all), folds)

    def take(self, left_off: EditorLeftOff) -> None:
        """Take what was typed before, each to be shown with its action, and the folds."""
        self._drafts.all = dict(left_off.drafts)
        for section, is_open in zip(self._sections(), left_off.folds, strict=True):
            section.open(is_open=is_open)

    def _sections(self) -> list[FoldingSection]:
        # The history is that of one action: it closes with it.
        found = self.fields.findChildren(FoldingSection)
        return [section for section in found if section is not self.fields.past]

    def unsaved_words(self) -> str:
        """What is typed of actions and is neither saved nor about to be."""
        self._note()
        return self._drafts.words()

    def _fields(self) -> dict[str, AnswerField]:
        return {**self.texts, "due": self.due, **self._lists}

    def _leave(self) -> None:
        self.flush()
        self._note()

    def _note(self) -> None:
        """Put down what is typed in the open action and is not kept."""
        if self._kept is not None and self._opened is not None:
            for name, field in self._fields().items():
                self._drafts.note(self._opened.assessment, self._kept, name, field.unsaved())

    def _restore(self, opened: OpenPlan) -> None:
        for name, field in self._fields().items():
            draft = self._drafts.take(opened.assessment, self.action, name)
            kept = getattr(self._kept, name) or None
            if draft is not None and draft.value != kept:
                field.restore(draft.typed)

    def _entry(self, field: str, unsaved: Unsaved) -> Record | None:
        """The milestone or review that is typed, None where it is not whole."""
        if field not in self._lists:
            return None
        entry = self._lists[field].entry(unsaved.typed)
        return None if isinstance(entry, Fault) else entry

    # --- Choosing ---------------------------------------------------------------------

    def change(self, **fields: object) -> None:
        """Change some fields of the open action."""
        label_words = field_name(next(iter(fields))).lower()
        self.desk.change(self.action, label_words, **fields)

    def _edit_entry(self, action: str, field: str, old: Record | None, new: Record | None) -> None:
        """Edit the list as it will be: an entry added a moment before is in it."""
        intended = self.desk.intended(action)
        if intended is None or (old is not None and old not in getattr(intended, field)):
            return
        entries: list[Record] = list(getattr(intended, field))
        place = len(entries)
        if old is not None:
            place = entries.index(old)
            del entries[place]
        if new is not None:
            entries.insert(place, new)
        self.desk.change(action, field_name(field).lower(), **{field: tuple(entries)})

    def _choose_theme(self, theme: str) -> None:
        self.change(themes=(theme,) if theme else ())

    def _choose_state(self, state: str) -> None:
        progress = {"todo": 0, "done": 100}.get(state)
        if state == "doing" and self._kept is not None and self._kept.progress == PROGRESS[-1]:
            progress = PROGRESS[-2]
        self.change(state=state, **({} if progress is None else {"progress": progress}))
        if state == "dropped":
            reason = self.texts["drop_reason"]
            reason.show()
            reason.edit.setFocus()

    def _choose_figure(self, name: str) -> None:
        """Follow a figure of the questionnaire: this year's is the one to start from."""
        if self._opened is None:
            return
        if not name:
            self.change(indicator_question=None)
            return
        results = self._opened.results
        decimals = results.questionnaire.settings.decimals
        value = measured(results.questions[name], decimals)
        target = self.texts["target_value"].edit.toPlainText()
        is_figure = french_decimal(target, self._unit_of(name)) is not None
        self.change(
            indicator_question=name,
            indicator=results.questions[name].entry.question.title,
            start_value=None if value is None else number(Fraction(value)),
            target_value=target if is_figure else None,
        )

    def _figure_fault(self, text: str) -> str:
        name = None if self._kept is None else self._kept.indicator_question
        if name and text and french_decimal(text, self._unit_of(name)) is None:
            return _("Écrivez un nombre, par exemple 60.")
        return ""

    def _unit_of(self, name: str) -> str:
        """The unit of a figure of the questionnaire, which may be typed after a value of it."""
        known = {} if self._opened is None else self._opened.results.questions
        asked = known[name].entry.question if name in known else None
        return asked.unit if isinstance(asked, MeasuredQuestion) else ""
