"""The unit of a figure, in the singular under two; a questionnaire writes it in the plural."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from cap_desktop.domain.text import one_line

INVARIABLE = frozenset(
    {
        *("accès", "avis", "bois", "bras", "bus", "cas", "choix", "colis", "concours", "corps"),
        *("cours", "devis", "discours", "dos", "fois", "fonds", "frais", "mois", "os", "palais"),
        *("parcours", "pas", "pays", "permis", "poids", "prix", "procès", "progrès", "propos"),
        *("recours", "refus", "relais", "repas", "secours", "sens", "succès", "tapis", "tas"),
        *("temps", "tiers", "travers", "univers", "us", "voix", "campus", "virus"),
    }
)
"""Nouns that are already so in the singular."""


SPOKEN = {
    "€": ("euros",),
    "h": ("heures",),
    "t": ("tonnes",),
    "l": ("litres",),
    "%": ("pour cent",),
}
"""What people type in full for a unit that is shown as a sign."""

COUNTED = frozenset(
    {
        *("accidents", "actions", "adhérents", "administrateurs", "bénévoles", "certifications"),
        *("demandes", "départs", "difficultés", "embauches", "entretiens", "femmes", "membres"),
        *("permanents", "personnes", "réponses", "salariés", "solutions", "sorties", "stagiaires"),
    }
)
"""People and things that no half is counted of; an average of them has its decimals."""

_AVERAGE = re.compile(r"\bmoyen|\bETP\b|équivalents? temps plein")


def unit_of(value: Fraction, unit: str) -> str:
    """The unit beside a figure: « 1,5 personne », « 0 repas », « 1 heure travaillée »."""
    return unit if abs(value) >= 2 else _singular(unit)


def _singular(unit: str) -> str:
    """The leading noun, and the participles that follow it at once."""
    noun, *others = unit.split(" ")
    said = [_one(noun)]
    while others and others[0].endswith(("és", "ées")):
        said.append(_one(others.pop(0)))
    return " ".join((*said, *others))


def _one(word: str) -> str:
    return word[:-1] if word.endswith("s") and word not in INVARIABLE else word


def is_counted_whole(unit: str, label: str = "") -> bool:
    """Tell whether a figure counts people or things one by one.

    ``label`` says what is counted where the unit is that of a result: « Femmes membres du
    conseil ». A questionnaire does not say it yet: the first noun does, unless it is an average.
    """
    words = one_line(label or unit)
    return words.split(" ")[0].lower() in COUNTED and _AVERAGE.search(f"{words} {unit}") is None


def label_units(label: str) -> tuple[str, ...]:
    """The units that a label shows: what it counts, and the currency that it names."""
    words = one_line(label)
    money = ("€",) if "€" in words or "euros" in words.lower() else ()
    return (words.split(" ")[0], *money)


def ways_to_type(units: Iterable[str]) -> frozenset[str]:
    """The units as they may stand after a figure, in lower case."""
    said = [name for unit in units for name in (unit, *SPOKEN.get(unit, ()))]
    return frozenset(
        one_line(form).lower() for name in said if name for form in (name, _singular(name))
    )
