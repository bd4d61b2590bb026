"""Questionnaires: load, check, describe, compare their versions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.canonical import (
    canonical_bytes,
    content_digest,
    scoring_digest,
)
from cap_desktop.domain.questionnaire.checks.gravity import breaks_scoring
from cap_desktop.domain.questionnaire.checks.history import history_problems, unexplained
from cap_desktop.domain.questionnaire.checks.whole import MANDATORY_FIELD
from cap_desktop.domain.questionnaire.differences import Change, differences, minimum_bump
from cap_desktop.domain.questionnaire.parsing import ParsedQuestionnaire, read_questionnaire
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.short_version import short_version
from cap_desktop.domain.questionnaire.versions import Bump, bump_between, next_version
from cap_desktop.domain.scoring.statistics import (
    Asked,
    Count,
    ItemCoverage,
    Length,
    ThemeCount,
    asked_of,
    count,
    coverage,
    length_of,
    tagged,
    theme_counts,
)
from cap_desktop.errors import AnswersRefused, Problem, QuestionnaireRefused, TagUnknown
from cap_desktop.exchange.input_file import read_json_bytes

SHORT_VERSIONS = ("express",)
"""Tags that mark a shorter questionnaire inside the whole one."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A questionnaire fit for scoring, and what would still forbid to publish it."""

    questionnaire: Questionnaire
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a questionnaire file.

    ``notes`` are places of the author's notes, ``unexplained`` new questions that no lineage
    names, ``is_canonical`` whether the file is written as it is signed.
    """

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    unexplained: tuple[str, ...]
    is_canonical: bool
    questionnaire: Questionnaire | None

    @property
    def is_unreadable(self) -> bool:
        """True where the file is no questionnaire at all, rather than one to correct."""
        return self.questionnaire is None and all(
            problem.code in ("E-JSON", "E-FORMAT") and problem.place in ("", "format")
            for problem in self.problems
        )


@dataclass(frozen=True, slots=True)
class Digests:
    """The names of one version: its bytes, and what decides its scores."""

    reference: str
    content: str
    scoring: str
    is_canonical: bool


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What changed between two versions, the bump declared and the least allowed."""

    old: Questionnaire
    new: Questionnaire
    changes: tuple[Change, ...]
    declared: Bump | None
    least: Bump

    @property
    def least_version(self) -> str:
        """The lowest version number that these changes allow."""
        return next_version(self.old.version, self.least)

    @property
    def is_enough(self) -> bool:
        """True when the declared version rises enough."""
        return self.declared is not None and self.declared >= self.least


def load(path: Path) -> Loaded:
    """Read a questionnaire to score with; raises ``QuestionnaireRefused`` where it cannot."""
    reading = read_questionnaire(read_json_bytes(path))
    questionnaire = reading.scorable
    if questionnaire is None:
        found = tuple(item for item in reading.problems if breaks_scoring(item))
        raise QuestionnaireRefused(path, found or reading.problems)
    return Loaded(questionnaire, reading.problems)


def answers_in(path: Path, questionnaire: Questionnaire) -> tuple[AnswerSheet, str]:
    """Read a file of answers, and the tag of the short version that it says it answers, if any.

    Raises ``AnswersRefused`` with every problem.
    """
    reading = read_answers(read_json_bytes(path), questionnaire)
    if reading.sheet is None:
        raise AnswersRefused(path, reading.problems)
    return reading.sheet, reading.short


def short_of(path: Path, whole: Questionnaire, tag: str) -> Questionnaire:
    """The short version that a tag marks; raises ``TagUnknown`` where it marks no question."""
    short = short_version(whole, tag)
    if not short.parts:
        raise TagUnknown(path, tag)
    return short


def check(path: Path, previous: Path | None = None) -> Checked:
    """Find everything that is wrong with a questionnaire, also against the one before it."""
    data = read_json_bytes(path)
    reading = read_questionnaire(data)
    problems, fresh = reading.problems, tuple[str, ...]()
    if previous is not None:
        old = load(previous).questionnaire
        if reading.questionnaire is not None:
            problems = _joined(problems, history_problems(old, reading.questionnaire))
            fresh = unexplained(old, reading.questionnaire)
    return Checked(
        problems=problems,
        notes=reading.notes,
        unexplained=fresh,
        is_canonical=_is_canonical(reading, data),
        questionnaire=reading.questionnaire,
    )


def _joined(problems: tuple[Problem, ...], more: list[Problem]) -> tuple[Problem, ...]:
    """Both lists; of two problems of one code at one place, the better informed is the last."""
    replaced = {(problem.code, problem.place) for problem in more if problem.code == "E-BUMP"}
    kept = [item for item in problems if (item.code, item.place) not in replaced]
    return tuple(dict.fromkeys([*kept, *more]))


def _is_canonical(reading: ParsedQuestionnaire, data: bytes) -> bool:
    return reading.questionnaire is not None and canonical_bytes(reading.questionnaire) == data


def digests(path: Path) -> Digests:
    """Name a version by its canonical bytes."""
    data = read_json_bytes(path)
    reading = read_questionnaire(data)
    questionnaire = reading.questionnaire
    if questionnaire is None:
        raise QuestionnaireRefused(path, reading.problems)
    content = content_digest(questionnaire)
    return Digests(
        f"{questionnaire.id}@{questionnaire.version}#{content}",
        content,
        scoring_digest(questionnaire),
        canonical_bytes(questionnaire) == data,
    )


def changes(old_path: Path, new_path: Path) -> VersionChange:
    """Compare two versions of a questionnaire."""
    old, new = load(old_path).questionnaire, load(new_path).questionnaire
    return VersionChange(
        old,
        new,
        differences(old, new),
        bump_between(old.version, new.version),
        minimum_bump(old, new),
    )


@dataclass(frozen=True, slots=True)
class Described:
    """What a questionnaire is made of.

    ``profiles`` pairs a type of structure with what it is asked; ``short`` holds the same for
    each short version, and ``staff`` counts what only the employees in insertion are asked.
    """

    questionnaire: Questionnaire
    themes: tuple[ThemeCount, ...]
    profiles: tuple[tuple[str, Asked], ...]
    short: tuple[tuple[str, tuple[tuple[str, Asked], ...]], ...]
    staff: int
    coverage: dict[str, tuple[ItemCoverage, ...]]
    length: Length
    tags: tuple[tuple[str, Count], ...]


def describe(path: Path) -> Described:
    """Count a questionnaire: by theme, by profile, by framework, by length."""
    questionnaire = load(path).questionnaire
    short = tuple(tag for tag in SHORT_VERSIONS if tagged(questionnaire, tag))
    return Described(
        questionnaire,
        theme_counts(questionnaire),
        _profiles(questionnaire),
        tuple((tag, _profiles(short_version(questionnaire, tag))) for tag in short),
        sum(entry.question.is_for_staff for entry in questionnaire.outline.questions),
        coverage(questionnaire),
        length_of(questionnaire),
        tuple((tag, count(tagged(questionnaire, tag))) for tag in short),
    )


def _profiles(questionnaire: Questionnaire) -> tuple[tuple[str, Asked], ...]:
    """What each type of structure is asked, by the name of the type."""
    types = next(field for field in questionnaire.profile_fields if field.id == MANDATORY_FIELD)
    return tuple(
        (option.label, asked_of(questionnaire, {MANDATORY_FIELD: (option.id,)}))
        for option in types.options
    )
