"""The data of one folder once they are open: what a start imports behind its first page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import CopyNotMade
from cap_desktop.paths import CopyKind, DataFolder
from cap_desktop.preferences import read
from cap_desktop.private import tighten
from cap_desktop.services.clock import Clock
from cap_desktop.services.folder.check_up import CheckUp, check_up
from cap_desktop.services.folder.damage import DamageService
from cap_desktop.services.folder.drafts import clear_drafts
from cap_desktop.services.folder.first_launch import require_data_or_none
from cap_desktop.services.folder.restore_drill import drill
from cap_desktop.services.folder.restoring import (
    ReadyCopy,
    prepare_restore,
    settle_restore,
    take_back,
)
from cap_desktop.services.folder.safety_copies import keep_copy, keep_daily_copy, send_copy
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder


class OpenedFolder:
    """The database and its use cases; they belong to the thread that opened them."""

    def __init__(
        self, folder: DataFolder, clock: Clock, known: Mapping[str, Questionnaire]
    ) -> None:
        """Open the database, whose `known` questionnaires are not read again.

        Former data that others could read are theirs no more.

        Raises a ``StorageError``.
        """
        tighten(folder.path, folder.files, folder.rooms)
        require_data_or_none(folder)
        clear_drafts(folder, clock())
        self._folder, self._clock, self._known = folder, clock, known
        self.database = Database(folder.database)
        evidence = EvidenceFolder(folder.evidence)
        evidence.forget_drafts()
        self.damage = DamageService(self.database)
        self.services = LocalServices(self.database, evidence, clock, known)

    def keep_copy(self, today: date) -> None:
        """Keep the copy of the day, and put it into the second folder where that is there.

        Raises ``CopyNotMade``.
        """
        copy = keep_daily_copy(self.database, self._folder, today)
        second = self._second()
        if second is not None and second.is_dir() and not (second / copy.name).exists():
            send_copy(copy, second)

    def copy_now(self, kind: CopyKind) -> Path:
        """Make a copy that stays, in the second folder too; raises ``CopyNotMade``.

        Where only the second one fails, the first is there, and the error names the second.
        """
        copy = keep_copy(self.database, self._folder, self._clock(), kind)
        second = self._second()
        if second is not None:
            send_copy(copy, second)
        return copy

    def keep_before(self) -> None:
        """Keep what other data take the place of, where anything was begun."""
        with self.database.begin() as tx:
            is_begun = bool(tx.structures.all())
        if is_begun:
            keep_copy(self.database, self._folder, self._clock(), "avant-retour")

    def prepare_restore(self, name: str) -> ReadyCopy:
        """Lay a copy ready, and keep the present data; raises a ``StorageError``."""
        return prepare_restore(self.database, self._folder, name, self._clock())

    def settle_restore(self, ready: ReadyCopy) -> None:
        """Let the copy take the place of the data, which were let go of."""
        settle_restore(ready, self._folder)

    def take_back(self, ready: ReadyCopy) -> None:
        """Put back the data of before the restore."""
        take_back(ready, self._folder)

    def drill(self, today: date) -> None:
        """Try the newest copy, once a week; raises ``CopyOfNoUse`` where it is no use."""
        drill(self._folder, today, self._clock, self._known)

    def _second(self) -> Path | None:
        try:
            chosen = read(self._folder.preferences).second_folder
        except OSError as error:
            # Which folder it is cannot be known: the copies there would stop without a word.
            cause = cause_of(error) or "failed"
            raise CopyNotMade(self._folder.preferences, cause) from error
        return Path(chosen) if chosen else None

    def check_up(self) -> CheckUp:
        """Look at all that the folder holds; raises a ``CapError`` where it cannot be read."""
        return check_up(self._folder)


def begin_anew(folder: DataFolder) -> None:
    """Make an empty database where only remains are left, which stay; raises ``NotSaved``."""
    Database(folder.database).close()
