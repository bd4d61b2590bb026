"""Figures in French, and the scale they are read on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.gui.answering.gauge import mark_labels, side_by_side
from cap_desktop.gui.presentation.figures import GaugeMark, GaugeValues, situation, summary
from cap_desktop.gui.presentation.help_texts import first_sentence
from cap_desktop.words.numbers import number, with_unit
from cap_desktop.words.sizes import size_words


def _reading(
    value: int | str | None, former: int | str | None = None, *marks: GaugeMark, unit: str = "%"
) -> GaugeValues:
    return GaugeValues(
        unit=unit,
        decimals=1,
        year=2026,
        value=None if value is None else Fraction(value),
        former_year=2025,
        former=None if former is None else Fraction(former),
        marks=marks,
    )


REFERENCE = GaugeMark(Fraction(60), is_own=False)
TARGET = GaugeMark(Fraction(60), is_own=True)


def test_thousands_are_set_apart_and_minus_is_a_minus() -> None:
    assert number(Fraction(1234567)) == "1\u00a0234\u00a0567"
    assert number(Fraction(-3, 2)) == "\u22121,5"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0, "personnes", "0\u00a0personne"),
        (2, "personnes", "2\u00a0personnes"),
        (1, "accidents par million d’heures", "1\u00a0accident par million d’heures"),
        (1, "fois", "1\u00a0fois"),
        (1, "%", "1\u00a0%"),
        (None, "%", "–"),
    ],
)
def test_a_unit_agrees_with_its_figure(value: int | None, unit: str, shown: str) -> None:
    assert with_unit(None if value is None else Fraction(value), unit) == shown


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            _reading("63.6", "57.9", REFERENCE),
            "5,7 points de plus qu’en 2025, et au-dessus du repère.",
        ),
        (_reading(60, 61, REFERENCE), "1 point de moins qu’en 2025, et égal au repère."),
        (_reading(50, 50, TARGET), "Comme en 2025, et au-dessous de votre cible."),
        (_reading(50, None, TARGET), "Au-dessous de votre cible."),
        (_reading(12, 15, unit="jours"), "3\u00a0jours de moins qu’en 2025."),
        (_reading(12), ""),
        (_reading(None, 12, REFERENCE), ""),
    ],
)
def test_a_figure_is_situated_in_one_neutral_sentence(found: GaugeValues, sentence: str) -> None:
    assert situation(found) == sentence


def test_only_a_jump_of_more_than_twenty_five_points_is_asked_about() -> None:
    assert not _reading(75, 50).is_jump
    assert _reading("75.1", 50).is_jump
    assert not _reading(90, 10, unit="jours").is_jump


def test_a_share_is_read_from_0_to_100_and_more_only_where_it_must() -> None:
    assert _reading(12).ticks() == tuple(map(Fraction, (0, 25, 50, 75, 100)))
    assert _reading(130).ticks()[-1] >= 130


@given(st.fractions(0, 10**7, max_denominator=1000))
def test_a_scale_holds_what_it_shows_in_few_even_steps(value: Fraction) -> None:
    found = _reading(str(value), unit="jours")
    ticks = found.ticks()
    assert ticks[0] == 0
    assert ticks[-1] >= value
    assert 2 <= len(ticks) <= 6
    assert 0 <= found.share(value) <= 1


def test_the_scale_is_said_in_one_sentence() -> None:
    assert summary(_reading(63, 57, REFERENCE)) == (
        "2026\u00a0: 63\u00a0%, 2025\u00a0: 57\u00a0%, Repère 60\u00a0%. Échelle de 0 à 100\u00a0%."
    )


@given(st.lists(st.floats(100, 500), min_size=1, max_size=5, unique=True))
def test_no_line_of_a_mark_crosses_the_label_of_another(places: list[float]) -> None:
    labels = mark_labels(places, [90.0] * len(places), 600.0)
    for rank, place in enumerate(places):
        for label in labels[:rank] + labels[rank + 1 :]:
            assert labels[rank].row < label.row or not label.left < place < label.right


@given(st.floats(0, 600), st.floats(0, 600))
def test_the_labels_of_two_years_never_touch(one: float, other: float) -> None:
    first, second = side_by_side([(one, 90.0), (other, 110.0)], 600.0)
    low, high = sorted((first, second))
    assert low[0] >= 0
    assert high[1] <= 600
    assert low[1] < high[0]


def test_sizes_of_files_are_in_french_units() -> None:
    assert size_words(214 * 1024) == "214 Ko"
    assert size_words(3) == "1 Ko"
    assert size_words(1_300_000) == "1,2 Mo"


def test_one_line_stands_above_the_field() -> None:
    assert first_sentence("Un fait. Un autre.") == "Un fait."
    assert first_sentence("Une ligne\nune autre.") == "Une ligne"
    assert first_sentence("Tout.") == "Tout."
