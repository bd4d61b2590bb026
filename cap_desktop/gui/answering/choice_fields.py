"""Yes or no, one option among several, or several options."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.questions import MultipleQuestion
from cap_desktop.gui.answering.option_row import CheckRow, RadioRow, shortcut_number
from cap_desktop.gui.kit.answer_field import EDGE, AnswerField, show_chosen
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.look.look import SMALL, Look
from cap_desktop.i18n import _


class ChoiceField(AnswerField):
    """Yes or no, or one option among several."""

    def __init__(
        self, look: Look, choices: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        # The rows draw their own margin, for the ring of focus.
        self.column.setSpacing(0)
        self.group = QButtonGroup(self)
        self._ids = [name for name, _title in choices]
        for rank, (_name, title) in enumerate(choices):
            option = RadioRow(look, shortcut_number(rank), title, self)
            self.group.addButton(option, rank)
            self.column.addWidget(option)
        self.group.idClicked.connect(self._announce)

    def show_answer(self, answer: Answer) -> None:
        show_chosen(self.group, self._ids, answer.value)
        self.setEnabled(not answer.na)

    def choose(self, digit: int) -> bool:
        option = self.group.button(digit - 1) if digit else None
        if option is None:
            return False
        option.setFocus()
        option.click()
        return True

    def _announce(self, rank: int) -> None:
        if not self.is_kept:
            self.answered.emit(self._ids[rank])


class SeveralField(AnswerField):
    """Several options; the exclusive one takes the others off."""

    def __init__(
        self, look: Look, question: MultipleQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.column.setSpacing(0)
        told = _("Plusieurs réponses possibles")
        if question.is_compliance:
            # Its help says how to tick, above.
            told = "" if question.help else _("Cochez tout ce qui est en ordre")
        if told:
            note = label(look, told, SMALL, tone="secondary")
            note.setContentsMargins(EDGE, 0, EDGE, 0)
            self.column.addWidget(note)
        self._boxes: dict[str, CheckRow] = {}
        self._exclusive = {option.id for option in question.options if option.exclusive}
        for rank, option in enumerate(question.options):
            box = CheckRow(look, shortcut_number(rank), option.title, self)
            box.clicked.connect(lambda checked, name=option.id: self._toggle(name, checked))
            self._boxes[option.id] = box
            self.column.addWidget(box)

    def show_answer(self, answer: Answer) -> None:
        chosen = answer.value if isinstance(answer.value, tuple) else ()
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)
        self.setEnabled(not answer.na)

    def choose(self, digit: int) -> bool:
        if not 0 < digit <= len(self._boxes):
            return False
        box = list(self._boxes.values())[digit - 1]
        box.setFocus()
        box.click()
        return True

    def _toggle(self, name: str, checked: bool) -> None:
        if self.is_kept:
            return
        if checked:
            for other, box in self._boxes.items():
                if other != name and (name in self._exclusive or other in self._exclusive):
                    box.setChecked(False)
        chosen = tuple(name for name, box in self._boxes.items() if box.isChecked())
        self.answered.emit(chosen or None)
