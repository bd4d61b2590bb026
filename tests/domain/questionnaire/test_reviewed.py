"""Faults that a hostile reader once found: each stays closed."""

from typing import Any

import pytest

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.comparison.comparison import Comparison, compare
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.scoring.indicators import shown_value
from tests.builders import (
    Tree,
    after,
    answers,
    computed,
    maturity,
    number,
    questionnaire,
    raw,
    results,
    scored_number,
    theme,
    tree,
    yesno,
)
from tests.cases import applied, invalid_cases

BASE = invalid_cases()["base"]
QUESTIONS = ["parts", "p", "axes", "gouvernance", "themes", "gov_ca", "questions"]
REUNIONS = [*QUESTIONS, "gov_ca_reunions"]
SORTIES = ["parts", "p", "axes", "social", "themes", "soc_parcours", "questions", "soc_sorties"]


def _codes(value: Any) -> list[tuple[str, str]]:
    return [(item.code, item.place) for item in read_questionnaire(raw(value)).problems]


def _set(path: list[Any], value: Any) -> Tree:
    return {"op": "set", "path": path, "value": value}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ([*REUNIONS, "show_if"], "gov_ca_existe"),
        ([*REUNIONS, "show_if"], "gov_ca"),
        (["conditions", "c_ca", "any", 0, "all", 0, "q"], "n1"),
        (["conditions", "c_ca", "any", 0, "all", 0, "q"], "board"),
        ([*REUNIONS, "audience"], ["n1"]),
    ],
)
def test_an_id_of_another_space_is_no_reference(path: list[Any], value: Any) -> None:
    codes = _codes(applied(BASE, [_set(path, value)]))
    assert [code for code, _place in codes] == ["E-REF"]


@pytest.mark.parametrize(
    ("numerator", "place"), [(["plus_tard"], "plus_tard"), (["taux"], "taux"), (["n1"], "n1")]
)
def test_a_computed_figure_only_looks_back_at_numbers(numerator: list[str], place: str) -> None:
    asked = theme("t", maturity("q"), computed("taux", numerator, []), number("plus_tard"))
    home = "parts/partie/axes/axe/themes/t/questions/taux/numerator/"
    assert _codes(tree(asked)) == [("E-REF", home + place)]


@pytest.mark.parametrize("field", ["na", "i18n", "critical", "evidence"])
def test_a_number_with_a_point_is_no_object(field: str) -> None:
    data = raw(applied(BASE, [_set([*REUNIONS, field], "ICI")])).replace(b'"ICI"', b"1.5")
    reading = read_questionnaire(data)
    assert reading.questionnaire is None
    assert [(item.code, item.place.rpartition("/")[2]) for item in reading.problems] == [
        ("E-FORMAT", field)
    ]


@pytest.mark.parametrize("place", ["answers", "profile"])
def test_a_number_with_a_point_is_no_answer(place: str) -> None:
    of = tree(theme("t", maturity("q")))
    data = raw(answers(of, {}) | {place: "ICI"}).replace(b'"ICI"', b"1.5")
    assert read_answers(data, questionnaire(of)).sheet is None
    inside = raw(answers(of, {}) | {"answers": {"q": "ICI"}}).replace(b'"ICI"', b"1.5")
    assert read_answers(inside, questionnaire(of)).sheet is None


def test_one_fault_never_hides_another() -> None:
    both = [_set([*SORTIES, "title"], " "), _set(["parts", "p", "weight"], "0")]
    assert {code for code, _place in _codes(applied(BASE, both))} == {
        "E-TEXT-EMPTY",
        "E-WEIGHT-ZERO",
    }
    bad_key = [
        _set([*REUNIONS, "i18n"], {"EN": {"title": "x"}}),
        _set([*REUNIONS, "show_if"], "c_rien"),
    ]
    found = _codes(applied(BASE, bad_key))
    assert ("E-LOCALE", found[0][1]) == found[0]
    assert found[0][1].endswith("/i18n/EN")
    assert {code for code, _place in found} == {"E-LOCALE", "E-REF"}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (_set(["title"], None), [("E-EMPTY", "title")]),
        (_set([*SORTIES, "unit"], None), [("E-EMPTY", None)]),
        (_set([*REUNIONS, "id"], 5), [("E-ID-FORMAT", None)]),
        (_set(["version"], 2), [("E-VERSION", "version")]),
        (_set(["conditions", "c_ca", "any", 0, "all", 0], "x"), [("E-FORMAT", None)]),
        (_set(["title"], "\u200b"), [("E-TEXT-EMPTY", "title")]),
    ],
)
def test_a_fault_is_named_once_at_its_place(
    operation: Tree, expected: list[tuple[str, str | None]]
) -> None:
    found = _codes(applied(BASE, [operation]))
    codes = [code for code, _place in found if code != "E-REF"]
    assert codes == [code for code, _place in expected]
    for (_code, seen), (_wanted, place) in zip(found, expected, strict=False):
        assert place in (None, seen)


