"""What an action would change, and what it changed: exact, by the rules of the scores."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.domain.comparison.comparison import compare
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.plan.gains import (
    ScoreChange,
    aimed_levels,
    expected_gain,
    level_of,
    observed_gain,
    projection,
)
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import score
from tests.builders import after, maturity, questionnaire, results, sheet, theme, tree, yesno
from tests.domain.strategies import completions, partial_sheets, questionnaires

OF = tree(
    theme("t", maturity("q_a"), maturity("q_b", weight="2", target="50")),
    theme("u", maturity("q_c"), yesno("q_d", scored=False)),
)
GIVEN_AFTER = {"q_a": "n1", "q_e": "n3", "q_f": "n0", "q_c": "n4", "q_d": "no"}
GIVEN = {"q_a": "n1", "q_b": "n1", "q_c": "n4", "q_d": "no"}


def _action(*questions: str, **fields: Any) -> Action:
    return Action(
        id="a", title="Agir", priority=2, state="doing", questions=questions, themes=(), **fields
    )


def test_the_expected_gain_is_exact_in_the_theme_and_in_the_part() -> None:
    gain = expected_gain(questionnaire(OF), sheet(OF, GIVEN), "q_a", 3)
    assert gain.theme == ScoreChange("t", Fraction(25), Fraction(25) + Fraction(50, 3))
    assert gain.part.points == Fraction(50, 3) / 2


def test_a_practice_aims_at_the_next_level_until_its_target() -> None:
    found = results(OF, GIVEN)
    assert aimed_levels(found, [_action("q_a", "q_b", "q_c", "q_d")]) == {"q_a": 2, "q_b": 2}
    there = results(OF, GIVEN | {"q_b": "n2"})
    assert aimed_levels(there, [_action("q_b")]) == {}


def test_a_level_aimed_at_counts_once_and_the_highest_wins() -> None:
    aims = [_action("q_a", expected_level={"q_a": 3}), _action("q_a")]
    shown = projection(questionnaire(OF), sheet(OF, GIVEN), aims)
    assert shown.levels == {"q_a": 3}
    alone = expected_gain(questionnaire(OF), sheet(OF, GIVEN), "q_a", 3)
    assert shown.themes[0] == alone.theme
    assert shown.parts == (alone.part,)
    below = _action("q_a", expected_level={"q_a": 0})
    assert projection(questionnaire(OF), sheet(OF, GIVEN), [below]).levels == {}


def test_a_practice_without_answer_is_projected_only_where_a_level_is_chosen() -> None:
    found = results(OF, {"q_a": "n1"})
    assert aimed_levels(found, [_action("q_b")]) == {}
    assert aimed_levels(found, [_action("q_b", expected_level={"q_b": 2})]) == {"q_b": 2}


def test_the_observed_gain_is_read_on_the_common_base_across_versions() -> None:
    new = after(
        OF,
        theme("t", maturity("q_a"), maturity("q_e"), maturity("q_f", weight="9")),
        theme("u", maturity("q_c"), yesno("q_d", scored=False)),
        lineage=[
            {"relation": "replaced", "from": ["q_b"], "to": ["q_e"], "comparable": "yes"},
            {"relation": "new", "from": [], "to": ["q_f"]},
        ],
        retired=[
            {"id": "q_b", "kind": "question", "last_version": "1.0.0", "reason": "Revue"},
        ],
    )
    path = succession([questionnaire(OF), questionnaire(new)])
    assert path is not None
    then, now = results(OF, GIVEN), results(new, GIVEN_AFTER)
    gain = observed_gain(compare(then, now, path), _action("q_b"))
    assert gain.practices == (ScoreChange("q_e", Fraction(25), Fraction(75)),)
    # q_a and q_e weigh the same in the new version; q_f is in no common base.
    assert gain.themes == (ScoreChange("t", Fraction(25), Fraction(50)),)


# --- Properties ----------------------------------------------------------------------------


@given(st.data())
def test_projecting_nothing_changes_nothing(data: st.DataObject) -> None:
    of = data.draw(questionnaires())
    given_sheet = data.draw(partial_sheets(of))
    shown = projection(of, given_sheet, ())
    assert shown.levels == {}
    today = score(of, given_sheet)
    for change in (*shown.themes, *shown.parts):
        assert change.before == change.after == today.nodes[change.node].score


@given(st.data())
def test_raising_a_level_never_lowers_its_theme_or_its_part(data: st.DataObject) -> None:
    of = data.draw(questionnaires())
    given_sheet = data.draw(completions(of, data.draw(partial_sheets(of))))
    for name, resolved in score(of, given_sheet).questions.items():
        level = level_of(resolved)
        if level is None or level == 4 or _is_read(of, name):
            continue
        gain = expected_gain(of, given_sheet, name, data.draw(st.integers(level + 1, 4)))
        for change in (gain.theme, gain.part):
            assert (change.before is None) == (change.after is None)
            assert change.points is None or change.points >= 0


def _is_read(of: Questionnaire, name: str) -> bool:
    """True where other questions open or close with this answer: then other answers count."""
    return any(
        getattr(test, "q", None) == name
        for condition in of.conditions
        for group in condition.any
        for test in group.all
    )


@given(st.data())
def test_a_projection_is_the_score_of_the_sheet_that_it_describes(data: st.DataObject) -> None:
    of = data.draw(questionnaires())
    given_sheet = data.draw(partial_sheets(of))
    names = tuple(entry.id for entry in of.outline.questions)
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True))
    shown = projection(of, given_sheet, [_action(*chosen)])
    assert set(shown.levels) <= set(chosen)
    again = projection(of, given_sheet, [_action(name) for name in reversed(chosen)])
    assert again == shown
