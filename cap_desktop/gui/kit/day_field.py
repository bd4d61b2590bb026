"""A day, as it is written in French: 04/12/2026."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.gui.kit.answer_field import EDGE
from cap_desktop.gui.kit.line_field import LineField
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.words.days import day_numbers, read_day

WIDTH = 160


class DayField(LineField):
    """Day, month, year; `name` stands above, where nothing else says whose day it is."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, name: str = "") -> None:
        title = name or _("Jour, mois, année")
        super().__init__(look, title, "", WIDTH, parent, is_stacked=bool(name))
        self.column.setContentsMargins(EDGE, 0, EDGE, 0)

    def show_answer(self, answer: Answer) -> None:
        super().show_answer(answer)
        self.setEnabled(not answer.na)

    def part(self, answer: Answer) -> object:
        return answer.value

    def read(self, text: str) -> object:
        return read_day(text)

    def write(self, value: object) -> str:
        return day_numbers(value) if isinstance(value, date) else ""

    def refusal(self) -> str:
        return _("Écrivez un jour, par exemple 04/12/2026.")
