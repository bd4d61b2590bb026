"""What was said of an action on a day: the reviews, and one more."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.plan.plan import Review
from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.day_field import Today, calendar_in
from cap_desktop.gui.kit.entry_line import entry_line, named
from cap_desktop.gui.kit.entry_list import EntryList, Fault, entry_of
from cap_desktop.gui.look.look import CAPTION, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.days import whole_day


class ReviewList(EntryList):
    """A review is added beside the others; what was said stays said."""

    def __init__(self, look: Look, today: Today) -> None:
        super().__init__(look, 8)
        self.comment = entry_line(
            look, _("Commentaire de la revue"), _("Où en est l’action\u00a0?")
        )
        self.role = entry_line(look, _("Rôle de la personne"))
        self.day = entry_line(look, _("Jour de la revue"), _("ex. 31/03/2027"))
        self.calendar = calendar_in(look, self.day, today)
        for words, line in (
            (_("Nouvelle revue"), self.comment),
            (_("Rôle"), self.role),
            (_("Jour"), self.day),
        ):
            self.column.addLayout(named(look, words, line))
            line.returnPressed.connect(self._add)
        self.lines = (self.comment, self.role, self.day)
        self.column.addWidget(self.fault)
        self.add = button(look, _("Ajouter la revue"), "", "plus")
        self.add.clicked.connect(self._add)
        self.column.addWidget(self.add)
        self.begin("", "", "")

    def show_reviews(self, kept: tuple[Review, ...]) -> None:
        """Show the reviews that are kept, the newest first."""
        self.show_entries(sorted(kept, key=attrgetter("day"), reverse=True))

    def entry(self, typed: Typed) -> Record | Fault:
        fields = ("comment", "role", "day")
        return entry_of(Review, fields, typed, _("Écrivez où en est l’action."))

    def row(self, entry: Record) -> QWidget:
        assert isinstance(entry, Review)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        day = whole_day(entry.day)
        head = " · ".join(item for item in (day, entry.role.strip()) if item)
        column.addWidget(label(self.look, head, CAPTION, tone="secondary"))
        column.addWidget(label(self.look, entry.comment, SMALL))
        return shown

    def _add(self) -> None:
        if self.added():
            self.comment.clear()
