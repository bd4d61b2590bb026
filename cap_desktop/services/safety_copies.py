"""Where the data lie, and the dated copies that are kept beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

COPIES = "copies"
PREFIX = "cap-"


@dataclass(frozen=True, slots=True)
class DataPlace:
    """The folder of the data and the days of its safety copies, newest first."""

    folder: Path
    copies: tuple[date, ...]


def place_of(folder: Path) -> DataPlace:
    """Look at a folder of data; a file that is not a dated copy is passed over."""
    try:
        names = [path.stem for path in (folder / COPIES).glob(f"{PREFIX}*.db")]
    except OSError:
        names = []
    days = {day for name in names if (day := _day(name.removeprefix(PREFIX))) is not None}
    return DataPlace(folder, tuple(sorted(days, reverse=True)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
