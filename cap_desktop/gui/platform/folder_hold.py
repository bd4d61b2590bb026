"""One program on a folder of data: others are kept out, and a second start is heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cap_desktop.gui.platform.single_instance import hold
from cap_desktop.paths import DataFolder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

Release = Callable[[], None]


def first_window() -> ModuleType:
    """What the first program hears a second one by, or is called by."""
    from cap_desktop.gui.platform import first_window as heard  # start-up: once the data are open

    return heard


class FolderHold:
    """Follows the data where they are moved to."""

    def __init__(
        self,
        folder: DataFolder,
        clock: Callable[[], datetime],
        come_forward: Callable[[], None],
        *,
        take_over: bool,
    ) -> None:
        """Raises what ``hold`` does: where it may be open elsewhere, a person may take over."""
        self._folder, self._clock, self._come_forward = folder, clock, come_forward
        self._release = hold(folder, clock(), take_over=take_over)
        self._claimed: Release | None = None
        self._heard: QLocalServer | None = None

    def listen(self, parent: QObject) -> None:
        """Hear from now on whether the program is started again; once is enough."""
        if self._heard is None:
            heard = first_window().listen(self._folder.path, self._come_forward, parent)
            self._heard = heard

    def claim(self, folder: Path) -> Release:
        """Keep others out of the folder that the data move to; kept too if it all ends there."""
        release = hold(DataFolder(folder), self._clock())

        def let_go() -> None:
            self._claimed = None
            release()

        self._claimed = let_go
        return let_go

    def follow(self, folder: DataFolder, release: Release) -> None:
        """Let go of the folder that the data left; a second start is heard where they are now."""
        self._release()
        self._folder, self._release, self._claimed = folder, release, None
        if self._heard is not None:
            parent = self._heard.parent()
            self.stop_listening()
            self._heard = None
            if parent is not None:
                self.listen(parent)

    def stop_listening(self) -> None:
        """Hear nothing more."""
        if self._heard is not None:
            self._heard.close()
            # What it calls is the program, which would hear for ever.
            self._heard.deleteLater()

    def let_go(self) -> None:
        """Let others in again."""
        self._release()
        if self._claimed is not None:
            self._claimed()
