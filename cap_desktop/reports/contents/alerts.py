"""Compliance: what the law asks, what raises an alert, figures that do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cap_desktop.domain.questionnaire.outline import offered_options
from cap_desktop.domain.questionnaire.questions import MultipleQuestion
from cap_desktop.domain.scoring.alerts import alert_name
from cap_desktop.i18n import _, counted
from cap_desktop.reports.contents.answers import said
from cap_desktop.reports.contents.inline import bold, paragraph, runs, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Section,
    Table,
)
from cap_desktop.words.alerts import UNTICKED, alert_words

ANCHOR = "conformite"


def compliance(shown: ReportOverview) -> tuple[Section, ...]:
    """The compliance questions and the alerts; nothing where there is neither."""
    blocks = (*alerts(shown), *_asked(shown))
    if not blocks:
        return ()
    return (Section((Heading(1, _("Points de conformité"), ANCHOR), *blocks)),)


def alerts(shown: ReportOverview) -> Iterator[Block]:
    """What to look at again."""
    results = shown.data.results
    if results.alerts:
        count = len(results.alerts)
        said_ = counted(
            "{number} alerte de conformité\u00a0: à traiter en premier.",
            "{number} alertes de conformité\u00a0: à traiter en premier.",
            count,
        )
        yield Paragraph(bold(said_, "attention"))
        titles = (alert_words(results.questionnaire, name) for name in results.alerts)
        yield Bullets(tuple(runs(title) for title in titles))
    elif is_open := tuple(item.is_open for item in _compliance(shown)):
        none = _("Les réponses ne lèvent aucune alerte de conformité.")
        left = _("Les questions de conformité n’ont pas toutes une réponse.")
        yield paragraph(left if any(is_open) else none)
    if results.checks:
        yield Heading(2, _("Chiffres à revoir"))
        yield Bullets(tuple(runs(check.message) for check in results.checks))
    if results.na_warnings:
        yield Heading(2, _("Beaucoup de questions non applicables"))
        nodes = shown.data.questionnaire.outline.nodes
        yield Bullets(tuple(runs(nodes[name].title) for name in results.na_warnings))


@dataclass(frozen=True, slots=True)
class _Compliance:
    number: str
    title: str
    answer: str
    is_alert: bool
    is_open: bool


def _compliance(shown: ReportOverview) -> Iterator[_Compliance]:
    """The questions of compliance; of a list that has an answer, one line a duty."""
    for number, entry, resolved in shown.entries():
        question = entry.question
        if not question.is_compliance:
            continue
        if isinstance(question, MultipleQuestion) and resolved.state == "answered":
            yield from _duties(shown, number, question)
        else:
            is_alert = entry.id in shown.data.results.alerts
            answer = said(resolved, shown.data.decimals)
            yield _Compliance(number, question.title, answer, is_alert, resolved.is_open)


def _duties(
    shown: ReportOverview, number: str, question: MultipleQuestion
) -> Iterator[_Compliance]:
    results = shown.data.results
    for option in offered_options(question, results.sheet.profile):
        if not option.exclusive:
            is_alert = alert_name(question.id, option.id) in results.alerts
            answer = _(UNTICKED) if is_alert else _("En ordre")
            yield _Compliance(number, option.title, answer, is_alert, is_open=False)


def _asked(shown: ReportOverview) -> Iterator[Block]:
    rows = tuple(
        (
            text_cell(item.number),
            text_cell(item.title),
            Cell((bold(_("{answer}, alerte", answer=item.answer), "attention"),))
            if item.is_alert
            else text_cell(item.answer),
        )
        for item in _compliance(shown)
    )
    if rows:
        columns = (
            Column(_("N°"), 0.8),
            Column(_("Question"), 7.6),
            Column(_("Réponse"), 2),
        )
        yield Table(_("Les questions de conformité"), columns, rows)
