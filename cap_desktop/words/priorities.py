"""Why something comes first: the factors of a priority, in words and figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from cap_desktop.domain.exact import HUNDRED, published, rounded
from cap_desktop.i18n import _, counted, mark
from cap_desktop.words.numbers import plain

if TYPE_CHECKING:
    from cap_desktop.domain.plan.ideas import Idea
    from cap_desktop.domain.scoring.priorities import Factors

IMPORTANCES = {1: mark("moins important"), 2: mark("important"), 3: mark("très important")}
EFFORTS = {
    1: mark("très peu d’effort"),
    2: mark("peu d’effort"),
    3: mark("effort moyen"),
    4: mark("gros effort"),
    5: mark("très gros effort"),
}
"""Words that stand alone in a sentence as well as beside their figure."""

WEIGHT, IMPORTANCE, EFFORT = mark("Poids"), mark("Importance"), mark("Effort")
"""Names of the factors."""

MUCH, SOME = Fraction(2, 3), Fraction(1, 3)
"""Shares of the total from which something weighs much, or somewhat."""


def reason_of(factors: Factors) -> str:
    """The gap, the weight, the importance, the effort."""
    told = [gap_words(factors), _weight(factors), importance_words(factors), effort_words(factors)]
    return ", ".join(told)


def gap_words(factors: Factors) -> str:
    """« 40 points d’écart », of the practice with its aim, not of a score."""
    points = rounded(factors.gap, 0)
    return counted("{gap} point d’écart", "{gap} points d’écart", int(points), gap=plain(points))


def importance_words(factors: Factors) -> str:
    """« très important »."""
    return _(IMPORTANCES[factors.importance])


def effort_words(factors: Factors) -> str:
    """« peu d’effort »."""
    return _(EFFORTS[factors.effort])


def _weight(factors: Factors) -> str:
    if factors.weight >= MUCH:
        return _("pèse beaucoup")
    return _("pèse moyennement") if factors.weight >= SOME else _("pèse peu")


@dataclass(frozen=True, slots=True)
class FactorLine:
    """One factor: its name, its figure, and what the figure says."""

    name: str
    figure: str
    words: str


def factor_lines(idea: Idea) -> tuple[FactorLine, ...]:
    """The five factors of the published priority; empty where it has none.

    The priority is the gap to the aim, times the weight, the importance and the ease.
    """
    factors = idea.factors
    if factors is None or idea.score is None or idea.aim is None:
        return ()
    gap = _("{points} points d’écart", points=_figure(factors.gap))
    return (
        FactorLine(_("Score aujourd’hui"), _of(_figure(idea.score), 100), gap),
        FactorLine(_("Cible"), _of(_figure(idea.aim), 100), _("visée par le questionnaire")),
        FactorLine(
            _(WEIGHT),
            _("{share} %", share=_figure(factors.weight * HUNDRED)),
            _("par rapport à ce qui pèse le plus dans sa partie"),
        ),
        FactorLine(_(IMPORTANCE), _of(str(factors.importance), 3), importance_words(factors)),
        FactorLine(_(EFFORT), _of(str(factors.effort), 5), effort_words(factors)),
    )


def published_priority(idea: Idea) -> str:
    """The published priority, « Priorité 50 sur 100 »; empty where there is none."""
    if idea.factors is None:
        return ""
    return _("Priorité {figure}", figure=_of(_figure(idea.value), 100))


def _of(figure: str, most: int) -> str:
    return _("{figure} sur {most}", figure=figure, most=most)


def _figure(value: Fraction) -> str:
    return published(value, 0)
