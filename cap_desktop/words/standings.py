"""Where a part or a theme stands, as the charts want it."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.domain.comparison.comparison import Movement
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.words.score_line import ScoreLine

LEVELS = 4
"""How many colours there are for bands."""


def standing_of(
    results: Results, name: str, code: str, title: str, moved: Movement | None
) -> ScoreLine:
    """The score of a node under its code and title; ``moved`` since the year before."""
    node = results.nodes[name]
    band = results.band_of(node)
    return ScoreLine(
        name=name,
        code=code,
        title=title,
        score=node.score,
        lower=node.lower,
        upper=node.upper,
        coverage=node.coverage,
        rank=rank_of(results, node),
        band="" if band is None else band.title,
        former=None if moved is None else moved.full_old,
        delta=_delta(node, moved),
    )


def rank_of(results: Results, node: NodeScore) -> int:
    """The colour of a score: the place of its band, from 1."""
    band = results.band_of(node)
    names = [item.id for item in results.questionnaire.settings.bands]
    return 1 if band is None else min(names.index(band.id) + 1, LEVELS)


def _delta(node: NodeScore, moved: Movement | None) -> Fraction | None:
    """The movement where both years have a score and share enough questions."""
    if moved is None or not moved.comparable or node.score is None or moved.full_old is None:
        return None
    return moved.delta_common
