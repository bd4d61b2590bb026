"""Home among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room, Tab
from cap_desktop.gui.session.destinations import ToHome
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.home.home_page import HomePage


def _home(context: Context) -> HomePage:
    from cap_desktop.gui.home.home_page import HomePage  # start-up: one page is shown first

    return HomePage(context.look, context.session)


ROOM: Room = (
    PageEntry(
        "HomePage",
        (ToHome,),
        _home,
        tab=Tab(mark("Accueil"), "house", ToHome()),
        needs="standing",
    ),
)
