"""The plan: a low answer and a missing duty both lead to something to do, that can be begun."""

import re

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.exact import parse_decimal
from cap_desktop.domain.questionnaire.conditions import ProfileTest, ScoreTest, Test
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire, Suggestion
from cap_desktop.domain.questionnaire.short_version import short_version
from cap_desktop.domain.scoring.alerts import asked_by
from cap_desktop.domain.scoring.scoring import Results, score
from cap_desktop.domain.scoring.states import profile_truth
from cap_desktop.domain.scoring.truth import compared
from tests.questionnaires.profiles import (
    PROFILES,
    SIAE,
    SIZES,
    TYPES,
    all_at,
    lines_of,
    profile_of,
)
from tests.questionnaires.released import released

FIRST_STEP = "D’ici un mois\u00a0: "
LAST_STEP = "Indicateur à suivre\u00a0: "
FIRST_OF_ALL = {"accueil_integration", "projet_ecrit", "prevention_risques"}


WHOLE, SHORT = released(), short_version(released(), "express")
BOTH = pytest.mark.parametrize("made", [WHOLE, SHORT], ids=["whole", "short"])


def raised(results: Results) -> dict[str, Suggestion]:
    known = {item.id: item for item in results.questionnaire.suggestions}
    return {name: known[name] for name in results.advice.raised}


def raises_by_itself(action: Suggestion, question: str, results: Results) -> bool:
    """True where the score of one question, and who answers, are enough to raise an action."""
    seen = results.questions[question].score
    assert seen is not None

    def holds(test: Test) -> bool:
        if isinstance(test, ScoreTest):
            wanted = parse_decimal(str(test.value))
            assert wanted is not None
            return test.score == question and compared(seen, test.op, wanted)
        return isinstance(test, ProfileTest) and (
            profile_truth(test, results.sheet.profile) is not test.negate
        )

    return any(all(holds(test) for test in group.all) for group in action.trigger.any)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("level", ["n0", "n1", "n2"])
@BOTH
def test_every_low_answer_has_an_action_on_its_own_score(
    made: Questionnaire, level: str, name: str
) -> None:
    results = all_at(made, PROFILES[name], level)
    actions = raised(results).values()
    low = [item.entry.id for item in results.questions.values() if item.score is not None]
    assert len(low) >= 9
    silent = [
        question
        for question in low
        if not any(
            question in action.targets and raises_by_itself(action, question, results)
            for action in actions
        )
    ]
    assert silent == []


@pytest.mark.parametrize("name", SIAE)
def test_all_at_the_fourth_level_is_no_empty_plan_and_the_fifth_is(name: str) -> None:
    assert raised(all_at(released(), SIAE[name], "n3"))
    on_scores = raised(all_at(released(), SIAE[name], "n4"))
    assert on_scores == {}


BY_SIZE = [
    *(profile_of(kind, "association", size, "non", "oui") for kind in TYPES for size in SIZES),
    profile_of("aci", "autre_forme", "cinquante_et_plus", "non", "non"),
    profile_of("ei", "societe", "cinquante_et_plus", "non", "non"),
]
"""The lines of the lists depend on the type, the size and the form."""


def lists_of(made: Questionnaire) -> list[QuestionEntry]:
    return [entry for entry in made.outline.questions if entry.question.is_compliance]


def _ticked(made: Questionnaire, profile: Profile, rank: int) -> tuple[AnswerSheet, set[str]]:
    """Each list with all its lines ticked but the one of this rank, and the lists with one less."""
    answers, cut = {}, set()
    for entry in lists_of(made):
        lines = lines_of(entry, profile)
        kept = lines[:rank] + lines[rank + 1 :]
        answers[entry.id] = Answer(value=kept)
        if len(kept) < len(lines):
            cut.add(entry.id)
    return AnswerSheet(profile, answers), cut


@pytest.mark.parametrize(
    "profile", BY_SIZE, ids=lambda profile: "-".join(sum(profile.values(), ()))
)
@BOTH
def test_every_alert_has_an_action_of_its_own(made: Questionnaire, profile: Profile) -> None:
    longest = max(len(lines_of(entry, profile)) for entry in lists_of(made))
    for rank in range(longest):
        sheet, cut = _ticked(made, profile, rank)
        results = score(made, sheet)
        asked = {name for name in cut if results.questions[name].is_asked}
        assert {asked_by(alert) for alert in results.alerts} == asked
        answering = [action.targets for action in raised(results).values()]
        assert sorted(answering) == sorted((name,) for name in asked)
    sheet, _cut = _ticked(made, profile, longest)
    settled = score(made, sheet)
    assert settled.alerts == ()
    assert raised(settled) == {}


@pytest.mark.parametrize(
    "name",
    [
        "AI association, fewer than 11 employees",
        "ETTI company, 11 or more",
        "ACI association, fewer than 11 employees",
    ],
)
def test_safety_and_paths_of_people_come_first(name: str) -> None:
    results = all_at(released(), SIAE[name], "n1")
    part = released().parts[0].id
    outline = released().outline
    of_part = [
        item.target
        for item in results.advice.priorities
        if item.target in outline.by_id and outline.by_id[item.target].part == part
    ]
    assert set(of_part[:10]) >= FIRST_OF_ALL


def test_every_action_begins_within_a_month_and_ends_by_what_to_watch() -> None:
    for action in released().suggestions:
        assert 4 <= len(action.actions) <= 5, action.id
        assert action.actions[0].startswith(FIRST_STEP), action.id
        assert action.actions[-1].startswith(LAST_STEP), action.id
        assert action.actions[-1].removeprefix(LAST_STEP)[0].islower(), action.id
        assert action.effort in (1, 2, 3, 4), action.id


def test_actions_bear_a_title_of_their_own_that_begins_by_a_verb() -> None:
    titles = [action.title for action in released().suggestions]
    assert len(set(titles)) == len(titles)
    for title in titles:
        assert len(title) <= 90
        assert re.match(r"[A-ZÀÉ][\w’]*(?:er|ir|re|oir)\b", title), title
        assert not title.endswith(".")


def test_every_resource_can_be_reached() -> None:
    """An address, or nothing: what nobody has written is not promised."""
    for action in released().suggestions:
        for resource in action.resources:
            assert resource.file is None, action.id
            assert re.fullmatch(r"https://[\w.-]+\.[a-z]{2,}(?:/\S*)?", resource.url or ""), (
                action.id
            )


def test_every_theme_has_four_actions_or_more() -> None:
    made = released()
    assert 131 <= len(made.suggestions) <= 170
    for theme in made.outline.themes():
        inside = {theme.id, *(entry.id for entry in theme.questions)}
        assert sum(bool(set(item.targets) & inside) for item in made.suggestions) >= 4
