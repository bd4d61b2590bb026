"""What was damaged in the data, named as people name it."""

from __future__ import annotations

from collections.abc import Sequence

from cap_desktop.i18n import _, counted, mark
from cap_desktop.words.quoting import quoted

NAMES = {
    "answer": mark("la réponse à {about} de {year}"),
    "results": mark("le score gelé de {year}"),
    "action": mark("une action du plan {year}"),
    "hidden idea": mark("une idée écartée du plan {year}"),
    "profile": mark("le profil de {year}"),
    "evidence": mark("la preuve {about} de {year}"),
    "unfinished": mark("un texte commencé de {year}"),
    "history": mark("une ligne de l’historique de {year}"),
    "action history": mark("une ligne de l’historique du plan {year}"),
    "assessment": mark("l’année {year}"),
    "structure": mark("ce qui identifie la structure {about}"),
    "standing": mark("ce que montre la première page"),
    "questionnaire": mark("le questionnaire {about}"),
    "copy": mark("la copie {about}"),
    "evidence file": mark("le fichier de la preuve {about}"),
    "database": mark("le fichier {about}"),
}


def damaged_name(kind: str, year: int | None, about: str) -> str:
    """What was damaged, as a part of a sentence."""
    shown = _("(année inconnue)") if year is None else str(year)
    return _(NAMES[kind], year=shown, about=quoted(about))


def damaged_title(names: Sequence[str]) -> str:
    """What cannot be read any more: « La réponse à “…” de 2025 n’est plus lisible »."""
    if len(names) == 1:
        name = names[0]
        return _("{name} n’est plus lisible", name=name[:1].upper() + name[1:])
    return counted(
        "{number} élément n’est plus lisible", "{number} éléments ne sont plus lisibles", len(names)
    )
