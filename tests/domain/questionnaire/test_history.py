import pytest

from cap_desktop.domain.questionnaire.canonical import content_digest
from cap_desktop.domain.questionnaire.checks.history import history_problems, unexplained
from cap_desktop.domain.questionnaire.differences import differences, minimum_bump
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.versions import Bump
from tests.builders import Tree, after, maturity, number, questionnaire, theme, tree

OLD = tree(theme("t", maturity("q_a"), number("effectif")))


def _next(*themes: Tree, version: str, **fields: object) -> Tree:
    return after(OLD, *themes, version=version, **fields)


def _problems(new: Tree) -> set[tuple[str, str, str]]:
    found = history_problems(questionnaire(OLD), questionnaire(new))
    return {(item.code, item.place, item.case) for item in found}


def test_a_correction_of_wording_is_a_patch() -> None:
    new = _next(theme("t", maturity("q_a", help="Regarder…"), number("effectif")), version="1.0.1")
    assert minimum_bump(questionnaire(OLD), questionnaire(new)) is Bump.PATCH
    assert _problems(new) == set()


@pytest.mark.parametrize(
    "question",
    [
        maturity("q_a", weight="2"),
        maturity("q_a", na={"allowed": True}),
        maturity("q_a", target="75"),
    ],
)
def test_what_changes_scores_is_at_least_minor(question: Tree) -> None:
    new = _next(theme("t", question, number("effectif")), version="1.0.1")
    assert minimum_bump(questionnaire(OLD), questionnaire(new)) is Bump.MINOR
    assert _problems(new) == {("E-BUMP", "version", "minor")}


def test_a_rewording_is_at_least_minor_even_with_the_same_scores() -> None:
    new = _next(
        theme("t", maturity("q_a") | {"title": "Autre ?"}, number("effectif")),
        version="1.1.0",
        lineage=[{"relation": "reworded", "from": ["q_a"], "to": ["q_a"]}],
    )
    assert minimum_bump(questionnaire(OLD), questionnaire(new)) is Bump.MINOR
    kinds = [(change.kind, change.id, change.field) for change in differences(*_pair(new))]
    assert ("text", "q_a", "title") in kinds


def _pair(new: Tree) -> tuple[Questionnaire, Questionnaire]:
    return questionnaire(OLD), questionnaire(new)


def test_a_new_axis_is_major() -> None:
    new = _next(theme("t", maturity("q_a"), number("effectif")), version="1.1.0")
    new["parts"][0]["axes"].append(
        {"id": "axe_deux", "title": "Axe", "themes": [theme("t_deux", maturity("q_b"))]}
    )
    assert minimum_bump(questionnaire(OLD), questionnaire(new)) is Bump.MAJOR


def test_nothing_vanishes_without_a_tombstone_and_a_reason() -> None:
    new = _next(theme("t", maturity("q_a")), version="2.0.0")
    assert _problems(new) == {
        ("E-LINEAGE-TOMBSTONE", "retired", "vanished"),
        ("E-LINEAGE-TOMBSTONE", "lineage", "unexplained"),
    }


def test_a_kept_id_keeps_its_scale() -> None:
    other = number("effectif") | {"unit": "personnes"}
    new = _next(theme("t", maturity("q_a"), other), version="2.0.0")
    place = "parts/partie/axes/axe/themes/t/questions/effectif"
    assert _problems(new) == {("E-LINEAGE-ALIVE", place, "scale")}


def test_the_previous_version_is_named_by_its_bytes() -> None:
    new = after(OLD, theme("t", maturity("q_a"), number("effectif")), version="1.0.1")
    assert _problems(new) == set()
    new["previous"]["content_digest"] = "sha256:" + "0" * 64
    assert _problems(new) == {("E-REF", "previous/content_digest", "previous")}


def test_a_tombstone_stays_for_ever() -> None:
    old = tree(
        theme("t", maturity("q_a")),
        retired=[{"id": "q_z", "kind": "question", "last_version": "0.9.0", "reason": "Revue"}],
    )
    new = after(old, theme("t", maturity("q_a")), version="1.1.0")
    new["previous"]["content_digest"] = content_digest(questionnaire(old))
    found = history_problems(questionnaire(old), questionnaire(new))
    assert {(item.code, item.case) for item in found} == {("E-ID-RETIRED", "forgotten")}


def test_a_fresh_question_outside_the_lineage_is_pointed_out() -> None:
    new = _next(theme("t", maturity("q_a"), number("effectif"), maturity("q_b")), version="1.1.0")
    assert unexplained(*_pair(new)) == ("q_b",)
    assert _problems(new) == set()
