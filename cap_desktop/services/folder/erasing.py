"""Erasing a year, a structure or everything: from the data, the evidence and every copy.

How it is made so that a power cut leaves no half of it untold:

1. What is to be erased is written down (`DataFolder.erasing`), by ids and never by names. Until
   that file is on the disk, nothing was begun: a cut leaves the data as they were.
2. The database is written again without it, beside, checked, synced, and takes the place of the
   other one by its name. A line of the journal in it says that this was done. Where it cannot be,
   step 1 is taken back and nothing was erased.
3. Each safety copy that holds something of it is written again in the same way. One that cannot
   be, as it is damaged, is removed: nobody can tell what is in it. Of the second folder, only the
   copies of these data are touched.
4. What was put aside, the evidence that nothing names any more, and what was opened are deleted.
5. The file of step 1 is deleted.

From step 1 to step 5 each start goes on where it stopped: all steps may be made twice. In a
folder that is not this program's own, a person is asked first (`erasure_order.py`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from cap_desktop.domain.answers.erasure import Erasure, ErasureKind
from cap_desktop.durable import sync_folder
from cap_desktop.errors import (
    CapError,
    CopyNotMade,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseTooNew,
    EraseUnfinished,
    NotErased,
    StorageRefused,
)
from cap_desktop.paths import DataFolder, is_put_aside, is_upgrade_copy
from cap_desktop.preferences import load
from cap_desktop.services.folder.copies import second_in
from cap_desktop.services.folder.erasure_order import DONE, order_in
from cap_desktop.services.folder.former_data import draft_of
from cap_desktop.services.folder.keep_preferences import keep_preferences
from cap_desktop.services.folder.safety_copies import copies_in
from cap_desktop.storage.file.copy_marks import CopyMark, mark_of
from cap_desktop.storage.file.copying import forget, put_in_place
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.copy_state import state_of
from cap_desktop.storage.local.erasing import (
    Held,
    Line,
    erased_lines,
    evidence_staying,
    held_in,
    is_touched,
    tells,
    write_without,
)
from cap_desktop.storage.local.evidence_folder import LENT, EvidenceFolder

SecondFolder = Literal["none", "reached", "away"]
Progress = Callable[[int, int], None]
"""Hears how many steps are done, and of how many."""


class CountedFiles(NamedTuple):
    """A number of files and their bytes together."""

    number: int
    size: int


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What exactly goes, counted before anything is asked.

    ``removed`` copies cannot be written again, or hold nothing else.
    """

    erasure: Erasure
    held: Held
    evidence: CountedFiles
    opened: int
    rewritten: int
    removed: int
    aside: int
    second: SecondFolder
    second_copies: int


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done; ``second`` is away where its copies could not be reached."""

    erasure: Erasure
    second: SecondFolder


class PastErasure(NamedTuple):
    """When something was erased, and how much it was."""

    at: datetime
    kind: ErasureKind


def preview_erasing(folder: DataFolder, erasure: Erasure) -> ErasePreview:
    """Count what would go; nothing is changed. Raises a ``StorageError``."""
    copies = _copies_of(folder)
    rewritten, removed = 0, 0
    for copy in copies:
        fate = _fate(copy, erasure)
        rewritten += fate == "rewrite"
        removed += fate == "remove"
    second = _second(folder, NotErased)
    inside = _copies_of_second(folder, second)
    return ErasePreview(
        erasure,
        held_in(folder.database, erasure, "look"),
        _counted(_unnamed(folder, _staying(folder, erasure, copies))),
        sum(1 for _file in _files_under(folder.evidence / LENT)),
        rewritten,
        removed,
        len(_aside(folder)),
        _reach(second),
        sum(_fate(copy, erasure) in ("rewrite", "remove") for copy in inside),
    )


def finish_erasing(
    folder: DataFolder, progress: Progress = lambda _done, _all: None
) -> Erased | None:
    """Erase what was written down; nobody has the data open. None where nothing was.

    Raises ``NotErased`` where nothing was changed and it is taken back, or ``EraseUnfinished``
    where the data are rid of it and something else is not yet.
    """
    found = order_in(folder)
    if found is None:
        return None
    erasure, line, _is_of_these = found
    own, second = _copies_of(folder), _second(folder, EraseUnfinished)
    total, done = len(own) + 3, 0
    progress(done, total)
    _erase_database(folder, erasure, line)
    inside = _copies_of_second(folder, second)
    total += len(inside)
    failed: list[CapError | OSError] = []
    for copy in (*own, *inside):
        done += 1
        progress(done, total)
        _trying(failed, lambda copy=copy: _erase_copy(copy, erasure))  # type: ignore[misc]
    for path in _aside(folder):
        _trying(failed, path.unlink)
    _trying(failed, lambda: _erase_lent(folder))
    if not failed:
        # What a copy that cannot be read now names is not known: its evidence waits with it.
        _trying(failed, lambda: _erase_evidence(folder, erasure))
    # It names what was found by the questions and the files of every year.
    _trying(failed, lambda: folder.check_up.unlink(missing_ok=True))
    if erasure.kind == "everything":
        _trying(failed, lambda: _erase_rest(folder))
    progress(total - 1, total)
    if not failed:
        _trying(failed, lambda: _settle(folder))
    if failed:
        raise EraseUnfinished(_path_of(failed[0], folder), _cause(failed[0])) from failed[0]
    progress(total, total)
    return Erased(erasure, _reach(second))


def past_erasures(folder: DataFolder) -> tuple[PastErasure, ...]:
    """What was erased of these data, the last first; nothing where they cannot be read."""
    kinds = {what: kind for kind, what in DONE.items()}
    try:
        lines = erased_lines(folder.database, tuple(kinds))
    except CapError:
        return ()
    found = []
    for at, what in lines:
        with suppress(ValueError):
            found.append(PastErasure(datetime.fromisoformat(at), kinds[what]))
    return tuple(found)


# --- The database ------------------------------------------------------------------------


def _erase_database(folder: DataFolder, erasure: Erasure, line: Line) -> None:
    database, draft = folder.database, draft_of(folder)
    is_placed = False
    try:
        if tells(database, line):
            is_placed = True
            return
        write_without(database, draft, erasure, line)
        put_in_place(draft, database)
    except (CapError, OSError) as error:
        if is_placed or _is_told(database, line):
            raise EraseUnfinished(database, _cause(error)) from error
        try:
            _remove(folder.erasing)
        except OSError:
            # It will be tried again: nobody may be told that nothing is erased.
            raise EraseUnfinished(database, _cause(error)) from error
        raise NotErased(database, _cause(error)) from error
    finally:
        forget(draft)


def _is_told(database: Path, line: Line) -> bool:
    try:
        return tells(database, line)
    except CapError:
        return False


# --- The copies --------------------------------------------------------------------------


Fate = Literal["stay", "rewrite", "remove", "unknown"]


def _fate(copy: Path, erasure: Erasure) -> Fate:
    """What becomes of a copy; that of one which cannot be read now is not known."""
    if erasure.kind == "everything":
        return "remove"
    state = state_of(copy)
    if state == "whole":
        try:
            return "rewrite" if is_touched(copy, erasure) else "stay"
        except DatabaseDamaged:
            return "remove"
        except StorageRefused:
            return "unknown"
    return {"absent": "stay", "unread": "unknown", "strange": "stay"}.get(state, "remove")  # type: ignore[return-value]


def _erase_copy(copy: Path, erasure: Erasure) -> None:
    fate = _fate(copy, erasure)
    if fate == "unknown":
        raise NotErased(copy, "failed")
    if fate == "remove":
        _remove(copy)
    elif fate == "rewrite":
        draft = copy.with_name(f".{copy.name}.part")
        try:
            write_without(copy, draft, erasure)
            put_in_place(draft, copy)
        except (DatabaseAltered, DatabaseDamaged, DatabaseTooNew):
            _remove(copy)
        finally:
            forget(draft)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def _copies_of(folder: DataFolder) -> list[Path]:
    """The copies of the day, those that were kept, those that upgrades made."""
    dated = [folder.copies / name.file for name in copies_in(folder.copies)]
    upgrades = [path for path in _inside(folder.path) if is_upgrade_copy(path)]
    return [path for path in (*dated, *upgrades) if not path.is_dir()]


def _second(folder: DataFolder, refused: type[NotErased] | type[EraseUnfinished]) -> Path | None:
    """The second folder; where it cannot be known, nobody may say that its copies are rid of it."""
    try:
        return second_in(folder)
    except CopyNotMade as error:
        raise refused(folder.preferences, error.cause) from error


def _reach(second: Path | None) -> SecondFolder:
    if second is None:
        return "none"
    return "reached" if second.is_dir() else "away"


def _copies_of_second(folder: DataFolder, second: Path | None) -> list[Path]:
    """The copies of these data in a second folder, where others may lie too."""
    own = mark_of(folder.database, "look")
    if second is None or own is None:
        return []
    paths = [second / name.file for name in copies_in(second)]
    return [path for path in paths if not path.is_dir() and _is_of(mark_of(path), own)]


def _is_of(mark: CopyMark | None, own: CopyMark) -> bool:
    return mark is not None and (mark.is_past_of(own) or own.is_past_of(mark))


# --- Everything else ---------------------------------------------------------------------


def _aside(folder: DataFolder) -> list[Path]:
    """What was damaged, and kept: nobody can take one year out of it."""
    return [path for path in (*_inside(folder.path), *_inside(folder.copies)) if _is_aside(path)]


def _is_aside(path: Path) -> bool:
    return is_put_aside(path) and not path.is_dir()


def _staying(folder: DataFolder, erasure: Erasure, copies: list[Path]) -> set[str]:
    """The evidence that is named by what stays, in the data or in a copy."""
    staying = evidence_staying(folder.database, erasure, "look")
    for copy in copies:
        if _fate(copy, erasure) in ("stay", "rewrite") and copy.is_file():
            staying |= evidence_staying(copy, erasure)
    return staying


def _unnamed(folder: DataFolder, staying: set[str]) -> Iterator[Path]:
    for path in folder.evidence.glob("??/*"):
        if path.name not in staying and not path.is_dir():
            yield path


def _erase_evidence(folder: DataFolder, erasure: Erasure) -> None:
    for path in list(_unnamed(folder, _staying(folder, erasure, _copies_of(folder)))):
        path.unlink(missing_ok=True)
        with suppress(OSError):  # another file is in it
            path.parent.rmdir()
    if folder.evidence.is_dir():
        sync_folder(folder.evidence)


def _erase_lent(folder: DataFolder) -> None:
    EvidenceFolder(folder.evidence).forget_drafts()
    for path in _files_under(folder.evidence / LENT):
        # Another program has it open.
        raise NotErased(path, "locked")


def _erase_rest(folder: DataFolder) -> None:
    """What says where a person's files were, and what went wrong."""
    folder.incidents.unlink(missing_ok=True)
    folder.drill.unlink(missing_ok=True)


