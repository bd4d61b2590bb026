"""The words for who holds the keyboard, as the history of the answers keeps them."""

from __future__ import annotations

from cap_desktop.i18n import _
from cap_desktop.preferences import AnsweringGroup


def group_name(group: AnsweringGroup) -> str:
    """The group as it is said on the screen and kept with each answer."""
    names: dict[AnsweringGroup, str] = {
        "director": _("Direction"),
        "board": _("Conseil d’administration"),
        "permanent": _("Permanents"),
        "staff": _("Salariés en insertion"),
        "together": _("Ensemble, en groupe"),
    }
    return names[group]


def group_line(group: AnsweringGroup) -> str:
    """One line that helps to choose the group."""
    lines: dict[AnsweringGroup, str] = {
        "director": _("La personne qui dirige la structure"),
        "board": _("Les administratrices et administrateurs"),
        "permanent": _("Encadrement, accompagnement, bureau"),
        "staff": _("Les personnes en parcours"),
        "together": _("Plusieurs personnes devant le même écran"),
    }
    return lines[group]
