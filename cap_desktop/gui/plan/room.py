"""The improvement plan among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room, Tab
from cap_desktop.gui.session.destinations import ToPlan
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.plan.plan_page import PlanPage


def _plan(context: Context) -> PlanPage:
    from cap_desktop.gui.plan.plan_page import PlanPage  # start-up: one page is shown first

    return PlanPage.of(context.look, context.presenters)


ROOM: Room = (
    PageEntry(
        "PlanPage",
        (ToPlan,),
        _plan,
        tab=Tab(mark("Plan d’amélioration"), "list-checks", ToPlan()),
        needs="assessment",
        waits=True,
    ),
)
