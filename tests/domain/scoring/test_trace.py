"""« Pourquoi ce score »: the lines of a score sum exactly to it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.domain.scoring.scoring import score
from cap_desktop.domain.scoring.trace import trace
from tests.builders import maturity, results, theme, tree
from tests.domain.strategies import partial_sheets, questionnaires


@given(st.data())
def test_the_contributions_sum_exactly_to_the_estimate(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    found = score(questionnaire, data.draw(partial_sheets(questionnaire)))
    for name, node in found.nodes.items():
        traced = trace(found, name)
        assert traced.estimate == node.estimate
        shares = sum((line.share for line in traced.lines), Fraction(0))
        assert shares == (0 if traced.before_caps is None else 1)
        assert {cap.question for cap in traced.caps} == set(node.capped_by)


@given(st.data())
def test_every_question_and_every_child_has_its_line_once(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    found = score(questionnaire, data.draw(partial_sheets(questionnaire)))
    for name, node in questionnaire.outline.nodes.items():
        below = node.questions if node.level == "theme" else node.children
        assert [line.name for line in trace(found, name).lines] == [item.id for item in below]


OF = tree(
    theme(
        "t",
        maturity("q_a", weight="3"),
        maturity("q_b", na={"allowed": True}),
        maturity("q_c"),
        maturity("q_d", weight="0", critical={"fail_below": "50", "cap": "40", "scope": "theme"}),
    )
)


def test_a_line_says_its_share_and_why_it_brings_nothing() -> None:
    found = results(OF, {"q_a": "n4", "q_b": {"na": True}, "q_c": "n0"})
    lines = {line.name: line for line in trace(found, "t").lines}
    assert (lines["q_a"].share, lines["q_a"].contribution) == (Fraction(3, 4), 75)
    assert (lines["q_c"].share, lines["q_c"].contribution) == (Fraction(1, 4), 0)
    assert lines["q_b"].standing == "not_applicable"
    assert lines["q_d"].standing == "unscored"


def test_a_question_left_out_is_open() -> None:
    lines = {line.name: line for line in trace(results(OF, {"q_a": "n4"}), "t").lines}
    assert lines["q_c"].standing == "open"
    assert lines["q_a"].share == 1


def test_a_cap_is_named_with_the_question_that_sets_it() -> None:
    traced = trace(results(OF, {"q_a": "n4", "q_c": "n4", "q_d": "n0"}), "t")
    assert traced.before_caps == 100
    assert [(cap.question, cap.most) for cap in traced.caps] == [("q_d", 40)]
    assert traced.estimate == 40


def test_a_part_is_traced_through_its_axes() -> None:
    found = results(OF, {"q_a": "n4", "q_c": "n0"})
    (line,) = trace(found, "partie").lines
    assert (line.name, line.share, line.contribution) == ("axe", 1, 75)


def test_nothing_answered_leaves_nothing_to_sum() -> None:
    traced = trace(results(OF, {}), "partie")
    assert traced.estimate is None
    assert traced.lines[0].standing == "empty"
