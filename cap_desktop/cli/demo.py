"""`cap-desktop demo`: a folder with three made-up structures to try the program on."""

from __future__ import annotations

import os
import shlex
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import console, french, table
from cap_desktop.domain.exact import published
from cap_desktop.domain.scoring.scoring import score
from cap_desktop.i18n import _
from cap_desktop.services.files.demonstrations import create


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar=_("DOSSIER"), help=_("Un dossier neuf ou vide."))
    ],
) -> None:
    """Fill a new folder, and say how to look at it."""
    found = create(folder, lambda: datetime.now().astimezone())
    out = console()
    parts = found[0].years[-1].questionnaire.parts
    titles = tuple(part.label for part in parts)
    figures = (*titles, _("Actions"))
    rows = table(_("Structure"), _("Année"), _("Questionnaire"), *figures, right=figures)
    for shown in found:
        for year in shown.years:
            results = score(year.questionnaire, year.sheet)
            scores = [results.nodes[part.id].score for part in parts]
            cells = [french(None if exact is None else published(exact, 1)) for exact in scores]
            actions = str(len(year.plan.actions)) if year.plan else "–"
            version = year.questionnaire.version
            rows.add_row(shown.structure.name, str(year.year), version, *cells, actions)
    out.print(rows)
    last = found[0]
    questionnaire = folder / "questionnaires" / f"{last.structure.years[-1].questionnaire}.json"
    answers = folder / last.folder / f"answers-{last.years[-1].year}.json"
    out.print(_("Pour voir un résultat complet :"))
    out.print(f"  {typed('cap-desktop', 'score', questionnaire, answers)}", soft_wrap=True)
    out.print(_("Pour ouvrir la fenêtre sur ces structures :"))
    for line in opening(folder):
        out.print(f"  {line}", soft_wrap=True)


def typed(*words: str | Path) -> str:
    """Return a command as the shell of this system reads it."""
    said = [str(word) for word in words]
    return subprocess.list2cmdline(said) if os.name == "nt" else shlex.join(said)


def opening(folder: Path) -> tuple[str, ...]:
    """Return what opens the window on a folder of data, as this system writes it."""
    if os.name == "nt":
        return f'set "CAP_DESKTOP_DATA={folder}"', "cap-desktop"
    return (f"CAP_DESKTOP_DATA={shlex.quote(str(folder))} cap-desktop",)
