"""`cap-desktop compare`: two years side by side, on what they have in common."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cap_desktop.cli.output import console, french, print_json, table, warn_unpublishable
from cap_desktop.domain.comparison.comparison import Comparison, Movement
from cap_desktop.domain.exact import published
from cap_desktop.exchange.results_file import comparison_tree
from cap_desktop.i18n import _
from cap_desktop.services.files.scores import compare as compared
from cap_desktop.words.standings import equal_delta
from cap_desktop.words.two_years import EQUALLY, equal_change

if TYPE_CHECKING:
    from rich.console import Console


def compare(
    old_questionnaire: Annotated[
        Path, typer.Argument(metavar=_("ANCIEN_QUESTIONNAIRE"), help=_("Celui de l’année d’avant."))
    ],
    old_answers: Annotated[
        Path, typer.Argument(metavar=_("ANCIENNES_RÉPONSES"), help=_("Les réponses d’avant."))
    ],
    new_questionnaire: Annotated[
        Path, typer.Argument(metavar=_("NOUVEAU_QUESTIONNAIRE"), help=_("Celui d’aujourd’hui."))
    ],
    new_answers: Annotated[
        Path, typer.Argument(metavar=_("NOUVELLES_RÉPONSES"), help=_("Les réponses d’aujourd’hui."))
    ],
    via: Annotated[
        list[Path] | None,
        typer.Option(
            "--via", metavar=_("FICHIER"), help=_("Une version intermédiaire, de la plus ancienne.")
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> None:
    """Print two years side by side."""
    result = compared(
        (old_questionnaire, old_answers), (new_questionnaire, new_answers), tuple(via or ())
    )
    warn_unpublishable(result.problems)
    if json:
        print_json(comparison_tree(result.comparison))
    else:
        _show(console(), result.comparison)


def _show(out: Console, comparison: Comparison) -> None:

    old, new = comparison.old.questionnaire, comparison.new.questionnaire
    out.print(f"{old.id} {old.version} → {new.id} {new.version}")
    figures = (
        _("Avant"),
        _("Après"),
        _("Base commune"),
        _(EQUALLY),
        _("Effet du questionnaire"),
        _("Part comparée"),
    )
    rows = table(_("Partie"), *figures, right=figures)
    titles = {part.id: part.title for part in new.outline.parts}
    movements = [(titles[name], movement) for name, movement in comparison.parts.items()]
    if comparison.overall is not None:
        movements.append((_("Ensemble"), comparison.overall))
    decimals = new.settings.decimals
    for title, movement in movements:
        rows.add_row(title, *_cells(movement, decimals))
    out.print(rows)
    for title, movement in movements:
        if not movement.comparable:
            out.print(_("{title} : non comparable, la base commune est trop petite.", title=title))
    out.print(
        _("Effet du questionnaire : ce qui vient de ses changements, des N/A et des plafonds.")
    )


def _cells(movement: Movement, decimals: int) -> tuple[str, ...]:

    def shown(value: Fraction | None, *, signed: bool = False) -> str:
        if value is None:
            return "–"
        text = french(published(value, decimals))
        return f"+{text}" if signed and value > 0 else text

    common = _("{old} → {new}", old=shown(movement.common_old), new=shown(movement.common_new))
    # Without a large enough common base, a figure would say more than is known.
    delta = equal_change(equal_delta(movement), decimals)
    return (
        shown(movement.full_old),
        shown(movement.full_new),
        common,
        delta,
        shown(movement.scope_effect, signed=True),
        french(published(movement.base_share, decimals)) + "\u00a0%",
    )
