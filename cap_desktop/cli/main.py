"""`cap-desktop`: reads the command line, runs a command, returns its exit code.

0 done, 1 the questionnaire is not valid or the data are damaged, 2 the input cannot be used.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from cap_desktop import __version__
from cap_desktop.cli.french import refusal
from cap_desktop.cli.lazy_group import LazyGroup
from cap_desktop.errors import CapError, OutputDenied
from cap_desktop.i18n import _

UNUSABLE = 2


class QuestionnaireCommands(LazyGroup):
    """What is done with questionnaires themselves."""

    package = "cap_desktop.cli.questionnaire"
    summaries = {
        "check": _("Contrôler un questionnaire."),
        "schema": _("Écrire le schéma JSON d’un questionnaire."),
        "digest": _("Donner l’empreinte d’un questionnaire, et celle de ce qui décide des scores."),
        "diff": _("Comparer deux versions d’un questionnaire et dire le numéro qu’il leur faut."),
        "stats": _("Compter les questions, les poids, les référentiels couverts et la longueur."),
    }


class AnswersCommands(LazyGroup):
    """What is done with a file of answers."""

    package = "cap_desktop.cli.answers"
    summaries = {
        "to-xlsx": _("Écrire le questionnaire et ses réponses dans un classeur à remplir."),
        "from-xlsx": _("Lire un classeur rempli, .xlsx ou .ods, et écrire ses réponses."),
    }


class Commands(LazyGroup):
    """What is done with the answers of structures."""

    package = "cap_desktop.cli"
    summaries = {
        "score": _("Calculer les scores d’une structure à partir de ses réponses."),
        "compare": _("Comparer deux années, même si le questionnaire a changé."),
        "dispersion": _("Mesurer l’écart entre plusieurs réponses à une même question."),
        "report": _("Écrire le rapport d’une année, ou son plan, dans un fichier."),
        "verify": _("Vérifier qu’un dossier de données est intact, sans y toucher."),
        "demo": _(
            "Créer un espace de démonstration : trois structures fictives, trois années chacune."
        ),
    }


def application() -> typer.Typer:
    """Build the groups of commands."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        help=_(
            "CAP Desktop sans fenêtre : scores, comparaisons et contrôle des questionnaires.\n"
            "Sans commande, « cap-desktop » ouvre la fenêtre."
        ),
    )
    app.callback()(of_all_commands)
    questionnaire = typer.Typer(
        cls=QuestionnaireCommands, help=_("Contrôler, nommer et comparer des questionnaires.")
    )
    app.add_typer(questionnaire, name="questionnaire")
    answers = typer.Typer(
        cls=AnswersCommands, help=_("Échanger des réponses avec un tableur, dans les deux sens.")
    )
    app.add_typer(answers, name="answers")
    return app


def print_version(asked: bool) -> None:
    """Print the version, and nothing else, where it is asked for."""
    if asked:
        sys.stdout.write(f"CAP Desktop {__version__}\n")
        raise typer.Exit


def of_all_commands(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=print_version, help=_("Afficher la version.")
        ),
    ] = False,
) -> None:
    """What may be asked without a command."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _write_utf8()
    command = typer.main.get_command(application())
    try:
        code = command.main(
            args=None if arguments is None else list(arguments),
            prog_name="cap-desktop",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except CapError as error:
        return _refuse(error)
    except TyperException as error:
        sys.stderr.write(refusal(error) + "\n")
        return UNUSABLE
    except (Abort, KeyboardInterrupt):
        return 130
    except (BrokenPipeError, SystemExit):
        # The reader has left, as `| head` does: what it wanted was written. Typer ends the
        # process itself at that, and at nothing else.
        _mute()
        return 0
    except OSError as error:
        _mute()
        return _refuse(OutputDenied(Path(_("la sortie")), error.errno or 0))
    return code if isinstance(code, int) else 0


def _refuse(error: CapError) -> int:
    """Say what cannot be used; return the exit code."""
    from cap_desktop.notices.errors import notice  # start-up: help and success say nothing

    sys.stderr.write(notice(error) + "\n")
    return UNUSABLE


def _mute() -> None:
    """Write no more: what Python still holds for the output goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_utf8() -> None:
    if getattr(sys, "stdout", None) is None:
        # Started without any output, as a service may be.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
