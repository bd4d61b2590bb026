"""Everything that a person can be told, as one tree.

::

    CapError
    ├── InputError                 a file that was given cannot be used
    │   ├── FileMissing
    │   ├── FileIsFolder
    │   ├── FileDenied             the system refuses to read it
    │   ├── FileEmpty
    │   ├── FileTooLarge
    │   ├── FileForeign            a PDF, an archive, a page, another encoding
    │   ├── TagUnknown             no question of the questionnaire carries this tag
    │   └── Refused
    │       ├── QuestionnaireRefused   what is wrong, named one by one
    │       ├── AnswersRefused         the same, for a file of answers
    │       ├── ResponsesRefused       the same, for a file of responses
    │       ├── PlanRefused            the same, for a file of actions
    │       ├── StructureRefused       the same, for a file that names a structure
    │       └── ProgramFileRefused     a file that came with the program is damaged
    ├── AssessmentError
    │   ├── AnswerRejected         not a possible answer to this question
    │   ├── ActionRejected         not a possible action of this plan
    │   ├── TypedNotKept           what is typed somewhere cannot be kept as it is
    │   ├── AssessmentSealed       a sealed year does not change
    │   ├── YearTaken              this structure has an assessment of that year
    │   └── YearKept               a year that holds something, or the only one, is not taken away
    ├── StorageError
    │   ├── StorageRefused         by the system: full, locked, read only, denied
    │   │   ├── NotSaved           nothing was changed
    │   │   ├── NotReached         what was only asked: nothing waits
    │   │   ├── NotOpened          it may be whole, and can be tried again
    │   │   ├── CopyNotMade        the safety copy of the day; the answers are saved
    │   │   └── CopyNotRestored    a safety copy could not take the place of damaged data
    │   ├── DatabaseGone           only its safety copies are there
    │   ├── OnlyRemains            no database, no dated copy, and yet data were there
    │   ├── DatabaseDamaged
    │   ├── DatabaseAltered        it holds what this program never puts there
    │   ├── DatabaseTooNew         made by a later version of the program: left untouched
    │   ├── DatabaseInUse          another copy of the program has it open
    │   ├── DatabaseLeftOpen       one may have it open, elsewhere: it can be taken over
    │   └── UpgradeFailed          the copy made before it is whole
    ├── FormerDataError            a folder of data that cannot be opened here
    │   ├── DataMissing            no data of this program are in it
    │   ├── DataDamaged
    │   ├── DataAltered            they hold what this program never puts there
    │   ├── DataTooNew             made by a later version of the program
    │   ├── DataDenied             the system refuses to read it, or to copy it here
    │   └── NoRoom                 the disk has no room for them
    ├── EvidenceDamaged            the copy of a file is no longer what was copied
    ├── OutputDenied               a file cannot be written where asked
    ├── FormatUnknown              the ending of a file name asks for no known format
    ├── NothingGiven               neither answers nor a folder of data to report on
    ├── YearMissing                no assessment of this structure and year is kept here
    ├── FolderNotEmpty             nothing is ever written over
    ├── Cancelled                  a person stopped a long work: nothing was changed
    ├── SameVersionDiffers         two contents under one name: one of them was altered
    ├── VersionsUnrelated          two versions that no lineage joins
    └── ProgramFault               what nobody foresaw

An error carries data and no sentence: `notices` turns it into French.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to correct in a file.

    ``code`` is one of format.md §5 and ``place`` a path of ids. ``case`` says which sentence
    of that code applies; ``name`` is the field or the thing, ``seen`` the value met,
    ``expected`` the values that would do, ``nearest`` the one that was probably meant.
    """

    code: str
    place: str
    case: str = ""
    name: str = ""
    seen: str = ""
    expected: tuple[str, ...] = ()
    nearest: str = ""


class CapError(Exception):
    """Something to tell a person; anything else that is raised is a bug."""


