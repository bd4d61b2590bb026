"""The milestones of an action: a day, a title, done or not; lines to add another."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.plan.plan import Milestone
from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.day_field import Today, calendar_in
from cap_desktop.gui.kit.entry_line import DAY_WIDTH, entry_line, icon_button, named
from cap_desktop.gui.kit.entry_list import EntryList, Fault, entry_of
from cap_desktop.gui.look.look import SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.days import whole_day


class MilestoneList(EntryList):
    """One is marked as done, or taken off, where it stands."""

    def __init__(self, look: Look, today: Today) -> None:
        super().__init__(look, 4)
        self._today = today
        self.title = entry_line(look, _("Nouveau jalon"), _("Ce qui sera fait"))
        self.column.addLayout(named(look, _("Nouveau jalon"), self.title))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.day = entry_line(look, _("Jour du jalon"), _("ex. 31/03/2027"))
        self.calendar = calendar_in(look, self.day, today)
        self.day.setMinimumWidth(look.px(DAY_WIDTH))
        self.add = button(look, _("Ajouter"), "", "plus")
        self.add.setAccessibleName(_("Ajouter le jalon"))
        self.add.clicked.connect(self._add)
        row.addLayout(named(look, _("Jour"), self.day), 1)
        row.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.column.addWidget(self.fault)
        self.lines = (self.title, self.day)
        for line in self.lines:
            line.returnPressed.connect(self._add)
        self.begin("", "")

    def show_milestones(self, kept: tuple[Milestone, ...]) -> None:
        """Show the milestones that are kept, by date."""
        self.show_entries(sorted(kept, key=attrgetter("day")))

    def entry(self, typed: Typed) -> Record | Fault:
        empty = _("Écrivez ce qui sera fait.")
        return entry_of(Milestone, ("title", "day"), typed, empty, self._today())

    def row(self, entry: Record) -> QWidget:
        assert isinstance(entry, Milestone)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(4))
        box = QCheckBox()
        box.setChecked(entry.done)
        day = whole_day(entry.day)
        box.setAccessibleName(_("{title}, {day}, fait", title=entry.title, day=day))

        def mark(done: bool) -> None:
            # The next click may come before this one is saved and shown.
            nonlocal entry
            before, entry = entry, entry.model_copy(update={"done": done})
            self.edited.emit(before, entry)

        box.clicked.connect(mark)
        row.addWidget(box)
        words = label(self.look, f"{entry.title}\n{day}", SMALL)
        row.addWidget(words, 1)
        name = _("Retirer le jalon «\u00a0{title}\u00a0»", title=entry.title)
        remove = icon_button(self.look, "x", name)
        remove.clicked.connect(lambda: self.edited.emit(entry, None))
        row.addWidget(remove)
        return shown

    def _add(self) -> None:
        if self.added():
            self.begin("", "")
