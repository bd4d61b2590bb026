"""The safety copies as a page shows them: what each one is, what it holds, what it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from cap_desktop.errors import CopyNotRestored, StorageError
from cap_desktop.paths import CopyKind, CopyName, DataFolder, is_upgrade_copy
from cap_desktop.services.folder.safety_copies import copies_in, copy_path
from cap_desktop.storage.local.copy_state import Contents, CopyState, contents_of, state_of

Key = TypeVar("Key")
Value = TypeVar("Value")


class CountedDifference(NamedTuple):
    """What restoring a copy would do: how many come back, become other ones, go."""

    back: int
    other: int
    gone: int


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """A copy as its name and its size say it; ``name`` is what it is asked for by."""

    name: str
    day: date
    time: str
    kind: CopyKind
    size: int


@dataclass(frozen=True, slots=True)
class CopyDetails:
    """What was found in a copy.

    Nothing is counted in one that cannot be read; there is no difference where the present data
    cannot be. Whole is what can be restored.
    """

    state: CopyState
    count: int | None
    answers: CountedDifference | None
    actions: CountedDifference | None
    evidence: CountedDifference | None = None

    @property
    def is_whole(self) -> bool:
        """True for a copy that may be offered."""
        return self.state == "whole"


class YearPreview(NamedTuple):
    """A year as it is now, and as it would be."""

    structure: str
    year: int
    answers: int
    answers_then: int
    actions: int
    actions_then: int


def known_copies(folder: DataFolder) -> tuple[KnownCopy, ...]:
    """The copies of a folder, newest first, and those that upgrades made; none is opened."""
    dated = [_known(folder, name) for name in copies_in(folder.copies)]
    upgrades = [_of_upgrade(path) for path in folder.path.glob("*.db") if is_upgrade_copy(path)]
    found = sorted([*dated, *upgrades], key=lambda copy: (copy.day, copy.time), reverse=True)
    return tuple(found)


def look_at_copy(folder: DataFolder, name: str) -> CopyDetails:
    """Look at every page and row of a copy, and compare it with the present data.

    Asked one by one: each takes the storage lane for a moment.
    """
    path = copy_path(folder, name)
    state = state_of(path)
    if state not in ("whole", "damaged"):
        return CopyDetails(state, None, None, None)
    then, now = _readable(path), _present(folder)
    count = None if then is None else len(then.answers)
    if then is None or now is None:
        return CopyDetails(state, count, None, None)
    return CopyDetails(
        state,
        count,
        _difference(now.answers, then.answers),
        _difference(now.actions, then.actions),
        _difference(now.evidence, then.evidence),
    )


def preview(folder: DataFolder, name: str) -> tuple[YearPreview, ...]:
    """What each year would become; those that would come or go are among them.

    Raises ``CopyNotRestored`` for a copy that is not whole.
    """
    path = copy_path(folder, name)
    require_whole(path)
    then, now = _readable(path), _present(folder)
    if then is None:
        raise CopyNotRestored(path, "failed")
    if not then.begun:
        raise CopyNotRestored(path, "empty")
    now = now or Contents({}, {}, {}, frozenset())
    names = then.names | now.names
    answers, answers_then = now.answers_by_year(), then.answers_by_year()
    actions, actions_then = now.actions_by_year(), then.actions_by_year()
    years = sorted((names.get(year[0], ""), year[1], year) for year in now.years | then.years)
    return tuple(
        YearPreview(
            structure, number, answers[year], answers_then[year], actions[year], actions_then[year]
        )
        for structure, number, year in years
    )


def require_whole(copy: Path) -> None:
    """Let a copy pass that may be restored; raises ``CopyNotRestored``."""
    state = state_of(copy)
    if state != "whole":
        raise CopyNotRestored(copy, CAUSES[state])


CAUSES: Mapping[CopyState, str] = {
    "damaged": "damaged",
    "altered": "damaged",
    "too_new": "too_new",
    "unread": "failed",
    "strange": "not_a_file",
    "absent": "moved",
}
"""What keeps a copy from being restored, in the words of ``CopyNotRestored``."""


def _known(folder: DataFolder, name: CopyName) -> KnownCopy:
    try:
        size = (folder.copies / name.file).lstat().st_size
    except OSError:
        size = 0
    return KnownCopy(name.file, name.day, name.time, name.kind, size)


def _of_upgrade(path: Path) -> KnownCopy:
    """Its day is the one that the disk says."""
    found = path.lstat()
    day = datetime.fromtimestamp(found.st_mtime, UTC).date()
    return KnownCopy(path.name, day, "", "avant-mise-a-jour", found.st_size)


def _readable(path: Path) -> Contents | None:
    try:
        return contents_of(path)
    except StorageError:
        return None


def _present(folder: DataFolder) -> Contents | None:
    try:
        return contents_of(folder.database, "look")
    except StorageError:
        return None


def _difference(now: Mapping[Key, Value], then: Mapping[Key, Value]) -> CountedDifference:
    return CountedDifference(
        len(then.keys() - now.keys()),
        sum(now[key] != then[key] for key in now.keys() & then.keys()),
        len(now.keys() - then.keys()),
    )
