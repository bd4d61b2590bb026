"""The one table of the rooms: a new page is its own folder, and a line here."""

from __future__ import annotations

from cap_desktop.gui.answering.room import ROOM as ANSWERING
from cap_desktop.gui.copies.room import ROOM as COPIES
from cap_desktop.gui.data.room import ROOM as DATA
from cap_desktop.gui.home.room import ROOM as HOME
from cap_desktop.gui.kit.room import Room
from cap_desktop.gui.plan.room import ROOM as PLAN
from cap_desktop.gui.results.room import ROOM as RESULTS
from cap_desktop.gui.settings.room import ROOM as SETTINGS
from cap_desktop.gui.structure.room import ROOM as STRUCTURE

ROOMS: tuple[Room, ...] = (HOME, ANSWERING, RESULTS, PLAN, STRUCTURE, SETTINGS, COPIES, DATA)
"""In the order of the tabs."""
