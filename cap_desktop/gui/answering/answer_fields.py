"""The field that a question is answered with, chosen by its kind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    DateQuestion,
    MaturityQuestion,
    MultipleQuestion,
    NumberQuestion,
    SingleQuestion,
    TextQuestion,
    YesNoQuestion,
)
from cap_desktop.gui.answering.choice_fields import ChoiceField, SeveralField
from cap_desktop.gui.answering.computed_field import ComputedField
from cap_desktop.gui.answering.figure_field import FigureField
from cap_desktop.gui.answering.level_field import LevelField
from cap_desktop.gui.kit.answer_field import EDGE, AnswerField
from cap_desktop.gui.kit.day_field import DayField
from cap_desktop.gui.kit.text_field import TextField
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.words.states import NO, YES

__all__ = [
    "AnswerField",
    "ChoiceField",
    "ComputedField",
    "DayField",
    "FigureField",
    "LevelField",
    "SeveralField",
    "TextField",
    "field_for",
]


def field_for(look: Look, question: BaseQuestion, parent: QWidget | None = None) -> AnswerField:
    """The field that fits a question."""
    if isinstance(question, MaturityQuestion):
        return LevelField(look, question, parent)
    if isinstance(question, YesNoQuestion):
        return ChoiceField(look, [("yes", _(YES)), ("no", _(NO))], parent)
    if isinstance(question, SingleQuestion):
        return ChoiceField(look, [(item.id, item.title) for item in question.options], parent)
    if isinstance(question, MultipleQuestion):
        return SeveralField(look, question, parent)
    if isinstance(question, NumberQuestion):
        return FigureField(look, question, parent)
    if isinstance(question, ComputedQuestion):
        return ComputedField(look, question, parent)
    if isinstance(question, DateQuestion):
        return DayField(look, parent)
    limit = question.max_length if isinstance(question, TextQuestion) else None
    text = TextField(look, question.title, parent=parent, limit=limit)
    text.column.setContentsMargins(EDGE, 0, EDGE, 0)
    return text
