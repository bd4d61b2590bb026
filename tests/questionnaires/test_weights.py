"""What one level of one question weighs: no answer decides of a part by itself."""

from fractions import Fraction

import pytest

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.short_version import short_version
from tests.questionnaires.profiles import OTHERS, SIAE, all_at, practices, profile_of
from tests.questionnaires.released import released

LEAST, MOST, MOST_IN_SHORT = Fraction("0.3"), Fraction("2.4"), Fraction(3)

FEW_QUESTIONS = {
    "GES alone": (Fraction("0.6"), Fraction("16.7"), Fraction("16.7")),
    "Other structure of the social economy": (
        Fraction("0.4"),
        Fraction("6.3"),
        Fraction("13.7"),
    ),
}
"""These accompany nobody towards employment: they are asked 24 and 28 practices, in themes that
keep the share of those left out, so that one answer weighs more. A single practice then holds an
axis: « coopérations » for a group alone, « clients » for another structure in the short version.
Asking them more would be asking what makes no sense. What they get is a matter for the network.
"""

HOLDING = {
    **SIAE,
    "AI that serves no individuals": profile_of("ai", "association", "moins_de_onze", "non", "non"),
    "ETTI association": profile_of("etti", "association", "vingt_a_quarante_neuf", "non", "oui"),
    "EI serving individuals": profile_of("ei", "association", "onze_a_dix_neuf", "oui", "oui"),
    "Régie alone": profile_of("regie", "association", "onze_a_dix_neuf", "oui", "oui"),
    "ACI of a company": profile_of("aci", "societe", "onze_a_dix_neuf", "oui", "non"),
}


def points_of_a_level(made: Questionnaire, name: str) -> dict[str, Fraction]:
    """By how much one level of each practice moves its part."""
    profile = HOLDING[name] if name in HOLDING else OTHERS[name]
    within = all_at(made, profile, "n2").weights.within_part
    return {entry.id: within[entry.id] * 25 for entry in practices(made) if entry.id in within}


@pytest.mark.parametrize("name", HOLDING)
def test_one_level_moves_its_part_a_little(name: str) -> None:
    points = points_of_a_level(released(), name)
    assert min(points.values()) >= LEAST, min(points, key=points.__getitem__)
    assert max(points.values()) <= MOST, max(points, key=points.__getitem__)


@pytest.mark.parametrize("name", HOLDING)
def test_one_level_moves_a_part_of_the_short_version_by_three_points_at_most(name: str) -> None:
    points = points_of_a_level(short_version(released(), "express"), name)
    assert min(points.values()) >= LEAST
    assert max(points.values()) <= MOST_IN_SHORT, max(points, key=points.__getitem__)


@pytest.mark.parametrize("name", OTHERS)
def test_those_who_are_asked_less_have_bounds_of_their_own(name: str) -> None:
    least, most, most_in_short = FEW_QUESTIONS[name]
    points = points_of_a_level(released(), name)
    assert least <= min(points.values())
    assert max(points.values()) <= most
    assert max(points_of_a_level(short_version(released(), "express"), name).values()) <= (
        most_in_short
    )


def test_what_matters_most_is_said_to_matter() -> None:
    importance = {entry.id: entry.question.importance for entry in practices(released())}
    high = {name for name, value in importance.items() if value == 3}
    assert high >= {
        "prevention_risques",
        "accueil_integration",
        "selection_equitable",
        "projet_individuel",
        "rythme_entretiens",
        "acces_droits",
        "pilotage_economique",
    }
    assert {name for name, value in importance.items() if value == 1} == {
        "demarche_ust",
        "apprendre_des_pairs",
        "plaidoyer_innovation",
    }
