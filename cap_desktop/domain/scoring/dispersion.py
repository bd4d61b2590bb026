"""What several people said to one question (format.md §2.11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerValue
from cap_desktop.domain.exact import mean, rounded
from cap_desktop.domain.questionnaire.questionnaire import default_floor
from cap_desktop.domain.scoring.states import Resolved


@dataclass(frozen=True, slots=True)
class Response:
    """The answer of one person, seen through the role only."""

    role: str
    resolved: Resolved

    @property
    def answer(self) -> Answer:
        """What was said."""
        return self.resolved.answer


@dataclass(frozen=True, slots=True)
class Spread:
    """How far apart the views are; every figure exact, None where there is none.

    ``roles`` holds the mean of each role heard, None where too few answered to show it.
    ``low_median_value`` is the value proposed, ``auto_consensus`` the one all gave.
    """

    n: int
    n_na: int
    minimum: Fraction | None
    maximum: Fraction | None
    mean: Fraction | None
    median: Fraction | None
    low_median_value: AnswerValue | None
    roles: Mapping[str, Fraction | None]
    na_conflict: bool
    discuss: bool
    auto_consensus: AnswerValue | None

    @property
    def range(self) -> Fraction | None:
        """The distance between the extremes, from two answers on."""
        if self.n < 2 or self.minimum is None or self.maximum is None:
            return None
        return self.maximum - self.minimum


def spread(
    responses: Iterable[Response],
    floors: Mapping[str, int],
    discuss_range: Fraction,
    decimals: int,
) -> Spread:
    """Measure the spread; ``floors`` gives for each role how many answers it takes to show it."""
    heard = list(responses)
    scored = sorted(
        ((item.resolved.score, rank, item) for rank, item in enumerate(heard) if _counts(item)),
        key=lambda triple: (triple[0] or Fraction(0), triple[1]),
    )
    scores = [score for score, _, _ in scored if score is not None]
    n, n_na = len(scores), sum(item.resolved.state == "na" for item in heard)
    answered = [item for item in heard if item.resolved.state == "answered"]
    conflict = n_na > 0 and bool(answered)
    distance = scores[-1] - scores[0] if n > 1 else None
    far = distance is not None and rounded(distance, decimals) >= discuss_range
    low_median = scored[(n - 1) // 2][2].answer.value if n else None
    values = [item.answer.value for item in answered]
    agreed = n_na == 0 and len({_unordered(value) for value in values}) == 1
    return Spread(
        n=n,
        n_na=n_na,
        minimum=scores[0] if n else None,
        maximum=scores[-1] if n else None,
        mean=mean(scores) if n else None,
        median=(scores[(n - 1) // 2] + scores[n // 2]) / 2 if n else None,
        low_median_value=low_median,
        roles=_by_role(heard, floors),
        na_conflict=conflict,
        discuss=far or conflict,
        auto_consensus=values[0] if agreed else None,
    )


def _unordered(value: AnswerValue | None) -> object:
    """Several options chosen in another order are the same answer."""
    return frozenset(value) if isinstance(value, tuple) else value


def _counts(response: Response) -> bool:
    return response.resolved.score is not None


def _by_role(heard: list[Response], floors: Mapping[str, int]) -> dict[str, Fraction | None]:
    scores: dict[str, list[Fraction]] = {}
    for item in heard:
        group = scores.setdefault(item.role, [])
        if item.resolved.score is not None:
            group.append(item.resolved.score)
    return {
        role: mean(group) if group and len(group) >= floors.get(role, default_floor(role)) else None
        for role, group in scores.items()
    }
