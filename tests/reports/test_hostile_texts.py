"""Whatever a person types, the report is made, says it all, and does nothing else."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cap_desktop.reports.document import (
    Paragraph,
)
from cap_desktop.reports.pdf.fonts import drawable
from cap_desktop.reports.pdf.printable import PLACEHOLDER, Door
from cap_desktop.reports.pdf.rendering import render
from tests.length import IS_LONG
from tests.reports.hostile import NASTY, PIECES, does_nothing, everywhere, squeezed
from tests.reports.samples import of_blocks, words
from tests.reports.tagged_pdf import TaggedPdf

DRAWN = 3000 if IS_LONG else 600


def paper_words(text: str) -> list[str]:
    """What can be read of a text, as it should be found in the file."""
    printable = Door(drawable()).printable(text).replace("\xa0", " ")
    return printable.split()


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_a_nasty_text_stands_anywhere_and_does_nothing(text: str) -> None:
    pdf = TaggedPdf(render(everywhere(text)))
    pdf.content_marks()
    does_nothing(pdf)
    found = squeezed(pdf.text())
    for word in paper_words(text):
        assert found.count(word) > 10 or len(word) > 60, word


def test_many_hostile_texts_are_all_there() -> None:
    chance = random.Random(20261124)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(DRAWN)]
    blocks = tuple(Paragraph(words(f"‹{at}›{text}‹fin{at}›")) for at, text in enumerate(texts))
    pdf = TaggedPdf(render(of_blocks(*blocks)))
    does_nothing(pdf)
    found = squeezed(
        re.sub("L’Établi des Deux Rives · Plan.*?\n?Page \\d+ sur \\d+", "", pdf.text())
    )
    for at, text in enumerate(texts):
        start = found.index(f"‹{at}›") + len(f"‹{at}›")
        end = found.index(f"‹fin{at}›", start)
        assert found[start:end] == "".join(paper_words(text)), text


@settings(
    max_examples=60 if IS_LONG else 20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.text(max_size=80))
def test_any_text_at_all_makes_a_report(text: str) -> None:
    does_nothing(TaggedPdf(render(everywhere(text))))


@given(st.text())
def test_what_passes_the_door_can_be_drawn(text: str) -> None:
    assert set(Door(drawable()).printable(text)) <= drawable() | {"\n"}


@given(st.text())
def test_the_door_changes_nothing_twice(text: str) -> None:
    once = Door(drawable()).printable(text)
    assert Door(drawable() | {PLACEHOLDER}).printable(once).replace(PLACEHOLDER, "") == (
        once.replace(PLACEHOLDER, "")
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("e\u0301te\u0301", "été"),
        ("12\u202f%", "12\xa0%"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("doux\xad trait", "doux trait"),
        ("ﬁn de \u2011 ligne", "fin de - ligne"),
        ("nul\x00", "nul◊"),
        ("سلام", "◊◊◊◊"),
    ],
)
def test_the_door_prints_what_the_font_has(text: str, printed: str) -> None:
    assert Door(drawable()).printable(text) == printed


def test_characters_without_a_drawing_are_listed_at_the_end() -> None:
    text = TaggedPdf(render(of_blocks(Paragraph(words("سس 😀 fin"))))).text()
    assert "◊◊ ◊ fin" in text
    listed = " ".join(text.split())
    assert "Caractères que la police n’a pas, remplacés par ◊ :" in listed
    assert "U+0633 (2 fois), U+1F600 (1 fois)." in listed


def test_nothing_is_listed_where_nothing_is_missing() -> None:
    assert "police" not in TaggedPdf(render(of_blocks(Paragraph(words("Été"))))).text()
