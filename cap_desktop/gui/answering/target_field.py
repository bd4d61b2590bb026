"""The structure's own target for an indicator."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.gui.kit.line_field import LineField
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import number, read_number

WIDTH = 110


class TargetField(LineField):
    """It may stay empty; no target is aimed at that no answer could reach."""

    def __init__(
        self, look: Look, question: MeasuredQuestion, parent: QWidget | None = None
    ) -> None:
        unit, self._least, self._most = question.unit, question.min, question.max
        super().__init__(look, _("Votre cible (facultatif)"), unit, WIDTH, parent)
        self._unit = unit
        self.tell_name(_("Votre cible, en {unit}, facultatif", unit=unit))

    def part(self, answer: Answer) -> object:
        return answer.target

    def read(self, text: str) -> object:
        value = read_number(text, (self._unit,))
        is_under = value is not None and self._least is not None and value < self._least
        is_over = value is not None and self._most is not None and value > self._most
        return None if is_under or is_over else value

    def write(self, value: object) -> str:
        return number(value) if isinstance(value, Fraction) else ""

    def refusal(self) -> str:
        if self._most is None:
            return _("Écrivez un nombre, par exemple 60.")
        least, most = number(Fraction(self._least or 0)), number(Fraction(self._most))
        return _("Écrivez un nombre entre {least} et {most}.", least=least, most=most)
