"""What an assessment does not take."""

from __future__ import annotations

from typing import Literal

from cap_desktop.errors.base import CapError, Problem


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


class NoLongerThere(AssessmentError):
    """What was to be read or changed is not in the data that are open; ``kind`` says what it is.

    Other data may have been opened since it was shown: a copy, or what an erasure left.
    """

    def __init__(self, kind: Literal["structure", "year", "action", "idea"]) -> None:
        super().__init__(kind)
        self.kind = kind


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
