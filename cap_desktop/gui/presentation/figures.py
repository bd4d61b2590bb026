"""Figures: what is typed of them, what they are read beside, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.exact import HUNDRED, ZERO
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion, NumberQuestion
from cap_desktop.domain.scoring.indicators import fitting_references
from cap_desktop.domain.scoring.states import Resolved, shown_measure
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.indicators import BENCHMARK
from cap_desktop.words.numbers import number, with_unit
from cap_desktop.words.units import is_counted_whole, label_units

MOST_COUNTED = Fraction(10_000)
MOST = Fraction(100_000_000)
"""More people, or more of anything, than a structure has: a slip of the finger, perhaps."""

JUMP = Fraction(25)
"""Points of difference from last year that are worth a second look."""

_STEPS = (Fraction(1), Fraction(2), Fraction(5), Fraction(10))
_TICKS = 4


@dataclass(frozen=True, slots=True)
class GaugeMark:
    """A value to read a figure beside: the structure's own target, or a published one."""

    value: Fraction
    is_own: bool


@dataclass(frozen=True, slots=True)
class GaugeValues:
    """A figure and what it is read beside; every value is the one that is shown."""

    unit: str
    decimals: int
    year: int
    value: Fraction | None
    former_year: int
    former: Fraction | None
    marks: tuple[GaugeMark, ...]

    @property
    def has_scale(self) -> bool:
        """True where a scale means something: a share, or something to compare with."""
        return self.unit == "%" or bool(self.marks)

    def ticks(self) -> tuple[Fraction, ...]:
        """The scale: from zero in even steps, past everything that is shown."""
        known = [value for value in (self.value, self.former) if value is not None]
        most = max([*known, *(mark.value for mark in self.marks), ZERO])
        if self.unit == "%" and most <= HUNDRED:
            most = HUNDRED
        step = _step(most / _TICKS)
        count = max(-(-most // step), 1)
        return tuple(step * rank for rank in range(int(count) + 1))

    def share(self, value: Fraction) -> Fraction:
        """Where a value stands on the scale, from 0 to 1."""
        return min(max(value / self.ticks()[-1], ZERO), Fraction(1))

    @property
    def is_jump(self) -> bool:
        """True for a share very different from last year's."""
        if self.unit != "%" or self.value is None or self.former is None:
            return False
        return abs(self.value - self.former) > JUMP


def _step(least: Fraction) -> Fraction:
    """The smallest round step that is not under `least`."""
    if least == Fraction(HUNDRED, _TICKS):
        return least
    scale = Fraction(1)
    while scale * 10 < least:
        scale *= 10
    while scale > least > 0:
        scale /= 10
    return next(scale * step for step in _STEPS if scale * step >= least)


def reading(opened: OpenAssessment, former: OpenAssessment | None, question: str) -> GaugeValues:
    """What a figure of the open assessment is read beside."""
    resolved = opened.results.questions[question]
    asked = resolved.entry.question
    assert isinstance(asked, MeasuredQuestion)
    decimals = opened.questionnaire.settings.decimals
    target = opened.answer(question).target
    own = () if target is None else (GaugeMark(target, is_own=True),)
    published_values = dict.fromkeys(
        item.value for item in fitting_references(asked, opened.profile)
    )
    marks = (*own, *(GaugeMark(value, is_own=False) for value in published_values))
    before = None
    if former is not None and question in former.results.questions:
        before = measured(former.results.questions[question], decimals)
    year = opened.assessment.year
    return GaugeValues(
        unit=asked.unit,
        decimals=decimals,
        year=year,
        value=measured(resolved, decimals),
        former_year=year - 1 if former is None else former.assessment.year,
        former=before,
        marks=marks,
    )


def measured(resolved: Resolved, decimals: int) -> Fraction | None:
    """The figure of a question as it is shown; None where there is none."""
    if resolved.measure is None:
        return None
    return shown_measure(resolved, resolved.measure, decimals)


# --- Words --------------------------------------------------------------------------------


def situation(found: GaugeValues) -> str:
    """One sentence: more or less than last year, above or below the first mark."""
    if found.value is None:
        return ""
    against_year, against_mark = _against_year(found), _against_mark(found)
    if against_year and against_mark:
        return _("{year}, et {mark}.", year=against_year, mark=against_mark)
    either = against_year or against_mark
    return f"{either[0].upper()}{either[1:]}." if either else ""


def _against_year(found: GaugeValues) -> str:
    if found.value is None or found.former is None:
        return ""
    change = found.value - found.former
    if not change:
        return _("Comme en {year}", year=found.former_year)
    size = abs(change)
    amount = with_unit(size, found.unit)
    if found.unit == "%":
        amount = counted("{size} point", "{size} points", int(size), size=number(size))
    if change > 0:
        return _("{amount} de plus qu’en {year}", amount=amount, year=found.former_year)
    return _("{amount} de moins qu’en {year}", amount=amount, year=found.former_year)


def _against_mark(found: GaugeValues) -> str:
    if found.value is None or not found.marks:
        return ""
    first = found.marks[0]
    if found.value == first.value:
        return _("égal à votre cible") if first.is_own else _("égal au repère")
    if found.value > first.value:
        return _("au-dessus de votre cible") if first.is_own else _(BENCHMARK["above"]).lower()
    return _("au-dessous de votre cible") if first.is_own else _("au-dessous du repère")


def mark_words(mark: GaugeMark, unit: str) -> str:
    """The label of a mark on the scale."""
    value = with_unit(mark.value, unit)
    return (
        _("Votre cible {value}", value=value) if mark.is_own else _("Repère {value}", value=value)
    )


def summary(found: GaugeValues) -> str:
    """The scale in one sentence, for who does not see it."""
    parts = [_("{year} : {value}", year=found.year, value=with_unit(found.value, found.unit))]
    if found.former is not None:
        value = with_unit(found.former, found.unit)
        parts.append(_("{year} : {value}", year=found.former_year, value=value))
    parts += [mark_words(mark, found.unit) for mark in found.marks]
    return _(
        "{parts}. Échelle de 0 à {most}.",
        parts=", ".join(parts),
        most=with_unit(found.ticks()[-1], found.unit),
    )


def is_part_of_whole(question: NumberQuestion) -> bool:
    """True for a ratio whose first figure is counted within the second."""
    return question.input == "ratio" and question.max == HUNDRED and question.unit == "%"


def line_units(question: NumberQuestion, rank: int) -> tuple[str, ...]:
    """The units that may be typed in the one line of a figure, or in a line of a ratio."""
    if question.input != "ratio":
        return (question.unit,)
    return label_units(_line_label(question, rank))


def is_whole_line(question: NumberQuestion, rank: int) -> bool:
    """Tell whether a line counts people or things, which have no halves."""
    if question.whole:
        return True
    if question.input != "ratio":
        return is_counted_whole(question.unit)
    return is_counted_whole(question.unit, _line_label(question, rank))


def doubtful(question: NumberQuestion, figures: Iterable[Fraction]) -> Fraction | None:
    """The first figure that is larger than any structure has; it may be right all the same."""
    for rank, value in enumerate(figures):
        if abs(value) > (MOST_COUNTED if is_whole_line(question, rank) else MOST):
            return value
    return None


def _line_label(question: NumberQuestion, rank: int) -> str:
    return (question.numerator_label if rank == 0 else question.denominator_label) or ""
