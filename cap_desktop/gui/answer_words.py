"""An answer in words, as a table or a sentence shows it."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.charts.words import amount
from cap_desktop.domain.answers import AnswerValue
from cap_desktop.domain.exact import format_decimal, published, rounded
from cap_desktop.domain.questions import BaseQuestion, MaturityQuestion, MeasuredQuestion
from cap_desktop.domain.states import Resolved
from cap_desktop.i18n import _


def said(resolved: Resolved, decimals: int) -> str:
    """What was answered, or why nothing was."""
    if resolved.state == "excluded":
        return _("Non posée")
    if resolved.state == "na":
        return _("Non concerné")
    if resolved.state != "answered":
        return _("Ne sait pas") if resolved.answer.unknown else _("Sans réponse")
    question = resolved.entry.question
    if isinstance(question, MeasuredQuestion) and resolved.measure is not None:
        return _figure(question, resolved.measure, decimals, is_quotient=resolved.base is not None)
    return _choice(question, resolved.answer.value)


def _figure(
    question: MeasuredQuestion, measure: Fraction, decimals: int, *, is_quotient: bool
) -> str:
    shown = published(measure, decimals) if is_quotient else format_decimal(rounded(measure, 6))
    return f"{amount(shown)}\u00a0{question.unit}"


def _choice(question: BaseQuestion, value: AnswerValue | None) -> str:
    if value in ("yes", "no"):
        return _("Oui") if value == "yes" else _("Non")
    if isinstance(question, MaturityQuestion):
        for rank, level in enumerate(question.levels):
            if level.id == value:
                if level.title is None:
                    return _("Niveau {rank}", rank=rank)
                return _("Niveau {rank}\u00a0: {title}", rank=rank, title=level.title)
    titles = {item.id: item.title for item in getattr(question, "options", ())}
    chosen = value if isinstance(value, tuple) else (value,)
    return ", ".join(titles.get(str(item), str(item)) for item in chosen)
