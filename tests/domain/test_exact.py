from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.domain.exact import format_decimal, parse_decimal, published, rounded


@pytest.mark.parametrize(
    "text", ["1e2", "+1", "01", "1.", ".5", "1,5", " 1", "1\n", "١", "1.1234567", "1234567890", ""]
)
def test_what_the_grammar_does_not_hold_is_no_decimal(text: str) -> None:
    assert parse_decimal(text) is None


@pytest.mark.parametrize(
    ("text", "canonical"), [("2.00", "2"), ("-0", "0"), ("-0.10", "-0.1"), ("0.000001", "0.000001")]
)
def test_a_decimal_has_one_canonical_writing(text: str, canonical: str) -> None:
    value = parse_decimal(text)
    assert value is not None
    assert format_decimal(value) == canonical


@given(st.integers(-(10**15), 10**15))
def test_reading_and_writing_a_decimal_are_inverse(millionths: int) -> None:
    value = Fraction(millionths, 10**6)
    if abs(value) < 10**9:
        assert parse_decimal(format_decimal(value)) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [("33.25", "33.3"), ("33.15", "33.2"), ("-2.25", "-2.2"), ("-0.04", "0.0"), ("99.95", "100.0")],
)
def test_rounding_is_half_up_also_below_zero(value: str, shown: str) -> None:
    assert published(Fraction(value), 1) == shown
    assert rounded(Fraction(value), 1) == Fraction(shown)


def test_no_decimals_means_no_point() -> None:
    assert published(Fraction("33.5"), 0) == "34"
