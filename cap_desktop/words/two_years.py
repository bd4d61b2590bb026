"""Two years side by side, said once for the screen, paper and the command line.

The published scores of both years stand beside each other; what moved is told apart, on the
questions that both years share. Their bare difference is never said: it mixes the two.
"""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.domain.exact import rounded
from cap_desktop.i18n import _, mark
from cap_desktop.words.numbers import figure, plain

EQUALLY = mark("À questions égales")
"""The name of the column of changes."""

EQUALLY_SHORT = mark("À quest. égales")
"""The same, where the column is narrow."""

CAUSE = mark("Ce qui fait l’écart")
"""The name of the column of causes."""


def equal_change(delta: Fraction | None, decimals: int) -> str:
    """« +8,3 », « stable » or « non comparable »: the change at equal questions, in a column."""
    if delta is None:
        return _("non comparable")
    shown = rounded(delta, decimals)
    if shown == 0:
        return _("stable")
    # A change is a published figure: its decimals stay, as those of the scores beside it.
    return ("+" if shown > 0 else "") + figure(delta, decimals)


def equally(delta: Fraction | None, decimals: int) -> str:
    """« à questions égales : +8,3 », alone under two scores."""
    return _("à questions égales\u00a0: {change}", change=equal_change(delta, decimals))


def spoken_change(former: Fraction | None, delta: Fraction | None, year: str, decimals: int) -> str:
    """« 16,7 en 2025, à questions égales 8,3 de moins »: what is heard after a score."""
    past = _("pas de score en {year}", year=year)
    if former is not None:
        past = score_in_year(former, year, decimals)
    return f"{past}, {_spoken_delta(delta, decimals)}"


def _spoken_delta(delta: Fraction | None, decimals: int) -> str:
    if delta is None:
        return _("non comparable")
    shown = rounded(delta, decimals)
    if shown == 0:
        return _("à questions égales stable")
    size = figure(abs(delta), decimals)
    if shown > 0:
        return _("à questions égales {size} de plus", size=size)
    return _("à questions égales {size} de moins", size=size)


def score_in_year(score: Fraction, year: str, decimals: int) -> str:
    """« 75,0 en 2025 »."""
    return _("{score} en {year}", score=figure(score, decimals), year=year)


def past_score(former: Fraction | None, year: str, decimals: int) -> str:
    """« 75,0 en 2025 », in small under a name."""
    if former is None:
        return _("Pas de score en {year}", year=year)
    return score_in_year(former, year, decimals)


def too_few_shared(least: Fraction) -> str:
    """What « non comparable » means."""
    return _(
        "Non comparable\u00a0: les questions communes pèsent moins de {least} % du score.",
        least=plain(least),
    )


def how_to_compare() -> str:
    """How the two scores and their change are to be read together."""
    return _(
        "Les deux scores sont ceux publiés. Le changement se mesure à part, à questions "
        "égales\u00a0: sur les questions communes aux deux années, avant plafonds."
    )
