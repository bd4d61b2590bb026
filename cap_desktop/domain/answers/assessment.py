"""A structure's assessment of one year: draft, then sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.answers.identity import NOBODY_SAID, Identity
from cap_desktop.domain.questionnaire.profile import Profile

AssessmentState = Literal["draft", "sealed"]

Typed = tuple[str, ...]
"""What stands in the lines of a field, as it was typed."""

Unfinished = Mapping[tuple[str, str], Typed]
"""What is typed and is no answer yet: half a ratio, a figure that is refused.

By question, and by the part of the answer that it would fill. It counts for nothing.
"""


@dataclass(frozen=True, slots=True)
class KnownStructure:
    """A structure that this machine holds assessments of."""

    id: str
    name: str
    identity: Identity = NOBODY_SAID


@dataclass(frozen=True, slots=True)
class Assessment:
    """One year of one structure, pinned to ``id@version#digest`` of its questionnaire.

    A sealed one keeps the ``engine`` that computed its frozen ``results``, the text of a
    `cap-results/1` file.
    """

    id: str
    structure: str
    year: int
    questionnaire: str
    state: AssessmentState
    created_at: str
    sealed_at: str | None = None
    engine: str | None = None
    results: str | None = None

    @property
    def is_sealed(self) -> bool:
        """True once the year is closed: its answers do not change any more."""
        return self.state == "sealed"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it is stored, with what the team noted about it."""

    question: str
    answer: Answer
    discuss: bool
    updated_at: str
    updated_by: str


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change of one answer; ``before`` and ``after`` are None where there was none."""

    question: str
    at: str
    by: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file kept as evidence: its own name, and the digest that names its copy."""

    question: str
    name: str
    sha256: str
    size: int


def sheet_of(profile: Profile, kept: dict[str, KeptAnswer]) -> AnswerSheet:
    """The answers of an assessment as the rules want them."""
    return AnswerSheet(profile, {name: item.answer for name, item in kept.items()})
