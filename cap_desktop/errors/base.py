"""What every error is, and what is wrong in a file that was given."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to correct in a file.

    ``code`` is one of format.md §5 and ``place`` a path of ids. ``case`` says which sentence
    of that code applies; ``name`` is the field or the thing, ``seen`` the value met,
    ``expected`` the values that would do, ``nearest`` the one that was probably meant.
    """

    code: str
    place: str
    case: str = ""
    name: str = ""
    seen: str = ""
    expected: tuple[str, ...] = ()
    nearest: str = ""


class CapError(Exception):
    """Something to tell a person; anything else that is raised is a bug."""
