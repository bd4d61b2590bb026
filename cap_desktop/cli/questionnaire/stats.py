"""`cap-desktop questionnaire stats`: what a questionnaire is made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cap_desktop.cli.output import console, french, print_json, table
from cap_desktop.domain.exact import HUNDRED, published
from cap_desktop.domain.scoring.durations import COMPLIANCE, FIGURE, PRACTICE, TEXT
from cap_desktop.domain.scoring.statistics import WORDS_A_MINUTE, Asked, Count, count
from cap_desktop.i18n import _, counted
from cap_desktop.services.files.questionnaires import Described, describe
from cap_desktop.words.durations import duration

if TYPE_CHECKING:
    from rich.console import Console

FAMILIES = ("practice", "indicator", "compliance", "text")


def stats(
    questionnaire: Annotated[
        Path, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ],
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> None:
    """Print counts, weights, coverage and length."""
    found = describe(questionnaire)
    if json:
        print_json(_tree(found))
    else:
        _show(console(), found)


def _tree(found: Described) -> dict[str, Any]:

    return {
        "questions": sum(theme.count.total for theme in found.themes),
        "themes": {
            theme.id: {
                **theme.count.families,
                "beside": theme.count.beside,
                "share_of_part": published(theme.share * HUNDRED, 1),
                "words": theme.length.words,
                "mean_sentence": published(theme.length.mean_sentence, 1),
            }
            for theme in found.themes
        },
        "profiles": {name: _asked(asked) for name, asked in found.profiles},
        "short": {
            tag: {name: _asked(asked) for name, asked in profiles} for tag, profiles in found.short
        },
        "staff": found.staff,
        "tags": {tag: count.total for tag, count in found.tags},
        "frameworks": {
            name: {item.item: {**item.relations, "themes": list(item.themes)} for item in items}
            for name, items in found.coverage.items()
        },
        "words": found.length.words,
        "mean_sentence": published(found.length.mean_sentence, 1),
    }


def _asked(asked: Asked) -> dict[str, int]:
    return {
        "surely": asked.surely.total,
        "at_most": asked.at_most.total,
        "minutes": asked.minutes,
        "minutes_at_most": asked.minutes_at_most,
    }


def _show(out: Console, found: Described) -> None:
    made = found.questionnaire
    out.print(f"{made.title} – {made.id} {made.version}")
    _show_themes(out, found)
    _show_profiles(out, found)
    _show_frameworks(out, found)
    _show_length(out, found)


def _names() -> tuple[str, ...]:
    return (_("Pratiques"), _("Indicateurs"), _("Conformité"), _("Textes"), _("Total"))


def _cells(count: Count) -> tuple[str, ...]:
    return (*(str(count.families.get(name, 0)) for name in FAMILIES), str(count.total))


def _show_themes(out: Console, found: Described) -> None:

    figures = (*_names(), _("À côté"), _("Part"))
    rows = table(_("Thèmes"), *figures, right=figures)
    for theme in found.themes:
        share = french(published(theme.share * HUNDRED, 1)) + "\u00a0%"
        rows.add_row(theme.short_title, *_cells(theme.count), str(theme.count.beside), share)
    rows.add_section()
    whole = count(found.questionnaire.outline.questions)
    rows.add_row(_("Ensemble"), *_cells(whole), str(whole.beside), "")
    for tag, short in found.tags:
        rows.add_row(_("Dont {tag}", tag=tag), *_cells(short), str(short.beside), "")
    out.print(rows)
    out.print(
        _("À côté : chiffres de base et secondes lectures. Part : dans le score de la partie.")
    )


def _show_profiles(out: Console, found: Described) -> None:

    _show_asked(out, _("Questions selon le type de structure"), found.profiles)
    for tag, profiles in found.short:
        _show_asked(out, _("Version courte «\u00a0{tag}\u00a0»", tag=tag), profiles)
    out.print(
        _(
            "Durée\u00a0: en groupe, {practice}\u00a0min par pratique, {figure} par chiffre, "
            "{compliance} par liste de conformité, {text} par texte. "
            "Au plus\u00a0: avec ce qui est facultatif.",
            practice=PRACTICE,
            figure=FIGURE,
            compliance=COMPLIANCE,
            text=TEXT,
        )
    )
    if found.staff:
        out.print(
            counted(
                "À part\u00a0: {number} question pour les salariés en insertion.",
                "À part\u00a0: {number} questions pour les salariés en insertion.",
                found.staff,
            )
        )


def _show_asked(out: Console, title: str, profiles: tuple[tuple[str, Asked], ...]) -> None:
    counts, times = (_("Posées à coup sûr"), _("Au plus")), (_("Durée"), _("Durée au plus"))
    rows = table(title, *counts, *times, right=(*counts, *times))
    for name, asked in profiles:
        rows.add_row(
            name,
            str(asked.surely.total),
            str(asked.at_most.total),
            duration(asked.minutes),
            duration(asked.minutes_at_most),
        )
    out.print(rows)


def _show_frameworks(out: Console, found: Described) -> None:

    titles = {framework.id: framework.title for framework in found.questionnaire.frameworks}
    figures = (_("Pleine"), _("Partielle"), _("Liée"))
    for name, items in found.coverage.items():
        rows = table(titles[name], *figures, _("Thèmes"), right=figures)
        for item in items:
            relations = [str(item.relations.get(key, 0)) for key in ("full", "partial", "related")]
            themes = ", ".join(item.themes) or _("aucun")
            rows.add_row(f"{item.item}  {item.title}", *relations, themes)
        out.print(rows)


def _show_length(out: Console, found: Described) -> None:

    figures = (_("Mots"), _("Minutes à voix haute"), _("Mots par phrase"))
    rows = table(_("Longueur et lisibilité"), *figures, right=figures)
    lengths = [(theme.short_title, theme.length) for theme in found.themes]
    for name, length in (*lengths, (_("Ensemble, avec lexique et suggestions"), found.length)):
        minutes = str(-(-length.words // WORDS_A_MINUTE))
        rows.add_row(name, str(length.words), minutes, french(published(length.mean_sentence, 1)))
    out.print(rows)
