"""Why an idea is proposed: the factors of its priority, in words and figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.exact import HUNDRED, published
from cap_desktop.domain.plan.ideas import Idea
from cap_desktop.i18n import _, mark

IMPORTANCES = (mark("utile"), mark("importante"), mark("essentielle"))
EFFORTS = (
    mark("très léger"),
    mark("léger"),
    mark("moyen"),
    mark("soutenu"),
    mark("lourd"),
)


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
            _("Poids"),
            _("{share} %", share=_figure(factors.weight * HUNDRED)),
            _("par rapport à ce qui pèse le plus"),
        ),
        FactorLine(
            _("Importance"), _of(str(factors.importance), 3), _(IMPORTANCES[factors.importance - 1])
        ),
        FactorLine(_("Effort"), _of(str(factors.effort), 5), _(EFFORTS[factors.effort - 1])),
    )


def priority_words(idea: Idea) -> str:
    """The published priority, « Priorité 50 sur 100 »; empty where there is none."""
    if idea.factors is None:
        return ""
    return _("Priorité {figure}", figure=_of(_figure(idea.value), 100))


def _of(figure: str, most: int) -> str:
    return _("{figure} sur {most}", figure=figure, most=most)


def _figure(value: Fraction) -> str:
    return published(value, 0)
