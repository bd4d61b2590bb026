"""Every text a person reads: spelling, typography, length, and acronyms explained."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cap_desktop.domain.questionnaire.questions import MaturityQuestion
from cap_desktop.domain.scoring.statistics import length_of, sentences_of, words_of
from tests.patience import PATIENCE
from tests.questionnaires.released import CURRENT, NAMES, released, texts, words

FIELD_WORDS = Path(__file__).resolve().parents[1] / "data" / "field_words.txt"
TITLE_LIMIT = 90
LEVEL_WORDS = 30
MEAN_SENTENCE = 18
LONGEST_SENTENCE = 32

BAD_TYPOGRAPHY = {
    "no-break space before a double sign": re.compile(r"(?<!\u00a0)[:;!?»](?!//)"),
    "no-break space after «": re.compile(r"«(?!\u00a0)"),
    "no-break space before %": re.compile(r"\d ?%"),
    "straight apostrophe": re.compile(r"'"),
    "straight quotes": re.compile(r"[\"“”]"),
    "double space": re.compile(r"[ \u00a0]{2}"),
    "three dots": re.compile(r"\.\.\."),
    "median point": re.compile(r"·"),
    "space at an end": re.compile(r"^\s|\s$"),
    "space before a stop": re.compile(r"\s[.,]"),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fault", BAD_TYPOGRAPHY)
def test_french_typography(name: str, fault: str) -> None:
    found = [text[:80] for text in texts(name) if BAD_TYPOGRAPHY[fault].search(text)]
    assert found == []


def field_words() -> set[str]:
    lines = FIELD_WORDS.read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def unknown_words(found: set[str]) -> set[str]:
    """What the French dictionary of the system does not know, elided articles cut off."""
    asked = {word.replace("’", "'") for word in found}
    done = subprocess.run(
        ["hunspell", "-d", "fr", "-i", "utf-8", "-l"],
        input="\n".join(sorted(asked)),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    return {word.rpartition("'")[2] for word in done.stdout.split()}


@pytest.mark.skipif(
    not sys.platform.startswith("linux") and shutil.which("hunspell") is None,
    reason="the French dictionary of Debian is not on this system",
)
@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_french_or_of_the_field(name: str) -> None:
    found = {word for text in texts(name) for word in words(text)}
    assert unknown_words(found) - field_words() == set()


def test_the_field_dictionary_holds_nothing_unused() -> None:
    used = {
        word.rpartition("’")[2] for name in NAMES for text in texts(name) for word in words(text)
    }
    assert field_words() - used == set()


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="no dictionary here")
def test_the_spelling_test_sees_a_fault() -> None:
    assert unknown_words({"acompagnement", "l’évalluation"}) == {"acompagnement", "évalluation"}


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_short_questions(name: str) -> None:
    for entry in released(name).outline.questions:
        assert len(entry.question.title) <= TITLE_LIMIT
        if isinstance(entry.question, MaturityQuestion):
            assert entry.question.title.endswith("\u00a0?")


@pytest.mark.parametrize("name", NAMES)
def test_levels_are_short_and_concrete_sentences(name: str) -> None:
    for entry in released(name).outline.questions:
        if isinstance(entry.question, MaturityQuestion):
            for level in entry.question.levels:
                assert words_of(level.description) < LEVEL_WORDS
                assert level.description.endswith(".")


def test_practices_have_five_levels_and_all_that_helps_to_answer() -> None:
    for entry in released().outline.questions:
        question = entry.question
        if not isinstance(question, MaturityQuestion):
            continue
        assert [level.id for level in question.levels] == ["n0", "n1", "n2", "n3", "n4"]
        assert question.why
        assert question.help
        assert question.evidence is not None
        assert question.evidence.hint
        assert question.examples
        assert question.crosswalk


def test_free_texts_warn_against_naming_people() -> None:
    for entry in released().outline.questions:
        if entry.question.kind == "text":
            assert re.search(
                r"ne (citez|nommez)|sans nom|aucun nom", (entry.question.help or "").lower()
            )


def test_most_practices_speak_to_the_associations_intermediaires() -> None:
    spoken = asked = 0
    for entry in released().outline.questions:
        question = entry.question
        if isinstance(question, MaturityQuestion) and question.show_if not in ("c_prod", "c_regie"):
            asked += 1
            spoken += any(
                "ai" in example.profile or not example.profile for example in question.examples
            )
    assert spoken >= 0.9 * asked


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name: str) -> None:
    assert length_of(released(name)).mean_sentence <= MEAN_SENTENCE
    longest = [
        sentence
        for text in texts(name)
        for sentence in sentences_of(text)
        if words_of(sentence) > LONGEST_SENTENCE
    ]
    assert longest == []


ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\b")
PLAIN = {"CV", "CDI", "SARL", "SAS", "SCIC", "SCOP", "ESS", "TVA"}
"""Read by everyone, or spelled out where they stand."""


def test_every_acronym_is_in_the_glossary() -> None:
    made = released(CURRENT)
    explained = {
        found
        for term in made.glossary
        for found in ACRONYM.findall(f"{term.term} {term.definition}")
    }
    used = {
        found
        for entry in made.outline.questions
        for text in (entry.question.title, entry.question.help or "", entry.question.why or "")
        for found in ACRONYM.findall(text)
    }
    assert used - explained - PLAIN == set()
