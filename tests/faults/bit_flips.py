"""One bit of a filled database flipped at a time: where the program ends, and what it says."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cap_desktop.domain.questionnaire.installed import read_installed
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import DatabaseDamaged
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.damage import DamageService
from cap_desktop.services.folder.former_data import safety_copies
from cap_desktop.services.folder.start import open_at_start
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.damage import Cell, text_of
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.storage.local.start import first_look
from cap_desktop.storage.local.start_rows import start_rows
from tests.folders import clock

SEEN = ("answers", "actions", "assessments", "profiles", "hidden_ideas")
"""What an answer, a plan or a score is made of."""

MARKS = ("application_id", "user_version", "encoding", "page_size", "auto_vacuum")

Rows = dict[str, frozenset[tuple[Cell, ...]]]
Shown = dict[str, Any]


@dataclass
class Outcomes:
    """How many flips ended where; `elsewhere` and `silent` are to be empty."""

    same: int = 0
    mended: int = 0
    named: int = 0
    recovery: int = 0
    changing: int = 0
    elsewhere: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)


class FlippedFolder:
    """A folder of data with a whole copy, whose database is damaged again and again."""

    def __init__(self, good: Path, work: Path) -> None:
        self.folder = DataFolder(work)
        shutil.copytree(good, work, dirs_exist_ok=True)
        self._good = self.folder.database.read_bytes()
        self._rows = rows_of(self.folder.database)
        self._known = dict(questionnaires(self.folder.database))
        self._start = start_rows(self.folder.database)
        assert open_at_start(self.folder.database) is not None
        self._shown = self._look()
        self.outcomes = Outcomes()

    @property
    def bits(self) -> int:
        """How many there are to flip."""
        return 8 * len(self._good)

    def flip(self, bit: int) -> None:
        """Flip one bit of the whole database, then start on it as the program does."""
        data = bytearray(self._good)
        data[bit // 8] ^= 1 << bit % 8
        assert bytes(data) != self._good
        self.folder.database.write_bytes(data)
        changed = self._changes_what_is_said()
        self.outcomes.changing += changed
        try:
            shown = self._look()
        except DatabaseDamaged:
            if safety_copies(self.folder):
                self.outcomes.recovery += 1
            else:
                self.outcomes.elsewhere.append(f"bit {bit}: recovery without a copy")
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody foresaw it
            self.outcomes.elsewhere.append(f"bit {bit}: {type(error).__name__} {error}")
        else:
            self._judge(bit, shown, changed=changed)

    def _judge(self, bit: int, shown: Shown, *, changed: bool) -> None:
        names = shown.pop("found")
        is_same = shown == {key: value for key, value in self._shown.items() if key != "found"}
        if not names and (changed or not is_same):
            self.outcomes.silent.append(f"bit {bit}")
        elif not is_same:
            self.outcomes.named += 1
        elif names:
            self.outcomes.mended += 1
        else:
            self.outcomes.same += 1

    def _changes_what_is_said(self) -> bool:
        try:
            return rows_of(self.folder.database) != self._rows
        except (sqlite3.Error, UnicodeDecodeError):
            return False

    def _look(self) -> Shown:
        """What a start shows, then all that the open program can."""
        path = self.folder.database
        first_look(path)
        rows = start_rows(path)
        if rows is not None and rows != self._start:
            # The same rows give the same first page: it was shown once.
            open_at_start(path)
        database = Database(path)
        try:
            services = LocalServices(
                database, EvidenceFolder(self.folder.evidence), clock, self._known
            )
            found = DamageService(database).found()
            shown: Shown = {"found": tuple(row.name for row in found)}
            if rows_of(path) == self._rows and hasattr(self, "_shown"):
                # Everything is read from the same rows: it was looked at once.
                last = services.assessments.last_shown()
                assert last is not None
                services.assessments.open(last)
                return self._shown | shown
            for structure in services.assessments.structures():
                for year in services.assessments.years(structure.id):
                    shown[year.id] = (
                        services.assessments.open(year.id),
                        services.plans.plan(year.id),
                        services.assessments.history(year.id),
                    )
            return shown
        finally:
            database.close()


def rows_of(path: Path) -> Rows:
    """Everything that answers, plans and scores are made of, read without any index."""
    with closing(sqlite3.connect(path)) as file:
        file.text_factory = text_of
        return {
            table: frozenset(file.execute(f"SELECT * FROM {table} NOT INDEXED")) for table in SEEN
        }


def held_in(path: Path) -> Rows:
    """All that a database holds and is: every row of every table, what it is made of, its marks.

    What is left is room that no row uses, which SQLite never reads.
    """
    with closing(sqlite3.connect(path)) as file:
        file.text_factory = text_of
        made = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        marks = [file.execute(f"PRAGMA {name}").fetchall() for name in MARKS]
        tables = [name for kind, name, *_rest in made if kind == "table"]
        return {
            "": frozenset(made),
            "marks": frozenset(row for rows in marks for row in rows),
            **{
                table: frozenset(file.execute(f'SELECT rowid, * FROM "{table}" NOT INDEXED'))
                for table in tables
            },
        }


def questionnaires(path: Path) -> Iterator[tuple[str, Questionnaire]]:
    """Those that are installed, read once."""
    with closing(sqlite3.connect(path)) as file:
        for reference, content in file.execute("SELECT reference, content FROM questionnaires"):
            yield reference, read_installed(content)


def spots(bits: int, count: int, seed: int) -> list[int]:
    """Bits drawn anywhere in a file, the same for everyone."""
    return random.Random(seed).sample(range(bits), count)
