"""The structure and its profile, and how one begins, among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room
from cap_desktop.gui.session.destinations import ToBeginning, ToStructure
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.structure.profile_page import (
        ProfilePage,
    )
    from cap_desktop.gui.structure.welcome_page import WelcomePage


def _profile(context: Context) -> ProfilePage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.structure.profile_page import ProfilePage

    return ProfilePage(context.look, context.session)


def _welcome(context: Context) -> WelcomePage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.structure.welcome_page import WelcomePage

    return WelcomePage(context.look, context.session, context.edition().questionnaire)


ROOM: Room = (
    PageEntry(
        "ProfilePage",
        (ToStructure,),
        _profile,
        stands="aside",
        place=mark("Votre structure"),
        needs="assessment",
        waits=True,
    ),
    PageEntry(
        "WelcomePage",
        (ToBeginning,),
        _welcome,
        stands="alone",
        place=mark("Ajouter une structure"),
        title=mark("Premier lancement – CAP Desktop"),
    ),
)
