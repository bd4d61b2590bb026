"""Scores and movements in French words, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.exact import format_decimal, published, rounded
from cap_desktop.i18n import _, counted

NONE = "–"
"""Stands where there is no figure."""

Direction = Literal["up", "down", "same"]


def french(number: str) -> str:
    """A printed number with a decimal comma and a true minus."""
    return number.replace(".", ",").replace("-", "\u2212")


def amount(number: str) -> str:
    """A printed figure with its thousands apart: « 1 250,5 »."""
    whole, comma, rest = french(number).partition(",")
    sign, digits = ("\u2212", whole[1:]) if whole.startswith("\u2212") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", "\u00a0") + comma + rest


def number(value: Fraction) -> str:
    """A figure as it was typed or counted, its thousands apart: « 1 250,5 »."""
    return amount(format_decimal(rounded(value, 6)))


def with_unit(value: Fraction | None, unit: str) -> str:
    """A figure and its unit, a dash where there is no figure."""
    if value is None:
        return NONE
    return f"{number(value)}\u00a0{_singular(unit) if abs(value) < 2 else unit}"


def _singular(unit: str) -> str:
    """A unit under two: « personne » of « personnes »; « fois » and symbols do not change."""
    first, space, rest = unit.partition(" ")
    is_plural = first.endswith("s") and len(first) > len("fois")
    return f"{first[:-1]}{space}{rest}" if is_plural else unit


def figure(value: Fraction | None, decimals: int) -> str:
    """A score as it is published, rounded half up once; a dash without one."""
    return NONE if value is None else french(published(value, decimals))


def plain(value: Fraction) -> str:
    """A figure without useless zeros: thresholds, weights, points in a sentence."""
    return french(format_decimal(rounded(value, 6)))


def percent(value: Fraction) -> str:
    """A share in whole percents; never 100 while something is missing."""
    shown = min(rounded(value, 0), Fraction(99)) if value < 100 else rounded(value, 0)
    return f"{plain(shown)}\u00a0%"


def direction(delta: Fraction, decimals: int) -> Direction:
    """Which way a movement goes, as it is printed."""
    shown = rounded(delta, decimals)
    return "up" if shown > 0 else "down" if shown < 0 else "same"


def movement(delta: Fraction, decimals: int) -> str:
    """« 3 points de plus », « 5 points de moins », or « Sans changement »."""
    shown = rounded(delta, decimals)
    size = plain(abs(shown))
    if shown == 0:
        return _("Sans changement")
    if abs(shown) < 2:
        more, less = _("{size} point de plus"), _("{size} point de moins")
    else:
        more, less = _("{size} points de plus"), _("{size} points de moins")
    return (more if shown > 0 else less).format(size=size)


def signed(delta: Fraction, decimals: int) -> str:
    """A movement as a signed figure, for a column."""
    shown = rounded(delta, decimals)
    return f"+{plain(shown)}" if shown > 0 else plain(shown)


def spoken(title: str, score: Fraction | None, delta: Fraction | None, decimals: int) -> str:
    """« Transition écologique, 33 sur 100, 5 de moins »: what is announced on a point."""
    if score is None:
        return _("{title}, pas encore de score", title=title)
    shown = plain(rounded(score, decimals))
    if delta is None:
        return _("{title}, {score} sur 100", title=title, score=shown)
    size = plain(abs(rounded(delta, decimals)))
    ways = {
        "up": _("{title}, {score} sur 100, {size} de plus"),
        "down": _("{title}, {score} sur 100, {size} de moins"),
        "same": _("{title}, {score} sur 100, sans changement"),
    }
    return ways[direction(delta, decimals)].format(title=title, score=shown, size=size)


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


def light_words(light: str) -> str:
    """How a figure stands beside its target."""
    return {"reached": _("Atteint"), "near": _("Proche"), "gap": _("Écart")}[light]


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
