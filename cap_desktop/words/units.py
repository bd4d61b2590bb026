"""The unit of a figure, in the singular under two; a questionnaire writes it in the plural."""

from __future__ import annotations

from fractions import Fraction

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
