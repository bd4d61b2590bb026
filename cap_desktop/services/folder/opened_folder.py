"""The data of one folder once they are open: what a start imports behind its first page."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import DataNotMoved, EraseUnfinished, FormerFolderKept, NotErased
from cap_desktop.paths import CopyKind, DataFolder, Whereabouts
from cap_desktop.private import tighten
from cap_desktop.services.clock import Clock
from cap_desktop.services.folder.check_up import Tell, check_up
from cap_desktop.services.folder.chosen_answers import (
    AnswerThen,
    Chosen,
    answers_then,
    sheets_then,
)
from cap_desktop.services.folder.copies import Copies, second_in
from cap_desktop.services.folder.damage import DamageService
from cap_desktop.services.folder.drafts import clear_drafts
from cap_desktop.services.folder.erasing import (
    Erased,
    ErasePreview,
    Progress,
    finish_erasing,
    preview_erasing,
)
from cap_desktop.services.folder.erasure_order import (
    give_up_order,
    is_obeyed,
    waiting_order,
    write_order,
)
from cap_desktop.services.folder.first_launch import require_data_or_none
from cap_desktop.services.folder.kept_check_up import (
    KeptCheckUp,
    forget_check_up,
    keep_check_up,
    kept_check_up,
)
from cap_desktop.services.folder.moving import (
    MovePlan,
    give_up_move,
    move,
    plan_move,
    remove_former,
    settle_move,
)
from cap_desktop.services.folder.restore_drill import drill
from cap_desktop.services.folder.restoring import (
    ReadyCopy,
    prepare_restore,
    settle_restore,
    take_back,
)
from cap_desktop.services.folder.safety_copies import (
    copy_path,
    keep_copy,
    keep_daily_copy,
    send_copy,
)
from cap_desktop.services.folder.what_is_kept import KeptData, kept_data
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder


class OpenedFolder:
    """The database and its use cases; they belong to the thread that opened them."""

    def __init__(
        self, where: Whereabouts, clock: Clock, known: Mapping[str, Questionnaire]
    ) -> None:
        """Open the database, whose `known` questionnaires are not read again.

        Former data that others could read are theirs no more.

        Raises a ``StorageError``.
        """
        folder = where.folder
        tighten(folder.path, folder.files, folder.rooms)
        require_data_or_none(folder)
        clear_drafts(folder, clock())
        if is_obeyed(where):
            with suppress(EraseUnfinished, NotErased):
                # What is left of it is told where it was asked for.
                finish_erasing(folder)
        settle_move(folder)
        self._folder, self._clock, self._known = folder, clock, known
        self.database = Database(folder.database)
        evidence = EvidenceFolder(folder.evidence)
        evidence.forget_drafts()
        self.damage = DamageService(self.database)
        self.copies = Copies(folder, clock)
        self.services = LocalServices(self.database, evidence, clock, known)

    def keep_copy(self, today: date) -> None:
        """Keep the copy of the day, and put it into the second folder where that is there.

        Raises ``CopyNotMade``.
        """
        copy = keep_daily_copy(self.database, self._folder, today)
        second = second_in(self._folder)
        if second is not None and second.is_dir() and not (second / copy.name).exists():
            send_copy(copy, second)

    def copy_now(self, kind: CopyKind) -> Path:
        """Make a copy that stays, in the second folder too; raises ``CopyNotMade``.

        Where only the second one fails, the first is there: ``CopyNotSent``.
        """
        copy = keep_copy(self.database, self._folder, self._clock(), kind)
        second = second_in(self._folder)
        if second is not None:
            send_copy(copy, second)
        return copy

    def keep_before(self) -> Path | None:
        """Keep what other data take the place of, where anything was begun."""
        with self.database.begin() as tx:
            is_begun = bool(tx.structures.all())
        if not is_begun:
            return None
        return keep_copy(self.database, self._folder, self._clock(), "avant-retour")

    def answers_then(self, name: str) -> tuple[AnswerThen, ...]:
        """What can be taken back from a copy, answer by answer; raises a ``StorageError``."""
        return answers_then(self.database, copy_path(self._folder, name))

    def take_answers(self, name: str, chosen: Chosen, by: str) -> None:
        """Take some answers back from a copy; raises a ``StorageError``."""
        sheets = sheets_then(self.database, copy_path(self._folder, name), chosen)
        self.services.answering.take_answers(sheets, by)

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

    def check_up(self, tell: Tell, moment: datetime) -> KeptCheckUp:
        """Look at all that the folder holds, and keep what was found.

        Nothing here is of the thread that opened the database. Raises a ``CapError``.
        """
        return keep_check_up(self._folder, check_up(self._folder, tell), moment)

    def kept_check_up(self) -> KeptCheckUp | None:
        """What the last check-up found."""
        return kept_check_up(self._folder)

    def forget_check_up(self) -> None:
        """Forget it: these data are no longer what was looked at."""
        forget_check_up(self._folder)

    # --- Your data -----------------------------------------------------------------------

    def kept_data(self, where: Whereabouts, *, can_remove_former: bool) -> KeptData:
        """Look at all places where something is kept."""
        today = self._clock().date()
        return kept_data(where, self.database, today, can_remove_former=can_remove_former)

    def preview_erasing(self, erasure: Erasure) -> ErasePreview:
        """Count what would go; raises a ``StorageError``."""
        return preview_erasing(self._folder, erasure)

    def begin_erasing(self, erasure: Erasure) -> None:
        """Write down what is to be erased; raises ``NotErased``."""
        write_order(self._folder, erasure, self._clock())

    def finish_erasing(self, progress: Progress) -> Erased | None:
        """Erase what was written down, once the database is let go of."""
        return finish_erasing(self._folder, progress)

    def waiting_order(self, where: Whereabouts) -> Erasure | None:
        """What is written down to be erased, and waits until a person has seen it."""
        return waiting_order(where)

    def give_up_erasing(self) -> None:
        """Erase nothing more of what was written down; raises ``EraseUnfinished``."""
        give_up_order(self._folder)

    def plan_move(self, where: Whereabouts, target: Path) -> MovePlan:
        """Look whether the data can be moved; raises ``DataNotMoved``."""
        return plan_move(where, target)

    def move(self, where: Whereabouts, target: Path, progress: Progress) -> Whereabouts:
        """Move the data, which stay open here; raises ``DataNotMoved``."""
        try:
            return move(where, target, progress)
        except DataNotMoved:
            give_up_move(DataFolder(target))
            raise

    def remove_former(self, where: Whereabouts) -> Whereabouts:
        """Remove what the data left behind; raises ``FormerFolderKept``."""
        return remove_former(where)


def without_former(where: Whereabouts) -> Whereabouts:
    """Remove what the data left behind where something is still to be erased: it stands there.

    What cannot be removed stays, and the page of the data says so.
    """
    if where.former is not None and is_obeyed(where):
        with suppress(FormerFolderKept):
            return remove_former(where)
    return where


def begin_anew(folder: DataFolder) -> None:
    """Make an empty database where only remains are left, which stay; raises ``NotSaved``."""
    Database(folder.database).close()
