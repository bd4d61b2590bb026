"""Damaged data: the safety copies are offered by date, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from cap_desktop.errors import CapError
from cap_desktop.gui.theme import Theme
from cap_desktop.gui.widgets.decision import Act, Decision
from cap_desktop.i18n import _, counted, day_words
from cap_desktop.notices.errors import details, explained

if TYPE_CHECKING:
    from cap_desktop.services.former_data import SafetyCopy

AT_ONCE = 3
"""Copies in one dialog; it holds on a small screen with large text."""
CLOSE, OLDER = "close", "older"


def choose_copy(theme: Theme, error: CapError, copies: Sequence[SafetyCopy]) -> date | None:
    """Ask which copy to restore; None where the person closes the program instead."""
    while True:
        dialog = offer(theme, error, copies)
        dialog.exec()
        if dialog.chosen == CLOSE:
            return None
        if dialog.chosen != OLDER:
            return date.fromisoformat(dialog.chosen)
        copies = copies[AT_ONCE:]


def offer(theme: Theme, error: CapError, copies: Sequence[SafetyCopy]) -> Decision:
    """The dialog of an error with the newest of some copies, and a way to the older ones."""
    acts = [Act(CLOSE, _("Fermer CAP Desktop"))]
    if len(copies) > AT_ONCE:
        acts.append(Act(OLDER, _("Voir les copies plus anciennes")))
    shown = reversed(copies[:AT_ONCE])
    acts += [Act(copy.day.isoformat(), _words(copy)) for copy in shown]
    return Decision(theme, explained(error), acts, details(error))


def _words(copy: SafetyCopy) -> str:
    return counted(
        "Restaurer la copie du {day} ({number} réponse)",
        "Restaurer la copie du {day} ({number} réponses)",
        copy.answers,
        day=day_words(copy.day.isoformat(), with_year=True),
    )