def _settle(folder: DataFolder) -> None:
    found = order_in(folder)
    if found is not None and found.erasure.kind == "everything":
        chosen = load(folder.preferences)
        if chosen.folder or chosen.second_folder:
            keep_preferences(folder, chosen._replace(folder="", second_folder=""))
    folder.erasing.unlink(missing_ok=True)
    with suppress(OSError):
        # All of it is erased. Where the name comes back, a start finds nothing more to do.
        sync_folder(folder.path)


def _files_under(folder: Path) -> Iterator[Path]:
    for inside, _folders, names in os.walk(folder):
        yield from (Path(inside, name) for name in names)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _counted(paths: Iterator[Path]) -> CountedFiles:
    sizes = [path.lstat().st_size for path in paths]
    return CountedFiles(len(sizes), sum(sizes))


def _trying(failed: list[CapError | OSError], act: Callable[[], object]) -> None:
    """Go on with the rest where one thing cannot be erased now."""
    try:
        act()
    except (CapError, OSError) as error:
        failed.append(error)


def _cause(error: CapError | OSError) -> str:
    if isinstance(error, StorageRefused):
        return error.cause
    if isinstance(error, DatabaseDamaged | DatabaseAltered):
        return "damaged"
    return cause_of(error) or cause_of(error.__cause__) or "failed"


def _path_of(error: CapError | OSError, folder: DataFolder) -> Path:
    named = getattr(error, "path", None) or getattr(error, "filename", None)
    return Path(named) if named else folder.path
