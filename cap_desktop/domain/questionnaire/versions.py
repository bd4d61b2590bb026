"""Version numbers and the smallest bump a change asks for (format.md §2.4)."""

from __future__ import annotations

from enum import IntEnum

Version = tuple[int, int, int]


class Bump(IntEnum):
    """How much a version moves, from the least to the most."""

    PATCH = 0
    MINOR = 1
    MAJOR = 2


def parse_version(text: str) -> Version:
    """The three numbers of a version already checked by the model."""
    major, minor, patch = (int(number) for number in text.split("."))
    return major, minor, patch


def next_version(before: str, bump: Bump) -> str:
    """The version that follows with this bump."""
    major, minor, patch = parse_version(before)
    if bump is Bump.MAJOR:
        return f"{major + 1}.0.0"
    if bump is Bump.MINOR:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def bump_between(before: str, after: str) -> Bump | None:
    """The bump that was declared; None where the version does not rise."""
    old, new = parse_version(before), parse_version(after)
    if new <= old:
        return None
    if new[0] > old[0]:
        return Bump.MAJOR
    return Bump.MINOR if new[1] > old[1] else Bump.PATCH
