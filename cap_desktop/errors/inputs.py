"""A file that was given cannot be used."""

from __future__ import annotations

from pathlib import Path

from cap_desktop.errors.base import CapError, Problem


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


class WorkbookUnreadable(InputError):
    """The file is no workbook that can be read: of another nature, damaged, or locked."""


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


class WorkbookRefused(Refused):
    """A filled workbook that cannot be used; each problem has its sheet and cell for a place."""


class ResponsesRefused(Refused):
    """A file of responses to one question that cannot be used."""


class PlanRefused(Refused):
    """A file of actions that cannot be used."""


class StructureRefused(Refused):
    """A file of a structure that cannot be used."""


class ProgramFileRefused(Refused):
    """A file that came with the program is damaged."""
