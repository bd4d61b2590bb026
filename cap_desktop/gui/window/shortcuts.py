"""The keys of the whole window: where they lead, and what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.room import Tab
from cap_desktop.gui.session.destinations import Destination, ToHelp, ToPreferences, ToSearch
from cap_desktop.gui.window.undo_news import UndoNews
from cap_desktop.preferences import STEP


class Keyed(Protocol):
    """What the keys ask of the window."""

    taking_back: UndoNews

    def go(self, to: Destination) -> None:
        """Be somewhere else."""

    def go_to_zone(self, by: int) -> None:
        """Put the focus in another zone."""

    def export(self, kind: str) -> None:
        """Have a file made."""

    def resize_text(self, step: int | None) -> None:
        """Show larger or smaller texts."""


def bind_shortcuts(parent: QWidget, window: Keyed, journey: Sequence[Tab]) -> None:
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
        QShortcut(QKeySequence(keys), parent, lambda to=to: window.go(to))
    for keys, act in acts.items():
        QShortcut(QKeySequence(keys), parent, lambda act=act: act())
