"""The milestones of an action: a day, a title, done or not; one line to add another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.plan import Milestone
from cap_desktop.gui.dates import read_day
from cap_desktop.gui.theme import SMALL, Theme
from cap_desktop.gui.widgets.entry_line import DAY_WIDTH, entry_line, icon_button, named
from cap_desktop.gui.widgets.pieces import button, emptied, label
from cap_desktop.i18n import _, day_words


class MilestoneList(QWidget):
    """Announces the whole list as it should become."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kept: tuple[Milestone, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        column.addLayout(self._rows)
        self.title = entry_line(theme, _("Nouveau jalon"), _("Ce qui sera fait"))
        column.addLayout(named(theme, _("Nouveau jalon"), self.title))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.day = entry_line(theme, _("Jour du jalon"), _("31/03/2027"))
        self.day.setMinimumWidth(theme.px(DAY_WIDTH))
        self.add = button(theme, _("Ajouter"), "", "plus")
        self.add.setAccessibleName(_("Ajouter le jalon"))
        self.add.clicked.connect(self._add)
        row.addLayout(named(theme, _("Jour"), self.day), 1)
        row.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        self.fault = label(theme, "", SMALL, tone="danger")
        self.fault.hide()
        column.addWidget(self.fault)
        for line in (self.title, self.day):
            line.returnPressed.connect(self._add)

    def show_milestones(self, kept: tuple[Milestone, ...]) -> None:
        """Show the milestones that are kept, by date."""
        if kept == self._kept and self._rows.count():
            return
        self._kept = kept
        emptied(self._rows)
        for milestone in sorted(kept, key=lambda item: item.day):
            self._rows.addWidget(self._row(milestone))

    def forget(self) -> None:
        """Empty the line to add: another action is shown."""
        for line in (self.title, self.day):
            line.clear()
        self.fault.hide()

    def _row(self, milestone: Milestone) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(4))
        box = QCheckBox()
        box.setChecked(milestone.done)
        day = day_words(milestone.day.isoformat(), with_year=True)
        box.setAccessibleName(_("{title}, {day}, fait", title=milestone.title, day=day))
        box.clicked.connect(lambda done: self._replace(milestone, done=done))
        row.addWidget(box)
        words = label(self._theme, f"{milestone.title}\n{day}", SMALL)
        row.addWidget(words, 1)
        name = _("Retirer le jalon «\u00a0{title}\u00a0»", title=milestone.title)
        remove = icon_button(self._theme, "x", name)
        remove.clicked.connect(lambda: self._replace(milestone))
        row.addWidget(remove)
        return made

    def _replace(self, milestone: Milestone, *, done: bool | None = None) -> None:
        """Mark a milestone, or take it off where nothing is said of it."""
        others = list(self._kept)
        place = others.index(milestone)
        marked = [] if done is None else [milestone.model_copy(update={"done": done})]
        self.changed.emit((*others[:place], *marked, *others[place + 1 :]))

    def _add(self) -> None:
        title, day = self.title.text().strip(), read_day(self.day.text().strip())
        fault = ""
        if not title:
            fault = _("Écrivez ce qui sera fait.")
        elif day is None:
            fault = _("Écrivez un jour, par exemple 31/03/2027.")
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault or not isinstance(day, date):
            (self.day if title else self.title).setFocus()
            return
        self.changed.emit((*self._kept, Milestone(day=day, title=title)))
        self.forget()
        self.title.setFocus()
