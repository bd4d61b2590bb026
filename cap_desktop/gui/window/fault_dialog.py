"""A fault that the program does not know: told to the person, written down for whoever helps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.notices.details import trace_of
from cap_desktop.notices.notice import Notice
from cap_desktop.private import opener

LIMIT = 256 * 1024
"""The log starts again above this many bytes: it is for the last faults, not for ever."""


def tell(error: BaseException, log: Path, look: Callable[[], Look]) -> None:
    """Say that something did not come off, and go on; the details can be copied."""
    details = trace_of(error)
    _write(log, details)
    told = Notice(
        _("Une opération n’a pas abouti"),
        _("CAP Desktop a rencontré une erreur qu’il ne connaît pas."),
        # Nobody has looked: it is not said that all is well.
        _("Vos données n’ont pas été relues à cette occasion."),
        _("Fermez puis rouvrez CAP Desktop. Si cela revient, envoyez les détails à l’assistance."),
    )
    Decision(look(), told, (DecisionAct("go", _("Continuer")),), details).exec()


def _write(log: Path, details: str) -> None:
    try:
        mode = "a" if log.exists() and log.stat().st_size < LIMIT else "w"
        with open(log, mode, encoding="utf-8", opener=opener) as stream:
            stream.write(details + "\n")
    except OSError:
        return  # the dialog holds the same words