class InputError(CapError):
    """A file that was given cannot be used."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class FileMissing(InputError):
    """Nothing is there."""


class FileIsFolder(InputError):
    """A folder, or something else that is no file, stands there."""


class FileDenied(InputError):
    """The system refuses to read it; ``reason`` is the system's error number."""

    def __init__(self, path: Path, reason: int) -> None:
        super().__init__(path)
        self.reason = reason


class FileEmpty(InputError):
    """The file holds nothing."""


class FileTooLarge(InputError):
    """The file is larger than ``limit`` bytes."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path)
        self.limit = limit


class FileForeign(InputError):
    """The file is of another nature, which ``nature`` names in one word."""

    def __init__(self, path: Path, nature: str) -> None:
        super().__init__(path)
        self.nature = nature


class TagUnknown(InputError):
    """No question of the questionnaire carries ``tag``."""

    def __init__(self, path: Path, tag: str) -> None:
        super().__init__(path)
        self.tag = tag


class Refused(InputError):
    """The file was read and ``problems`` says what is wrong with it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(path)
        self.problems = problems


class QuestionnaireRefused(Refused):
    """A questionnaire that cannot be used."""


class AnswersRefused(Refused):
    """A file of answers that cannot be used."""


class ResponsesRefused(Refused):
    """A file of responses to one question that cannot be used."""


class PlanRefused(Refused):
    """A file of actions that cannot be used."""


class StructureRefused(Refused):
    """A file of a structure that cannot be used."""


class ProgramFileRefused(Refused):
    """A file that came with the program is damaged."""


class AssessmentError(CapError):
    """Something that an assessment does not allow."""


class AnswerRejected(AssessmentError):
    """Not a possible answer to ``question``; ``problems`` say why."""

    def __init__(self, question: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(question)
        self.question = question
        self.problems = problems


class TypedNotKept(AssessmentError):
    """What is typed cannot be kept as it is; ``places`` says where, as a part of a sentence."""

    def __init__(self, places: str) -> None:
        super().__init__(places)
        self.places = places


class ActionRejected(AssessmentError):
    """Not a possible action of this plan; ``problems`` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class AssessmentSealed(AssessmentError):
    """The assessment of ``year`` is sealed."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class YearTaken(AssessmentError):
    """The structure already has an assessment of ``year``."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class YearKept(AssessmentError):
    """The assessment of ``year`` holds something, or is the only one: it is not taken away."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


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
    """The safety copy of the day could not be made."""


class CopyNotRestored(StorageRefused):
    """The safety copy ``path`` could not be put back."""


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


class EvidenceDamaged(CapError):
    """The copy ``path`` of the evidence ``name`` has vanished, or its bytes have changed."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.name = name


class OutputDenied(CapError):
    """The system refuses to write ``path``; ``reason`` is the system's error number."""

    def __init__(self, path: Path, reason: int) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class FormatUnknown(CapError):
    """The ending of ``path`` is none of ``known``."""

    def __init__(self, path: Path, known: tuple[str, ...]) -> None:
        super().__init__(str(path))
        self.path = path
        self.known = known


class NothingGiven(CapError):
    """Neither a questionnaire with its answers nor a folder of data was given."""


class YearMissing(CapError):
    """No assessment of ``year`` is kept for a structure; ``name`` is empty where any would do."""

    def __init__(self, name: str, year: int) -> None:
        super().__init__(name, year)
        self.name = name
        self.year = year


class FolderNotEmpty(CapError):
    """The folder ``path`` already holds something."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Cancelled(CapError):
    """A person stopped a long work; nothing was changed."""


class SameVersionDiffers(CapError):
    """Two contents bear the same ``name``, written ``id@version``."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class VersionsUnrelated(CapError):
    """No lineage leads from ``old`` to ``new``, both written ``id@version``."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old, new)
        self.old = old
        self.new = new


class ProgramFault(CapError):
    """Something that nobody foresaw; ``__cause__`` is what was raised."""
