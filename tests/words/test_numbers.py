"""One reader of figures: what people type of them, and all that the program writes."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cap_desktop.domain.exact import format_decimal
from cap_desktop.words.numbers import figure, number, percent, plain, read_number, with_unit
from cap_desktop.words.units import is_counted_whole

UNITS = ("%", "personnes", "€", "h", "t", "jours", "fois", "accidents par million d’heures")

FIGURES = st.integers(-(10**15) + 1, 10**15 - 1).map(lambda count: Fraction(count, 1_000_000))
"""Every figure that a file can hold."""


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5", "25/2"),
        ("1 250.5", "2501/2"),
        ("1\u00a0250", "1250"),
        ("1\u2009250", "1250"),
        ("1\u2007250", "1250"),
        ("1\u202f250\u202f000", "1250000"),
        ("\u202f7", "7"),
        ("1 00", "100"),
        ("0,333 333", "333333/1000000"),
        ("05", "5"),
        ("007", "7"),
        (",5", "1/2"),
        (".5", "1/2"),
        ("12,", "12"),
        ("+3", "3"),
        ("-3", "-3"),
        ("\u2212 3", "-3"),
        ("–3", "-3"),
        ("-0", "0"),
        ("12,000000000", "12"),
        ("12,50000000", "25/2"),
        ("0000000000012", "12"),
    ],
)
def test_a_figure_is_read_as_people_type_it(typed: str, value: str) -> None:
    assert read_number(typed) == Fraction(value)


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", ",", "-", "+", "--3", "+-3", "douze", "1e3", "1,2,3", "1.250,5", "1 2 3,4,"),
        *("12 - 15", "12, 5", "3-4", "1/2", "12 %", "45 membres", "٣", "１２"),
        *("12,3333333", "1234567890", "0x1F", "12h", "NaN", "infini", "½", "–"),
    ],
)
def test_what_has_no_one_value_is_refused(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("50 %", "%", "50"),
        ("50%", "%", "50"),
        ("50\u00a0pour cent", "%", "50"),
        ("45 membres", "membres", "45"),
        ("1 membre", "membres", "1"),
        ("45 Membres", "membres", "45"),
        ("12 h", "h", "12"),
        ("12h", "h", "12"),
        ("12 heures", "h", "12"),
        ("1 250,50 €", "€", "2501/2"),
    ],
)
def test_the_unit_that_a_field_shows_may_be_typed(typed: str, unit: str, value: str) -> None:
    assert read_number(typed, (unit,)) == Fraction(value)
    assert read_number(typed, ("kWh",)) is None


@given(FIGURES, st.sampled_from(UNITS))
@example(Fraction(-12000), "€")
def test_all_that_is_written_of_a_figure_is_read_again(value: Fraction, unit: str) -> None:
    assert read_number(number(value)) == value
    assert read_number(plain(value)) == value
    assert read_number(format_decimal(value)) == value
    assert read_number(with_unit(value, unit), (unit,)) == value


@given(st.fractions(-1000, 1000), st.integers(0, 3))
def test_a_published_score_is_read_as_what_it_says(value: Fraction, decimals: int) -> None:
    shown = read_number(figure(value, decimals))
    assert shown is not None
    assert abs(shown - value) <= Fraction(1, 2 * 10**decimals)


@given(st.fractions(0, 100))
def test_a_share_is_read_with_its_sign(value: Fraction) -> None:
    assert read_number(percent(value), ("%",)) is not None


@given(st.one_of(st.text(), st.text(alphabet="0123456789 ,.+-−–\u00a0\u202f%€h")))
def test_junk_is_a_figure_of_the_grammar_or_nothing(text: str) -> None:
    value = read_number(text, ("%", "€", "h"))
    if value is not None:
        assert abs(value) < 10**9
        assert read_number(number(value)) == value


@pytest.mark.parametrize(
    ("unit", "label", "is_whole"),
    [
        ("personnes", "", True),
        ("réponses", "", True),
        ("ETP", "", False),
        ("€", "", False),
        ("h", "", False),
        ("%", "Membres présents ou représentés à l’assemblée générale", True),
        ("%", "Effectif moyen de permanents, dans l’année", False),
        ("personnes", "File active moyenne (personnes en parcours présentes)", False),
        ("entretiens", "Personnes présentes, en moyenne sur l’année", False),
        ("%", "Total des achats (€)", False),
    ],
)
def test_people_and_things_are_counted_whole_and_averages_are_not(
    unit: str, label: str, is_whole: bool
) -> None:
    assert is_counted_whole(unit, label) is is_whole
