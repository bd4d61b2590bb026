"""Exact decimals and the one rounding of the program (format.md §2.1 and §2.9, rule 8)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fractions import Fraction

ZERO = Fraction(0)
ONE = Fraction(1)
HUNDRED = Fraction(100)

DECIMAL_PATTERN = r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?"
"""Grammar of a decimal in a file: at most nine digits before the point, six after."""

_DECIMAL = re.compile(DECIMAL_PATTERN)
_MINUS = "\u2010\u2011\u2012\u2013\u2212-"
_TYPED = re.compile(
    rf"(?P<sign>[+{_MINUS}]?) ?"
    r"(?P<whole>(?:[0-9](?: ?[0-9])*)?)"
    r"(?:[.,](?P<rest>(?:[0-9](?: ?[0-9])*)?))?"
    rf"(?: ?(?P<unit>[^0-9 +.,{_MINUS}].*))?"
)
"""A figure as people type it: spaces between its digits, then its unit."""
_MILLION = 1_000_000


def parse_decimal(text: str) -> Fraction | None:
    """Read a decimal of the grammar on the whole string; None where it is not one."""
    if _DECIMAL.fullmatch(text) is None:
        return None
    return Fraction(text)


def read_decimal(text: str, units: Collection[str] = ()) -> Fraction | None:
    """Read a decimal as people type it or as the program shows it; None where it has no one value.

    Comma or point, any kind of space or minus, a plus, useless zeros. One of ``units``, given in
    lower case, may stand after it.
    """
    found = _TYPED.fullmatch(" ".join(text.split()))
    if found is None or (found["unit"] is not None and found["unit"].lower() not in units):
        return None
    whole, rest = found["whole"].replace(" ", ""), (found["rest"] or "").replace(" ", "")
    if not (whole or rest):
        return None
    sign = "-" if found["sign"] and found["sign"] in _MINUS else ""
    decimals = rest.rstrip("0")
    point = "." if decimals else ""
    return parse_decimal(f"{sign}{whole.lstrip('0') or '0'}{point}{decimals}")


def format_decimal(value: Fraction) -> str:
    """Write a decimal canonically: no trailing zero, no exponent, no ``-0``.

    The value must fit six decimals, as everything read by :func:`parse_decimal` does.
    """
    scaled = value * _MILLION
    if scaled.denominator != 1:
        raise ValueError(value)
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled.numerator), _MILLION)
    digits = f"{rest:06d}".rstrip("0")
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Round half up: ``floor(x * 10**decimals + 1/2) / 10**decimals``, also below zero."""
    scale = 10**decimals
    return Fraction(
        (2 * value.numerator * scale + value.denominator) // (2 * value.denominator), scale
    )


def published(value: Fraction, decimals: int) -> str:
    """Print a value as it is shown: rounded half up once, always with its decimals."""
    scale = 10**decimals
    units = (2 * value.numerator * scale + value.denominator) // (2 * value.denominator)
    sign = "-" if units < 0 else ""
    whole, rest = divmod(abs(units), scale)
    return f"{sign}{whole}.{rest:0{decimals}d}" if decimals else f"{sign}{whole}"


def weighted_sum(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Sum the products of the pairs, exactly.

    Terms are gathered by denominator, so that one reduction is done for each denominator
    met rather than two for each term.
    """
    numerators: dict[int, int] = {}
    for weight, value in pairs:
        denominator = weight.denominator * value.denominator
        numerators[denominator] = (
            numerators.get(denominator, 0) + weight.numerator * value.numerator
        )
    total = ZERO
    for denominator, numerator in numerators.items():
        total += Fraction(numerator, denominator)
    return total


def total(values: Iterable[Fraction]) -> Fraction:
    """Sum the values, exactly; like :func:`weighted_sum`, with one reduction a denominator."""
    numerators: dict[int, int] = {}
    for value in values:
        denominator = value.denominator
        numerators[denominator] = numerators.get(denominator, 0) + value.numerator
    result = ZERO
    for denominator, numerator in numerators.items():
        result += Fraction(numerator, denominator)
    return result


def mean(values: list[Fraction]) -> Fraction:
    """Mean of a non-empty list."""
    return total(values) / len(values)


def clamp(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Bring the value inside ``low``..``high``."""
    return min(max(value, low), high)
