"""A score with what is said of it, as charts draw it and pages list it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.scores import movement
from cap_desktop.words.states import NOT_APPLICABLE, UNANSWERED


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Where a theme or a part stands; exact figures, 0..100.

    ``score`` is missing while too few questions are answered: ``lower`` and ``upper`` then
    bound what it may become. ``rank`` is the place of its band, from 1; ``delta`` the movement
    on the questions that both years share.
    """

    name: str
    code: str
    title: str
    score: Fraction | None
    lower: Fraction | None
    upper: Fraction | None
    coverage: Fraction | None
    rank: int
    band: str
    former: Fraction | None = None
    delta: Fraction | None = None

    @property
    def is_provisional(self) -> bool:
        """True where something may still be answered before there is a score."""
        return self.coverage is not None and self.score is None

    def reading(self) -> str:
        """The band, or why there is none."""
        if self.coverage is None:
            return _(NOT_APPLICABLE)
        if self.score is not None:
            return self.band
        if self.coverage == 0:
            return _(UNANSWERED)
        return _(
            "Provisoire\u00a0: {share} des questions ont une réponse", share=percent(self.coverage)
        )

    def sentence(self, decimals: int) -> str:
        """Everything the bar says, in one sentence."""
        said = [self.title]
        if self.score is not None:
            said.append(_("{score} sur 100", score=figure(self.score, decimals)))
        said.append(self.reading())
        if self.is_provisional and self.coverage and self.lower is not None:
            low, high = figure(self.lower, decimals), figure(self.upper, decimals)
            said.append(_("entre {low} et {high}", low=low, high=high))
        if self.delta is not None:
            said.append(movement(self.delta, decimals).lower())
        return ", ".join(said)
