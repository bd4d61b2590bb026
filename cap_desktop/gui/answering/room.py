"""Answering and finding a question, among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room, Tab
from cap_desktop.gui.session.destinations import ToQuestion, ToSearch, ToTheme
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.answering.answering_page import (
        AnsweringPage,
    )
    from cap_desktop.gui.answering.search_page import SearchPage


def _answering(context: Context) -> AnsweringPage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.answering.answering_page import AnsweringPage

    return AnsweringPage(context.look, context.session, context.dialogs)


def _search(context: Context) -> SearchPage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.answering.search_page import SearchPage

    return SearchPage(context.look, context.session)


ROOM: Room = (
    PageEntry(
        "AnsweringPage",
        (ToQuestion, ToTheme),
        _answering,
        tab=Tab(mark("Répondre"), "clipboard-list", ToQuestion()),
        needs="assessment",
        waits=True,
        help_part="keys",
    ),
    PageEntry(
        "SearchPage",
        (ToSearch,),
        _search,
        stands="aside",
        place=mark("Rechercher"),
        needs="assessment",
        help_part="keys",
    ),
)
