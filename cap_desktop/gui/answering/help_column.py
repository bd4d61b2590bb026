"""The right column: last year, comment, evidence, and what helps to answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import (
    ComputedQuestion,
    MaturityQuestion,
    MeasuredQuestion,
)
from cap_desktop.domain.scoring.indicators import fitting_references
from cap_desktop.gui.answering.evidence_list import EvidenceList
from cap_desktop.gui.answering.former_answer import FormerAnswer
from cap_desktop.gui.answering.question_pane import further_help
from cap_desktop.gui.kit.basics import label, rule, scrolled, section_title
from cap_desktop.gui.kit.fold import Fold
from cap_desktop.gui.kit.text_field import TextField
from cap_desktop.gui.look.look import BODY, SEMIBOLD, Look
from cap_desktop.gui.presentation.answer_words import level_rank, state_words
from cap_desktop.gui.presentation.help_texts import paragraphs
from cap_desktop.gui.presentation.progress import words_of
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.answers import ratio_words
from cap_desktop.words.numbers import with_unit

WIDTH = 340
COMMENT_LINES = 3
ZONE = 72


class HelpColumn(QFrame):
    """Its folds keep the state a person left them in, from one question to the next."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look.px
        self.setProperty("box", "aside")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(20), px(20), px(20), px(12))
        column.setSpacing(px(12))
        self.former = FormerAnswer(look)
        self._former_rule = rule()
        column.addWidget(self.former)
        column.addWidget(self._former_rule)
        column.addWidget(section_title(look, "message-circle", _("Commentaire")))
        self.comment = TextField(look, _("Commentaire"), COMMENT_LINES)
        column.addWidget(self.comment)
        self.evidence = EvidenceList(look)
        column.addWidget(self.evidence)
        self._zone = _drop_zone(look)
        column.addWidget(self._zone)
        folds = QVBoxLayout()
        folds.setSpacing(px(2))
        column.addWidget(rule())
        self.counting = Fold(look, "info", _("Comment compter"), is_open=True)
        self.where = Fold(look, "search", _("Où regarder"))
        self.references = Fold(look, "target", _("Repères"))
        self.why = Fold(look, "circle-question-mark", _("Pourquoi cette question"))
        self.examples = Fold(look, "lightbulb", _("Par exemple"))
        self.words = Fold(look, "book-open", _("Mots expliqués"))
        self._folds = (
            self.counting,
            self.where,
            self.references,
            self.why,
            self.examples,
            self.words,
        )
        for fold in self._folds:
            folds.addWidget(fold)
        column.addLayout(folds)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        area = self._area = scrolled(inside)
        area.setAccessibleName(_("Aide sur la question"))
        page.addWidget(area)
        self.setTabOrder(self.comment.edit, self.evidence.add)
        self._helped: object = None
        self._former: OpenAssessment | None = None
        self.setAcceptDrops(True)

    def show_question(
        self, opened: OpenAssessment, former: OpenAssessment | None, entry: QuestionEntry
    ) -> None:
        """Show what helps with a question, and what is kept beside its answer."""
        is_open = not opened.assessment.is_sealed
        self.comment.edit.setReadOnly(not is_open)
        self.comment.edit.setPlaceholderText(_("Facultatif.") if is_open else "")
        self._show_evidence(opened, entry, is_open=is_open)
        # Years are compared as things: as values, it would take longer than to save the answer.
        helped = (entry.id, opened.assessment.questionnaire, opened.profile)
        if helped != self._helped or former is not self._former:
            self._helped, self._former = helped, former
            self._show_former(former, entry)
            self._show_help(opened, entry)

    @property
    def folds(self) -> tuple[bool, ...]:
        """Which folds are open, from the first to the last."""
        return tuple(fold.title.isChecked() for fold in self._folds)

    @folds.setter
    def folds(self, are_open: tuple[bool, ...]) -> None:
        for fold, is_open in zip(self._folds, are_open, strict=True):
            fold.title.setChecked(is_open)

    def add_evidence(self) -> None:
        """Let a person choose files, where files are taken."""
        if self._takes_files:
            self.evidence.add.click()

    @property
    def _takes_files(self) -> bool:
        return self.evidence.add.isVisibleTo(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes_files and _files(event.mimeData()):
            event.acceptProposedAction()
            self._zone.show()
            self._area.ensureWidgetVisible(self._zone)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._zone.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._zone.hide()
        self.evidence.take(_files(event.mimeData()))
        event.acceptProposedAction()

    def _show_evidence(
        self, opened: OpenAssessment, entry: QuestionEntry, *, is_open: bool
    ) -> None:
        question = entry.question
        files = {file.name: file for file in opened.evidence if file.question == entry.id}
        hint = question.evidence.hint if question.evidence is not None else ""
        self.evidence.show_files(
            entry.id, opened.answer(entry.id).evidence, files, hint or "", is_open=is_open
        )
        self._zone.hide()
        # A computed figure takes its evidence where its figures are typed.
        self.evidence.setVisible(not isinstance(question, ComputedQuestion))

    def _show_former(self, former: OpenAssessment | None, entry: QuestionEntry) -> None:
        known = None if former is None else former.questionnaire.outline.by_id.get(entry.id)
        self.former.setVisible(former is not None)
        self._former_rule.setVisible(former is not None)
        if former is None:
            return
        year = former.assessment.year
        if known is None:
            self.former.show_former(
                _("Question nouvelle"), _("Elle n’existait pas en {year}.", year=year), "", None
            )
            return
        answer = former.answer(entry.id)
        is_figure = isinstance(known.question, ComputedQuestion)
        if answer == NO_ANSWER and not is_figure:
            said = _("Pas de réponse en {year}.", year=year)
            self.former.show_former(said, "", "", None)
            return
        self.former.show_former(
            _former_words(former, known, answer),
            ratio_words(answer) or _("Évaluation {year}", year=year),
            answer.comment,
            level_rank(known, answer),
        )

    def _show_help(self, opened: OpenAssessment, entry: QuestionEntry) -> None:
        question = entry.question
        is_figure = isinstance(question, MeasuredQuestion)
        further = further_help(question)
        self.counting.show_texts(paragraphs(further) if is_figure else ())
        self.where.show_texts(() if is_figure else _texts(further))
        self.references.show_texts(_references(opened, entry), counted=True)
        self.why.show_texts(_texts(question.why))
        types = {option for options in opened.profile.values() for option in options}
        examples = tuple(
            example.text
            for example in question.examples
            if not example.profile or types & set(example.profile)
        )
        self.examples.show_texts(examples)
        words = words_of(opened, entry)
        lines = tuple(
            _("{term} : {definition}", term=word.term, definition=word.definition) for word in words
        )
        self.words.show_texts(lines, counted=True)


def _files(dropped: QMimeData) -> list[Path]:
    """The files among what is dropped; an address of the web is none."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def _drop_zone(look: Look) -> QLabel:
    """Where a file that is dragged may be let go; shown meanwhile."""
    zone = label(look, _("Déposez la preuve ici"), BODY, SEMIBOLD, "accent")
    zone.setProperty("box", "drop")
    zone.setAlignment(Qt.AlignmentFlag.AlignCenter)
    zone.setMinimumHeight(look.px(ZONE))
    zone.hide()
    return zone


def _texts(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _former_words(former: OpenAssessment, entry: QuestionEntry, answer: Answer) -> str:
    """The name of the level alone: its number is in the badge."""
    question = entry.question
    for level in question.levels if isinstance(question, MaturityQuestion) else ():
        if level.id == answer.value:
            return level.title or level.description
    return state_words(former, entry)


def _references(opened: OpenAssessment, entry: QuestionEntry) -> tuple[str, ...]:
    question = entry.question
    if not isinstance(question, MeasuredQuestion):
        return ()
    return tuple(
        _(
            "{label} : {value}. {source}, {year}.",
            label=item.label,
            value=with_unit(item.value, question.unit),
            source=item.source,
            year=item.year,
        )
        for item in fitting_references(question, opened.profile)
    )
