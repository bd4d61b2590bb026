"""`cap-desktop`: reads the command line, runs a command, returns its exit code.

0 done, 1 the questionnaire is not valid, 2 the input cannot be used.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from cap_desktop import __version__
from cap_desktop.cli import compare, demo, dispersion, report, score
from cap_desktop.cli.french import FrenchCommand, FrenchGroup, refusal
from cap_desktop.cli.questionnaire import check, diff, digest, schema, stats
from cap_desktop.errors import CapError
from cap_desktop.i18n import _

UNUSABLE = 2


def application() -> typer.Typer:
    """Build the commands."""
    app = typer.Typer(
        cls=FrenchGroup,
        add_completion=False,
        help=_(
            "CAP Desktop sans fenêtre : scores, comparaisons et contrôle des questionnaires.\n"
            "Sans commande, « cap-desktop » ouvre la fenêtre."
        ),
    )
    app.callback()(of_all_commands)
    _add(
        app,
        {
            "score": score.score,
            "compare": compare.compare,
            "dispersion": dispersion.dispersion,
            "report": report.report,
            "demo": demo.demo,
        },
    )
    questionnaire = typer.Typer(
        cls=FrenchGroup, help=_("Contrôler, nommer et comparer des questionnaires.")
    )
    _add(
        questionnaire,
        {
            "check": check.check,
            "schema": schema.schema,
            "digest": digest.digest,
            "diff": diff.diff,
            "stats": stats.stats,
        },
    )
    app.add_typer(questionnaire, name="questionnaire")
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


def _add(group: typer.Typer, commands: dict[str, Callable[..., object]]) -> None:
    for name, function in commands.items():
        group.command(name, cls=FrenchCommand)(function)


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
        from cap_desktop.notices.errors import notice

        sys.stderr.write(notice(error) + "\n")
        return UNUSABLE
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
        from cap_desktop.errors import OutputDenied
        from cap_desktop.notices.errors import notice

        _mute()
        said = notice(OutputDenied(Path(_("la sortie")), error.errno or 0))
        sys.stderr.write(said + "\n")
        return UNUSABLE
    return code if isinstance(code, int) else 0


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
