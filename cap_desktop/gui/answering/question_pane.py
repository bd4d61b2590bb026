"""The middle of the answering page: where we are, the question, and the field to answer it."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.outline import QuestionEntry, as_offered
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    MaturityQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    SingleQuestion,
    YesNoQuestion,
)
from cap_desktop.gui.answering.answer_fields import ComputedField, FigureField, field_for
from cap_desktop.gui.answering.key_hints import KeyHints
from cap_desktop.gui.answering.listening import Listening
from cap_desktop.gui.answering.na_reason import NaReason
from cap_desktop.gui.answering.option_row import NUMBERS
from cap_desktop.gui.answering.question_row import question_state
from cap_desktop.gui.answering.question_title import QuestionTitle
from cap_desktop.gui.answering.target_field import TargetField
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.answer_field import EDGE, AnswerField
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.letting_go import let_go
from cap_desktop.gui.kit.prose import Prose
from cap_desktop.gui.look.look import BODY, CAPTION, MARGIN, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.answer_words import computed_note
from cap_desktop.gui.presentation.figures import reading
from cap_desktop.gui.presentation.help_texts import parted
from cap_desktop.gui.presentation.progress import sources_of
from cap_desktop.i18n import _, mark
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.days import day_words
from cap_desktop.words.levels import CLIMB

WIDTH = 760
READ_ONLY = mark("Lecture seule.")


class QuestionPane(QWidget):
    """One question; the field is made for it, the rest is kept from one to the next."""

    list_wanted = Signal()
    reopening_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        px = look.px
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(MARGIN) - EDGE, px(12), px(MARGIN) - EDGE, px(6))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(7))
        self.top = QVBoxLayout()
        self._column.addLayout(self.top)
        self._column.addLayout(_inset(self._banner()))
        self._column.addLayout(self._head())
        self.title = QuestionTitle(look)
        self._column.addWidget(self.title)
        self.hint = Prose(look, BODY)
        self.hint.setContentsMargins(EDGE, 0, EDGE, 0)
        self._column.addWidget(self.hint)
        self.na_reason = NaReason(look)
        self._column.addLayout(_inset(self.na_reason))
        self._place = self._column.count()
        self.keys = KeyHints(look)
        self.status = label(look, "", SMALL, SEMIBOLD, "accent")
        self.status.setContentsMargins(px(MARGIN), px(4), px(MARGIN), px(4))
        self.status.hide()
        self._column.addWidget(self.keys)
        self._column.addStretch(1)
        outer.addWidget(holder, 1)
        self.field: AnswerField | None = None
        self.listening = Listening(look, self)
        self._is_indicator = False
        self._has_room_for_tag = True

    def make_field(self, entry: QuestionEntry, profile: Profile) -> AnswerField:
        """Replace the field by the one that fits another question, as it is put to a profile."""
        self.drop_field()
        question = as_offered(entry.question, profile)
        self.field = field_for(self.look, question)
        self._column.insertWidget(self._place, self.field)
        self._order_focus(self.field)
        self.title.setText(question.title)
        self.hint.setText(hint(entry))
        self.hint.setVisible(bool(self.hint.text()))
        self.say("")
        self._is_indicator = isinstance(question, MeasuredQuestion)
        self._tag.setVisible(self._is_indicator and self._has_room_for_tag)
        self.keys.show_keys(_keys(question))
        self.listening.show_question(question)
        return self.field

    def _order_focus(self, field: AnswerField) -> None:
        """Let Tab go from the question through its answers: new widgets come last by default."""
        inside = [
            widget
            for widget in field.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        reason = self.na_reason
        stops: list[QWidget] = [self.title, reason.choice, reason.field.edit, *inside]
        for stop, following in itertools.pairwise(stops):
            QWidget.setTabOrder(stop, following)

    @property
    def target(self) -> TargetField | None:
        """The field of the structure's own target, where the question takes one."""
        if isinstance(self.field, FigureField | ComputedField):
            return self.field.target
        return None

    def parts(self) -> dict[str, AnswerField]:
        """The fields of the question, by the part of the answer that each fills."""
        found = {"value": self.field, "target": self.target}
        return {part: field for part, field in found.items() if field is not None}

    def drop_field(self) -> None:
        """Take the field away, with what is in it; nothing is read aloud any more."""
        self.listening.show_question(None)
        if self.field is not None:
            self._column.removeWidget(self.field)
            let_go(self.field)
            self.field = None

    def say(self, words: str) -> None:
        """Say what was just done to the answer, to whom looks and to whom listens.

        It stands under what scrolls: the end of a long question may be out of sight.
        Not every reader speaks announcements: the line changes its name too.
        """
        self.status.setText(words)
        self.status.setAccessibleName(words)
        self.status.setVisible(bool(words))
        if words:
            announce(self.status, words)

    def say_why_kept(self) -> None:
        """Say why an answer does not change."""
        self.say(_("Année terminée\u00a0: rouvrez-la pour changer une réponse."))

    def show_place(self, theme: str, place: str) -> None:
        """Say which theme this is, and where in it."""
        self.place.setText(theme)
        self.count.setText(place)

    def show_answer(
        self,
        opened: OpenAssessment,
        former: OpenAssessment | None,
        entry: QuestionEntry,
        answer: Answer,
        *,
        is_na: bool,
    ) -> None:
        """Show an answer; `is_na` also while the reason of « non applicable » is waited for."""
        is_open = not opened.assessment.is_sealed
        self._show_sealed(opened)
        if not is_na and self.na_reason.isAncestorOf(self.focusWidget()):
            # Hidden in a moment: keys would fall into whatever text comes after it.
            self.title.setFocus()
        self.na_reason.setVisible(is_na)
        self.na_reason.setEnabled(is_open)
        self.na_reason.show_asked(entry.question, answer)
        self.na_reason.field.show_text(answer.reason)
        if self.field is None:
            return
        self.field.show_answer(answer)
        if former is not None:
            self.field.show_former(former.answer(entry.id), former.assessment.year)
        self.field.setEnabled(not is_na)
        self.field.keep(is_kept=not is_open)
        self._describe(entry)
        if isinstance(self.field, FigureField):
            # A figure that does not apply is not shown, nor what was wrong with it.
            self.field.setVisible(not is_na)
            self.field.show_reading(reading(opened, former, entry.id))
        elif isinstance(self.field, ComputedField):
            # Nothing is typed here but the target; the links stay open in a closed year.
            self.field.setEnabled(True)
            self._show_computed(self.field, opened, former, entry)

    def _show_computed(
        self,
        field: ComputedField,
        opened: OpenAssessment,
        former: OpenAssessment | None,
        entry: QuestionEntry,
    ) -> None:
        sources = tuple(question_state(opened, source) for source in sources_of(opened, entry))
        field.show_sources(sources)
        field.show_reading(reading(opened, former, entry.id), computed_note(opened, entry))

    def _describe(self, entry: QuestionEntry) -> None:
        """Let the title tell what is around it: it is where one arrives."""
        kind = _("Indicateur") if isinstance(entry.question, MeasuredQuestion) else ""
        parts = (self.sealed_words, kind, self.hint.text())
        self.title.setAccessibleDescription("\n".join(filter(None, parts)))

    @property
    def sealed_words(self) -> str:
        """That the year is over, and so can only be read; empty while it is not."""
        return "" if self._sealed.isHidden() else f"{self._sealed_words.text()} {_(READ_ONLY)}"

    def _show_sealed(self, opened: OpenAssessment) -> None:
        sealed_at = opened.assessment.sealed_at if opened.assessment.is_sealed else None
        if sealed_at is None and self.reopen.hasFocus():
            # Before the button goes: the focus would fall to the top of the window.
            self.title.setFocus()
        self._sealed.setVisible(sealed_at is not None)
        if sealed_at is not None:
            day = day_words(sealed_at[: len("2026-12-04")], with_year=True)
            self._sealed_words.setText(_("Évaluation terminée le {day}.", day=day))

    def shorten(self, *, is_narrow: bool) -> None:
        """Say less above the question, where the page's own bar says it."""
        self.place.setVisible(not is_narrow)
        self.count.setVisible(not is_narrow)

    def show_tag(self, *, has_room: bool) -> None:
        """Show the kind of the question where there is room for it."""
        self._has_room_for_tag = has_room
        self._tag.setVisible(self._is_indicator and has_room)

    def name_list(self, words: str) -> None:
        """Name the list of questions in the words there is room for; none leaves its drawing."""
        self.all.setText(f" {words}" if words else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.listening.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.listening.stop()

    # --- Building ---------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        px = self.look.px
        self.head = head = QHBoxLayout()
        head.setSpacing(px(12))
        head.setContentsMargins(EDGE, 0, 0, 0)
        self.place = label(self.look, "", SMALL, SEMIBOLD, "accent")
        self.place.setWordWrap(False)
        self.count = label(self.look, "", SMALL, tone="secondary")
        self.count.setWordWrap(False)
        self._tag = _tag(self.look, "chart-bar", _("Indicateur"))
        self.all = button(self.look, _("Toutes les questions"), "link", "list-checks")
        self.all.setAccessibleName(_("Toutes les questions du thème"))
        give_hint(self.all, _("Toutes les questions du thème"))
        self.all.clicked.connect(self.list_wanted)
        head.addWidget(self.place)
        head.addWidget(self.count)
        head.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.all)
        return head

    def _banner(self) -> QFrame:
        px = self.look.px
        self._sealed = QFrame()
        self._sealed.setProperty("box", "soft")
        row = QHBoxLayout(self._sealed)
        row.setContentsMargins(px(14), px(4), px(6), px(4))
        row.addWidget(IconLabel(self.look, "lock"))
        self._sealed_words = label(self.look, "", BODY, SEMIBOLD)
        row.addWidget(self._sealed_words, 1)
        self.reopen = button(self.look, _("Rouvrir"), "quiet")
        self.reopen.clicked.connect(self.reopening_wanted)
        row.addWidget(self.reopen)
        self._sealed.hide()
        return self._sealed


