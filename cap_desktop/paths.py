"""Where the program's own files are, and those of a person; alone reads `sys._MEIPASS`."""

import json
import os
import re
import sys
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args


def questionnaires() -> Path:
    """Return the directory of the questionnaires that come with the program."""
    return _root() / "questionnaires"


def resources() -> Path:
    """Return the directory of the fonts, icons and examples that come with the program."""
    return _root() / "resources"


def demonstration() -> Path:
    """Return the directory of the made-up structures, and of what only they answered."""
    return resources() / "demo"


def shipped_questionnaires() -> tuple[Path, ...]:
    """Return every questionnaire of the program: those to begin with, then the demonstration's."""
    folders = (questionnaires(), demonstration())
    return tuple(path for folder in folders for path in sorted(folder.glob("*.json")))


CopyKind = Literal[
    "jour", "demandee", "avant-retour", "avant-mise-a-jour", "avant-installation", "recue"
]
"""Why a safety copy was made, as its name says it: that of the day, or one that is never thinned.

Asked for by hand, made before a restore, an upgrade, an installation, or given by somebody.
"""

_COPY, _SUFFIX = "cap-", ".db"
_KINDS: dict[str, CopyKind] = {kind: kind for kind in get_args(CopyKind)}
_MOMENT = rf"-(\d{{6}})-({'|'.join(_KINDS)})(?:-(\d+))?"
_DATED = rf"{_COPY}(\d{{4}}-\d\d-\d\d)(?:{_MOMENT})?{re.escape(_SUFFIX)}"
_UPGRADE = rf"{_COPY}avant-\d{{4}}{re.escape(_SUFFIX)}"
_PART = ".part"
ASIDE = ".ecarte"
"""What stood under the name of a copy and is none, or cannot be read, is called so."""
DAMAGED = "endommagee"
_ASIDE = rf"{_COPY}{DAMAGED}-.*|{_DATED}{re.escape(ASIDE)}(-\d+)?"
_LIMIT = 64 * 1024


class CopyName(NamedTuple):
    """What the name of a safety copy says; they follow each other as they were made.

    ``time`` is six digits, or empty: most copies of a day say no more than the day.
    """

    day: date
    time: str = ""
    kind: CopyKind = "jour"
    number: int = 1

    @property
    def file(self) -> str:
        """The name itself: `cap-2026-11-24.db`, `cap-2026-11-24-143200-demandee.db`."""
        again = f"-{self.number}" if self.number > 1 else ""
        moment = f"-{self.time}-{self.kind}{again}" if self.time else ""
        return f"{_COPY}{self.day.isoformat()}{moment}{_SUFFIX}"


