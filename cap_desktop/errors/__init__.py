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
    │   ├── WorkbookUnreadable     no workbook, a damaged one, or one under a password
    │   ├── TagUnknown             no question of the questionnaire carries this tag
    │   └── Refused
    │       ├── QuestionnaireRefused   what is wrong, named one by one
    │       ├── AnswersRefused         the same, for a file of answers
    │       ├── WorkbookRefused        the same, for a filled workbook, by sheet and cell
    │       ├── ResponsesRefused       the same, for a file of responses
    │       ├── PlanRefused            the same, for a file of actions
    │       ├── StructureRefused       the same, for a file that names a structure
    │       └── ProgramFileRefused     a file that came with the program is damaged
    ├── AssessmentError
    │   ├── AnswerRejected         not a possible answer to this question
    │   ├── ActionRejected         not a possible action of this plan
    │   ├── TypedNotKept           what is typed somewhere cannot be kept as it is
    │   ├── NoLongerThere          a year or an action that is not in the data that are open
    │   ├── AssessmentSealed       a sealed year does not change
    │   ├── YearTaken              this structure has an assessment of that year
    │   └── YearKept               a year that holds something, or the only one, is not taken away
    ├── StorageError
    │   ├── StorageRefused         by the system: full, locked, read only, denied
    │   │   ├── NotSaved           nothing was changed
    │   │   ├── NotReached         what was only asked: nothing waits
    │   │   ├── NotOpened          it may be whole, and can be tried again
    │   │   ├── CopyNotMade        the safety copy of the day; the answers are saved
    │   │   ├── CopyNotSent        it is made, and could not be put into the second folder
    │   │   ├── CopyNotReceived    what somebody gave is no copy that can be used
    │   │   ├── CopyNotRestored    a safety copy could not take the place of the data
    │   │   ├── NotSettled         other data are in place, and the disk does not answer for it
    │   │   ├── CopyOfNoUse        a safety copy was tried, and could not have done it
    │   │   ├── NotErased          nothing was erased
    │   │   ├── EraseUnfinished    something is still to be erased, at the next start
    │   │   ├── DataNotMoved       they are where they were
    │   │   └── FormerFolderKept   what the data left could not be removed whole
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
    ├── EvidenceError              a file that was given for an answer
    │   ├── EvidenceDamaged        its copy is no longer what was copied
    │   ├── EvidenceGone           its copy has vanished
    │   ├── EvidenceDiffers        the file chosen to put it back is another one
    │   └── EvidenceIsProgram      opening it would run it
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

from cap_desktop.errors.assessments import (
    ActionRejected,
    AnswerRejected,
    AssessmentError,
    AssessmentSealed,
    NoLongerThere,
    TypedNotKept,
    YearKept,
    YearTaken,
)
from cap_desktop.errors.base import (
    CapError,
    Problem,
)
from cap_desktop.errors.inputs import (
    AnswersRefused,
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    InputError,
    PlanRefused,
    ProgramFileRefused,
    QuestionnaireRefused,
    Refused,
    ResponsesRefused,
    StructureRefused,
    TagUnknown,
    WorkbookRefused,
    WorkbookUnreadable,
)
from cap_desktop.errors.storage import (
    CopyNotMade,
    CopyNotReceived,
    CopyNotRestored,
    CopyNotSent,
    CopyOfNoUse,
    DataAltered,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseInUse,
    DatabaseLeftOpen,
    DatabaseTooNew,
    DataDamaged,
    DataDenied,
    DataMissing,
    DataNotMoved,
    DataTooNew,
    EraseUnfinished,
    EvidenceDamaged,
    EvidenceDiffers,
    EvidenceError,
    EvidenceGone,
    EvidenceIsProgram,
    FormerDataError,
    FormerFolderKept,
    LockHolder,
    NoRoom,
    NotErased,
    NotOpened,
    NotReached,
    NotSaved,
    NotSettled,
    OnlyRemains,
    StorageError,
    StorageRefused,
    UpgradeFailed,
)

__all__ = [
    "ActionRejected",
    "AnswerRejected",
    "AnswersRefused",
    "AssessmentError",
    "AssessmentSealed",
    "Cancelled",
    "CapError",
    "CopyNotMade",
    "CopyNotReceived",
    "CopyNotRestored",
    "CopyNotSent",
    "CopyOfNoUse",
    "DataAltered",
    "DataDamaged",
    "DataDenied",
    "DataMissing",
    "DataNotMoved",
    "DataTooNew",
    "DatabaseAltered",
    "DatabaseDamaged",
    "DatabaseGone",
    "DatabaseInUse",
    "DatabaseLeftOpen",
    "DatabaseTooNew",
    "EraseUnfinished",
    "EvidenceDamaged",
    "EvidenceDiffers",
    "EvidenceError",
    "EvidenceGone",
    "EvidenceIsProgram",
    "FileDenied",
    "FileEmpty",
    "FileForeign",
    "FileIsFolder",
    "FileMissing",
    "FileTooLarge",
    "FolderNotEmpty",
    "FormatUnknown",
    "FormerDataError",
    "FormerFolderKept",
    "InputError",
    "LockHolder",
    "NoLongerThere",
    "NoRoom",
    "NotErased",
    "NotOpened",
    "NotReached",
    "NotSaved",
    "NotSettled",
    "NothingGiven",
    "OnlyRemains",
    "OutputDenied",
    "PlanRefused",
    "Problem",
    "ProgramFault",
    "ProgramFileRefused",
    "QuestionnaireRefused",
    "Refused",
    "ResponsesRefused",
    "SameVersionDiffers",
    "StorageError",
    "StorageRefused",
    "StructureRefused",
    "TagUnknown",
    "TypedNotKept",
    "UpgradeFailed",
    "VersionsUnrelated",
    "WorkbookRefused",
    "WorkbookUnreadable",
    "YearKept",
    "YearMissing",
    "YearTaken",
]


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
