"""How many questions each structure gets, the time they take, and what covers each framework."""

from pathlib import Path

import pytest

from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.short_version import short_version
from cap_desktop.domain.scoring.statistics import asked_of, count, coverage, is_beside, tagged
from cap_desktop.services.files.questionnaires import describe
from cap_desktop.words.durations import duration
from tests.questionnaires.profiles import PROFILES, SIAE, all_at
from tests.questionnaires.released import CURRENT, path, released

FAMILIES = ("practice", "indicator", "compliance", "text")
EXPECTED = {
    "AI association serving individuals": ((56, 35, 8, 7), 45, (503, 630), 191),
    "AI association, fewer than 11 employees": ((56, 35, 7, 7), 45, (498, 625), 186),
    "ACI association, fewer than 11 employees": ((56, 37, 7, 7), 47, (514, 641), 186),
    "ACI of a town": ((54, 35, 7, 7), 47, (488, 615), 186),
    "EI company, 11 or more": ((54, 37, 8, 7), 47, (509, 636), 191),
    "ETTI company, 11 or more": ((54, 35, 8, 7), 45, (493, 620), 191),
    "EITI": ((50, 34, 7, 7), 43, (460, 587), 181),
    "Régie holding ACI + EI": ((57, 37, 8, 7), 47, (524, 651), 191),
    "GES holding AI + ACI + ETTI": ((61, 37, 8, 7), 47, (544, 671), 196),
    "GES alone": ((24, 12, 7, 4), 10, (222, 295), 70),
    "Other structure of the social economy": ((28, 13, 7, 4), 16, (254, 331), 85),
}
"""Questions by family, figures beside them, minutes (awaited, at most), those of the short version.

The map of the field counted another edition: these figures take the place of its own.
"""

SHORT_MINUTES = 195
"""Three hours and a quarter, for a structure of one kind."""


@pytest.mark.parametrize("name", EXPECTED)
def test_each_profile_gets_its_questions_in_the_time_announced(name: str) -> None:
    by_family, beside, (awaited, at_most), short = EXPECTED[name]
    asked = asked_of(released(), PROFILES[name])
    assert asked.surely == asked.at_most
    assert tuple(asked.surely.families[family] for family in FAMILIES) == by_family
    assert asked.surely.beside == beside
    assert (asked.minutes, asked.minutes_at_most) == (awaited, at_most)
    assert asked_of(short_version(released(), "express"), PROFILES[name]).minutes_at_most == short


def test_the_table_of_the_readme_is_the_one_that_stats_publishes() -> None:
    described = describe(path(CURRENT))
    short = dict(dict(described.short)["express"])
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for name, asked in described.profiles:
        brief = short[name]
        row = (
            name,
            f"{asked.surely.total} to {asked.at_most.total}",
            f"{duration(asked.minutes)} to {duration(asked.minutes_at_most)}",
            f"{brief.surely.total} to {brief.at_most.total}",
            duration(brief.minutes_at_most),
        )
        assert f"| {' | '.join(row)} |\n" in readme


def test_no_profile_is_left_uncounted() -> None:
    assert set(EXPECTED) == set(PROFILES)


def test_the_short_version_is_short() -> None:
    """A group that works at its clients' and in workshops is asked about both: a minute more."""
    for name, profile in PROFILES.items():
        more = "ges" in profile["structure_type"]
        assert EXPECTED[name][-1] <= SHORT_MINUTES + more, name


def test_the_whole_has_114_questions_of_which_74_are_conditional() -> None:
    entries = released().outline.questions
    assert count(entries).families == {
        "practice": 62,
        "indicator": 37,
        "compliance": 8,
        "text": 7,
    }
    of_all = [e for e in entries if not is_beside(e) and not e.question.is_for_staff]
    assert sum(bool(entry.show_if) for entry in of_all) == 74
    assert sum(bool(entry.question.show_if) for entry in of_all) == 35


def test_two_parts_seven_axes_fourteen_themes_and_one_of_the_employees() -> None:
    made = released()
    assert len(made.parts) == 2
    assert sum(len(part.axes) for part in made.parts) == 7
    assert len(list(made.outline.themes())) == 14
    themes = {theme.id for part in made.parts for axis in part.axes for theme in axis.themes}
    assert themes - {theme.id for theme in made.outline.themes()} == {"parole_parcours"}


def test_a_part_is_the_weighted_mean_of_its_themes() -> None:
    for part in released().parts:
        for axis in part.axes:
            assert axis.weight == sum(theme.weight for theme in axis.themes)


SHORT_BY_THEME = {
    "projet": 1, "gouvernance": 1, "accueil": 2, "accompagnement": 2, "travail_formation": 4,
    "clients": 1, "employeur": 3, "ressources": 1, "progres": 1, "emploi_durable": 2,
    "pouvoir_agir": 2, "developpement_local": 2, "faire_societe": 2, "transition": 2,
}  # fmt: skip
"""How many practices of each theme are in the short version: two in each of the second part."""


def test_the_short_version_is_balanced_and_has_a_score_for_every_theme() -> None:
    made = released()
    short = short_version(made, "express")
    assert count(tagged(made, "express")).families == {
        "practice": 26,
        "compliance": 6,
        "indicator": 5,
    }
    found = {
        theme.id: sum(entry.question.kind == "maturity" for entry in theme.questions)
        for theme in short.outline.themes()
    }
    assert found == SHORT_BY_THEME
    for name, profile in SIAE.items():
        asked = asked_of(short, profile).surely
        assert asked.beside == 9, name
        most = 25 if "ges" not in profile["structure_type"] else 26
        assert 24 <= asked.families["practice"] <= most, name
        results = all_at(short, profile, "n2")
        assert {node.score for node in results.nodes.values()} == {50}
    assert set(short.outline.nodes) == set(made.outline.nodes) - {"parole_parcours"}
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
    """Those of the employees are tied by the practice that they are about."""
    made = released()
    entries = [entry for entry in made.outline.questions if not is_beside(entry)]
    staff = [entry for entry in entries if entry.question.is_for_staff]
    others = [entry for entry in entries if not entry.question.is_for_staff]
    assert sum(_ties(entry) > 0 for entry in others) >= 0.9 * len(others)
    for entry in staff:
        assert entry.question.about is not None
        assert _ties(made.outline.by_id[entry.question.about]) > 0