class DataFolder(NamedTuple):
    """A person's data on the disk; every name in it is spelt here."""

    path: Path

    @property
    def database(self) -> Path:
        """Every answer and every plan."""
        return self.path / "cap.db"

    @property
    def evidence(self) -> Path:
        """The folder of the evidence files."""
        return self.path / "preuves"

    @property
    def copies(self) -> Path:
        """The folder of the safety copies."""
        return self.path / "copies"

    def copy_of(self, day: date) -> Path:
        """The safety copy of a day."""
        return self.copies / CopyName(day).file

    def kept_copy(self, moment: datetime, kind: CopyKind) -> Path:
        """The name that nothing bears yet for a copy that stays until it is removed."""
        return free_copy(self.copies, CopyName(moment.date(), f"{moment:%H%M%S}", kind))

    @property
    def drill(self) -> Path:
        """The day on which a copy was last tried."""
        return self.copies / ".essai"

    @property
    def check_up(self) -> Path:
        """What the last check-up found, and when."""
        return self.path / ".verification.json"

    @property
    def preferences(self) -> Path:
        """What the person chose about the look and the keyboard."""
        return self.path / "reglages.json"

    @property
    def incidents(self) -> Path:
        """What is written of a fault of the program."""
        return self.path / "incidents.log"

    @property
    def lock(self) -> Path:
        """There while a program has the data open."""
        return self.path / "cap.lock"

    @property
    def erasing(self) -> Path:
        """There from the moment something is to be erased until nothing is left of it."""
        return self.path / ".effacement.json"

    @property
    def moving(self) -> Path:
        """There while data are copied here, and do not stand here yet."""
        return self.path / ".deplacement"

    @property
    def pointer(self) -> Path:
        """Says, in the folder of the system, in which other one the data are."""
        return self.path / "emplacement.json"

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its own files, drafts and journals among them, as patterns."""
        database = self.database
        passing = (self.lock, self.erasing, self.moving)
        own = (self.preferences, self.incidents, self.check_up, *passing)
        return (
            f"{database.name}*",
            f".{database.name}*",
            f"{_COPY}*{_SUFFIX}*",
            *(path.name for path in own),
        )

    @property
    def rooms(self) -> tuple[str, ...]:
        """The folders in it that hold nothing but its own files."""
        return (self.evidence.name, self.copies.name)


def day_of(copy: Path) -> date | None:
    """The day of a safety copy; None for a file of another name."""
    name = copy_name(copy)
    return None if name is None else name.day


def copy_name(copy: Path) -> CopyName | None:
    """What the name of a safety copy says; None for a file of another name."""
    written = re.fullmatch(_DATED, copy.name, re.ASCII)
    try:
        if written is None:
            return None
        day, time, kind, number = written.groups()
        if time is None:
            return CopyName(date.fromisoformat(day))
        return CopyName(date.fromisoformat(day), time, _KINDS[kind], int(number or 1))
    except ValueError:
        return None


def free_copy(folder: Path, name: CopyName) -> Path:
    """The file of a name in a folder, with the first number that nothing bears there."""
    while os.path.lexists(folder / name.file):
        name = name._replace(number=name.number + 1)
    return folder / name.file


def is_upgrade_copy(path: Path) -> bool:
    """True for the copy that an upgrade made, which lies beside the data and bears no day."""
    return re.fullmatch(_UPGRADE, path.name, re.ASCII) is not None


def is_put_aside(path: Path) -> bool:
    """True for what stood in the place of a database or of a copy, and is none any more."""
    return re.fullmatch(_ASIDE, path.name, re.ASCII) is not None


def is_copy_draft(path: Path) -> bool:
    """True for the draft of a safety copy, which only a kill leaves."""
    names = rf"\.({_DATED}|{_UPGRADE}){re.escape(_PART)}(-journal)?"
    return re.fullmatch(names, path.name, re.ASCII) is not None


class Whereabouts(NamedTuple):
    """Where the data are, and how that is known.

    ``home`` is the folder of the system, which says where they were moved to; None where the
    environment names them, and nothing can be said. ``former`` is the folder that they left, kept
    until a person has it removed.
    """

    folder: DataFolder
    home: DataFolder | None
    former: Path | None = None
    is_moved: bool = False


class PointerUnreadError(ValueError):
    """What says where the data are cannot be read: they are not looked for elsewhere."""


def whereabouts() -> Whereabouts:
    """Look where the data are: those of the system, or of the folder they were moved to.

    `CAP_DESKTOP_DATA` names another folder, to try the program or to carry it on a stick.
    Raises ``PointerUnreadError``.
    """
    asked = os.environ.get("CAP_DESKTOP_DATA")
    if asked:
        return Whereabouts(DataFolder(Path(asked)), None)
    from platformdirs import user_data_path  # start-up: commands have no folder of their own

    return led_from(DataFolder(user_data_path("cap-desktop", appauthor=False, roaming=False)))


def led_from(home: DataFolder) -> Whereabouts:
    """Follow what a folder says of where the data are; raises ``PointerUnreadError``."""
    if not os.path.lexists(home.pointer):
        return Whereabouts(home, home)
    try:
        if not home.pointer.is_file() or home.pointer.stat().st_size > _LIMIT:
            raise PointerUnreadError(home.pointer)
        said = json.loads(home.pointer.read_bytes())
        folder, former = Path(said["folder"]), Path(said["former"]) if said["former"] else None
    except (OSError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise PointerUnreadError(home.pointer) from error
    return Whereabouts(DataFolder(folder), home, former, folder != home.path)


def data() -> DataFolder:
    """Return the folder of a person's data."""
    return whereabouts().folder


def is_checkout() -> bool:
    """Tell whether the program runs from its sources, where `make` is at hand."""
    return (_root() / "bootstrap.py").is_file()


@cache
def _root() -> Path:
    """Return what holds both: the frozen bundle, an installed package or the source tree."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent
