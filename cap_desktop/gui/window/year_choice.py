"""The year in the top bar: which one is open, the others, and what can become of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cap_desktop.domain.scoring.standing import Standing, YearStanding
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.tasks import (
    BeginYear,
    OpenYear,
    RemoveYear,
    ReopenYear,
    SealYear,
    Task,
)
from cap_desktop.gui.window.chevron_button import ChevronButton, add_act
from cap_desktop.i18n import _
from cap_desktop.words.days import day_words

ICON = 20


class YearChoice(ChevronButton):
    """Shows the open year; what is chosen is a ``Task`` for the window."""

    def __init__(self, look: Look, meet: Callable[[Task], None]) -> None:
        super().__init__(look, "year", "calendar", "text", ICON)
        self._meet = meet

    def show_standing(self, standing: Standing) -> None:
        """Name the open year and list the others, with their state."""
        self.setText(f" {standing.year}")
        name = arrival_words(standing)
        self.setAccessibleName(name)
        give_hint(self, name)
        menu = self.choices
        menu.clear()
        for year in standing.years:
            act = add_act(menu, _line(year), partial(self._meet, OpenYear(year.assessment)))
            if year.assessment == standing.assessment:
                act.setCheckable(True)
                act.setChecked(True)
                act.setEnabled(False)
        menu.addSeparator()
        shown = standing.year
        if standing.is_sealed:
            add_act(menu, _("Rouvrir {year}", year=shown), partial(self._meet, ReopenYear()))
        else:
            add_act(menu, _("Terminer {year}", year=shown), partial(self._meet, SealYear()))
        newest = standing.years[0]
        if newest.sealed_at:
            following = newest.year + 1
            begin = partial(self._meet, BeginYear(following))
            add_act(menu, _("Commencer {year}", year=following), begin)
        if may_be_removed(standing):
            add_act(menu, _("Retirer {year}", year=shown), partial(self._meet, RemoveYear()))


def may_be_removed(standing: Standing) -> bool:
    """True for a draft that nothing was said in, beside other years."""
    plan = standing.plan
    has_plan = plan is not None and plan.year == standing.year and plan.total > 0
    is_untouched = not (standing.done or standing.discussed or standing.unknown)
    return len(standing.years) > 1 and not standing.is_sealed and is_untouched and not has_plan


def arrival_words(standing: Standing) -> str:
    """The open year and its state, as a screen reader says them."""
    if standing.is_sealed:
        return _("Année {year}, terminée, lecture seule", year=standing.year)
    return _("Année {year}, en cours", year=standing.year)


def _line(year: YearStanding) -> str:
    if not year.sealed_at:
        return _("{year} · en cours", year=year.year)
    day = day_words(year.sealed_at, with_year=True)
    return _("{year} · terminée le {day}", year=year.year, day=day)
