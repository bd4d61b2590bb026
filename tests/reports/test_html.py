"""The HTML report: read by anybody, loading nothing, running nothing."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest

from cap_desktop.domain.text import curly, showable
from cap_desktop.reports.document import Paragraph
from cap_desktop.reports.html.html_document import page
from cap_desktop.services.files.demonstrations import Demonstrated
from cap_desktop.services.local.reports import html
from tests.reports.hostile import NASTY, PIECES, everywhere
from tests.reports.html_tags import Reading
from tests.reports.report_data import DEMONSTRATED, demo_data
from tests.reports.samples import of_blocks, rich, words


@pytest.fixture(params=DEMONSTRATED, ids=lambda shown: shown.folder)
def reading(request: pytest.FixtureRequest) -> Reading:
    shown: Demonstrated = request.param
    return Reading(html(demo_data(shown)).decode())


def test_the_page_says_its_language_its_title_and_one_first_heading(reading: Reading) -> None:
    assert reading.named("html")[0].attributes["lang"] == "fr"
    assert "Rapport complet 2026" in reading.named("title")[0].text
    assert len(reading.named("h1")) == 1


def test_headings_go_down_one_level_at_a_time(reading: Reading) -> None:
    levels = [int(tag.name[1]) for tag in reading.tags if re.fullmatch("h[1-6]", tag.name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_scoped_titles(reading: Reading) -> None:
    tables = reading.named("table")
    assert len(tables) > 20
    for table in tables:
        assert table.inside[0].name == "caption"
        assert table.inside[0].text.strip()
    assert all(tag.attributes["scope"] in ("col", "row") for tag in reading.named("th"))


def test_every_figure_has_a_title_and_a_sentence(reading: Reading) -> None:
    figures = reading.named("svg")
    assert len(figures) >= 4
    known = {tag.attributes.get("id"): tag.text for tag in reading.tags}
    for figure in figures:
        assert figure.attributes["role"] == "img"
        for name in figure.attributes["aria-labelledby"].split():
            assert known[name].strip()


def test_every_link_leads_to_one_place_of_the_page(reading: Reading) -> None:
    names = [tag.attributes["id"] for tag in reading.tags if "id" in tag.attributes]
    assert len(names) == len(set(names))
    links = [tag.attributes["href"] for tag in reading.named("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(names)
    assert links[0] == "#contenu"


def test_nothing_is_loaded_and_nothing_runs(reading: Reading) -> None:
    loading = ("script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use")
    assert reading.named(*loading) == []
    for tag in reading.tags:
        assert not {"src", "srcset", "xlink:href", "background"} & set(tag.attributes)
        assert not any(name.startswith("on") for name in tag.attributes)
    policy = [tag for tag in reading.named("meta") if "http-equiv" in tag.attributes]
    assert "default-src 'none'" in policy[0].attributes["content"]
    style = reading.named("style")[0].text
    assert "url(" not in style
    assert "@import" not in style


def test_one_of_everything_is_written() -> None:
    reading = Reading(page(rich()))
    for said in ("On nous écoute davantage", "Pour la direction", "Le parcours est-il expliqué"):
        assert said in reading.words
    assert reading.named("ol", "ul", "blockquote")


@pytest.mark.parametrize("text", [text for text in NASTY if text.strip()], ids=ascii)
def test_a_hostile_text_stays_a_text_wherever_it_stands(text: str) -> None:
    plain, reading = Reading(page(everywhere("mot"))), Reading(page(everywhere(text)))
    kinds = [tag.name for tag in reading.tags if tag.name != "br"]
    assert kinds == [tag.name for tag in plain.tags if tag.name != "br"]
    assert {key for tag in reading.tags for key in tag.attributes} == {
        key for tag in plain.tags for key in tag.attributes
    }


def test_a_text_is_written_as_it_was_typed() -> None:
    typed = "R&D <jean@ex.fr> « œ » 'x' \"y\" 5 < 6 &amp; 😀 مرحبا"
    assert Reading(page(everywhere(typed))).words.count(typed) > 10


def test_three_thousand_hostile_texts_are_all_there() -> None:
    chance = random.Random(20261125)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(3000)]
    reading = Reading(page(of_blocks(*(Paragraph(words(f"‹{text}›")) for text in texts))))
    paragraphs = [tag for tag in reading.named("p") if tag.text.startswith("‹")]
    assert len(paragraphs) == len(texts)
    for tag, text in zip(paragraphs, texts, strict=True):
        assert "".join(tag.text.split()) == "".join(curly(showable(f"‹{text}›")).split())
        assert {inner.name for inner in tag.inside} <= {"br"}
