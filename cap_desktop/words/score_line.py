"""A score with what is said of it, as charts draw it and pages list it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.i18n import _, mark
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.scores import movement
from cap_desktop.words.states import NOT_APPLICABLE, UNANSWERED
from cap_desktop.words.two_years import (
    equal_change,
    equally,
    past_score,
    score_in_year,
    spoken_change,
)

NO_SCORE_YET = mark("Pas encore de score")


def score_in_band(score: Fraction, decimals: int, band: str) -> str:
    """« 50,0 sur 100, En place »."""
    return _("{score} sur 100, {band}", score=figure(score, decimals), band=band)


def no_band(coverage: Fraction) -> str:
    """« 72 % répondu : pas encore de niveau »: a score that too little was answered for."""
    return _("{share} répondu\u00a0: pas encore de niveau", share=percent(coverage))


def share_answered(coverage: Fraction) -> str:
    """« 72 % répondu », where there is no room for more."""
    return _("{share} répondu", share=percent(coverage))


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Where a theme or a part stands; exact figures, 0..100.

    ``score`` is missing while too few questions are answered: ``lower`` and ``upper`` then
    bound what it may become. ``rank`` is the number and the colour of its band, 0 to 4;
    ``band`` is empty where too little is answered to name one. ``delta`` is the movement on
    the questions that both years share. ``year`` names the year it is compared with, empty
    where there is none; ``cause`` says what else moved the score.
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
    year: str = ""
    cause: str = ""

    @property
    def is_provisional(self) -> bool:
        """True where something may still be answered before there is a score."""
        return self.coverage is not None and self.score is None

    def reading(self) -> str:
        """The band, or why there is none."""
        if self.coverage is None:
            return _(NOT_APPLICABLE)
        if self.score is not None:
            return self.band or no_band(self.coverage)
        if self.coverage == 0:
            return _(UNANSWERED)
        return _(
            "Provisoire\u00a0: {share} des questions ont une réponse", share=percent(self.coverage)
        )

    def why_no_band(self) -> tuple[str, ...]:
        """Why a score has no level, in full and in short; empty where it has one, or is not."""
        if self.score is None or self.band or self.coverage is None:
            return ()
        return no_band(self.coverage), share_answered(self.coverage)

    def bounds(self, decimals: int) -> str:
        """« entre 16,7 et 100,0 »: what a provisional score may become; empty for another."""
        if not self.is_provisional or not self.coverage or self.lower is None:
            return ""
        low, high = figure(self.lower, decimals), figure(self.upper, decimals)
        return _("entre {low} et {high}", low=low, high=high)

    def sentence(self, decimals: int) -> str:
        """Everything the bar says, in one sentence."""
        said = [self.title]
        if self.score is not None:
            said.append(_("{score} sur 100", score=figure(self.score, decimals)))
        said.append(self.reading())
        said += [bounds] if (bounds := self.bounds(decimals)) else []
        if self.year:
            said.append(spoken_change(self.former, self.delta, self.year, decimals))
        elif self.delta is not None:
            said.append(movement(self.delta, decimals).lower())
        return ", ".join(said)

    def point(self, decimals: int) -> str:
        """What is heard on a point of a chart: the name, the score, and last year's."""
        if self.score is None:
            return _("{title}, pas encore de score", title=self.title)
        score = figure(self.score, decimals)
        said = _("{title}, {score} sur 100", title=self.title, score=score)
        if not self.year:
            return said
        return f"{said}, {spoken_change(self.former, self.delta, self.year, decimals)}"

    def change(self, decimals: int) -> str:
        """The change at equal questions for a column; empty where no year is compared."""
        return equal_change(self.delta, decimals) if self.year else ""

    def change_words(self, decimals: int) -> str:
        """« à questions égales : +8,3 »; empty where no year is compared."""
        return equally(self.delta, decimals) if self.year else ""

    def past(self, decimals: int) -> str:
        """« 75,0 en 2025 », or the band where no year is compared."""
        return past_score(self.former, self.year, decimals) if self.year else self.reading()

    def whole_change(self, this: str, decimals: int) -> str:
        """Both published scores, then the change apart, then its cause: everything, in a line."""
        now = _(NO_SCORE_YET).lower()
        if self.score is not None:
            now = score_in_year(self.score, this, decimals)
        both = f"{past_score(self.former, self.year, decimals)}, {now}"
        told = f"{both} · {equally(self.delta, decimals)}."
        return f"{told} {self.cause}" if self.cause else told
