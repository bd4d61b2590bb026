"""`cap-desktop questionnaire digest`: the names of one version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cap_desktop.cli.output import console, print_json, warn
from cap_desktop.i18n import _
from cap_desktop.services.files.questionnaires import digests


def digest(
    questionnaire: Annotated[
        Path, typer.Argument(metavar=_("QUESTIONNAIRE"), help=_("Le questionnaire (JSON)."))
    ],
    json: Annotated[bool, typer.Option("--json", help=_("Écrire du JSON."))] = False,
) -> None:
    """Print the digest of the content, and that of what scores depend on."""
    found = digests(questionnaire)
    if not found.is_canonical:
        warn(_("Le fichier n’a pas la forme canonique : l’empreinte est celle de cette forme."))
    if json:
        print_json(
            {
                "reference": found.reference,
                "content_digest": found.content,
                "scoring_digest": found.scoring,
                "canonical": found.is_canonical,
            }
        )
        return
    out = console()
    out.print(_("Contenu : {digest}", digest=found.content))
    out.print(_("Scores : {digest}", digest=found.scoring))
