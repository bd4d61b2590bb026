"""A figure that is never typed: it follows from others, each one click away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.questions import ComputedQuestion
from cap_desktop.gui.answering.question_row import QuestionRow, QuestionState
from cap_desktop.gui.answering.result_label import ResultLabel
from cap_desktop.gui.answering.situation_card import SituationCard
from cap_desktop.gui.kit.answer_field import EDGE, AnswerField
from cap_desktop.gui.kit.basics import card, emptied, label
from cap_desktop.gui.look.look import CARD, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.figures import GaugeValues
from cap_desktop.i18n import _


class ComputedField(AnswerField):
    """Shows the figure, what it is computed from, and how to situate it."""

    question_wanted = Signal(str)

    def __init__(
        self, look: Look, question: ComputedQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.column.setContentsMargins(EDGE, 0, EDGE, 0)
        frame, inside = card(look)
        row = QHBoxLayout()
        self.result = ResultLabel(look)
        self.note = label(look, "", SMALL, tone="secondary")
        row.addWidget(self.result, 1)
        row.addWidget(self.note, 1)
        inside.addLayout(row)
        self.column.addWidget(frame)
        self.situation = SituationCard(look)
        self.column.addWidget(self.situation)
        self.target = self.situation.ask_target(question) if question.own_target else None
        below, sources = card(look)
        sources.setSpacing(look.px(2))
        sources.addWidget(label(look, _("Calculé à partir de"), CARD, SEMIBOLD))
        self._sources = QVBoxLayout()
        self._sources.setSpacing(0)
        sources.addLayout(self._sources)
        self.column.addWidget(below)
        self._shown: tuple[QuestionState, ...] = ()

    def show_answer(self, answer: Answer) -> None:
        if self.target is not None:
            self.target.show_answer(answer)

    def show_sources(self, sources: tuple[QuestionState, ...]) -> None:
        """List the questions it follows from, each a link."""
        if sources == self._shown:
            return
        self._shown = sources
        emptied(self._sources)
        for source in sources:
            row = QuestionRow(self.look, source)
            row.clicked.connect(lambda _checked, name=source.id: self.question_wanted.emit(name))
            self._sources.addWidget(row)

    def show_reading(self, found: GaugeValues, note: str) -> None:
        """Show the value beside last year's and the reference values."""
        self.result.show_value(found.value, found.unit)
        self.note.setText(note)
        self.situation.show_reading(found)
