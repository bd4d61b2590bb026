"""Figures in French, the same on the screen and on paper."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.domain.exact import format_decimal, published, read_decimal, rounded
from cap_desktop.words.units import unit_of, ways_to_type

NONE = "–"
"""Stands where there is no figure."""


def french(number: str) -> str:
    """A printed number with a decimal comma and a true minus."""
    return number.replace(".", ",").replace("-", "\u2212")


def amount(number: str) -> str:
    """A printed figure with its thousands apart: « 1 250,5 »."""
    whole, comma, rest = french(number).partition(",")
    sign, digits = ("\u2212", whole[1:]) if whole.startswith("\u2212") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", "\u00a0") + comma + rest


def number(value: Fraction) -> str:
    """A figure as it was typed or counted, its thousands apart: « 1 250,5 »."""
    return amount(format_decimal(rounded(value, 6)))


def read_number(text: str, units: tuple[str, ...] = ()) -> Fraction | None:
    """Read a figure as it is shown here, or as people type it; None where it has no one value.

    ``units`` are those that the field shows: they may be typed after the figure.
    """
    return read_decimal(text, ways_to_type(units))


def with_unit(value: Fraction | None, unit: str) -> str:
    """A figure and its unit, a dash where there is no figure."""
    return NONE if value is None else f"{number(value)}\u00a0{unit_of(value, unit)}"


def figure(value: Fraction | None, decimals: int) -> str:
    """A score as it is published, rounded half up once; a dash without one."""
    return NONE if value is None else french(published(value, decimals))


def plain(value: Fraction) -> str:
    """A figure without useless zeros: thresholds, weights, points in a sentence."""
    return french(format_decimal(rounded(value, 6)))


def percent(value: Fraction) -> str:
    """A share in whole percents; never 100 while something is missing."""
    shown = min(rounded(value, 0), Fraction(99)) if value < 100 else rounded(value, 0)
    return f"{plain(shown)}\u00a0%"
