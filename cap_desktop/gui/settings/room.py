"""Preferences and help among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room
from cap_desktop.gui.session.destinations import ToHelp, ToPreferences
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.settings.help_page import HelpPage
    from cap_desktop.gui.settings.preferences_page import PreferencesPage


def _preferences(context: Context) -> PreferencesPage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.settings.preferences_page import PreferencesPage

    return PreferencesPage(context.look, context.preferences, context.data.folder)


def _help(context: Context) -> HelpPage:
    from cap_desktop.gui.settings.help_page import HelpPage  # start-up: one page is shown first

    return HelpPage(context.look, context.session)


ROOM: Room = (
    PageEntry(
        "PreferencesPage",
        (ToPreferences,),
        _preferences,
        stands="aside",
        place=mark("Réglages"),
        help_part="safe",
    ),
    PageEntry("HelpPage", (ToHelp,), _help, stands="aside", place=mark("Aide")),
)
