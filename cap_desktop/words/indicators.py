"""How a figure stands beside its target or its reference, said once for screen and paper."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from cap_desktop.domain.questionnaire.questions import MeasuredQuestion, ReferenceValue
from cap_desktop.domain.scoring.indicators import Indicator, light
from cap_desktop.domain.scoring.statistics import DERIVED_TAG, SOURCE_TAG
from cap_desktop.i18n import _, mark
from cap_desktop.words.numbers import with_unit

Tone = Literal["reached", "near", "gap", "missing", "none"]

_TARGET = {
    "reached": mark("Cible atteinte"),
    "near": mark("Proche de la cible"),
    "above": mark("Au-dessus de la cible"),
    "below": mark("Sous la cible"),
}
BENCHMARK = {
    "near": mark("Proche du repère"),
    "above": mark("Au-dessus du repère"),
    "below": mark("Sous le repère"),
}
_THRESHOLD = {
    "near": mark("Proche du seuil"),
    "above": mark("Au-dessus du seuil"),
    "below": mark("Sous le seuil"),
}


class Reading(NamedTuple):
    """What is read of a figure, and how it is drawn."""

    words: str
    tone: Tone


def reading(item: Indicator, question: MeasuredQuestion, own: Fraction | None) -> Reading:
    """Beside the structure's own target first, then the reference that fits its profile."""
    if item.is_small:
        return Reading(_("Effectif faible"), "none")
    if item.target is None:
        return Reading(_("Sans repère"), "none")
    lit = item.light
    place = _place(item, item.target, question.sense)
    if own is not None:
        said = "reached" if lit == "reached" else place
        return Reading(_(_TARGET[said]), lit or "none")
    words = _THRESHOLD if is_threshold(item) else BENCHMARK
    return Reading(_(words[place]), lit or "none")


def missing_reading() -> Reading:
    """A figure that nobody gave yet."""
    return Reading(_("À compléter"), "missing")


def is_threshold(item: Indicator) -> bool:
    """True where the figure is first read beside an alarm value."""
    return bool(item.references) and item.references[0].role == "threshold"


def _place(item: Indicator, target: Fraction, sense: str | None) -> str:
    """Which side of the target; a figure that has no better side is near at nine tenths."""
    lit = item.light if sense else light(item.value, target, "higher")
    if lit == "near":
        return "near"
    if item.value == target:
        return "below" if sense == "lower" else "above"
    return "above" if item.value > target else "below"


def is_read(question: object) -> bool:
    """True for a figure that is shown by itself: one that only serves another is read there."""
    return isinstance(question, MeasuredQuestion) and not {SOURCE_TAG, DERIVED_TAG} & set(
        question.tags
    )


def reference_words(found: ReferenceValue, unit: str) -> str:
    """« 30 jours : seuil d’alerte… (Proposition CAP 2026) », with its source in full."""
    return _(
        "{value}\u00a0: {label} ({source})",
        value=with_unit(found.value, unit),
        label=found.label,
        source=source_words(found),
    )


def source_words(found: ReferenceValue) -> str:
    """The source and its year, once where the source says it already."""
    if str(found.year) in found.source:
        return found.source
    return _("{source}, {year}", source=found.source, year=found.year)


def mark_words(found: ReferenceValue, unit: str) -> str:
    """« Seuil 30 jours · Proposition CAP 2026 »: where the value read beside comes from."""
    value = with_unit(found.value, unit)
    if found.role == "threshold":
        return _("Seuil {value} · {source}", value=value, source=source_words(found))
    return _("Repère {value} · {source}", value=value, source=source_words(found))


def own_target_words(own: Fraction, unit: str) -> str:
    """« Cible 62 % · la vôtre »."""
    return _("Cible {value} · la vôtre", value=with_unit(own, unit))
