"""`cap-desktop score`: the results of one answer sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cap_desktop.cli.output import console, french, nested, print_json, table, warn_unpublishable
from cap_desktop.domain.exact import format_decimal, published
from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.domain.scoring.indicators import shown_value
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.priorities import first_by_part
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.exchange.results_file import results_tree
from cap_desktop.i18n import _, counted
from cap_desktop.services.files.scores import score as scored
from cap_desktop.words.alerts import alert_words
from cap_desktop.words.indicators import reading
from cap_desktop.words.priorities import EFFORT, IMPORTANCE, WEIGHT
from cap_desktop.words.score_line import no_band
from cap_desktop.words.states import NOT_APPLICABLE, UNANSWERED

if TYPE_CHECKING:
    from rich.console import Console


def score(
    questionnaire: Annotated[
        Path, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ],
    answers: Annotated[Path, typer.Argument(metavar=_("RÉPONSES"), help=_("Les réponses (JSON)."))],
    short: Annotated[
        str | None,
        typer.Option(
            "--short",
            metavar=_("MOT"),
            help=_("Ne compter que la version courte, par ex. express."),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> None:
    """Print the scores of one answer sheet."""
    result = scored(questionnaire, answers, short)
    warn_unpublishable(result.problems)
    if json:
        print_json(results_tree(result.results))
    else:
        _show(console(), result.results)


def _show(out: Console, results: Results) -> None:
    questionnaire = results.questionnaire
    out.print(f"{questionnaire.title} – {questionnaire.id} {questionnaire.version}")
    done = results.progress
    out.print(_("{done} questions remplies sur {asked} posées.", done=done.done, asked=done.asked))
    _show_scores(out, results)
    _show_alerts(out, results)
    _show_indicators(out, results)
    _show_priorities(out, results)


def _show_scores(out: Console, results: Results) -> None:

    figures = (_("Score"), _("Entre"), _("Répondu"))
    rows = table(_("Parties, axes et thèmes"), *figures, _("Lecture"), right=figures)
    for part in results.questionnaire.outline.parts:
        rows.add_row(part.title, *_cells(results, results.nodes[part.id]), style="bold")
        for axis in part.children:
            rows.add_row(nested(axis.title, 1), *_cells(results, results.nodes[axis.id]))
            for theme in (item for item in axis.children if not item.is_for_staff):
                cells = _cells(results, results.nodes[theme.id])
                rows.add_row(nested(theme.title, 2), *cells)
        rows.add_section()
    if results.overall is not None:
        rows.add_row(_("Ensemble"), *_cells(results, results.overall), style="bold")
    out.print(rows)


def _cells(results: Results, node: NodeScore) -> tuple[str, str, str, str]:

    decimals = results.questionnaire.settings.decimals
    if node.lower is None or node.upper is None or node.coverage is None:
        return "–", "–", "–", _reason(node.reason)
    between = _(
        "{low} et {high}",
        low=french(published(node.lower, decimals)),
        high=french(published(node.upper, decimals)),
    )
    shown = french(None if node.score is None else published(node.score, decimals))
    band = results.band_of(node)
    reading = _reason(node.reason) if band is None else band.title
    if band is None and node.score is not None:
        reading = no_band(node.coverage)
    if node.capped_by:
        reading += " " + _("(plafonné par {names})", names=", ".join(node.capped_by))
    return shown, between, french(published(node.coverage, 0)) + "\u00a0%", reading


def _reason(reason: str) -> str:
    return {
        "ok": "",
        "no_weight": _("ne compte pas"),
        "not_applicable": _(NOT_APPLICABLE).lower(),
        "no_answer": _(UNANSWERED).lower(),
        "insufficient_coverage": _("trop peu de réponses"),
    }[reason]


def _show_alerts(out: Console, results: Results) -> None:
    for name in results.alerts:
        title = alert_words(results.questionnaire, name)
        out.print(_("Alerte de conformité : {title}", title=title))
    for check in results.checks:
        out.print(_("Chiffres à revoir : {message}", message=check.message))
    for name in results.na_warnings:
        title = results.questionnaire.outline.nodes[name].title
        out.print(_("Beaucoup de « non applicable » dans : {title}", title=title))


def _show_indicators(out: Console, results: Results) -> None:

    if not results.indicators:
        return
    figures = (_("Valeur"), _("Cible ou repère"))
    rows = table(_("Indicateurs"), *figures, _("Position"), right=figures)
    decimals = results.questionnaire.settings.decimals
    for item in results.indicators:
        question = results.questions[item.question].entry.question
        assert isinstance(question, MeasuredQuestion)
        target = "–" if item.target is None else french(format_decimal(item.target))
        own = results.sheet.of(item.question).target
        position = reading(item, question, own).words
        value = f"{french(shown_value(item, decimals))}\u00a0{question.unit}"
        rows.add_row(question.title, value, target, position)
    out.print(rows)


def _show_priorities(out: Console, results: Results) -> None:

    found = first_by_part(results.questionnaire.outline, results.advice.priorities)
    if not found:
        return
    figures = (_("Priorité"), _("Écart"), _(WEIGHT), _(IMPORTANCE), _(EFFORT))
    rows = table(_("À travailler d’abord"), *figures, right=figures)
    decimals = results.questionnaire.settings.decimals
    outline = results.questionnaire.outline
    for item in found:
        node = outline.nodes.get(item.target)
        title = node.title if node else results.questions[item.target].entry.question.title
        factors = item.factors
        rows.add_row(
            title,
            french(published(item.value, decimals)),
            french(published(factors.gap, decimals)),
            french(published(factors.weight * 100, 0)) + "\u00a0%",
            f"{factors.importance}/3",
            f"{factors.effort}/5",
        )
    out.print(rows)
    rest = len(results.advice.priorities) - len(found)
    if rest > 0:
        out.print(counted("… et {number} autre.", "… et {number} autres.", rest))
