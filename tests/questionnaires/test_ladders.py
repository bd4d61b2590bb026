"""The ladders: what is climbed, and the words that the results give back."""

import re

import pytest

from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import MaturityQuestion
from cap_desktop.domain.questionnaire.short_version import short_version
from cap_desktop.domain.scoring.statistics import sentences_of
from tests.questionnaires.profiles import PROFILES, all_at, practices
from tests.questionnaires.released import released

LEVELS = {
    "n0": "Pas encore",
    "n1": "Amorcé",
    "n2": "En chemin",
    "n3": "En place",
    "n4": "Ancré",
}
MORE = "En plus, "
SENTENCES = 2
WITH_OPINION = 15
WITH_OTHERS = {"apprendre_des_pairs", "cooperations", "demarche_ust"}
BETWEEN_STRUCTURES = {"parcours_inter_siae", "fonctions_mutualisees"}
"""Their subject is another structure: what they ask of it is no sharing among peers."""

OPINION = re.compile(
    r"\bavis\b|demand(?:é|ons)|enquête|dis(?:ent|ait)\b|interrog|réponses|pensent|écout"
)
SHARING = re.compile(r"autres? (?:structures?|acteurs?)|\bpairs|partage|\bréseau|collègues")
INVERTED = re.compile(r"(?<!rendez)-(?:vous|nous|ils?|elles?|on|ce|t-(?:il|elle|on))\b")
TWO_SIDES_OF_ONE_THING = {"acces_services", "economie_circulaire"}
"""Their title joins two nouns that one answer cannot tell apart."""


def ladder(entry: QuestionEntry) -> MaturityQuestion:
    assert isinstance(entry.question, MaturityQuestion)
    return entry.question


def test_bands_are_cut_in_the_middle_of_the_levels() -> None:
    """So that a mean falls to the level it is nearest to, and never to a higher word."""
    bands = released().settings.bands
    assert [(str(float(band.from_)), band.title) for band in bands] == [
        ("0.0", "Pas encore"),
        ("12.5", "Amorcé"),
        ("37.5", "En chemin"),
        ("62.5", "En place"),
        ("87.5", "Ancré"),
    ]


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("level", LEVELS)
def test_one_level_everywhere_gives_back_its_own_word(level: str, name: str) -> None:
    for made in (released(), short_version(released(), "express")):
        results = all_at(made, PROFILES[name], level)
        scored = [node for node in results.nodes.values() if node.score is not None]
        assert {part.id for part in made.parts} <= {node.id for node in scored}
        named = [results.band_of(node) for node in scored]
        assert {band.title for band in named if band} == {LEVELS[level]}
        assert None not in named


def test_too_few_answers_have_no_word() -> None:
    assert released().settings.band_coverage == 80


def test_the_levels_bear_the_words_of_the_bands() -> None:
    for entry in practices(released()):
        assert {level.id: level.title for level in ladder(entry).levels} == LEVELS


def test_the_two_upper_levels_add_to_the_one_below() -> None:
    """One rule for choosing: climb while all of it is true."""
    silent = [
        f"{entry.id}/{level.id}"
        for entry in practices(released())
        for level in ladder(entry).levels[3:]
        if not level.description.startswith(MORE)
    ]
    assert silent == []


def test_no_level_asks_for_more_than_two_things() -> None:
    crowded = [
        f"{entry.id}/{level.id}"
        for entry in practices(released())
        for level in ladder(entry).levels
        if len(sentences_of(level.description)) > SENTENCES
    ]
    assert crowded == []


def test_opinions_and_sharing_stay_where_they_are_the_point() -> None:
    """Else one habit, asking and sharing, would be measured under every name."""
    made = practices(released())
    third = {entry.id for entry in made if OPINION.search(ladder(entry).levels[3].description)}
    fourth = {entry.id for entry in made if SHARING.search(ladder(entry).levels[4].description)}
    assert len(third) <= WITH_OPINION
    assert fourth - BETWEEN_STRUCTURES <= WITH_OTHERS


def test_a_practice_that_nobody_can_describe_is_not_left_unknown() -> None:
    assert [e.id for e in practices(released()) if e.question.unknown_allowed] == []


def test_not_applicable_is_said_by_a_reason_of_a_list() -> None:
    """Figures have theirs too: no answer is set aside by a sentence that nobody can check."""
    for entry in released().outline.questions:
        if entry.question.na.allowed:
            assert entry.question.na.reasons, entry.id


def asks_twice(title: str) -> bool:
    return title.count("?") > 1 or len(INVERTED.findall(title)) > 1


def test_no_title_asks_two_questions() -> None:
    """One question mark and one verb turned round; a practice names one object."""
    for entry in released().outline.questions:
        title = entry.question.title
        assert not asks_twice(title), title
        if isinstance(entry.question, MaturityQuestion):
            assert title.startswith(("Comment ", "Que ")), title
            assert " et " not in title or entry.id in TWO_SIDES_OF_ONE_THING, title


def test_a_double_question_is_seen() -> None:
    assert asks_twice("Votre projet est-il écrit, et vous aide-t-il à décider\u00a0?")
    assert asks_twice("Le tuteur est-il nommé\u00a0? Depuis quand\u00a0?")
    assert not asks_twice("Est-ce que vous avez des rendez-vous pour parler de la suite\u00a0?")
