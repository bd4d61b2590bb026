"""Where a part or a theme stands, as the charts want it."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.domain.comparison.comparison import Comparison, Movement
from cap_desktop.domain.questionnaire.outline import NodeEntry
from cap_desktop.domain.questionnaire.questionnaire import Band
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.words.causes import cause_words
from cap_desktop.words.score_line import ScoreLine

COLOURS = 5
"""How many colours and staircases there are: those of the levels of a practice, from 0."""


def standing_of(
    results: Results, entry: NodeEntry, comparison: Comparison | None = None, year: str = ""
) -> ScoreLine:
    """The score of a part or a theme under its code; ``comparison`` is with ``year``."""
    node = results.nodes[entry.id]
    band = results.band_of(node)
    moved = None
    if comparison is not None:
        moved = comparison.parts.get(entry.id) or comparison.themes.get(entry.id)
    return ScoreLine(
        name=entry.id,
        code=entry.code,
        title=entry.label,
        score=node.score,
        lower=node.lower,
        upper=node.upper,
        coverage=node.coverage,
        rank=rank_of(results, node),
        band="" if band is None else band.title,
        former=None if moved is None else moved.full_old,
        delta=equal_delta(moved),
        year="" if comparison is None else year,
        cause="" if comparison is None else cause_words(comparison, entry.id),
    )


def rank_of(results: Results, node: NodeScore) -> int:
    """The number and the colour of the band of a score; 0 where it has none."""
    band = results.band_of(node)
    return 0 if band is None else band_rank(results.questionnaire.settings.bands, band)


def band_rank(bands: tuple[Band, ...], band: Band) -> int:
    """The number and the colour of a band: five are those of the levels, from 0.

    Fewer have the last colours, the lowest left to what is not there yet.
    """
    place = bands.index(band)
    if len(bands) > COLOURS:
        return place * (COLOURS - 1) // (len(bands) - 1)
    return place + COLOURS - len(bands)


def equal_delta(moved: Movement | None) -> Fraction | None:
    """The change at equal questions; None where it may not be said."""
    if moved is None or not moved.comparable or moved.full_new is None or moved.full_old is None:
        return None
    return moved.delta_common
