"""What a page may ask the window to have done: values, as destinations are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cap_desktop.gui.session.values import Value

if TYPE_CHECKING:
    from cap_desktop.domain.questionnaire.profile import Profile
    from cap_desktop.preferences import AnsweringGroup, Preferences


class WriteExport(Value):
    """Write a report or a copy of the plan, of one of the kinds of ``EXPORTS``."""

    kind: str


class OpenYear(Value):
    """Open another assessment: a year, or another structure."""

    assessment: str


class BeginYear(Value):
    """Begin an assessment of the open structure."""

    year: int


class SealYear(Value):
    """Close the open year, once the person has said that it is meant."""


class ReopenYear(Value):
    """Open the closed year that is shown again."""


class RemoveYear(Value):
    """Take the open year away, which holds nothing, once the person has said so."""


class ArchiveStructure(Value):
    """Put the open structure away, once the person has said so, and open another assessment."""

    instead: str


class BringBackStructure(Value):
    """Open the assessment of a structure that was put away."""

    assessment: str


class BeginStructure(Value):
    """Begin the first assessment of a structure."""

    name: str
    profile: Profile


class AnswerAs(Value):
    """Say who answers from now on."""

    group: AnsweringGroup


class ChangePreferences(Value):
    """Keep preferences, and follow them."""

    preferences: Preferences


class BringFormerData(Value):
    """Ask for the folder of former data, and open what is there."""


class RestoreCopy(Value):
    """Let a copy take the place of the data; `words` say which one it is."""

    copy: str
    words: str


class TakeAnswers(Value):
    """Take some answers of a copy back, each an assessment and a question."""

    copy: str
    words: str
    chosen: tuple[tuple[str, str], ...]


class SettleDamage(Value):
    """Put back what was damaged from the newest copies that have it, or leave it empty.

    ``name`` says what it is inside a sentence, where it is one thing.
    """

    numbers: tuple[int, ...]
    name: str
    are_taken: bool


YearTask = SealYear | ReopenYear | BeginYear | RemoveYear | ArchiveStructure | BringBackStructure
"""What can become of a year, or of a structure."""

DataTask = RestoreCopy | TakeAnswers | SettleDamage
"""What can come back into the data."""

Task = (
    WriteExport
    | OpenYear
    | YearTask
    | BeginStructure
    | AnswerAs
    | ChangePreferences
    | BringFormerData
    | DataTask
)
