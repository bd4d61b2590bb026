"""What a page of copies asks for: the list, one of them, one that was given, a second folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cap_desktop.errors import (
    CopyNotMade,
    CopyNotReceived,
    CopyNotSent,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseTooNew,
    NotOpened,
)
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import read
from cap_desktop.private import make_folder
from cap_desktop.services.clock import Clock
from cap_desktop.services.folder.copy_list import (
    CopyDetails,
    KnownCopy,
    YearPreview,
    known_copies,
    look_at_copy,
    preview,
)
from cap_desktop.services.folder.safety_copies import copies_in, send_copy
from cap_desktop.storage.file.copying import copy_database, forget, put_in_place
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.copy_state import CopyState, state_of

STRANGE: dict[CopyState, str] = {
    "damaged": "no_copy",
    "altered": "no_copy",
    "strange": "not_a_file",
    "absent": "moved",
    "unread": "failed",
    "too_new": "too_new",
}
"""What is wrong with a file that was given, in the words of ``CopyNotReceived``."""


@dataclass(frozen=True, slots=True)
class SecondFolder:
    """Where copies go too: whether it is there, and the newest copy in it."""

    path: Path
    is_there: bool
    newest: date | None
    has_newest: bool
    """Whether the newest copy of this computer is in it."""


class Copies:
    """The copies of one folder of data; everything here takes the storage lane for a moment."""

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self._folder, self._clock = folder, clock

    def known(self) -> tuple[KnownCopy, ...]:
        """Every copy, the newest first; none is opened."""
        return known_copies(self._folder)

    def look_at(self, name: str) -> CopyDetails:
        """What is in a copy, and how it differs from the present data."""
        return look_at_copy(self._folder, name)

    def preview(self, name: str) -> tuple[YearPreview, ...]:
        """What each year would become; raises ``CopyNotRestored`` for one that is not whole."""
        return preview(self._folder, name)

    def receive(self, source: Path) -> str:
        """Keep a file that somebody gave among the copies, and return its name there.

        It is judged before it is read and again once it is copied; it is never written to.
        Raises ``CopyNotReceived``.
        """
        state = state_of(source)
        if state != "whole":
            raise CopyNotReceived(source, STRANGE[state])
        target = self._folder.kept_copy(self._clock(), "recue")
        draft = target.with_name(f".{target.name}.part")
        try:
            make_folder(target.parent)
            if not copy_database(source, draft).assessments:
                raise CopyNotReceived(source, "empty")
            if state_of(draft) != "whole":
                raise CopyNotReceived(source, "no_copy")
            put_in_place(draft, target)
        except (DatabaseAltered, DatabaseDamaged) as error:
            raise CopyNotReceived(source, "no_copy") from error
        except DatabaseTooNew as error:
            raise CopyNotReceived(source, "too_new") from error
        except NotOpened as error:
            raise CopyNotReceived(source, error.cause) from error
        except OSError as error:
            raise CopyNotReceived(source, cause_of(error) or "failed") from error
        finally:
            forget(draft)
        return target.name

    def second(self) -> SecondFolder | None:
        """The second folder as it is now; None where none was chosen."""
        path = second_in(self._folder)
        if path is None:
            return None
        there, own = copies_in(path), copies_in(self._folder.copies)
        newest = there[0].day if there else None
        has_newest = bool(there and own) and own[0].day <= there[0].day
        return SecondFolder(path, path.is_dir(), newest, has_newest)

    def send_newest(self, second: Path) -> None:
        """Put the newest copy into a second folder; raises ``CopyNotSent``.

        One that lies among the data would be lost with them.
        """
        if second.resolve().is_relative_to(self._folder.path.resolve()):
            raise CopyNotSent(second, "inside")
        own = copies_in(self._folder.copies)
        if own:
            send_copy(self._folder.copies / own[0].file, second)
        elif not second.is_dir():
            raise CopyNotSent(second, "away")


def second_in(folder: DataFolder) -> Path | None:
    """The second folder that was chosen for some data; raises ``CopyNotMade``.

    Which one it is cannot be known where the settings cannot be read: its copies would stop
    without a word.
    """
    try:
        chosen = read(folder.preferences).second_folder
    except OSError as error:
        raise CopyNotMade(folder.preferences, cause_of(error) or "failed") from error
    return Path(chosen) if chosen else None
