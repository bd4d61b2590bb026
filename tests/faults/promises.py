"""What the program makes of a folder, and whether it is what was promised: nothing lost, no half.

A folder is held against those that were whole: after the last act that was told as done, or after
the one that was under way.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cap_desktop.errors import CapError
from cap_desktop.paths import DataFolder, copy_name, is_upgrade_copy
from cap_desktop.preferences import Preferences, load
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.copy_state import state_of
from cap_desktop.storage.local.damage import text_of
from tests.faults.scenarios import Run, Scenario
from tests.faults.torn_states import Tree, tree_of
from tests.folders import clock

DATA = "donnees"
MEMORY = Path("/dev/shm")
"""Where there is one: a folder that is written ten thousand times wears out no disk."""


class Reading(NamedTuple):
    """What a start ends in: its rows, or the kind of the error; and what is wrong there."""

    outcome: str
    preferences: Preferences
    wrong: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """The digests of the files that its rows name."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder once an act was told as done, and what the program reads there."""

    tree: Tree
    reading: Reading


def work_folder() -> Path:
    """A folder in memory, where there is such a thing; whoever asks deletes it."""
    return Path(tempfile.mkdtemp(prefix="cap-faults-", dir=MEMORY if MEMORY.is_dir() else None))


def lay(tree: Tree, root: Path) -> None:
    """Make a folder out of its names and bytes."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    for name, data in sorted(tree.items()):
        if data is None:
            (root / name).mkdir()
        else:
            (root / name).write_bytes(data)


def stages(scenario: Scenario, base: Path, root: Path) -> list[Stage]:
    """Do a scenario from its beginning where nothing fails; the folder after each act."""
    shutil.copytree(base, root)
    run, found = Run(root), [tree_of(root)]
    try:
        for number, act in enumerate(scenario.acts):
            run.do(number, act)
            found.append(tree_of(root))
    finally:
        run.close()
    reader = Reader(root)
    return [Stage(tree, reader.read(tree)) for tree in found]


class Reader:
    """Opens folders as a start does, each laid in the same place."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: set[str] = set()

    def read(self, tree: Tree) -> Reading:
        """Open a folder, and everything that is in it: the same rows show the same, once."""
        lay(tree, self._root)
        folder = DataFolder(self._root / DATA)
        folder.path.mkdir(exist_ok=True)  # a first launch makes it
        chosen = load(folder.preferences)
        chosen = chosen._replace(second_folder="cle" if chosen.second_folder else "")
        data = LocalData(folder, clock)
        try:
            services = data.open()
            assert data.damage is not None
            wrong = [f"told as damaged: {item.name}" for item in data.damage.found()]
            rows = rows_in(folder.database)
            if rows not in self._seen:
                _look_at_all(services)
                self._seen.add(rows)
        except CapError as error:
            return Reading(type(error).__name__, chosen)
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody foresaw it
            return Reading(f"unexpected {type(error).__name__} {error}", chosen)
        finally:
            data.close()
        return Reading(rows, chosen, tuple(wrong), _evidence_in(folder.database))


def _evidence_in(database: Path) -> tuple[str, ...]:
    with closing(sqlite3.connect(database)) as file:
        return tuple(str(row[0]) for row in file.execute("SELECT sha256 FROM evidence"))


def _look_at_all(services: LocalServices) -> None:
    found = services.assessments
    for structure in found.structures():
        for year in found.years(structure.id):
            found.open(year.id)
            found.history(year.id)
            services.plans.plan(year.id)


def rows_in(path: Path) -> str:
    """Everything in every table, as a digest."""
    seen = hashlib.sha256()
    with closing(sqlite3.connect(path)) as file:
        file.text_factory = text_of
        tables = file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        for (table,) in tables.fetchall():
            rows = sorted(map(repr, file.execute(f'SELECT * FROM "{table}"')))
            seen.update(repr((table, rows)).encode("utf-8", "surrogatepass"))
    return seen.hexdigest()


