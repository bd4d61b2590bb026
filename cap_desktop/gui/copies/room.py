"""The pages of copies among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room
from cap_desktop.gui.session.destinations import ToCopies, ToCopy, ToDamage
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.kit.page import Page


def _make(context: Context, name: str) -> Page:
    from cap_desktop.gui.copies.pages import PAGES  # start-up: one page is shown first

    return PAGES[name](context)


ROOM: Room = (
    PageEntry(
        "CopiesPage",
        (ToCopies,),
        lambda context: _make(context, "CopiesPage"),
        stands="aside",
        place=mark("Réglages"),
        help_part="safe",
    ),
    PageEntry(
        "CopyPage",
        (ToCopy,),
        lambda context: _make(context, "CopyPage"),
        stands="aside",
        place=mark("Réglages"),
        help_part="safe",
    ),
    PageEntry(
        "DamagePage",
        (ToDamage,),
        lambda context: _make(context, "DamagePage"),
        stands="aside",
        place=mark("Récupération"),
        help_part="safe",
    ),
)
