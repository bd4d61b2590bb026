"""Closing the window while the disk refuses: nothing is lost without being asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cap_desktop.errors import CapError, NotSaved, TypedNotKept
from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.notices.details import details
from cap_desktop.notices.errors import explained

STAY, LOSE = "stay", "lose"
"""What a person may choose; else it is tried again."""


def may_close(
    session: Session, unsaved_words: Callable[[], str], decide: Callable[[CapError], str]
) -> bool:
    """Save everything; where it cannot be, `decide` says whether to close all the same.

    What was refused for good is told, one after the other: the rest is saved all the same.
    `unsaved_words` says where something is typed that cannot be kept as it is.
    """
    while (error := session.saver.finish()) is not None:
        chosen = decide(error)
        if chosen == STAY:
            return False
        if chosen == LOSE and error is session.saver.failure:
            # All that waits is held back: it would be asked for ever.
            break
    places = unsaved_words()
    return not places or decide(TypedNotKept(places)) == LOSE


def ask_whether_to_lose(look: Look, error: CapError, window: QWidget) -> str:
    """Say what could not be saved and why, and ask what to do."""
    acts: tuple[DecisionAct, ...]
    if isinstance(error, NotSaved):
        acts = (
            DecisionAct(STAY, _("Revenir à mes réponses")),
            DecisionAct(LOSE, _("Fermer sans enregistrer")),
            DecisionAct("retry", _("Réessayer")),
        )
    elif isinstance(error, TypedNotKept):
        acts = (
            DecisionAct(LOSE, _("Fermer sans ce texte")),
            DecisionAct(STAY, _("Revenir le corriger")),
        )
    else:
        acts = (
            DecisionAct(LOSE, _("Fermer quand même")),
            DecisionAct(STAY, _("Revenir à mes réponses")),
        )
    dialog = Decision(look, explained(error), acts, details(error), window, dismissed=STAY)
    dialog.exec()
    return dialog.chosen
