"""Inversions are never cut at their hyphens; other words may be."""

import pytest

from cap_desktop.words.typography import Piece, ended, pieces, said_in_turn, unbroken


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Les membres sont-ils là ?", "Les membres sont‑ils là ?"),
        ("Arrêtez-vous une action ?", "Arrêtez‑vous une action ?"),
        ("Y a-t-on pensé ?", "Y a‑t‑on pensé ?"),
        ("Un porte-parole", "Un porte-parole"),
        ("Le savoir-être", "Le savoir-être"),
        ("- une ligne", "- une ligne"),
    ],
)
def test_an_inversion_stays_on_one_line(written: str, shown: str) -> None:
    assert unbroken(written) == shown


def test_the_lines_of_a_list_are_told_from_the_others() -> None:
    assert pieces("Comptez :\n- un\n- deux\nPuis divisez.") == (
        Piece("Comptez :", is_item=False),
        Piece("un", is_item=True),
        Piece("deux", is_item=True),
        Piece("Puis divisez.", is_item=False),
    )


def test_what_is_said_in_turn_has_one_end_each() -> None:
    assert said_in_turn("Question 5 sur 7", "", "Depuis quand\u00a0?", "Lecture seule.") == (
        "Question 5 sur 7. Depuis quand\u00a0? Lecture seule."
    )
    assert said_in_turn("", "Seule") == "Seule"


def test_a_text_that_has_its_end_is_given_no_other() -> None:
    assert ended("Oui") == "Oui."
    assert ended("Chaque formation laisse une trace signée.") == (
        "Chaque formation laisse une trace signée."
    )