def _inset(widget: QWidget) -> QHBoxLayout:
    """Set a framed widget in line with cards that draw their own ring."""
    row = QHBoxLayout()
    row.setContentsMargins(EDGE, 0, EDGE, 0)
    row.addWidget(widget)
    return row


def _tag(look: Look, icon: str, text: str) -> QFrame:
    made = QFrame()
    made.setProperty("box", "tag")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(made)
    row.setContentsMargins(look.px(8), look.px(2), look.px(9), look.px(2))
    row.setSpacing(look.px(6))
    row.addWidget(IconLabel(look, icon, size=16))
    words: QLabel = label(look, text, CAPTION, SEMIBOLD, "secondary")
    words.setWordWrap(False)
    row.addWidget(words)
    return made


def hint(entry: QuestionEntry) -> str:
    """What stands above the answers, with its list; the rest is in the right column."""
    question = entry.question
    if isinstance(question, MaturityQuestion):
        return _(CLIMB)
    return parted(question.help, by_list=isinstance(question, YesNoQuestion)).instruction


def further_help(question: BaseQuestion) -> str:
    """What a help says beside what stands above the answers."""
    if isinstance(question, MaturityQuestion):
        return question.help or ""
    return parted(question.help, by_list=isinstance(question, YesNoQuestion)).rest


def _keys(question: BaseQuestion) -> str:
    if isinstance(question, MaturityQuestion):
        return "".join(str(rank) for rank in range(len(question.levels)))
    if isinstance(question, YesNoQuestion):
        return NUMBERS[:2]
    if isinstance(question, SingleQuestion | MultipleQuestion):
        return NUMBERS[: len(question.options)]
    return ""
