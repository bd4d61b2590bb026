"""What stands under the name of a safety copy, and what is in it; nothing is written."""

from __future__ import annotations

import stat
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cap_desktop.errors import DatabaseAltered, DatabaseDamaged, DatabaseTooNew, NotOpened
from cap_desktop.storage.file.connect import Mode, connect
from cap_desktop.storage.file.database_file import read_surely, schema_of
from cap_desktop.storage.local.damage import Cell, columns_of, look_for_damage, text_of

CopyState = Literal["whole", "damaged", "altered", "too_new", "unread", "strange", "absent"]
"""`unread` may be whole, and `strange` is a folder, a pipe or a device."""

Year = tuple[str, int]
"""A structure by its id, and a year."""


def state_of(copy: Path) -> CopyState:
    """Look at every page and row of a copy; a pipe is not waited for."""
    try:
        if not stat.S_ISREG(copy.stat().st_mode):
            return "strange"
        schema_of(copy, "rest")
        return "damaged" if look_for_damage(copy, "rest") else "whole"
    except FileNotFoundError:
        return "absent"
    except DatabaseDamaged:
        return "damaged"
    except DatabaseAltered:
        return "altered"
    except DatabaseTooNew:
        return "too_new"
    except NotOpened as error:
        return "absent" if error.cause == "moved" else "unread"
    except OSError:
        return "unread"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, by what it is called there."""

    answers: dict[tuple[Year, str], Cell]
    actions: dict[tuple[Year, str], Cell]
    names: dict[str, str]
    """Those of the structures."""
    begun: frozenset[Year]
    evidence: dict[tuple[Year, str, str], Cell] = field(default_factory=dict)
    """The pieces of evidence by question and digest."""

    @property
    def years(self) -> frozenset[Year]:
        """The years that were begun, and those that only have a plan."""
        return self.begun | {year for year, _action in self.actions}

    def answers_by_year(self) -> Counter[Year]:
        """How many answers each year has."""
        return Counter(year for year, _question in self.answers)

    def actions_by_year(self) -> Counter[Year]:
        """How many actions each year has."""
        return Counter(year for year, _action in self.actions)


def contents_of(path: Path, mode: Mode = "rest") -> Contents:
    """Read what a database holds, whatever its schema.

    Raises ``DatabaseDamaged`` or ``NotOpened``.
    """
    return read_surely(path, lambda: _contents(path, mode))


def _contents(path: Path, mode: Mode) -> Contents:
    with closing(connect(path, mode)) as file:
        file.text_factory = text_of
        names = dict(file.execute("SELECT id, name FROM structures"))
        years = {
            identity: (structure, year)
            for identity, structure, year in file.execute(
                "SELECT id, structure_id, year FROM assessments"
            )
        }
        answers: dict[tuple[Year, str], Cell] = {
            (years[assessment], question): f"{discuss} {record}"
            for assessment, question, record, discuss in file.execute(
                "SELECT assessment_id, question, record, discuss FROM answers"
            )
            if assessment in years
        }
        actions: dict[tuple[Year, str], Cell] = {}
        if columns_of(file, "actions"):
            actions = {
                ((structure, year), name): record
                for structure, year, name, record in file.execute(
                    "SELECT structure_id, year, id, record FROM actions WHERE NOT removed"
                )
            }
        evidence: dict[tuple[Year, str, str], Cell] = {}
        if columns_of(file, "evidence"):
            evidence = {
                (years[assessment], question, digest): name
                for assessment, question, digest, name in file.execute(
                    "SELECT assessment_id, question, sha256, name FROM evidence"
                )
                if assessment in years
            }
        return Contents(answers, actions, names, frozenset(years.values()), evidence)
