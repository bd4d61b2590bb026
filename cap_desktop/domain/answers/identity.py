"""What a structure is known by outside: all of it optional, asked once for all its years."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

SIRET = 14
SIREN = 9
POST_OFFICE = "356000000"
"""The one company whose establishments have numbers that follow another rule."""

SiretFault = Literal["digits", "sum"]


class Identity(NamedTuple):
    """Empty texts and None are what nobody said.

    ``siret`` is 14 digits without spaces. ``agreement`` is the number of the agreement with
    the State, which holds from one day to another.
    """

    siret: str = ""
    region: str = ""
    department: str = ""
    agreement: str = ""
    agreement_from: date | None = None
    agreement_until: date | None = None


NOBODY_SAID = Identity()


def siret_digits(typed: str) -> str:
    """A number as it is kept: without the spaces that make it readable."""
    return "".join(typed.split())


def siret_fault(digits: str) -> SiretFault | None:
    """What is wrong with a number that is not empty: how long it is, or its check digit."""
    if len(digits) != SIRET or not (digits.isascii() and digits.isdecimal()):
        return "digits"
    if digits.startswith(POST_OFFICE):
        return None if sum(map(int, digits)) % 5 == 0 or _luhn(digits) else "sum"
    return None if _luhn(digits) else "sum"


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0
