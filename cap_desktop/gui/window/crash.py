"""What nobody foresaw: told calmly, written down for whoever helps, never shown as a trace."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from cap_desktop.gui.look.choice import colours_of
from cap_desktop.gui.look.look import Look
from cap_desktop.notices.details import trace_of
from cap_desktop.private import opener

LIMIT = 256 * 1024
"""The log starts again above this many bytes: it is for the last faults, not for ever."""


def tell_faults(log: Path, window: Callable[[], Look | None]) -> None:
    """From now on, tell what reaches nobody else; `window` gives the look of what is shown."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = trace_of(error.with_traceback(trace))
        _write(log, details)
        # Start-up: most runs have nothing to tell.
        from cap_desktop.gui.window.fault_dialog import tell

        tell(window() or Look(colours_of("system")), details)

    sys.excepthook = hook


def _write(log: Path, details: str) -> None:
    try:
        mode = "a" if log.exists() and log.stat().st_size < LIMIT else "w"
        with open(log, mode, encoding="utf-8", opener=opener) as stream:
            stream.write(details + "\n")
    except OSError:
        return  # the dialog holds the same words
