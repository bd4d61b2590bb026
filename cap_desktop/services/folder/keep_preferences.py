"""What a person chose about the look and the keyboard, kept in the folder of the data."""

from __future__ import annotations

from cap_desktop.exchange.output_file import write_whole
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences, written
from cap_desktop.private import FILE


def keep_preferences(folder: DataFolder, preferences: Preferences) -> None:
    """Write the preferences whole, or leave those of before; raises ``OutputDenied``."""
    write_whole(folder.preferences, written(preferences), rights=FILE)
