"""`cap-desktop dispersion`: how far apart several views of one question are."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cap_desktop.cli.output import console, french, print_json, table
from cap_desktop.domain.exact import published
from cap_desktop.exchange.results_file import spread_tree
from cap_desktop.i18n import _
from cap_desktop.services.files.scores import MeasuredSpread, spread

if TYPE_CHECKING:
    from rich.console import Console


def dispersion(
    responses: Annotated[
        Path, typer.Argument(metavar=_("FICHIER"), help=_("Une question et ses réponses (JSON)."))
    ],
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> None:
    """Print how far apart the views are."""
    result = spread(responses)
    if json:
        print_json(spread_tree(result.spread, result.decimals))
    else:
        _show(console(), result)


def _show(out: Console, result: MeasuredSpread) -> None:

    spread = result.spread

    def shown(value: Fraction | None) -> str:
        return french(None if value is None else published(value, result.decimals))

    rows = table(_("Mesure"), _("Valeur"), right=(_("Valeur"),))
    for name, value in (
        (_("Réponses avec un score"), str(spread.n)),
        (_("« Non applicable »"), str(spread.n_na)),
        (_("La plus basse"), shown(spread.minimum)),
        (_("La plus haute"), shown(spread.maximum)),
        (_("Écart"), shown(spread.range)),
        (_("Moyenne"), shown(spread.mean)),
        (_("Médiane"), shown(spread.median)),
    ):
        rows.add_row(name, value)
    for role, mean in spread.roles.items():
        rows.add_row(_("Moyenne du rôle « {role} »", role=role), shown(mean))
    out.print(rows)
    if spread.discuss:
        out.print(_("À discuter ensemble : les avis sont éloignés."))
    elif spread.auto_consensus is not None:
        out.print(_("Tout le monde a donné la même réponse."))
    elif spread.n:
        out.print(_("Les avis sont proches."))
    else:
        out.print(_("Personne n’a encore donné de réponse qui se mesure."))
