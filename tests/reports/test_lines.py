"""Lines of a paragraph: nothing lost, nothing wider than the room, no word cut if it fits."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cap_desktop.reports.pdf.fonts import drawable, letters
from cap_desktop.reports.pdf.lines import Span, TextLine, set_lines, shortened
from cap_desktop.reports.pdf.printable import Door, Printable
from cap_desktop.reports.pdf.tag_tree import Element

SLOT = Element("P")
TEXTS = st.lists(st.text("abc déœ-/ \n\xa0WWi.", max_size=40), max_size=4)


def spans(*texts: str) -> list[Span]:
    door = Door(drawable())
    return [
        Span(door.printable(text), 10.0, "bold" if at % 2 else "regular", "text", SLOT)
        for at, text in enumerate(texts)
    ]


def said(line: TextLine) -> str:
    return "".join(fragment.words for fragment in line.fragments)


@given(TEXTS, st.floats(20, 300))
def test_every_letter_is_set_once_and_in_order(texts: list[str], width: float) -> None:
    lines = set_lines(spans(*texts), width)
    found = "".join(map(said, lines)).replace(" ", "").replace("\n", "")
    assert found == "".join(texts).replace(" ", "").replace("\n", "")


@example(["œWdbccbbé.-\nié /Wé\xa0Wic/Wiaé"], 21.1)
@example(["W\n.W-cia .é/", "aW. Wœ\na-W/ibd.a ", "-ddWécœ\n"], 35.1)
@given(TEXTS, st.floats(20, 300))
def test_no_line_is_wider_than_its_room(texts: list[str], width: float) -> None:
    for line in set_lines(spans(*texts), width):
        assert line.width <= width + 0.02
        for fragment in line.fragments:
            words = fragment.words
            exact = fragment.span.width(words)
            space = fragment.span.width(" ")
            assert abs(fragment.width - exact) < 0.01 or abs(fragment.width + space - exact) < 0.01


@given(st.lists(st.text("abcé", min_size=1, max_size=8), min_size=1, max_size=30))
def test_a_word_that_fits_is_never_cut(words: list[str]) -> None:
    lines = set_lines(spans(" ".join(words)), 80)
    assert " ".join(said(line).strip() for line in lines).split() == words


def test_line_breaks_are_kept_and_empty_lines_too() -> None:
    assert [said(line) for line in set_lines(spans("un\n\ndeux"), 100)] == ["un ", "", "deux"]


def test_a_word_of_two_looks_stays_in_one_piece() -> None:
    lines = set_lines(spans("aaaa bbbb", "cccc dddd"), letters("regular").width("aaaa bbbb", 10))
    assert said(lines[0]) == "aaaa "
    assert said(lines[1]).startswith("bbbbcccc")


def test_a_long_address_is_cut_after_a_sign() -> None:
    lines = set_lines(spans("contact-de-la-structure@exemple-tres-long.fr"), 90)
    assert len(lines) > 2
    assert all(said(line)[-1] in "-@./" for line in lines[:-1])


def test_a_foot_that_is_too_long_ends_with_dots() -> None:
    words = Printable("Une structure au nom très long")
    short = shortened(words, 9, 60)
    assert short.endswith("…")
    assert letters("regular").width(short, 9) <= 60
    assert shortened(words, 9, 600) == words
