"""What was said of an action on a day: the reviews, and one more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.domain.plan import Review
from cap_desktop.gui.dates import day_numbers, read_day
from cap_desktop.gui.theme import CAPTION, SMALL, Theme
from cap_desktop.gui.widgets.entry_line import entry_line, named
from cap_desktop.gui.widgets.pieces import button, emptied, label
from cap_desktop.i18n import _, day_words


class ReviewList(QWidget):
    """Announces the whole list with the review that is added; what was said stays said."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kept: tuple[Review, ...] = ()
        self._today, self._role = "", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        column.addLayout(self._rows)
        self.comment = entry_line(
            theme, _("Commentaire de la revue"), _("Où en est l’action\u00a0?")
        )
        self.role = entry_line(theme, _("Rôle de la personne"))
        self.day = entry_line(theme, _("Jour de la revue"), _("31/03/2027"))
        for words, line in (
            (_("Nouvelle revue"), self.comment),
            (_("Rôle"), self.role),
            (_("Jour"), self.day),
        ):
            column.addLayout(named(theme, words, line))
            line.returnPressed.connect(self._add)
        self.fault = label(theme, "", SMALL, tone="danger")
        self.fault.hide()
        column.addWidget(self.fault)
        self.add = button(theme, _("Ajouter la revue"), "", "plus")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add)

    def show_reviews(self, kept: tuple[Review, ...]) -> None:
        """Show the reviews that are kept, the newest first."""
        if kept == self._kept and self._rows.count():
            return
        self._kept = kept
        emptied(self._rows)
        for review in sorted(kept, key=lambda item: item.day, reverse=True):
            self._rows.addWidget(self._row(review))

    def begin(self, today: date, role: str) -> None:
        """Get ready for a review of today by this role: another action is shown."""
        self._today, self._role = day_numbers(today), role
        self.comment.clear()
        self.role.setText(role)
        self.day.setText(self._today)
        self.fault.hide()

    def _row(self, review: Review) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        day = day_words(review.day.isoformat(), with_year=True)
        head = " · ".join(item for item in (day, review.role.strip()) if item)
        column.addWidget(label(self._theme, head, CAPTION, tone="secondary"))
        column.addWidget(label(self._theme, review.comment, SMALL))
        return made

    def _add(self) -> None:
        comment, day = self.comment.text().strip(), read_day(self.day.text().strip())
        fault = ""
        if not comment:
            fault = _("Écrivez où en est l’action.")
        elif day is None:
            fault = _("Écrivez un jour, par exemple 31/03/2027.")
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault or day is None:
            (self.day if comment else self.comment).setFocus()
            return
        review = Review(day=day, role=self.role.text().strip(), comment=comment)
        self.changed.emit((*self._kept, review))
        self.comment.clear()
        self.comment.setFocus()
