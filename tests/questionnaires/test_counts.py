"""How many questions each structure gets, and what covers each framework (the map of the field)."""

from collections.abc import Mapping

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import MaturityQuestion
from cap_desktop.domain.questionnaire.short_version import short_version
from cap_desktop.domain.scoring.scoring import score
from cap_desktop.domain.scoring.statistics import count, count_for, coverage, is_beside, tagged
from tests.questionnaires.released import released

Profile = Mapping[str, tuple[str, ...]]


def _profile(types: str, form: str, size: str, private: str, volunteers: str) -> Profile:
    return {
        "structure_type": tuple(types.split()),
        "legal_form": (form,),
        "size_band": (size,),
        "private_clients": (private,),
        "volunteers": (volunteers,),
    }


SMALL, MEDIUM = "moins_de_onze", "onze_a_dix_neuf"
EXPECTED = {
    "AI association serving individuals": (
        _profile("ai", "association", MEDIUM, "oui", "oui"),
        (60, 33, 6, 7),
    ),
    "ACI association, fewer than 11 employees": (
        _profile("aci", "association", SMALL, "non", "oui"),
        (60, 36, 5, 7),
    ),
    "EI company, 11 or more": (_profile("ei", "societe", MEDIUM, "non", "non"), (59, 36, 6, 7)),
    "ETTI company, 11 or more": (
        _profile("etti", "societe", MEDIUM, "non", "non"),
        (59, 34, 6, 7),
    ),
    "Régie holding ACI + EI": (
        _profile("regie aci ei", "association", MEDIUM, "non", "oui"),
        (62, 36, 6, 7),
    ),
    "GES holding AI + ACI + ETTI": (
        _profile("ges ai aci etti", "association", MEDIUM, "oui", "oui"),
        (66, 36, 6, 7),
    ),
    "EITI": (_profile("eiti", "societe", SMALL, "non", "non"), (55, 33, 5, 7)),
}
FAMILIES = ("practice", "indicator", "compliance", "text")


@pytest.mark.parametrize("name", EXPECTED)
def test_each_profile_gets_its_questions(name: str) -> None:
    profile, expected = EXPECTED[name]
    surely, maybe = count_for(released(), profile)
    assert surely == maybe
    assert tuple(surely.families[family] for family in FAMILIES) == expected


def test_the_whole_has_116_questions_of_which_16_are_conditional() -> None:
    entries = released().outline.questions
    assert count(entries).families == {
        "practice": 67,
        "indicator": 36,
        "compliance": 6,
        "text": 7,
    }
    conditional = [entry for entry in entries if entry.show_if and not is_beside(entry)]
    assert len(conditional) == 16


def test_two_parts_seven_axes_fourteen_themes() -> None:
    parts = released().parts
    assert len(parts) == 2
    assert sum(len(part.axes) for part in parts) == 7
    assert sum(len(axis.themes) for part in parts for axis in part.axes) == 14


def test_a_part_is_the_weighted_mean_of_its_themes() -> None:
    for part in released().parts:
        for axis in part.axes:
            assert axis.weight == sum(theme.weight for theme in axis.themes)


def test_the_short_version_has_47_questions_and_a_score_for_every_theme() -> None:
    made = released()
    assert count(tagged(made, "express")).total == 47
    short = short_version(made, "express")
    given = {
        entry.id: Answer(value="n2")
        for entry in short.outline.questions
        if isinstance(entry.question, MaturityQuestion)
    }
    profile, _counts = EXPECTED["AI association serving individuals"]
    results = score(short, AnswerSheet(profile, given))
    assert {node.score for node in results.nodes.values()} == {50}
    assert set(short.outline.nodes) == set(made.outline.nodes)
    assert short.id != made.id


