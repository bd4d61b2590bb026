"""The names of several files in one cell, one a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_CONTINUES: Final = "↳ "
"""What begins a line that belongs to the name above: the name of a file may hold a line break."""


def joined(names: Iterable[str]) -> str:
    """The names, one a line."""
    return "\n".join(name.replace("\n", f"\n{_CONTINUES}") for name in names)


def split(text: str) -> list[str]:
    """The names that stand in a cell; an empty line is none."""
    lines = text.replace(f"\n{_CONTINUES}", "\v").split("\n")
    return [line.replace("\v", "\n") for line in lines if line.strip()]
