"""Why something comes first."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.charts.words import plain
from cap_desktop.domain.exact import rounded
from cap_desktop.domain.scoring.priorities import Factors
from cap_desktop.i18n import _, counted

MUCH, SOME = Fraction(2, 3), Fraction(1, 3)
"""Shares of the total from which something weighs much, or somewhat."""


def reason_of(factors: Factors) -> str:
    """The gap, the weight, the importance, the effort."""
    told = [gap_words(factors), _weight(factors), importance_words(factors), effort_words(factors)]
    return ", ".join(told)


def short_reason(factors: Factors) -> str:
    """What there is to gain, and what it costs."""
    return f"{gap_words(factors)}, {effort_words(factors)}"


def gap_words(factors: Factors) -> str:
    """« 40 points à gagner »."""
    points = rounded(factors.gap, 0)
    return counted("{gap} point à gagner", "{gap} points à gagner", int(points), gap=plain(points))


def importance_words(factors: Factors) -> str:
    """« très important »."""
    return {1: _("moins important"), 2: _("important"), 3: _("très important")}[factors.importance]


def effort_words(factors: Factors) -> str:
    """« peu d’effort »."""
    words = {1: _("très peu d’effort"), 2: _("peu d’effort"), 3: _("effort moyen")}
    words |= {4: _("gros effort"), 5: _("très gros effort")}
    return words[factors.effort]


def _weight(factors: Factors) -> str:
    if factors.weight >= MUCH:
        return _("pèse beaucoup")
    return _("pèse moyennement") if factors.weight >= SOME else _("pèse peu")
