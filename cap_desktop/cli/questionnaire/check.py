"""`cap-desktop questionnaire check`: everything that is wrong, at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import console, print_json, table
from cap_desktop.errors import QuestionnaireRefused
from cap_desktop.i18n import _, counted
from cap_desktop.notices.problems import sentence
from cap_desktop.services.files.questionnaires import Checked
from cap_desktop.services.files.questionnaires import check as checked


def check(
    questionnaire: Annotated[
        Path, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ],
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar=_("FICHIER"),
            help=_("La version d’avant, pour vérifier la suite."),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> int:
    """Print what is wrong; return 1 where something is."""
    found = checked(questionnaire, previous)
    if json:
        errors = [
            {"code": item.code, "place": item.place, "message": sentence(item)}
            for item in found.problems
        ]
        print_json({"valid": not errors, "errors": errors, "warnings": _warnings(found)})
    elif found.is_unreadable:
        raise QuestionnaireRefused(questionnaire, found.problems)
    else:
        _show(questionnaire.name, found)
    return 1 if found.problems else 0


def _show(name: str, found: Checked) -> None:

    out = console()
    for warning in _warnings(found):
        out.print(_("À savoir : {warning}", warning=warning))
    if not found.problems:
        out.print(_("« {name} » est un questionnaire valable.", name=name))
        return
    rows = table(_("Place"), _("À corriger"), _("Code"))
    for item in found.problems:
        rows.add_row(item.place or "–", sentence(item), item.code)
    out.print(rows)
    out.print(
        counted(
            "« {name} » : {number} erreur à corriger.",
            "« {name} » : {number} erreurs à corriger.",
            len(found.problems),
            name=name,
        )
    )


def _warnings(found: Checked) -> list[str]:
    warnings = [
        _("{place} : note d’auteur, laissée de côté.", place=place) for place in found.notes
    ]
    warnings += [
        _("{name} : nouvelle question, absente de la lignée.", name=name)
        for name in found.unexplained
    ]
    if found.questionnaire is not None and not found.problems and not found.is_canonical:
        warnings.append(_("le fichier n’a pas la forme canonique, celle qui est signée."))
    return warnings
