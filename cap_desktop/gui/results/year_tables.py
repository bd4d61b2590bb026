"""Two years as tables of texts: scores and movements, and the answers that changed."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.domain.scoring.recount import recounted_parts
from cap_desktop.domain.scoring.statistics import DERIVED_TAG, SOURCE_TAG
from cap_desktop.gui.presentation.answer_words import said
from cap_desktop.i18n import _
from cap_desktop.services.local.assessments import ComparedYears
from cap_desktop.words.numbers import NONE, figure
from cap_desktop.words.scores import compared_bases, movement, recounted, unrelated
from cap_desktop.words.standings import standing_of
from cap_desktop.words.two_years import CAUSE, EQUALLY


def scores_table(compared: ComparedYears) -> ChartTable:
    """Every part and its themes: both published scores, the change apart, and its cause."""
    old, new = compared.old, compared.new
    decimals = new.questionnaire.settings.decimals
    outline = new.questionnaire.outline
    entries = [entry for part in outline.parts for entry in (part, *outline.themes_of(part.id))]
    comparison = compared.comparison
    rows = []
    for entry in entries:
        line = standing_of(new.results, entry, comparison, str(old.assessment.year))
        before = old.results.nodes.get(entry.id)
        title = entry.title if entry in outline.parts else entry.label
        past = figure(None if before is None else before.score, decimals)
        apart = () if comparison is None else (line.change(decimals), line.cause)
        rows.append((f"{entry.code} {title}", past, figure(line.score, decimals), *apart))
    years = (str(old.assessment.year), str(new.assessment.year))
    header = (_("Thème"), *years, *((_(EQUALLY), _(CAUSE)) if comparison else ()))
    names = tuple(entry.id for entry in entries)
    return ChartTable(_("Les scores"), header, tuple(rows), names, (1, 2, 3)[: len(header) - 1])


def changes_table(compared: ComparedYears, *, is_open: bool) -> ChartTable:
    """The answers that changed, before and after; rows lead to questions of the open year."""
    decimals = compared.new.questionnaire.settings.decimals
    rows, names = [], []
    beside = {SOURCE_TAG, DERIVED_TAG}
    for item in compared.changed:
        # A figure that only serves a computed one is read through it.
        if beside & set(item.new.entry.question.tags):
            continue
        rows.append(
            (
                item.new.entry.question.title,
                said(item.old, decimals),
                said(item.new, decimals),
                _points(item.movement, decimals),
            )
        )
        names.append(item.new.entry.id if is_open else "")
    years = (str(compared.old.assessment.year), str(compared.new.assessment.year))
    header = (_("Question"), *years, _("Points"))
    return ChartTable(_("Les réponses qui ont changé"), header, tuple(rows), tuple(names))


def _points(moved: Fraction | None, decimals: int) -> str:
    return NONE if moved is None else movement(moved, decimals)


def notes(compared: ComparedYears) -> list[str]:
    """What one must know to read the scores and the movements."""
    return [*_movement_notes(compared), *_recounts(compared)]


def _recounts(compared: ComparedYears) -> list[str]:
    """The sealed years that the rules of today would count otherwise."""
    return [
        f"{opened.assessment.year}\u00a0: "
        + recounted(
            recounted_parts(opened.results, opened.recount),
            opened.questionnaire.settings.decimals,
        )
        for opened in (compared.old, compared.new)
        if opened.recount is not None
    ]


def _movement_notes(compared: ComparedYears) -> list[str]:
    old, new = compared.old.assessment, compared.new.assessment
    if compared.comparison is None:
        return [
            unrelated(),
            _("Leurs scores se lisent côte à côte, sans évolution."),
        ]
    parts = compared.comparison.parts
    usable = sum(unit.is_usable for item in parts.values() for unit in item.units)
    shares = [(part.label, parts[part.id].base_share) for part in compared.new.questionnaire.parts]
    changed = None if old.questionnaire == new.questionnaire else (old.year, new.year)
    return compared_bases(usable, shares, changed)
