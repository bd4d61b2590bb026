"""`cap-desktop questionnaire diff`: what changed between two versions."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import console, print_json, table
from cap_desktop.i18n import _
from cap_desktop.services.files.questionnaires import VersionChange, changes


def diff(
    old: Annotated[Path, typer.Argument(metavar=_("AVANT"), help=_("La version d’avant."))],
    new: Annotated[Path, typer.Argument(metavar=_("APRÈS"), help=_("La version d’après."))],
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> None:
    """Print what changed, and the least version that says so."""
    found = changes(old, new)
    if json:
        print_json(
            {
                "old": found.old.version,
                "new": found.new.version,
                "declared_bump": None if found.declared is None else found.declared.name,
                "minimum_bump": found.least.name,
                "minimum_version": found.least_version,
                "changes": [asdict(change) for change in found.changes],
            }
        )
    else:
        _show(found)


def _show(found: VersionChange) -> None:

    out = console()
    out.print(f"{found.old.id} {found.old.version} → {found.new.id} {found.new.version}")
    if found.changes:
        rows = table(_("Changement"), _("Où"), _("Avant"), _("Après"))
        for change in found.changes:
            place = "/".join(filter(None, (change.id, change.field)))
            rows.add_row(_kind(change.kind), place, change.before, change.after)
        out.print(rows)
    else:
        out.print(_("Rien n’a changé."))
    if found.changes or not found.is_enough:
        out.print(_("Numéro de version minimal : {version}.", version=found.least_version))


def _kind(kind: str) -> str:
    return {
        "added": _("ajout"),
        "dropped": _("retrait"),
        "moved": _("déplacement"),
        "lineage": _("lignée"),
        "text": _("texte"),
        "scale": _("échelle"),
        "weight": _("poids"),
        "breakpoints": _("barème"),
        "condition": _("condition"),
        "cap": _("plafond"),
        "setting": _("réglage"),
        "suggestion": _("suggestion"),
        "other": _("autre"),
    }[kind]
