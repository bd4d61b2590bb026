"""The levels of a practice, one card each."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.questions import MaturityQuestion
from cap_desktop.gui.answering.level_option import LevelOption
from cap_desktop.gui.kit.answer_field import AnswerField, show_chosen
from cap_desktop.gui.look.look import Look


class LevelField(AnswerField):
    """The levels of a practice; the one that is saved is chosen."""

    def __init__(
        self, look: Look, question: MaturityQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        # The cards draw their own margin, for the ring of focus.
        self.column.setSpacing(0)
        self.group = QButtonGroup(self)
        self.options: list[LevelOption] = []
        self._ids = [level.id for level in question.levels]
        for rank, level in enumerate(question.levels):
            option = LevelOption(look, rank, level.title or str(rank), level.description, self)
            self.group.addButton(option, rank)
            self.options.append(option)
            self.column.addWidget(option)
        self.group.idClicked.connect(self._announce)

    def show_answer(self, answer: Answer) -> None:
        show_chosen(self.group, self._ids, answer.value)
        self.setEnabled(not answer.na)

    def show_former(self, answer: Answer, year: int) -> None:
        for option, name in zip(self.options, self._ids, strict=True):
            option.show_former(year if answer.value == name else None)

    def choose(self, digit: int) -> bool:
        if not 0 <= digit < len(self.options):
            return False
        if not self.is_kept:
            self.options[digit].setChecked(True)
        self.options[digit].setFocus()
        self._announce(digit)
        return True

    def _announce(self, rank: int) -> None:
        if not self.is_kept:
            self.answered.emit(self._ids[rank])
