"""The keys of the whole window: where they lead, and what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from cap_desktop.gui.kit.room import Tab
from cap_desktop.gui.session.destinations import Destination, ToHelp, ToPreferences, ToSearch
from cap_desktop.preferences import STEP

if TYPE_CHECKING:
    from cap_desktop.gui.window.main_window import MainWindow


def bind_shortcuts(window: MainWindow, journey: Sequence[Tab]) -> None:
    """Bind them once; the tabs that are there have the digits, in their order."""
    places: dict[str, Destination] = {
        **{f"Ctrl+{rank}": tab.to for rank, tab in enumerate(journey, start=1)},
        "Ctrl+,": ToPreferences(),
        "Ctrl+F": ToSearch(),
        "Ctrl+G": ToSearch(),
        "F1": ToHelp(),
    }
    acts: dict[str, Callable[[], object]] = {
        "F6": lambda: window.go_to_zone(1),
        "Shift+F6": lambda: window.go_to_zone(-1),
        "Ctrl+P": lambda: window.export("pdf"),
        "Ctrl+Z": window.taking_back.undo,
        "Ctrl+Shift+Z": window.taking_back.redo,
        "Ctrl+Y": window.taking_back.redo,
        "Ctrl++": lambda: window.resize_text(STEP),
        "Ctrl+=": lambda: window.resize_text(STEP),
        "Ctrl+-": lambda: window.resize_text(-STEP),
        "Ctrl+0": lambda: window.resize_text(None),
    }
    for keys, to in places.items():
        QShortcut(QKeySequence(keys), window, lambda to=to: window.go(to))
    for keys, act in acts.items():
        QShortcut(QKeySequence(keys), window, lambda act=act: act())
