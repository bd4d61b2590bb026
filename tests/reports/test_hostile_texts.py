"""Whatever a person types, the report is made, says it all, and does nothing else."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Cover,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Report,
    Run,
    Section,
    SideBySide,
    Signature,
    Table,
)
from cap_desktop.reports.pdf.fonts import drawable
from cap_desktop.reports.pdf.printable import PLACEHOLDER, Door
from cap_desktop.reports.pdf.rendering import render
from tests.reports.samples import of_blocks, words
from tests.reports.tagged_pdf import TaggedPdf

NASTY = (
    "texte <projet> nom", "Contact <jean@ex.fr> SVP", "R&D", "<b>gras", "<b><i>x</b></i>",
    "&#xFFFFFFFF;", '<img src="(scratch)"/>', '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">clic</a>', '<a href="file:///etc/passwd">lire</a>',
    '<font color="__import__(\'os\').system(\'id\')">x</font>', "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<![CDATA[ tout ]]>", "<?php x ?>", "nul\x00dedans", "cloche\x07", "seul\ud83d", "😀 content",
    "مرحبا بالعالم", "שלום עולם", "\u202erenversé\u202c", "a\u2066b\u2069c", "deux\r\nlignes",
    "tab\tulation", "(parenthèse \\ barre) Tj ET", "<</S /JavaScript>>", "/URI (http) >>",
    "%PDF-1.7", "endstream endobj", "e\u0301te\u0301", "½ ﬁn ①", "espace\u202ffine", "\ufeffmarque",
    "", " ", "\n\n", "<3", "5 < 6 > 4", "œuvre « citée » à 3 €", "→ suite", "mot" * 200,
)  # fmt: skip
PIECES = (*NASTY, "<", ">", "&", "&amp;", "<br/>", "</para>", "é", "à", " ", "\n", "]]>", "'", '"')


def paper_words(text: str) -> list[str]:
    """What can be read of a text, as it should be found in the file."""
    printable = Door(drawable()).printable(text).replace("\xa0", " ")
    return printable.split()


def squeezed(text: str) -> str:
    """Without spaces: a word too long for a line goes on, unbroken, on the next one."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def everywhere(text: str) -> Report:
    """The same text wherever a text can stand."""
    runs = words(text)
    badge = Badge(text[:8], 3, text)
    inner: tuple[Block, ...] = (Paragraph(runs), Bullets((runs,)))
    return Report(
        text,
        text,
        text,
        Cover(text, text, text, text, None, (badge,), text, text),
        (
            Section(
                (
                    Paragraph(runs, "eyebrow"),
                    Heading(1, text, "un", badge),
                    Heading(2, text, badge=badge),
                    Paragraph((Run(text, "bold"), Run(text, target="un"))),
                    Paragraph(runs, "quote"),
                    Table(text, (Column(text, 1), Column(text, 2)), ((Cell((runs,)), Cell()),)),
                    KeyFigures((KeyFigure(text, text, text, text),)),
                    Card(text, (runs, runs)),
                    Signature((text,)),
                    SideBySide(inner, inner),
                )
            ),
        ),
        text,
        (text,),
    )


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_a_nasty_text_stands_anywhere_and_does_nothing(text: str) -> None:
    pdf = TaggedPdf(render(everywhere(text)))
    pdf.content_marks()
    _does_nothing(pdf)
    found = squeezed(pdf.text())
    for word in paper_words(text):
        assert found.count(word) > 10 or len(word) > 60, word


def test_three_thousand_hostile_texts_are_all_there() -> None:
    chance = random.Random(20261124)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(3000)]
    blocks = tuple(Paragraph(words(f"‹{at}›{text}‹fin{at}›")) for at, text in enumerate(texts))
    pdf = TaggedPdf(render(of_blocks(*blocks)))
    _does_nothing(pdf)
    found = squeezed(
        re.sub("L’Établi des Deux Rives · Plan.*?\n?Page \\d+ sur \\d+", "", pdf.text())
    )
    for at, text in enumerate(texts):
        start = found.index(f"‹{at}›") + len(f"‹{at}›")
        end = found.index(f"‹fin{at}›", start)
        assert found[start:end] == "".join(paper_words(text)), text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text_at_all_makes_a_report(text: str) -> None:
    _does_nothing(TaggedPdf(render(everywhere(text))))


def _does_nothing(pdf: TaggedPdf) -> None:
    for page in pdf.pdf.pages:
        assert "/XObject" not in page.Resources
        for area in page.get("/Annots", []):
            assert area.Subtype == "/Link"
            assert "/A" not in area
    assert set(pdf.root.keys()) <= {
        "/Type", "/Pages", "/Outlines", "/PageMode", "/Lang", "/ViewerPreferences", "/MarkInfo",
        "/StructTreeRoot", "/Metadata",
    }  # fmt: skip
    for item in pdf.pdf.objects:
        kind = item.get("/S") if hasattr(item, "get") and "/S" in item else None
        assert kind not in {"/URI", "/JavaScript", "/Launch"}


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
