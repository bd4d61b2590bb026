"""Where the program's own files are, and those of a person; alone reads `sys._MEIPASS`."""

import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path


def questionnaires() -> Path:
    """Return the directory of the questionnaires that come with the program."""
    return _root() / "questionnaires"


def resources() -> Path:
    """Return the directory of the fonts, icons and examples that come with the program."""
    return _root() / "resources"


_COPY, _SUFFIX = "cap-", ".db"
_DATED = rf"{_COPY}(\d{{4}}-\d\d-\d\d){re.escape(_SUFFIX)}"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A person's data on the disk; every name in it is spelt here."""

    path: Path

    @property
    def database(self) -> Path:
        """Every answer and every plan."""
        return self.path / "cap.db"

    @property
    def evidence(self) -> Path:
        """The folder of the evidence files."""
        return self.path / "preuves"

    @property
    def copies(self) -> Path:
        """The folder of the safety copies."""
        return self.path / "copies"

    def copy_of(self, day: date) -> Path:
        """The safety copy of a day."""
        return self.copies / f"{_COPY}{day.isoformat()}{_SUFFIX}"

    @property
    def preferences(self) -> Path:
        """What the person chose about the look and the keyboard."""
        return self.path / "reglages.json"

    @property
    def incidents(self) -> Path:
        """What is written of a fault of the program."""
        return self.path / "incidents.log"

    @property
    def lock(self) -> Path:
        """There while a program has the data open."""
        return self.path / "cap.lock"

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its own files, drafts and journals among them, as patterns."""
        database = self.database
        own = (self.preferences, self.incidents, self.lock)
        return (
            f"{database.name}*",
            f".{database.name}*",
            f"{_COPY}*{_SUFFIX}*",
            *(path.name for path in own),
        )

    @property
    def rooms(self) -> tuple[str, ...]:
        """The folders in it that hold nothing but its own files."""
        return (self.evidence.name, self.copies.name)


def day_of(copy: Path) -> date | None:
    """The day of a safety copy; None for a file of another name."""
    written = re.fullmatch(_DATED, copy.name)
    try:
        return None if written is None else date.fromisoformat(written[1])
    except ValueError:
        return None


def data() -> DataFolder:
    """Return the folder of a person's data: that of the system, or the one asked for.

    `CAP_DESKTOP_DATA` names another folder, to try the program or to carry it on a stick.
    """
    asked = os.environ.get("CAP_DESKTOP_DATA")
    if asked:
        return DataFolder(Path(asked))
    from platformdirs import user_data_path  # start-up: commands have no folder of their own

    return DataFolder(user_data_path("cap-desktop", appauthor=False, roaming=False))


def is_checkout() -> bool:
    """Tell whether the program runs from its sources, where `make` is at hand."""
    return (_root() / "bootstrap.py").is_file()


@cache
def _root() -> Path:
    """Return what holds both: the frozen bundle, an installed package or the source tree."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent
