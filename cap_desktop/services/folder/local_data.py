"""The data of one folder while the program runs: looked at, opened, replaced, let go of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.paths import DataFolder

if TYPE_CHECKING:
    from cap_desktop.domain.scoring.standing import Standing
    from cap_desktop.services.clock import Clock
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.services.local.open_assessment import OpenAssessment
    from cap_desktop.storage.local.database import Database


class LocalData:
    """Holds the open database, which belongs to the thread that calls ``open``.

    All but ``first_look`` and ``is_new`` is called on that one thread. What is imported in its
    methods takes a good part of a start: nothing of it before the first page is painted.
    """

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self.folder = folder
        self.database: Database | None = None
        self._clock = clock

    def first_look(self) -> Standing | None:
        """The standing that was kept for a start; None where there is nothing sure to show."""
        from cap_desktop.storage.local.start import first_look

        return first_look(self.folder.database)

    def is_new(self) -> bool:
        """True where nothing was ever kept: a first launch, shown at once."""
        if self.folder.database.exists():
            return False
        from cap_desktop.services.folder.former_data import safety_copies

        return not safety_copies(self.folder)

    def first_assessment(self) -> OpenAssessment | None:
        """Read what was open last, before the database is opened."""
        from cap_desktop.services.folder.start import open_at_start

        return open_at_start(self.folder.database)

    def open(self) -> LocalServices:
        """Open the database, anew where it was open; raises a ``StorageError``."""
        from cap_desktop.services.folder.first_launch import require_data_or_none
        from cap_desktop.services.local.local_services import LocalServices
        from cap_desktop.storage.local.database import Database
        from cap_desktop.storage.local.evidence_folder import EvidenceFolder

        self.close()
        require_data_or_none(self.folder)
        self.database = Database(self.folder.database)
        return LocalServices(self.database, EvidenceFolder(self.folder.evidence), self._clock)

    def bring(self, source: Path, missing: Callable[[tuple[str, ...]], None]) -> LocalServices:
        """Copy the data of another folder here, and open them; it is only read.

        ``missing`` hears which evidence did not come. Raises a ``FormerDataError``, and the data
        of before stay open where nothing could be copied.
        """
        from cap_desktop.services.folder.former_data import prepare, settle

        arrival = prepare(source, self.folder)
        self.close()
        settle(arrival, self.folder)
        missing(arrival.missing)
        return self.open()

    def keep_copy(self, today: date) -> None:
        """Keep the copy of the day; raises ``CopyNotMade``."""
        from cap_desktop.services.folder.safety_copies import keep_daily_copy

        if self.database is not None:
            keep_daily_copy(self.database, self.folder, today)

    def close(self) -> None:
        """Let go of the database."""
        if self.database is not None:
            self.database.close()