MATRIX = {
    "gbp_2016": {
        "1": "gouvernance ressources",
        "2": "projet gouvernance",
        "3": "emploi_durable developpement_local faire_societe",
        "4": "travail_formation employeur",
        "5": "accueil accompagnement clients pouvoir_agir developpement_local faire_societe",
        "6": "gouvernance accueil employeur",
        "7": "transition",
        "8": "projet clients ressources transition",
    },
    "iso26000_2010": {
        "6.2": "projet gouvernance ressources",
        "6.3": "accueil accompagnement employeur pouvoir_agir",
        "6.4": "accueil travail_formation employeur",
        "6.5": "transition",
        "6.6": "projet clients ressources transition",
        "6.7": "clients",
        "6.8": "accompagnement emploi_durable pouvoir_agir developpement_local faire_societe",
    },
    "rsei_2020": {
        "1": "projet gouvernance clients",
        "2": "travail_formation employeur",
        "3": "accueil accompagnement travail_formation",
        "4": "transition",
        "5": "progres",
    },
    "iae4": {
        "1": "accueil travail_formation",
        "2": "accompagnement",
        "3": "travail_formation",
        "4": "developpement_local",
    },
    "cap_piliers": {
        "identite": "projet gouvernance",
        "services": "accueil accompagnement travail_formation clients",
        "supports": "employeur ressources",
        "amelioration": "progres",
    },
    "ust": {
        "pouvoir_agir": "pouvoir_agir",
        "economie_locale": "developpement_local",
        "emploi_durable": "emploi_durable",
        "faire_societe": "faire_societe",
        "transformation": "transition",
    },
    "iso9001_2015": {
        "4": "projet transition",
        "5": "projet gouvernance",
        "6": "projet ressources",
        "7": "travail_formation employeur ressources",
        "8": "accueil accompagnement travail_formation clients",
        "9": "accompagnement clients progres",
        "10": "progres",
    },
    "efqm_2020": {
        "1": "projet",
        "2": "gouvernance employeur",
        "3": "gouvernance accueil travail_formation employeur faire_societe",
        "4": "accueil accompagnement travail_formation developpement_local transition",
        "5": "ressources progres",
        "6": "clients emploi_durable pouvoir_agir",
        "7": "ressources emploi_durable",
    },
    "caf_2020": {
        "1": "projet gouvernance",
        "2": "projet progres",
        "3": "gouvernance travail_formation employeur",
        "4": "ressources",
        "5": "accueil accompagnement travail_formation",
        "6": "accompagnement clients emploi_durable pouvoir_agir",
        "7": "employeur",
        "8": "developpement_local faire_societe transition",
        "9": "ressources progres emploi_durable",
    },
    "bia_v6": {
        "gouvernance": "projet gouvernance ressources",
        "salaries": "employeur",
        "communaute": "emploi_durable developpement_local",
        "environnement": "transition",
        "clients": "clients",
    },
    "ideas": {
        "gouvernance": "projet gouvernance",
        "finances": "ressources",
        "pilotage": "progres",
    },
}
"""Framework, chapter, and the themes that the map of the field says must cover it."""


@pytest.mark.parametrize(
    ("framework", "item"),
    [(framework, item) for framework, items in MATRIX.items() for item in items],
)
def test_no_chapter_of_the_matrix_is_left_orphan(framework: str, item: str) -> None:
    wanted = set(MATRIX[framework][item].split())
    found = {
        entry.theme
        for entry in released().outline.questions
        for tie in entry.question.crosswalk
        if (tie.framework, tie.item) == (framework, item) and tie.relation != "related"
    }
    assert wanted <= found


def test_what_no_question_covers_is_known() -> None:
    orphans = {
        (framework, item.item)
        for framework, items in coverage(released()).items()
        for item in items
        if not item.relations
    }
    assert orphans == {("odd_2015", "2"), ("odd_2015", "6"), ("odd_2015", "14"), ("svi", "4")}


def _ties(entry: QuestionEntry) -> int:
    return len(entry.question.crosswalk)


def test_most_questions_are_tied_to_a_framework() -> None:
    entries = [entry for entry in released().outline.questions if not is_beside(entry)]
    assert sum(_ties(entry) > 0 for entry in entries) >= 0.9 * len(entries)


def test_every_theme_has_four_suggestions_or_more_of_60_to_90() -> None:
    made = released()
    assert 60 <= len(made.suggestions) <= 90
    for theme in made.outline.themes():
        inside = {theme.id, *(entry.id for entry in theme.questions)}
        assert sum(bool(set(item.targets) & inside) for item in made.suggestions) >= 4


def test_compliance_questions_raise_alerts_and_are_not_scored() -> None:
    for entry in released().outline.questions:
        if entry.question.kind == "yesno":
            assert not entry.question.scored
            assert getattr(entry.question, "alert_on", None) == "no"
