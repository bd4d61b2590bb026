"""Once a week a copy is restored elsewhere, opened and read: nobody hears of it unless it fails."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import CapError, CopyOfNoUse, StorageRefused
from cap_desktop.files import open_bounded
from cap_desktop.paths import DataFolder
from cap_desktop.private import opener
from cap_desktop.services.clock import Clock
from cap_desktop.services.folder.copy_list import require_whole
from cap_desktop.services.folder.safety_copies import copies_in
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.file.copying import copy_database
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

EVERY = timedelta(days=7)
_LIMIT = 32


def drill(
    folder: DataFolder,
    today: date,
    clock: Clock,
    known: Mapping[str, Questionnaire] | None = None,
) -> bool:
    """Try the newest copy where none was tried for a week; False where it was not the time.

    The `known` questionnaires are not read again: that their bytes are whole in the copy is
    looked at all the same. A clock that jumps brings the next one forward.

    Raises ``CopyOfNoUse``, and the next start tries again.
    """
    copies = copies_in(folder.copies)
    if not copies or not _is_due(folder.drill, today):
        return False
    copy = folder.copies / copies[0].file
    try:
        require_whole(copy)
        with TemporaryDirectory(prefix="cap-", ignore_cleanup_errors=True) as work:
            _try(copy, Path(work), clock, known)
    except CapError as error:
        cause = error.cause if isinstance(error, StorageRefused) else "damaged"
        raise CopyOfNoUse(copy, cause) from error
    except OSError as error:
        raise CopyOfNoUse(copy, "failed") from error
    _note(folder.drill, today)
    return True


def _try(copy: Path, work: Path, clock: Clock, known: Mapping[str, Questionnaire] | None) -> None:
    """Open a copy as the program would, and every year of it."""
    elsewhere = DataFolder(work)
    rows = copy_database(copy, elsewhere.database)
    database = Database(elsewhere.database)
    try:
        services = LocalServices(database, EvidenceFolder(elsewhere.evidence), clock, known)
        with database.begin() as tx:
            years = [year.id for one in tx.structures.all() for year in tx.assessments.of(one.id)]
            is_same = tx.answers.count() == rows.answers
        for year in years:
            services.assessments.open(year)
        if not is_same:
            raise CopyOfNoUse(copy, "damaged")
    finally:
        database.close()


def _is_due(mark: Path, today: date) -> bool:
    try:
        with open_bounded(mark) as stream:
            last = date.fromisoformat(stream.read(_LIMIT).decode("ascii"))
    except (OSError, ValueError):
        return True
    return not timedelta(0) <= today - last < EVERY


def _note(mark: Path, today: date) -> None:
    """A mark that cannot be written only costs another drill."""
    with suppress(OSError):
        if mark.is_symlink() or (os.path.lexists(mark) and not mark.is_file()):
            return
        with open(mark, "w", encoding="ascii", opener=opener) as stream:
            stream.write(today.isoformat())
