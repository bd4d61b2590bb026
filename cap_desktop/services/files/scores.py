"""Scores from files: one year, two years, several people."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cap_desktop.domain.comparison.comparison import Comparison
from cap_desktop.domain.comparison.comparison import compare as compared
from cap_desktop.domain.comparison.succession import differs_in_secret, succession
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.dispersion import Spread
from cap_desktop.domain.scoring.dispersion import spread as measured
from cap_desktop.domain.scoring.response_parsing import read_responses
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.scoring import score as scored
from cap_desktop.errors import (
    Problem,
    ResponsesRefused,
    SameVersionDiffers,
    VersionsUnrelated,
)
from cap_desktop.exchange.input_file import read_json_bytes
from cap_desktop.services.files.questionnaires import answers_in, load, short_of


@dataclass(frozen=True, slots=True)
class Scored:
    """Results, and what would forbid to publish the questionnaire they come from.

    ``whole`` is that questionnaire, also where the results are those of its short version.
    """

    results: Results
    problems: tuple[Problem, ...]
    whole: Questionnaire


@dataclass(frozen=True, slots=True)
class MeasuredSpread:
    """A spread and the number of decimals it is printed with."""

    spread: Spread
    decimals: int


def score(questionnaire_path: Path, answers_path: Path, tag: str | None = None) -> Scored:
    """Score a file of answers, on the questions of a tag only where one is given.

    The file itself may say that it answers a short version. Raises ``TagUnknown`` where no
    question carries the tag.
    """
    loaded = load(questionnaire_path)
    whole = questionnaire = loaded.questionnaire
    sheet, answered = answers_in(answers_path, whole)
    tag = tag or answered
    if tag:
        questionnaire = short_of(questionnaire_path, whole, tag)
    return Scored(scored(questionnaire, sheet), loaded.problems, whole)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and what would forbid to publish the two questionnaires."""

    comparison: Comparison
    problems: tuple[Problem, ...]


def compare(old: tuple[Path, Path], new: tuple[Path, Path], via: tuple[Path, ...] = ()) -> Compared:
    """Compare two years, each a questionnaire and its answers; ``via`` are versions between.

    Raises ``VersionsUnrelated`` where no lineage joins the versions, ``SameVersionDiffers``
    where two contents bear one name.
    """
    first, second = score(*old), score(*new)
    before, after = first.results, second.results
    # A short version has the history of the whole that it is taken from.
    versions = [first.whole, *(load(path).questionnaire for path in via)]
    if versions[-1] != second.whole:
        versions.append(second.whole)
    for one, other in pairwise(versions):
        if differs_in_secret(one, other):
            raise SameVersionDiffers(_name(one))
    path = succession(versions)
    if path is None:
        raise VersionsUnrelated(_name(first.whole), _name(second.whole))
    path = path.between(before.questionnaire, after.questionnaire)
    problems = tuple(dict.fromkeys([*first.problems, *second.problems]))
    return Compared(compared(before, after, path), problems)


def _name(questionnaire: Questionnaire) -> str:
    return f"{questionnaire.id}@{questionnaire.version}"


def spread(path: Path) -> MeasuredSpread:
    """Measure how far apart the responses to one question are."""
    reading = read_responses(read_json_bytes(path))
    if reading.responses is None:
        raise ResponsesRefused(path, reading.problems)
    return MeasuredSpread(
        measured(reading.responses, reading.floors, reading.discuss_range, reading.decimals),
        reading.decimals,
    )
