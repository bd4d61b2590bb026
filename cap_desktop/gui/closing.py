"""Closing the window while the disk refuses: nothing is lost without being asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cap_desktop.errors import CapError, NotSaved
from cap_desktop.gui.theme import Theme
from cap_desktop.gui.widgets.decision import Act, Decision
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.notices.errors import details, explained

STAY, LOSE = "stay", "lose"
"""What a person may choose; else it is tried again."""


def may_close(workspace: Workspace, decide: Callable[[CapError], str]) -> bool:
    """Save everything; where it cannot be, `decide` says whether to close all the same.

    What was refused for good is told, one after the other: the rest is saved all the same.
    """
    while (error := workspace.finish()) is not None:
        chosen = decide(error)
        if chosen == STAY:
            return False
        if chosen == LOSE and isinstance(error, NotSaved):
            break
    return True


def ask_whether_to_lose(theme: Theme, error: CapError, window: QWidget) -> str:
    """Say what could not be saved and why, and ask what to do."""
    acts = [Act(STAY, _("Revenir à mes réponses"))]
    if isinstance(error, NotSaved):
        acts += [Act(LOSE, _("Fermer sans enregistrer")), Act("retry", _("Réessayer"))]
    else:
        acts += [Act(LOSE, _("Fermer quand même"))]
    dialog = Decision(theme, explained(error), acts, details(error), window)
    dialog.exec()
    return dialog.chosen
