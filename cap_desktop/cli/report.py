"""`cap-desktop report`: the report or the plan as a file, without a window."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import warn_unpublishable
from cap_desktop.errors import NothingGiven
from cap_desktop.i18n import _
from cap_desktop.reports.report_data import ReportData
from cap_desktop.services.files.report_files import from_files, from_folder, structure_name
from cap_desktop.services.local.reports import format_of, write


def report(
    questionnaire: Annotated[
        Path | None, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ] = None,
    answers: Annotated[
        Path | None, typer.Argument(metavar=_("RÉPONSES"), help=_("Les réponses (JSON)."))
    ] = None,
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar=_("FICHIER"),
            help=_("Le fichier à écrire\u00a0: .pdf ou .html, ou le plan en .xlsx, .docx, .ics."),
        ),
    ],
    plan: Annotated[
        Path | None,
        typer.Option("--plan", metavar=_("FICHIER"), help=_("Le plan d’amélioration (JSON).")),
    ] = None,
    before: Annotated[
        tuple[Path, Path] | None,
        typer.Option(
            "--before",
            metavar=_("QUESTIONNAIRE RÉPONSES"),
            help=_("L’année d’avant, pour comparer."),
        ),
    ] = None,
    synthesis: Annotated[
        bool,
        typer.Option("--synthesis", "--short", help=_("La synthèse en quelques pages.")),
    ] = False,
    name: Annotated[
        str, typer.Option("--name", metavar=_("NOM"), help=_("Le nom de la structure."))
    ] = "",
    structure: Annotated[
        str,
        typer.Option(
            "--structure",
            metavar=_("STRUCTURE"),
            help=_("Son fichier (JSON), ou son nom avec --data."),
        ),
    ] = "",
    year: Annotated[
        int | None, typer.Option("--year", metavar=_("ANNÉE"), help=_("L’année du rapport."))
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar=_("DOSSIER"),
            help=_("Un dossier de données, à la place des fichiers."),
        ),
    ] = None,
) -> None:
    """Write the file that the ending of ``out`` asks for."""
    format_of(out)
    moment = datetime.now().astimezone()
    if data is not None:
        gathered = _from_folder(data, year, structure or name, moment)
    elif questionnaire is None or answers is None:
        raise NothingGiven
    else:
        known = name or _name(structure)
        gathered = _from_files((questionnaire, answers), before, plan, known, year, moment)
    written = write(gathered, out, moment, "synthesis" if synthesis else "full")
    _say(written.path)


def _name(structure: str) -> str:

    return structure_name(Path(structure)) if structure else _("Structure sans nom")


def _from_files(
    now: tuple[Path, Path],
    before: tuple[Path, Path] | None,
    plan: Path | None,
    name: str,
    year: int | None,
    moment: datetime,
) -> ReportData:

    gathered = from_files(now, before, plan, name, year, moment.date())
    warn_unpublishable(gathered.problems)
    return gathered.data


def _from_folder(data: Path, year: int | None, name: str, moment: datetime) -> ReportData:

    return from_folder(data, year, name, lambda: moment)


def _say(path: Path) -> None:
    print(_("Écrit\u00a0: {path}", path=path))
