"""`cap-desktop answers to-xlsx`: answers as a workbook that somebody fills."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import warn_unpublishable
from cap_desktop.i18n import _
from cap_desktop.services.files.answer_workbooks import to_workbook


def to_xlsx(
    questionnaire: Annotated[
        Path, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ],
    answers: Annotated[Path, typer.Argument(metavar=_("RÉPONSES"), help=_("Les réponses (JSON)."))],
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar=_("FICHIER"), help=_("Le classeur à écrire, en .xlsx.")),
    ],
) -> None:
    """Write the workbook, and say where."""
    moment = datetime.now().astimezone()
    warn_unpublishable(to_workbook(questionnaire, answers, out, moment))
    print(_("Écrit\u00a0: {path}", path=out))
