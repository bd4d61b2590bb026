"""The data of one folder once they are open: what a start imports behind its first page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.paths import DataFolder
from cap_desktop.private import tighten
from cap_desktop.services.clock import Clock
from cap_desktop.services.folder.check_up import CheckUp, check_up
from cap_desktop.services.folder.damage import DamageService
from cap_desktop.services.folder.first_launch import require_data_or_none
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.local_services import LocalServices
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
        self._folder = folder
        self.database = Database(folder.database)
        evidence = EvidenceFolder(folder.evidence)
        evidence.forget_drafts()
        self.damage = DamageService(self.database)
        self.services = LocalServices(self.database, evidence, clock, known)

    def keep_copy(self, today: date) -> None:
        """Keep the copy of the day; raises ``CopyNotMade``."""
        keep_daily_copy(self.database, self._folder, today)

    def check_up(self) -> CheckUp:
        """Look at all that the folder holds; raises a ``CapError`` where it cannot be read."""
        return check_up(self._folder)


def begin_anew(folder: DataFolder) -> None:
    """Make an empty database where only remains are left, which stay; raises ``NotSaved``."""
    Database(folder.database).close()