class Judge:
    """Holds the folders of one scenario against what was promised; each one is read once."""

    def __init__(self, known: Sequence[Stage], root: Path) -> None:
        self._known, self._root, self._reader = known, root, Reader(root)
        self._read: dict[int, Reading] = {}
        self._met: set[int] = set()
        self._whole = {
            hash(data)
            for stage in known
            for name, data in stage.tree.items()
            if data is not None and _is_copy(name)
        }

    @property
    def different(self) -> int:
        """How many different folders there were."""
        return len(self._met)

    @property
    def opened(self) -> int:
        """How many were opened: where nothing but copies or evidence differs, one of them is."""
        return len(self._read)

    def broken(self, tree: Tree, done: int, *, is_told: bool = False) -> list[str]:
        """The promises that a folder breaks after so many acts were told as done.

        Where the next one was told as not done, ``is_told``, it has to be as if it never began.
        """
        before = self._known[done]
        following = self._known[min(done + 1, len(self._known) - 1)]
        after = before if is_told else following
        reading = self._reading(tree)
        return [
            *reading.wrong,
            *_evidence_without_file(reading, tree),
            *self._rows(reading, before.reading, after.reading, done),
            *_kept(tree, before.tree, following.tree),
            *self._copies(tree),
        ]

    def is_of_next(self, tree: Tree, done: int) -> bool:
        """True where the act that was under way is wholly there."""
        following = min(done + 1, len(self._known) - 1)
        return not self.broken(tree, following, is_told=True)

    def _reading(self, tree: Tree) -> Reading:
        self._met.add(hash(frozenset(tree.items())))
        key = hash(
            frozenset((name, data if _is_read(name) else None) for name, data in tree.items())
        )
        if key not in self._read:
            self._read[key] = self._reader.read(tree)
        return self._read[key]

    def _rows(self, reading: Reading, before: Reading, after: Reading, done: int) -> Iterator[str]:
        if reading.outcome not in (before.outcome, after.outcome):
            earlier = [stage.reading.outcome for stage in self._known[:done]]
            later = [stage.reading.outcome for stage in self._known[done + 1 :]]
            if reading.outcome in earlier:
                yield f"lost: as after {earlier.index(reading.outcome)} of {done} acts"
            elif reading.outcome in later:
                yield "there, and told as not saved"
            else:
                yield f"half: {reading.outcome}"
        if reading.preferences not in (before.preferences, after.preferences):
            yield f"settings lost: {reading.preferences}"

    def _copies(self, tree: Tree) -> Iterator[str]:
        """Whatever bears the name of a copy is a whole one."""
        for name, data in tree.items():
            if data is not None and _is_copy(name) and hash(data) not in self._whole:
                lay(tree, self._root)
                state = state_of(self._root / name)
                if state == "whole":
                    self._whole.add(hash(data))
                else:
                    yield f"copy {state}: {name}"


def _is_read(name: str) -> bool:
    """True for a file whose bytes a start looks at: the others are held against what they were."""
    return str(PurePosixPath(name).parent) == DATA and not _is_copy(name)


def _evidence_without_file(reading: Reading, tree: Tree) -> Iterator[str]:
    for sha256 in reading.evidence:
        data = tree.get(f"{DATA}/preuves/{sha256[:2]}/{sha256}")
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            yield f"row without its file: {sha256}"


def _is_copy(name: str) -> bool:
    path = Path(name)
    return copy_name(path) is not None or is_upgrade_copy(path)


def _beside(tree: Tree, name: str) -> set[bytes | None]:
    """The bytes under a name, or under another one of its folder: a copy made again is numbered."""
    folder = str(PurePosixPath(name).parent)
    return {data for other, data in tree.items() if str(PurePosixPath(other).parent) == folder}


def _kept(tree: Tree, before: Tree, after: Tree) -> Iterator[str]:
    """Copies and evidence that stay are there with their bytes, and so is what was damaged."""
    for name, data in before.items():
        if data is None or name not in after or PurePosixPath(name).parts[-1] == "cap.db":
            continue
        is_own = _is_copy(name) or "preuves" in PurePosixPath(name).parts or "endommagee" in name
        if is_own and not {data, after[name]} & _beside(tree, name):
            yield f"file lost: {name}"
    damaged = before.get(f"{DATA}/cap.db")
    if damaged is not None and b"\xff" * 2900 in damaged and damaged not in tree.values():
        yield "damaged data lost"
