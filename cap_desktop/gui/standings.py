"""What the results pages read out of an assessment: where each theme stands, and what moved."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.charts.score_bar import Standing
from cap_desktop.domain.comparison import Comparison, Movement, compare
from cap_desktop.domain.nodes import NodeScore
from cap_desktop.domain.succession import Succession
from cap_desktop.services.open_assessment import OpenAssessment

LEVELS = 4
"""How many colours there are for bands."""


@dataclass(frozen=True, slots=True)
class PartStanding:
    """A part and its themes."""

    part: Standing
    title: str
    themes: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the charts show; ``common`` counts the questions both years share."""

    parts: tuple[PartStanding, ...]
    years: tuple[str, str]
    decimals: int
    common: int | None

    @property
    def themes(self) -> tuple[Standing, ...]:
        """The themes of every part, in order."""
        return tuple(theme for part in self.parts for theme in part.themes)

    def strengths(self, count: int) -> tuple[Standing, ...]:
        """The best standings first; of equals, the first in the questionnaire."""
        scored = [item for item in self.themes if item.score is not None]
        return tuple(sorted(scored, key=lambda item: -(item.score or 0))[:count])


def comparison_of(
    old: OpenAssessment | None, new: OpenAssessment, path: Succession | None
) -> Comparison | None:
    """The two years compared, where that can be."""
    if old is None or path is None:
        return None
    return compare(old.results, new.results, path)


def overview(
    opened: OpenAssessment, former: OpenAssessment | None, comparison: Comparison | None
) -> Overview:
    """Read where every part and every theme stands."""
    last = "" if former is None or comparison is None else str(former.assessment.year)
    parts = []
    for letter, part in zip("ABCDEFGH", opened.questionnaire.parts, strict=False):
        moved = None if comparison is None else comparison.parts[part.id]
        short = part.short_title or part.title
        themes = [theme for axis in part.axes for theme in axis.themes]
        parts.append(
            PartStanding(
                _standing(opened, part.id, letter, short, moved),
                part.title,
                tuple(
                    _standing(
                        opened,
                        theme.id,
                        f"{letter}{rank}",
                        theme.short_title,
                        None if comparison is None else comparison.themes[theme.id],
                    )
                    for rank, theme in enumerate(themes, start=1)
                ),
            )
        )
    return Overview(
        tuple(parts),
        (str(opened.assessment.year), last),
        opened.questionnaire.settings.decimals,
        _common(opened, former, comparison),
    )


def _common(
    opened: OpenAssessment, former: OpenAssessment | None, comparison: Comparison | None
) -> int | None:
    """How many questions are compared, where the questionnaire changed between the years."""
    if former is None or comparison is None:
        return None
    if former.assessment.questionnaire == opened.assessment.questionnaire:
        return None
    units = [unit for movement in comparison.parts.values() for unit in movement.units]
    return sum(unit.is_usable for unit in units)


def _standing(
    opened: OpenAssessment, name: str, code: str, title: str, moved: Movement | None
) -> Standing:
    node = opened.results.nodes[name]
    band = opened.results.band_of(node)
    return Standing(
        name=name,
        code=code,
        title=title,
        score=node.score,
        lower=node.lower,
        upper=node.upper,
        coverage=node.coverage,
        rank=rank_of(opened, node),
        band="" if band is None else band.title,
        former=None if moved is None else moved.full_old,
        delta=_delta(node, moved),
    )


def _delta(node: NodeScore, moved: Movement | None) -> Fraction | None:
    """The movement where both years have a score and share enough questions."""
    if moved is None or not moved.comparable or node.score is None or moved.full_old is None:
        return None
    return moved.delta_common


def rank_of(opened: OpenAssessment, node: NodeScore) -> int:
    """The colour of a score: the place of its band, from 1."""
    band = opened.results.band_of(node)
    names = [item.id for item in opened.questionnaire.settings.bands]
    return 1 if band is None else min(names.index(band.id) + 1, LEVELS)
