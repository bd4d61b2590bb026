"""`cap-desktop answers from-xlsx`: a filled workbook as answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import warn, warn_unpublishable
from cap_desktop.errors import WorkbookRefused
from cap_desktop.i18n import _, counted
from cap_desktop.notices.problems import line
from cap_desktop.services.files.filled_workbooks import from_workbook

SHOWN = 50
"""How many cells are named before the others are only counted."""


def from_xlsx(
    questionnaire: Annotated[
        Path, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ],
    workbook: Annotated[
        Path, typer.Argument(metavar=_("CLASSEUR"), help=_("Le classeur rempli, .xlsx ou .ods."))
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar=_("FICHIER"), help=_("Les réponses à écrire (JSON).")),
    ],
) -> None:
    """Write the answers, and say how many; each cell that is refused is named."""
    try:
        taken = from_workbook(questionnaire, workbook, out)
    except WorkbookRefused as error:
        for problem in error.problems[1:SHOWN]:
            warn(line(problem))
        raise
    warn_unpublishable(taken.problems)
    for note in taken.notes[:SHOWN]:
        warn(_("À savoir\u00a0: {line}", line=line(note)))
    print(counted("{number} réponse lue.", "{number} réponses lues.", taken.count))
    print(_("Écrit\u00a0: {path}", path=out))
