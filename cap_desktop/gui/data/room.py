"""« Vos données » among the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.kit.room import Context, PageEntry, Room
from cap_desktop.gui.session.destinations import ToYourData
from cap_desktop.i18n import mark

if TYPE_CHECKING:
    from cap_desktop.gui.data.your_data_page import YourDataPage


def _your_data(context: Context) -> YourDataPage:
    # Start-up: one page is shown first.
    from cap_desktop.gui.data.your_data_page import YourDataPage

    return YourDataPage(context.look, context.own_data(), context.dialogs)


ROOM: Room = (
    PageEntry(
        "YourDataPage",
        (ToYourData,),
        _your_data,
        stands="aside",
        place=mark("Vos données"),
        needs="assessment",
        waits=True,
        help_part="safe",
    ),
)
