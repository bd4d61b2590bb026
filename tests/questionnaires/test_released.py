"""The released questionnaires are valid, canonical, and follow one another."""

import re

import pytest

from cap_desktop import paths
from cap_desktop.domain.questionnaire.canonical import as_tree, canonical_bytes
from cap_desktop.domain.questionnaire.checks.history import history_problems, unexplained
from cap_desktop.domain.questionnaire.differences import minimum_bump
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.questionnaire.versions import Bump
from cap_desktop.domain.scoring.statistics import texts_of
from tests.questionnaires.released import CURRENT, NAMES, path, released, texts

PROPOSAL = "Proposition des auteurs, non validée par le réseau"
NOT_ITS_OWN = {
    "the CAP advises": re.compile(r"\bCAP\b[^.]*\bconseill|\bconseill[^.]*\bCAP\b"),
    "the CAP asks": re.compile(r"questionnaire CAP \(|\bProposition CAP\b|^CAP 20"),
    "Coorace advises": re.compile(r"Coorace[^.]*\bconseill"),
    "an offer of the network": re.compile(
        r"[Dd]élégation régionale|[Oo]ffre de services|réseau (?:propose|offre)|à demander à votre"
    ),
    "our impact": re.compile(r"[Nn]otre impact"),
}
"""What would have it speak for the network, or measure what it does not."""


@pytest.mark.parametrize("name", NAMES)
def test_a_released_questionnaire_is_valid_and_canonical(name: str) -> None:
    data = path(name).read_bytes()
    reading = read_questionnaire(data)
    assert reading.problems == ()
    assert reading.questionnaire is not None
    assert canonical_bytes(reading.questionnaire) == data
    assert f"{reading.questionnaire.id}-{reading.questionnaire.version}" == name


def test_the_program_proposes_the_first_edition_alone_with_what_the_network_has_to_read() -> None:
    found = sorted(path.name for path in paths.questionnaires().iterdir())
    assert found == ["A-RELIRE.md", "cap-2026.1.0.json"]


def test_the_edition_of_2025_says_that_it_is_of_the_demonstration() -> None:
    old = released("cap-2025.2.0")
    assert path("cap-2025.2.0").parent == paths.demonstration()
    assert old.title.startswith("Matériel de démonstration")
    assert "jamais été publiée" in (old.description or "")
    assert old.status == "deprecated"


def test_a_first_edition_that_is_published_has_no_past() -> None:
    """A draft keeps the edition of 2025 for the demonstration; nothing of it is ever published."""
    first = released()
    is_draft = first.status == "draft"
    assert is_draft or (first.previous, first.lineage, first.retired) == (None, (), ())


def test_the_2026_edition_follows_that_of_2025() -> None:
    old, new = released("cap-2025.2.0"), released("cap-2026.1.0")
    assert history_problems(old, new) == []
    assert unexplained(old, new) == ()
    assert minimum_bump(old, new) is Bump.MAJOR


def test_every_kind_of_succession_is_there() -> None:
    relations = [entry.relation for entry in released().lineage]
    assert set(relations) == {"split", "merged", "replaced", "dropped", "reworded", "new"}


def test_there_is_no_grand_total() -> None:
    assert released().settings.overall == "none"


def test_the_pack_says_plainly_that_it_is_a_proposal() -> None:
    made = released()
    description = made.description or ""
    assert "Proposition originale de ses auteurs" in description
    assert "n’engage pas le réseau, qui doit la relire avant tout usage" in description
    assert "ni un label, ni une certification" in description
    assert "proposition à relire" in made.title
    assert made.publisher.name.startswith("Les auteurs de CAP Desktop")
    assert made.status == "draft"


def test_a_value_without_a_public_source_is_called_a_proposal() -> None:
    unnamed = re.compile(r"\bCAP\b|source secondaire|usage")
    for entry in released().outline.questions:
        if isinstance(entry.question, MeasuredQuestion):
            for value in entry.question.references:
                assert value.source == PROPOSAL or not unnamed.search(value.source), entry.id


@pytest.mark.parametrize("phrase", NOT_ITS_OWN, ids=list(NOT_ITS_OWN))
def test_it_speaks_in_its_own_name(phrase: str) -> None:
    found = [text[:90] for text in texts(CURRENT) if NOT_ITS_OWN[phrase].search(text)]
    assert found == []


def test_no_page_calls_the_second_part_an_impact() -> None:
    made = released()
    assert [part.title for part in made.parts][1] == (
        "Notre utilité sociale territoriale\u00a0: ce que nous cherchons à changer"
        " et comment nous le vérifions"
    )
    assert [part.short_title for part in made.parts][1] == "Utilité sociale"
    explained = {text for term in made.glossary for text in (term.term, term.definition)}
    framed = {text for frame in made.frameworks for text in texts_of(as_tree(frame))}
    others = set(texts(CURRENT)) - explained - framed
    assert [text[:90] for text in others if re.search(r"\bimpact", text, re.IGNORECASE)] == []
