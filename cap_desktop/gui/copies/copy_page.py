"""« Regarder » : what is in a copy, what it would change, and the one button that restores it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.errors import CapError
from cap_desktop.gui.copies.chosen_card import ChosenCard
from cap_desktop.gui.copies.copies_presenter import CopiesPresenter
from cap_desktop.gui.copies.copy_words import STATES
from cap_desktop.gui.copies.effect_rows import effects
from cap_desktop.gui.copies.trail import TrailHead
from cap_desktop.gui.kit.basics import button, card, emptied, label, scrolled, stand_beside
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    GAP,
    HEADING,
    MARGIN,
    SEMIBOLD,
    SMALL,
    Look,
)
from cap_desktop.gui.session.destinations import Destination, ToCopies, ToCopy, ToPreferences
from cap_desktop.gui.session.tasks import RestoreCopy, TakeAnswers
from cap_desktop.i18n import _, counted
from cap_desktop.notices.errors import notice
from cap_desktop.words.copies import copy_words
from cap_desktop.words.held import holds

if TYPE_CHECKING:
    from cap_desktop.services.folder.chosen_answers import AnswerThen
    from cap_desktop.services.folder.copy_list import CopyDetails, YearPreview

CHOSEN, WHOLE = "chosen", "whole"
SIDE_WIDTH = 376
TWO_COLUMNS = 1000
PROMISED, ONE_ROW = 960, 600
"""Effective widths from which the cards, and the buttons of the foot, stand side by side."""


class CopyPage(Page):
    """Looking changes nothing; a copy of today is made before anything does."""

    def __init__(self, look: Look, desk: CopiesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._desk = look, desk
        self._copy = ""
        self._is_whole = False
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self._lay()
        desk.looked_at.connect(self._show_details)
        desk.previewed.connect(self._show_preview)
        desk.compared.connect(self._show_answers)

    # --- Showing ------------------------------------------------------------------------

    def show_destination(self, to: Destination) -> None:
        """Look at the copy; the button that changes nothing has the focus."""
        if isinstance(to, ToCopy):
            self._copy = to.copy
            self._clear()
            self.refresh()
        self.leave_it.setFocus()

    def refresh(self) -> None:
        """Ask what is in the copy, compared with the data of now."""
        if self._copy:
            self._desk.look_at(self._copy)
            self._desk.preview(self._copy)
            self._desk.compare(self._copy)

    def left_off(self) -> str:
        """The copy that is looked at."""
        return self._copy

    def go_on(self, left_off: str) -> None:
        self._copy = left_off
        self._clear()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way, room = QBoxLayout.Direction, self.width() / self.look.scale
        is_wide = room >= TWO_COLUMNS
        stand_beside(self._columns, self._front, self.look.px(SIDE_WIDTH), is_wide=is_wide)
        self._foot.setDirection(way.LeftToRight if room >= ONE_ROW else way.TopToBottom)
        self._head.setDirection(way.LeftToRight if room >= ONE_ROW else way.TopToBottom)
        has_room = room >= PROMISED
        self._promise.setVisible(has_room)
        self._promise_above.setVisible(not has_room)

    def _clear(self) -> None:
        title = copy_words(self._copy)
        self._trail.title.setText(_("La copie du {when}", when=title))
        self._trail.here.setText(title)
        emptied(self._effects)
        self._state.setText("")
        self._fault.setText("")
        self._fault.hide()
        self._is_whole = False
        self.chosen.show_answers(())
        self._what.hide()
        self.what.show_values((WHOLE,))
        self._show_act()

    def _show_details(self, name: str, details: CopyDetails) -> None:
        if name != self._copy:
            return
        words = _("Rouverte et lisible") if details.is_whole else _(STATES[details.state])
        self._state.setText(words)
        self._state.setProperty("tone", "success" if details.is_whole else "warning")
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        emptied(self._effects)
        for number, what, why, icon in effects(details):
            self._effects.addLayout(self._effect(number, what, why, icon))

    def _show_preview(self, name: str, found: tuple[YearPreview, ...] | CapError) -> None:
        if name != self._copy:
            return
        is_whole = self._is_whole = not isinstance(found, CapError)
        self._fault.setVisible(not is_whole)
        self._show_act()
        if isinstance(found, CapError):
            self._fault.setText(notice(found))
            return
        header = (_("Structure et année"), _("Aujourd’hui"), _("Dans la copie"))
        rows = tuple(
            (
                f"{year.structure} {year.year}",
                holds(year.answers, year.actions),
                holds(year.answers_then, year.actions_then),
            )
            for year in found
        )
        self.years.show_table(ChartTable(_("Année par année"), header, rows, ()), (3, 2, 2))

    def _show_answers(self, name: str, found: tuple[AnswerThen, ...]) -> None:
        if name != self._copy:
            return
        had = self._what.isVisible()
        self.chosen.show_answers(found)
        self._what.setVisible(bool(found))
        if not had:
            self.what.show_values((CHOSEN if found else WHOLE,))
        self._show_act()

    @property
    def _are_chosen(self) -> bool:
        return self.what.values == (CHOSEN,)

    def _show_act(self) -> None:
        """The button says what it does; nothing ticked, nothing to do."""
        count = len(self.chosen.chosen)
        words = _("Restaurer cette copie")
        if self._are_chosen:
            words = (
                counted("Reprendre {number} réponse", "Reprendre {number} réponses", count)
                if count
                else _("Reprendre")
            )
        self.restore.setText(f" {words}")
        self.restore.setAccessibleName(words)
        self.restore.setEnabled(self._is_whole and (count > 0 or not self._are_chosen))
        self.chosen.setVisible(self._is_whole and self._are_chosen)
        self._years.setVisible(self._is_whole and not self._are_chosen)

    # --- Intents ------------------------------------------------------------------------

    def _restore(self) -> None:
        words = copy_words(self._copy)
        if self._are_chosen:
            self.wanted.emit(TakeAnswers(self._copy, words, self.chosen.chosen))
        else:
            self.wanted.emit(RestoreCopy(self._copy, words))

    # --- Building -----------------------------------------------------------------------

    def _lay(self) -> None:
        look, px = self.look, self.look.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        inside = QWidget()
        page.addWidget(scrolled(inside), 1)
        page.addWidget(self._make_foot())
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(GAP))
        column.setSpacing(px(16))
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        steps = (
            (_("Réglages"), ToPreferences()),
            (_("Copies et récupération"), ToCopies()),
        )
        self._trail = TrailHead(look, steps, self.wanted.emit)
        self._state = label(look, "", SMALL, SEMIBOLD, "success")
        self._state.setWordWrap(False)
        head.addWidget(self._trail, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        self._promise_above = self._make_promise()
        column.addWidget(self._promise_above)
        self._fault = label(look, "", BODY)
        column.addWidget(self._fault)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(16))
        self._front = QWidget()
        front = QVBoxLayout(self._front)
        front.setContentsMargins(0, 0, 0, 0)
        front.addWidget(self._make_effects())
        self._what = self._make_what()
        front.addWidget(self._what)
        front.addStretch(1)
        self._years = self._make_years()
        self.chosen = ChosenCard(look)
        self.chosen.changed.connect(self._show_act)
        self._columns.addWidget(self._front)
        self._columns.addWidget(self._years, 1)
        self._columns.addWidget(self.chosen, 1)
        column.addLayout(self._columns)
        column.addStretch(1)

    def _make_effects(self) -> QFrame:
        frame, column = card(self.look)
        column.addWidget(label(self.look, _("Si vous reprenez cette copie"), CARD, SEMIBOLD))
        self._effects = QVBoxLayout()
        self._effects.setSpacing(self.look.px(14))
        column.addLayout(self._effects)
        return frame

    def _make_what(self) -> QFrame:
        options = {
            CHOSEN: (_("Ce que je choisis"), _("Le reste d’aujourd’hui ne bouge pas.")),
            WHOLE: (_("Tout, comme dans la copie"), _("Aujourd’hui devient la dernière copie.")),
        }
        about = _("Que voulez-vous reprendre\u00a0?")
        frame, column = card(self.look)
        column.addWidget(label(self.look, about, CARD, SEMIBOLD))
        self.what = ChoiceGrid(self.look, options, about=about)
        self.what.chosen.connect(lambda _values: self._show_act())
        column.addWidget(self.what)
        return frame

    def _make_years(self) -> QFrame:
        look = self.look
        frame, column = card(look)
        column.addWidget(label(look, _("Année par année"), CARD, SEMIBOLD))
        self.years = FittedTable(look)
        column.addWidget(self.years)
        row = QHBoxLayout()
        row.addWidget(IconLabel(look, "info"))
        words = _(
            "Les fichiers des preuves ne sont pas dans la copie\u00a0: ils restent où ils sont."
        )
        row.addWidget(label(look, words, SMALL, tone="secondary"), 1)
        column.addLayout(row)
        return frame

    def _make_foot(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("box", "foot")
        row = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, bar)
        row.setContentsMargins(px(MARGIN), px(10), px(MARGIN), px(10))
        row.setSpacing(px(16))
        self.leave_it = button(look, _("Fermer sans rien changer"))
        self.leave_it.clicked.connect(self.step_back)
        row.addWidget(self.leave_it)
        self._promise = self._make_promise()
        row.addWidget(self._promise, 20)
        row.addStretch(1)
        self.restore = button(look, _("Restaurer cette copie"), "main", "rotate-ccw")
        self.restore.clicked.connect(self._restore)
        row.addWidget(self.restore)
        return bar

    def _make_promise(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel(self.look, "check", "success"))
        words = _(
            "Une copie d’aujourd’hui est faite d’abord. Ctrl\u00a0+\u00a0Z revient en arrière."
        )
        row.addWidget(label(self.look, words, SMALL, tone="success"), 1)
        return made

    def _effect(self, number: str, what: str, why: str, icon: str) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(IconLabel(look, icon))
        figure = label(look, number, HEADING, BOLD, "text")
        figure.setWordWrap(False)
        figure.setMinimumWidth(look.px(44))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(figure)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, what, BODY, SEMIBOLD))
        words.addWidget(label(look, why, SMALL, tone="secondary"))
        row.addLayout(words, 1)
        return row
