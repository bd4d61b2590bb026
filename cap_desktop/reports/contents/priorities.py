"""What to work on first, by the published priority, with its reason in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cap_desktop.domain.scoring.priorities import SHORTLY, Priority, first_by_part
from cap_desktop.i18n import _
from cap_desktop.reports.contents.inline import bold, cell, paragraph, runs, text_cell
from cap_desktop.reports.contents.overview import ReportOverview, ThemeView
from cap_desktop.reports.document import Badge, Block, Cell, Column, Heading, Table
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.priorities import WEIGHT, reason_of

ANCHOR = "priorites"


def first_priorities(
    shown: ReportOverview, most: tuple[int, ...] = SHORTLY
) -> tuple[Priority, ...]:
    """What to work on first, part after part."""
    outline = shown.data.questionnaire.outline
    return first_by_part(outline, shown.data.results.advice.priorities, most)


def theme_of(shown: ReportOverview, priority: Priority) -> ThemeView:
    """The theme that a priority is about, or is in."""
    if priority.is_theme:
        return shown.theme(priority.target)
    return shown.theme(shown.data.questionnaire.outline.by_id[priority.target].theme)


def title_of(shown: ReportOverview, priority: Priority) -> str:
    """The theme or the question that a priority is about."""
    outline = shown.data.questionnaire.outline
    if priority.is_theme:
        return outline.nodes[priority.target].title
    return outline.by_id[priority.target].question.title


def score_of(shown: ReportOverview, priority: Priority) -> Fraction | None:
    """The score today of what a priority is about."""
    results = shown.data.results
    if priority.is_theme:
        return results.nodes[priority.target].score
    return results.questions[priority.target].score


def theme_badge(theme: ThemeView) -> Badge:
    """The code of a theme on the colour of its score."""
    item = theme.standing
    return Badge(item.code, item.rank, f"{item.code}, {item.title}, {item.reading()}")


def priorities(
    shown: ReportOverview, most: tuple[int, ...] = SHORTLY, level: Literal[1, 2] = 2
) -> tuple[Block, ...]:
    """The first priorities of each part, and what each is made of; nothing where there is none."""
    found = first_priorities(shown, most)
    if not found:
        return ()
    rows = tuple(_row(shown, item) for item in found)
    columns = (
        Column(_("Thème"), 1.1),
        Column(_("À travailler, et pourquoi"), 8.4),
        Column(_("Priorité"), 1.4, "end"),
        Column(_("Écart"), 1.1, "end"),
        Column(_(WEIGHT), 1.2, "end"),
    )
    return (
        Heading(level, _("À travailler en premier"), ANCHOR),
        paragraph(
            _(
                "La priorité va de 0 à 100. Elle multiplie l’écart à la cible, le poids, "
                "l’importance et la facilité. Le poids se lit à côté du plus grand de la partie."
            ),
            "note",
        ),
        Table(_("Les priorités"), columns, rows, is_title_hidden=True),
    )


def _row(shown: ReportOverview, item: Priority) -> tuple[Cell, ...]:
    decimals = shown.data.decimals
    return (
        Cell(badge=theme_badge(theme_of(shown, item))),
        cell(bold(title_of(shown, item)), runs(reason_of(item.factors), "secondary")),
        text_cell(figure(item.value, decimals)),
        text_cell(figure(item.factors.gap, decimals)),
        text_cell(percent(item.factors.weight * 100)),
    )
