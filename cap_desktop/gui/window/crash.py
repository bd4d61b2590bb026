"""What nobody foresaw is told calmly, and leaves no trace on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from cap_desktop.gui.look.choice import colours_of
from cap_desktop.gui.look.look import Look


def tell_faults(log: Path, window: Callable[[], Look | None]) -> None:
    """From now on, tell what reaches nobody else; `window` gives the look of what is shown."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        # Start-up: most runs have nothing to tell.
        from cap_desktop.gui.window.fault_dialog import tell

        tell(error.with_traceback(trace), log, lambda: window() or Look(colours_of("system")))

    sys.excepthook = hook
