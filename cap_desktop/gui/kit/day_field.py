"""A day, as people write it; shown in figures: 04/12/2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.gui.kit.answer_field import EDGE
from cap_desktop.gui.kit.calendar_button import CalendarButton
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.line_field import LineField
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.words.days import day_numbers
from cap_desktop.words.typed_days import read_day

WIDTH = 200

Today = Callable[[], date]


def calendar_in(look: Look, line: QLineEdit, today: Today | None = None) -> CalendarButton:
    """A calendar at the end of a line: it opens at the day that stands there, else today."""

    def day() -> date | None:
        now = today() if today is not None else None
        return read_day(line.text(), now) or now

    button = CalendarButton(look, line, day)
    button.picked.connect(lambda chosen: line.setText(day_numbers(chosen)))
    give_hint(line, _("Par exemple 31/03/2027, 31 mars, ou mars 2027 pour la fin du mois."))
    return button


class DayField(LineField):
    """Day, month, year; `name` stands above, where nothing else says whose day it is.

    A day without its year is the coming one after `today`; where that is not given, the day of an
    answer may well be a past one, and its year is asked for.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        name: str = "",
        today: Today | None = None,
    ) -> None:
        title = name or _("Jour, mois, année")
        super().__init__(look, title, "", WIDTH, parent, is_stacked=bool(name))
        self.column.setContentsMargins(EDGE, 0, EDGE, 0)
        self._today = today
        self.calendar = calendar_in(look, self.line, today)
        self.calendar.picked.connect(self.flush)

    def show_answer(self, answer: Answer) -> None:
        super().show_answer(answer)
        self.setEnabled(not answer.na)

    def part(self, answer: Answer) -> object:
        return answer.value

    def read(self, text: str) -> object:
        return read_day(text, self._today() if self._today is not None else None)

    def write(self, value: object) -> str:
        return day_numbers(value) if isinstance(value, date) else ""

    def refusal(self) -> str:
        return _("Écrivez un jour, par exemple 04/12/2026.")
