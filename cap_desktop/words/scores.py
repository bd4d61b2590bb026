"""Scores and movements in words, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.exact import rounded
from cap_desktop.i18n import _, counted
from cap_desktop.words.numbers import figure, percent, plain

Direction = Literal["up", "down", "same"]


def direction(delta: Fraction, decimals: int) -> Direction:
    """Which way a movement goes, as it is printed."""
    shown = rounded(delta, decimals)
    return "up" if shown > 0 else "down" if shown < 0 else "same"


def movement(delta: Fraction, decimals: int) -> str:
    """« 3 points de plus », « 5 points de moins », or « Sans changement »."""
    shown = rounded(delta, decimals)
    size, whole = plain(abs(shown)), int(abs(shown))
    if shown == 0:
        return _("Sans changement")
    if shown > 0:
        return counted("{size} point de plus", "{size} points de plus", whole, size=size)
    return counted("{size} point de moins", "{size} points de moins", whole, size=size)


def signed(delta: Fraction, decimals: int) -> str:
    """A movement as a signed figure, for a column."""
    shown = rounded(delta, decimals)
    return f"+{plain(shown)}" if shown > 0 else plain(shown)


def common_base(number: int) -> str:
    """What a comparison rests on."""
    return counted(
        "Comparaison sur {number} question commune.",
        "Comparaison sur {number} questions communes.",
        number,
    )


def recounted(parts: Iterable[tuple[str, Fraction | None]], decimals: int) -> str:
    """What the rules of today would say of a sealed year, with the parts that would differ."""
    kept = _("Ces résultats restent ceux du jour où l’année a été terminée.")
    said = ", ".join(f"{title}\u00a0{figure(score, decimals)}" for title, score in parts)
    if not said:
        return f"{kept} " + _("Le calcul a changé depuis\u00a0: des détails seraient différents.")
    return f"{kept} " + _("Le calcul a changé depuis\u00a0: il donnerait {parts}.", parts=said)


def compared_bases(
    usable: int, shares: Iterable[tuple[str, Fraction]], changed: tuple[int, int] | None
) -> list[str]:
    """What two years are compared on.

    ``usable`` counts the questions they share; ``shares`` are the titles of the parts and how
    much of the score is compared, out of 100; ``changed`` the two years, where their
    questionnaires differ.
    """
    told = ", ".join(
        _("{share} du score de «\u00a0{part}\u00a0»", share=percent(share), part=part)
        for part, share in shares
    )
    said = [common_base(usable), _("Part comparée\u00a0: {shares}.", shares=told)]
    if changed is not None:
        old, new = changed
        said.append(_("Le questionnaire a changé entre {old} et {new}.", old=old, new=new))
    return said


def unrelated() -> str:
    """Why two years cannot be compared."""
    return _("Les questionnaires de ces deux années n’ont pas de lien connu.")
