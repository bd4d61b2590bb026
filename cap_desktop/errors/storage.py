"""What cannot be read or kept where the data are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cap_desktop.errors.base import CapError


class StorageError(CapError):
    """The data of the program could not be read or written; ``path`` is the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class StorageRefused(StorageError):
    """The system refuses; ``cause`` is a word that ``notices`` says in French."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(path)
        self.cause = cause


class NotSaved(StorageRefused):
    """Nothing was changed."""


class NotReached(StorageRefused):
    """What was asked could not be read or made."""


class CopyNotMade(StorageRefused):
    """A safety copy could not be made."""


class CopyNotSent(StorageRefused):
    """The copy is made, and could not be put into the second folder too."""


class CopyNotReceived(StorageRefused):
    """The file ``path``, which somebody gave, is not taken among the copies."""


class CopyNotRestored(StorageRefused):
    """The safety copy ``path`` could not be put back, and the data are those of before."""


class NotSettled(StorageRefused):
    """Other data took the place of those at ``path``, and the disk does not answer for it."""


class CopyOfNoUse(StorageRefused):
    """The safety copy ``path`` was tried, and could not take the place of the data."""


class NotErased(StorageRefused):
    """Nothing was erased: ``path`` is what could not be written again."""


class EraseUnfinished(StorageRefused):
    """The data are rid of it, or it is not known; ``path`` is what still has to be."""


class DataNotMoved(StorageRefused):
    """The data could not be moved to the folder ``path``: they are where they were."""


class FormerFolderKept(StorageRefused):
    """The folder ``path``, which the data left, could not be removed whole."""


class NotOpened(StorageRefused):
    """It may be whole but cannot be read now."""


class DatabaseGone(StorageError):
    """No database stands there any more, and safety copies of it do."""


class OnlyRemains(StorageError):
    """No database stands there, and ``left`` says what does: evidence, upgrade, closed.

    The copy that an upgrade made, or a folder of copies whose names cannot be read.
    """

    def __init__(self, path: Path, left: tuple[str, ...]) -> None:
        super().__init__(path)
        self.left = left


class DatabaseDamaged(StorageError):
    """What stands there is no whole database of this program."""


class DatabaseAltered(StorageError):
    """It, or what lies beside it, holds what this program never puts there: it is not run."""


class DatabaseTooNew(StorageError):
    """Made by a later version of the program, and left untouched."""


class LockHolder(NamedTuple):
    """Who has the data open, as their lock says it; what it does not say is empty.

    ``since`` is a moment in ISO form, ``machine_id`` what stays where a computer is renamed.
    """

    person: str = ""
    machine: str = ""
    since: str = ""
    program: str = ""
    process: int = 0
    machine_id: str = ""


class DatabaseInUse(StorageError):
    """Another copy of the program has it open; ``holder`` is None where its lock says nothing."""

    def __init__(self, path: Path, holder: LockHolder | None) -> None:
        super().__init__(path)
        self.holder = holder


class DatabaseLeftOpen(StorageError):
    """The lock of ``holder`` is there, and nothing of this system says that it still runs.

    ``must_ask`` is true where it may run all the same: on another computer, or on a disk that
    has no locks.
    """

    def __init__(self, path: Path, holder: LockHolder, *, must_ask: bool = True) -> None:
        super().__init__(path)
        self.holder = holder
        self.must_ask = must_ask


class UpgradeFailed(StorageError):
    """The upgrade stopped; ``backup`` is the copy made just before it."""

    def __init__(self, path: Path, backup: Path) -> None:
        super().__init__(path)
        self.backup = backup


class FormerDataError(CapError):
    """The data of the folder ``path`` cannot be opened here; nothing was changed in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DataMissing(FormerDataError):
    """No data of this program are in it, or no assessment was begun in them."""


class DataDamaged(FormerDataError):
    """Its database is not whole."""


class DataAltered(FormerDataError):
    """Its database holds what this program never puts there: it is not run."""


class DataTooNew(FormerDataError):
    """Made by a later version of the program."""


class DataDenied(FormerDataError):
    """The system refuses to read it, or to copy it; ``reason`` is the system's error number."""

    def __init__(self, path: Path, reason: int) -> None:
        super().__init__(path)
        self.reason = reason


class NoRoom(FormerDataError):
    """The disk has no room for its ``needed`` bytes, 0 where that is not known."""

    def __init__(self, path: Path, needed: int) -> None:
        super().__init__(path)
        self.needed = needed


class EvidenceError(CapError):
    """Something is wrong with the evidence ``name``; ``path`` is the file that says so."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.name = name


class EvidenceDamaged(EvidenceError):
    """The bytes of its copy have changed."""


class EvidenceGone(EvidenceError):
    """Its copy has vanished."""


class EvidenceDiffers(EvidenceError):
    """The file that was chosen is not the one that was copied: its bytes are others."""


class EvidenceIsProgram(EvidenceError):
    """Opening it would run it."""
