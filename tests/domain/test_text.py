"""Signs that no text holds, and signs that nothing shows: one list for every layer."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.domain.questionnaire.fields import control_character
from cap_desktop.domain.text import REPLACED, as_kept, curly, cut, french_order, showable
from cap_desktop.reports.html import html_document, svg
from cap_desktop.reports.pdf.printable import PLACEHOLDER, Door

TURNS = [*"\u061c\u200e\u200f", *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))]
CONTROLS = [sign for sign in map(chr, range(0x10000)) if unicodedata.category(sign) in ("Cc", "Cs")]


@pytest.mark.parametrize("sign", TURNS, ids=lambda sign: f"{ord(sign):04X}")
def test_what_turns_a_text_round_is_taken_out_of_the_page_as_of_the_paper(sign: str) -> None:
    words = f"fait{sign}non"
    assert Door("faitnon").printable(words) == f"fait{PLACEHOLDER}non"
    assert html_document._words(words) == f"fait{REPLACED}non"
    assert svg._words(words) == f"fait{REPLACED}non"


def test_a_text_as_it_is_kept_holds_nothing_that_is_refused() -> None:
    typed = "".join(f"a{sign}" for sign in (*CONTROLS, "\u2028", "\u2029", "\r\n"))
    kept = as_kept(typed)
    assert control_character(kept) is None
    assert set(kept) == {"a", "\n", " "}


def test_no_control_but_the_tab_and_the_line_feed_is_shown() -> None:
    shown = showable("".join(CONTROLS))
    assert set(shown) == {"\t", "\n", REPLACED}


def test_names_are_sorted_as_in_a_french_list() -> None:
    names = [
        "Zoé",
        "Œuvres sociales",
        "Olivier",
        "Ægidius",
        "Bruno",
        "cote",
        "côte",
        "Côté",
        "coté",
    ]
    assert sorted(names, key=french_order) == [
        *("Ægidius", "Bruno", "cote", "coté", "côte", "Côté"),
        *("Œuvres sociales", "Olivier", "Zoé"),
    ]


@given(st.text(), st.integers(2, 40))
def test_a_text_that_is_cut_says_so_and_fits(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")


def test_typed_apostrophes_are_curly_within_words_alone() -> None:
    assert curly("L'atelier d'Aïda, 12' et 'mot'") == "L\u2019atelier d\u2019Aïda, 12' et 'mot'"
