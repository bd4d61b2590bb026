"""« Et si… »: which actions are supposed to succeed, and what that would change."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cap_desktop.domain.plan.gains import Projection
from cap_desktop.gui.plan.plan_presenter import PlanPresenter
from cap_desktop.gui.plan.plan_rows import Badges
from cap_desktop.gui.plan.plan_table import PlanTable
from cap_desktop.gui.plan.projection_card import ProjectionCard
from cap_desktop.services.local.open_plan import OpenPlan


class Supposed(QObject):
    """Holds ticks, which are kept nowhere, and shows the scores that they bring."""

    def __init__(self, desk: PlanPresenter, table: PlanTable, card: ProjectionCard) -> None:
        super().__init__(card)
        self._desk, self._table, self._card = desk, table, card
        self._shown: tuple[OpenPlan, Badges] | None = None
        self._ticked: frozenset[str] = frozenset()
        self._is_on = False
        table.ticked.connect(self._tick)
        desk.projected.connect(self._show)

    @property
    def ticked(self) -> frozenset[str] | None:
        """The actions that are supposed to succeed; None where nothing is supposed."""
        return self._ticked if self._is_on else None

    def tick(self, names: frozenset[str]) -> None:
        """Suppose that these actions succeed, and no other."""
        self._ticked = names
        self._table.show_ticks(names, is_shown=True)
        self._desk.project(names)

    def take(self, opened: OpenPlan, badges: Badges) -> None:
        """Follow the plan as it is kept now."""
        self._shown = (opened, badges)
        if self._is_on:
            self._desk.project(self._ticked)

    def suppose(self, *, is_on: bool) -> None:
        """Tick every open action and show what they would bring, or stop supposing."""
        if self._shown is None:
            return
        actions = self._shown[0].actions if is_on else ()
        self._is_on = is_on
        self._ticked = frozenset(action.id for action in actions if action.is_open)
        self._card.setVisible(is_on)
        self._table.show_ticks(self._ticked, is_shown=is_on)
        if is_on:
            self._desk.project(self._ticked)

    def _tick(self, name: str) -> None:
        self.tick(self._ticked ^ {name})

    def _show(self, found: Projection) -> None:
        if self._is_on and self._shown is not None:
            opened, badges = self._shown
            self._card.show_projection(found, opened.results, badges)
