"""A sealed year counted again: the parts to which the rules of today give another score."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.domain.exact import published
from cap_desktop.domain.scoring.scoring import Results

PartRecount = tuple[str, Fraction | None]
"""The short title of a part, and the score that it would get today."""


def recounted_parts(shown: Results, today: Results) -> tuple[PartRecount, ...]:
    """The parts whose printed score differs; empty where only details do."""
    decimals = shown.questionnaire.settings.decimals
    return tuple(
        (part.label, today.nodes[part.id].score)
        for part in shown.questionnaire.parts
        if _printed(shown.nodes[part.id].score, decimals)
        != _printed(today.nodes[part.id].score, decimals)
    )


def _printed(score: Fraction | None, decimals: int) -> str | None:
    return None if score is None else published(score, decimals)
