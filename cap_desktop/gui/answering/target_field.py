"""The structure's own target for an indicator."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.gui.kit.line_field import LineField
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import number, read_number

WIDTH = 110


class TargetField(LineField):
    """It may stay empty."""

    def __init__(self, look: Look, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Votre cible (facultatif)"), unit, WIDTH, parent)
        self._unit = unit
        self.line.setAccessibleName(_("Votre cible, en {unit}, facultatif", unit=unit))

    def part(self, answer: Answer) -> object:
        return answer.target

    def read(self, text: str) -> object:
        return read_number(text, (self._unit,))

    def write(self, value: object) -> str:
        return number(value) if isinstance(value, Fraction) else ""

    def refusal(self) -> str:
        return _("Écrivez un nombre, par exemple 60.")