def test_a_breakpoint_is_placed_by_its_rank() -> None:
    question = scored_number("q") | {"breakpoints": [["0", "0"], ["10", "101"]]}
    home = "parts/partie/axes/axe/themes/t/questions/q/breakpoints"
    assert _codes(tree(theme("t", question))) == [("E-RANGE", f"{home}[1][1]")]


def test_points_may_be_taken_away_and_never_go_below_zero() -> None:
    options = [
        {"id": "a", "title": "A", "score": "50"},
        {"id": "b", "title": "B", "score": "-80"},
        {"id": "aucune", "title": "Aucune", "score": "0", "exclusive": True},
    ]
    question = {"id": "q", "kind": "multiple", "mode": "sum", "title": "Q ?", "options": options}
    of = tree(theme("t", question))
    assert results(of, {"q": ["a", "b"]}).questions["q"].score == 0


def test_undeclared_languages_are_found_everywhere() -> None:
    value = tree(theme("t", maturity("q")))
    value["settings"]["bands"][0]["i18n"] = {"es": {"title": "x"}}
    value["profile_fields"][0]["options"][0]["i18n"] = {"es": {"label": "x"}}
    assert {place for _code, place in _codes(value)} == {
        "settings/bands/bas/i18n/es",
        "profile_fields/structure_type/options/aci/i18n/es",
    }


def test_two_writings_of_a_threshold_are_one() -> None:
    def made(text: str) -> Tree:
        test = {"q": "effectif", "op": "gte", "value": text}
        condition = {"id": "c", "label": "Si", "any": [{"all": [test]}]}
        asked = theme("t", number("effectif"), maturity("q", show_if="c"))
        return tree(asked, conditions=[condition])

    assert questionnaire(made("50.0")) == questionnaire(made("50"))


def test_blank_evidence_is_none() -> None:
    of = tree(theme("t", maturity("q", evidence={"policy": "expected", "cap_without": "50"})))
    assert results(of, {"q": {"value": "n4", "evidence": [" "]}}).questions["q"].score == 50


def test_a_tiny_computed_figure_can_be_printed() -> None:
    rate = computed("taux", ["n"], [], factor="0.000001") | {"unit": "t"}
    found = results(tree(theme("t", number("n"), rate, maturity("q"))), {"n": "0.000001"})
    assert shown_value(found.indicators[-1], 1) == "0"


def _compared(old: Tree, given: Tree, new: Tree, now: Tree, *via: Tree) -> Comparison:
    path = succession([questionnaire(item) for item in (old, *via, new)])
    assert path is not None
    return compare(results(old, given), results(new, now), path)


RETIRED = [{"id": "a", "kind": "question", "last_version": "1.0.0", "reason": "Revue"}]


def test_a_unit_sits_in_the_theme_of_its_first_new_question() -> None:
    old = tree(theme("t", yesno("a"), yesno("k"), yesno("m")))
    new = after(
        old,
        theme("t_un", yesno("a_un"), yesno("k"), weight="1"),
        theme("t_deux", yesno("a_deux"), yesno("m"), weight="3"),
        lineage=[{"relation": "split", "from": ["a"], "to": ["a_deux", "a_un"]}],
        retired=RETIRED,
    )
    now = {"a_un": "yes", "a_deux": "yes", "k": "no", "m": "no"}
    movement = _compared(old, {"a": "yes", "k": "no", "m": "no"}, new, now).parts["partie"]
    assert movement.units[-1].link.to[0] in ("m", "a_deux")
    assert movement.common_new == 50


def test_a_question_split_over_two_parts_is_covered_once_in_each() -> None:
    old = tree(theme("t", yesno("a"), yesno("k")))
    new = after(
        old,
        theme("t_un", yesno("a_un"), yesno("k")),
        lineage=[{"relation": "split", "from": ["a"], "to": ["a_un", "a_deux"]}],
        retired=RETIRED,
    )
    other = {"id": "axe_deux", "title": "A", "themes": [theme("t_deux", yesno("a_deux"))]}
    new["parts"].append({"id": "deux", "title": "Deux", "weight": "0", "axes": [other]})
    now = {"a_un": "yes", "a_deux": "yes", "k": "no"}
    parts = _compared(old, {"a": "yes", "k": "no"}, new, now).parts
    assert [movement.base_share for movement in parts.values()] == [100, 100]


def test_an_old_id_taken_by_a_replacement_stays_in_the_chain_of_versions() -> None:
    old = tree(theme("t", yesno("a"), yesno("c")))
    retired = [RETIRED[0] | {"id": "c"}]
    new = after(
        old,
        theme("t", yesno("a")),
        lineage=[{"relation": "replaced", "from": ["c"], "to": ["a"]}],
        retired=retired,
    )
    last = after(new, theme("t", yesno("a")), version="3.0.0", retired=retired)
    movement = _compared(old, {"a": "yes", "c": "no"}, last, {"a": "yes"}, new).parts["partie"]
    assert movement.units == ()
