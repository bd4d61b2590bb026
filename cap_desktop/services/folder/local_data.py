"""The data of one folder while the program runs: looked at, opened, replaced, let go of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.errors import CapError, CopyNotRestored, StorageError, StorageRefused
from cap_desktop.paths import CopyKind, DataFolder, Whereabouts
from cap_desktop.storage.local.start import first_look

if TYPE_CHECKING:
    from cap_desktop.domain.answers.erasure import Erasure
    from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
    from cap_desktop.domain.scoring.standing import Standing
    from cap_desktop.services.clock import Clock
    from cap_desktop.services.folder.check_up import Tell
    from cap_desktop.services.folder.chosen_answers import AnswerThen, Chosen
    from cap_desktop.services.folder.copies import Copies
    from cap_desktop.services.folder.damage import DamageService
    from cap_desktop.services.folder.erasing import Erased, ErasePreview, Progress
    from cap_desktop.services.folder.kept_check_up import KeptCheckUp
    from cap_desktop.services.folder.moving import MovePlan
    from cap_desktop.services.folder.opened_folder import OpenedFolder
    from cap_desktop.services.folder.what_is_kept import KeptData
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.services.local.open_assessment import OpenAssessment
    from cap_desktop.storage.local.database import Database


class LocalData:
    """Holds the open database, which belongs to the thread that calls ``open``.

    All but ``first_look`` and ``is_new`` is called on that one thread. What is imported in its
    methods takes a good part of a start: nothing of it before the first page is painted.
    """

    def __init__(self, folder: DataFolder, clock: Clock, where: Whereabouts | None = None) -> None:
        """``where`` says how it is known that they are there; without it they cannot be moved."""
        self._where = where or Whereabouts(folder, None)
        self._has_moved = False
        self.erased: Erased | None = None
        """What was erased last while the program runs."""
        self._opened: OpenedFolder | None = None
        self._read: dict[str, Questionnaire] = {}
        self._clock = clock

    @property
    def folder(self) -> DataFolder:
        """Where the data are now."""
        return self._where.folder

    @property
    def database(self) -> Database | None:
        """The database that was opened last; None before the first one."""
        return None if self._opened is None else self._opened.database

    @property
    def damage(self) -> DamageService | None:
        """What was met in the data that are open; None before the first opening."""
        return None if self._opened is None else self._opened.damage

    @property
    def copies(self) -> Copies:
        """The safety copies of the data that are open."""
        assert self._opened is not None  # no page of copies is asked before the first opening
        return self._opened.copies

    def first_look(self) -> Standing | None:
        """The standing that was kept for a start; None where there is nothing sure to show."""
        # What is still to be erased is not shown once more.
        return None if self.folder.erasing.exists() else first_look(self.folder.database)

    def is_new(self) -> bool:
        """True where nothing was ever kept: a first launch, shown at once."""
        if self.folder.database.exists():
            return False
        from cap_desktop.services.folder.first_launch import is_first_launch  # only without data

        return is_first_launch(self.folder)

    def first_assessment(self) -> OpenAssessment | None:
        """Read what was open last, before the database is opened."""
        from cap_desktop.services.folder.start import open_at_start  # start-up: pydantic

        if self.folder.erasing.exists():
            return None
        first = open_at_start(self.folder.database)
        if first is not None:
            self._read = {first.assessment.questionnaire: first.questionnaire}
        return first

    def open(self) -> LocalServices:
        """Open the database, anew where it was open; raises a ``StorageError``."""
        # Start-up: SQLAlchemy.
        from cap_desktop.services.folder.opened_folder import OpenedFolder, without_former

        self.close()
        self._where = without_former(self._where)
        # A full reference names the exact bytes: what the start read is what is kept there.
        known, self._read = self._read, {}
        self._opened = OpenedFolder(self._where, self._clock, known)
        return self._opened.services

    def bring(self, source: Path, missing: Callable[[tuple[str, ...]], None]) -> LocalServices:
        """Copy the data of another folder here, and open them; it is only read.

        ``missing`` hears which evidence did not come. Raises a ``FormerDataError``, and the data
        of before stay open where nothing could be copied. A ``StorageError`` says that these
        are here, and cannot be opened now.
        """
        from cap_desktop.services.folder.former_data import prepare, settle  # start-up: storage

        arrival = prepare(source, self.folder)
        if self._opened is not None:
            self._opened.keep_before()
        self.close()
        settle(arrival, self.folder)
        missing(arrival.missing)
        return self._open_other()

    def _open_other(self) -> LocalServices:
        """Open what took the place of the data, which no check-up has looked at."""
        services = self.open()
        self._open_folder.forget_check_up()
        return services

    def keep_copy(self, today: date) -> None:
        """Keep the copy of the day; raises ``CopyNotMade``."""
        if self._opened is not None:
            self._opened.keep_copy(today)

    def copy_now(self, kind: CopyKind = "demandee") -> Path | None:
        """Make a copy that stays until it is removed.

        Raises ``CopyNotMade``, or ``CopyNotSent`` where only the second folder lacks it.
        """
        return None if self._opened is None else self._opened.copy_now(kind)

    def take_from_copies(
        self, numbers: Sequence[int], kept: Callable[[str], None]
    ) -> LocalServices:
        """Put back what was damaged from the copies that have it, and open the data anew.

        ``kept`` hears the name of the copy of before: restoring it undoes this. Raises a
        ``StorageError``.
        """
        former = self._opened
        assert former is not None
        copy = former.keep_before()
        assert copy is not None  # something was begun: a part of it was damaged
        kept(copy.name)
        for number in numbers:
            former.damage.take_from_copy(number)
        return self._open_other()

    def answers_then(self, name: str) -> tuple[AnswerThen, ...]:
        """What can be taken back from a copy, answer by answer; raises a ``StorageError``."""
        return self._open_folder.answers_then(name)

    def take_answers(
        self, name: str, chosen: Chosen, by: str, kept: Callable[[str], None]
    ) -> LocalServices:
        """Take some answers back from a copy, and open the data anew.

        ``kept`` hears the name of the copy of before: restoring it undoes this. Raises a
        ``StorageError``, or ``AnswerRejected``.
        """
        former = self._open_folder
        copy = former.keep_before()
        assert copy is not None  # an answer differs: something was begun
        kept(copy.name)
        former.take_answers(name, chosen, by)
        return self.open()

    def restore_copy(self, name: str, kept: Callable[[str], None]) -> LocalServices:
        """Let a copy take the place of the data that are open, and open it.

        ``kept`` hears the name of the copy of the present data: restoring that one undoes this.
        Raises a ``StorageError``, and the data of before are still there.
        """
        former = self._opened
        assert former is not None  # nothing is restored from a page before
        ready = former.prepare_restore(name)
        self.close()
        try:
            former.settle_restore(ready)
            services = self._open_other()
        except StorageError as error:
            try:
                former.take_back(ready)
            finally:
                self.open()
            cause = error.cause if isinstance(error, StorageRefused) else "damaged"
            raise CopyNotRestored(ready.copy, cause) from error
        kept(ready.kept.name)
        return services

    def drill(self, today: date) -> None:
        """Try a copy once a week; raises ``CopyOfNoUse`` where it is no use."""
        if self._opened is not None:
            self._opened.drill(today)

    def check_up(self, tell: Tell, moment: datetime) -> KeptCheckUp:
        """Look at all that the folder holds, and keep what was found; raises a ``CapError``.

        May be called on another thread than ``open``.
        """
        return self._open_folder.check_up(tell, moment)

    def kept_check_up(self) -> KeptCheckUp | None:
        """What the last check-up found; None where none is known."""
        return self._open_folder.kept_check_up()

    # --- Your data -----------------------------------------------------------------------

    def kept_data(self) -> KeptData:
        """What is kept where."""
        return self._open_folder.kept_data(self._where, can_remove_former=not self._has_moved)

    def preview_erasing(self, erasure: Erasure) -> ErasePreview:
        """Count what would go; raises a ``StorageError``."""
        return self._open_folder.preview_erasing(erasure)

    def erase(
        self, erasure: Erasure, stay: str, progress: Progress, failed: Callable[[CapError], None]
    ) -> LocalServices:
        """Erase for good, and open what is left, on the assessment ``stay`` where that is.

        ``failed`` hears why not all of it, or nothing, is erased: other data are open all the
        same. Raises ``NotErased`` where it was not even begun.
        """
        self._open_folder.begin_erasing(erasure)
        return self.go_on_erasing(stay, progress, failed)

    def go_on_erasing(
        self, stay: str, progress: Progress, failed: Callable[[CapError], None]
    ) -> LocalServices:
        """Erase what was asked for before and is not gone yet."""
        former, error, self.erased = self._open_folder, None, None
        self.close()
        try:
            # What is erased stands in what the data left behind too.
            self._where = former.remove_former(self._where)
            self.erased = former.finish_erasing(progress)
        except CapError as raised:
            error = raised
        services = self.open()
        self._show(services, stay)
        if error is not None:
            failed(error)
        return services

    def waiting_order(self) -> Erasure | None:
        """What is written down to be erased, and waits until a person has seen it."""
        return self._open_folder.waiting_order(self._where)

    def give_up_erasing(self) -> None:
        """Erase nothing more of what was written down; raises ``EraseUnfinished``."""
        self._open_folder.give_up_erasing()

    def plan_move(self, target: Path) -> MovePlan:
        """Look whether the data can be moved to a folder; raises ``DataNotMoved``."""
        return self._open_folder.plan_move(self._where, target)

    def move(self, target: Path, progress: Progress) -> LocalServices:
        """Move the data to a folder, and open them there; raises ``DataNotMoved``."""
        self._where = self._open_folder.move(self._where, target, progress)
        self._has_moved = True
        return self.open()

    def remove_former(self) -> None:
        """Remove what the data left behind; raises ``FormerFolderKept``."""
        self._where = self._open_folder.remove_former(self._where)

    @property
    def _open_folder(self) -> OpenedFolder:
        assert self._opened is not None  # nothing of this is asked from a page before
        return self._opened

    def _show(self, services: LocalServices, stay: str) -> None:
        """Keep for the next start what is open after this."""
        years = services.assessments
        known = {year.id for one in years.structures() for year in years.years(one.id)}
        shown = stay if stay in known else years.last_shown()
        if shown is not None:
            years.show(shown)

    def close(self) -> None:
        """Let go of the database."""
        if self._opened is not None:
            self._opened.database.close()
