"""Damaged data: the safety copies are offered by date, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from cap_desktop.errors import CapError
from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _, counted
from cap_desktop.notices.errors import details, explained
from cap_desktop.words.days import whole_day

if TYPE_CHECKING:
    from cap_desktop.services.folder.former_data import SafetyCopy

AT_ONCE, AT_ONCE_LARGE = 3, 1
"""Copies in one dialog: with large text, it would not hold on a small screen."""
LARGE = 1.5
CLOSE, OLDER = "close", "older"


def choose_copy(look: Look, error: CapError, copies: Sequence[SafetyCopy]) -> date | None:
    """Ask which copy to restore; None where the person closes the program instead."""
    while True:
        dialog = offer(look, error, copies)
        dialog.exec()
        if dialog.chosen == CLOSE:
            return None
        if dialog.chosen != OLDER:
            return date.fromisoformat(dialog.chosen)
        copies = copies[_at_once(look) :]


def offer(look: Look, error: CapError, copies: Sequence[SafetyCopy]) -> Decision:
    """The dialog of an error with the newest of some copies, and a way to the older ones."""
    acts = [DecisionAct(CLOSE, _("Fermer CAP Desktop"))]
    if len(copies) > _at_once(look):
        acts.append(DecisionAct(OLDER, _("Voir les copies plus anciennes")))
    shown = reversed(copies[: _at_once(look)])
    acts += [DecisionAct(copy.day.isoformat(), _words(copy)) for copy in shown]
    return Decision(look, explained(error), acts, details(error))


def _at_once(look: Look) -> int:
    return AT_ONCE if look.scale < LARGE else AT_ONCE_LARGE


def _words(copy: SafetyCopy) -> str:
    return counted(
        "Restaurer le {day} ({number} réponse)",
        "Restaurer le {day} ({number} réponses)",
        copy.answers,
        day=whole_day(copy.day),
    )
