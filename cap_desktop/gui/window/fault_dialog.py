"""A fault that the program does not know, told to the person in front of it."""

from __future__ import annotations

from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.notices.errors import Notice


def tell(look: Look, details: str) -> None:
    """Say that something did not come off, and go on; the details can be copied."""
    told = Notice(
        _("Une opération n’a pas abouti"),
        _("CAP Desktop a rencontré une erreur qu’il ne connaît pas."),
        _("Ce qui était enregistré est intact."),
        _("Fermez puis rouvrez CAP Desktop. Si cela revient, envoyez les détails à l’assistance."),
    )
    Decision(look, told, (DecisionAct("go", _("Continuer")),), details).exec()
