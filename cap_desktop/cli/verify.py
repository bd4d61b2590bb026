"""`cap-desktop verify`: whether a folder of data is whole, without opening nor changing it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import console, print_json
from cap_desktop.i18n import _, counted
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.check_up import CheckUp, check_up


def verify(
    folder: Annotated[
        Path, typer.Argument(metavar=_("DOSSIER"), help=_("Le dossier des données."))
    ],
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> int:
    """Print what is damaged; return 1 where something is."""
    found = check_up(DataFolder(folder))
    if json:
        print_json(_tree(found))
    else:
        _show(found)
    return 1 if found.findings else 0


def _tree(found: CheckUp) -> dict[str, object]:
    findings = [
        {"place": item.place, "kind": item.kind, "name": item.name} for item in found.findings
    ]
    return {
        "whole": not findings,
        "answers": found.answers,
        "evidence": found.evidence,
        "copies": found.copies,
        "findings": findings,
    }


def _show(found: CheckUp) -> None:
    out = console()
    out.print(
        _(
            "Vérifié\u00a0: {answers}, {evidence}, {copies}.",
            answers=counted("{number} réponse gardée", "{number} réponses gardées", found.answers),
            evidence=counted(
                "{number} fichier de preuve", "{number} fichiers de preuve", found.evidence
            ),
            copies=counted(
                "{number} copie de sécurité", "{number} copies de sécurité", found.copies
            ),
        )
    )
    if not found.findings:
        out.print(_("Tout est intact."))
        return
    out.print(_("Abîmé\u00a0:"))
    for item in found.findings:
        out.print(f"  – {item.name}")
