"""What must hold for any questionnaire, any profile and any answers (format.md §2.9)."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.comparison.comparison import compare
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.scoring import Results, score
from cap_desktop.exchange.results_file import results_tree
from tests.domain.strategies import completions, partial_sheets, questionnaires
from tests.length import IS_LONG


def _nodes(results: Results) -> list[NodeScore]:
    assert results.overall is not None
    return [*results.nodes.values(), results.overall]


@settings(max_examples=400 if IS_LONG else 100)
@given(st.data())
def test_every_completion_lands_within_the_bounds(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    sheet = data.draw(partial_sheets(questionnaire))
    final = data.draw(completions(questionnaire, sheet))
    before, after = score(questionnaire, sheet), score(questionnaire, final)
    for node, end in zip(_nodes(before), _nodes(after), strict=True):
        if end.estimate is not None:
            assert node.lower is not None
            assert node.upper is not None
            assert node.lower <= end.estimate <= node.upper


@given(st.data())
def test_the_estimate_lies_between_the_bounds_and_all_within_the_scale(
    data: st.DataObject,
) -> None:
    questionnaire = data.draw(questionnaires())
    results = score(questionnaire, data.draw(partial_sheets(questionnaire)))
    for node in _nodes(results):
        assert (node.lower is None) == (node.upper is None) == (not node.applies)
        if node.estimate is not None and node.lower is not None and node.upper is not None:
            assert 0 <= node.lower <= node.estimate <= node.upper <= 100


@given(st.data())
def test_effective_weights_sum_to_one(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    results = score(questionnaire, data.draw(partial_sheets(questionnaire)))
    applies = results.overall is not None and results.overall.applies
    assert sum(results.weights.questions.values(), Fraction(0)) == (1 if applies else 0)
    parts = {part.id for part in questionnaire.outline.parts}
    shares = [share for name, share in results.weights.nodes.items() if name in parts]
    assert sum(shares, Fraction(0)) == (1 if applies else 0)


@given(questionnaires())
def test_canonical_bytes_survive_a_round_trip(questionnaire: Questionnaire) -> None:
    data = canonical_bytes(questionnaire)
    again = read_questionnaire(data)
    assert again.problems == ()
    assert again.questionnaire is not None
    assert again.questionnaire == questionnaire
    assert canonical_bytes(again.questionnaire) == data


@given(st.data())
def test_comparing_a_year_with_itself_moves_nothing(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    results = score(questionnaire, data.draw(partial_sheets(questionnaire)))
    path = succession([questionnaire])
    assert path is not None
    comparison = compare(results, results, path)
    assert comparison.overall is not None
    for movement in (*comparison.parts.values(), comparison.overall):
        assert movement.delta_common in (0, None)
        assert movement.full_old == movement.full_new
        assert all(unit.old == unit.new for unit in movement.units)


@given(st.data())
def test_the_order_of_answers_never_matters(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    sheet = data.draw(partial_sheets(questionnaire))
    shuffled = data.draw(st.permutations(list(sheet.answers.items())))
    other = AnswerSheet(sheet.profile, dict(shuffled))
    assert results_tree(score(questionnaire, sheet)) == results_tree(score(questionnaire, other))


@given(st.data())
def test_an_answer_given_then_hidden_changes_nothing(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    sheet = data.draw(partial_sheets(questionnaire))
    results = score(questionnaire, sheet)
    visible = {
        name: answer
        for name, answer in sheet.answers.items()
        if results.questions[name].state != "excluded"
    }
    pruned = AnswerSheet(sheet.profile, visible)
    assert results_tree(results) == results_tree(score(questionnaire, pruned))
