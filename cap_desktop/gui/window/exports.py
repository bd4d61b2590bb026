"""Reports and copies of the plan, from the wish to the file: where, how far, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.errors import CapError
from cap_desktop.gui.kit.work_bar import WorkBar
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.platform.system_dialogs import open_path
from cap_desktop.gui.presentation.exports import EXPORTS, REPORTS, words_of
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.strip import Strip
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.gui.window.report_presenter import ReportPresenter


class Exports(QObject):
    """Has one file made at a time; what it shows stands at the foot of the window."""

    failed = Signal(object)

    def __init__(
        self,
        look: Look,
        session: Session,
        desk: Callable[[], ReportPresenter],
        column: QVBoxLayout,
        strip: Strip,
        ask_path: Callable[[str, str, str], Path | None],
        window: QWidget,
    ) -> None:
        """`desk` is asked for at the first wish; what is being made takes its place in `column`."""
        super().__init__(window)
        self._look, self._session, self._strip = look, session, strip
        self._desk, self._column = desk, column
        self.ask_path = ask_path
        self.open_path: Callable[[Path], None] = open_path
        self._making = ""

    @cached_property
    def work(self) -> WorkBar:
        """How far the file that is being made is."""
        made, desk = WorkBar(self._look), self._desk()
        self._column.addWidget(made)
        made.stop_wanted.connect(desk.stop)
        desk.progressed.connect(made.show_progress)
        desk.stopped.connect(self._end)
        desk.written.connect(self._say_written)
        desk.failed.connect(self._say_failed)
        return made

    def make(self, kind: str) -> None:
        """Ask where to write a report or a copy of the plan, then have it made."""
        export = EXPORTS.get(kind)
        if export is None or self._session.current is None:
            return
        desk, words = self._desk(), words_of(export)
        path = self.ask_path(words, desk.name_for(export), f"*.{export.ending}")
        if path is not None and not desk.is_busy:
            self._begin(words)
            desk.make(export, path)

    def follow(self, former: Exports) -> None:
        """Go on saying how far the file is that a former window asked for."""
        if former._making:
            self._begin(former._making)

    def _begin(self, words: str) -> None:
        self._making = words
        self.work.begin(words)

    def _end(self) -> None:
        self._making = ""
        self.work.end()

    def _say_written(self, path: Path) -> None:
        self._end()
        is_report = any(path.suffix == f".{export.ending}" for export in REPORTS)
        self._strip.say(
            _(
                "Enregistré dans «\u00a0{folder}\u00a0»\u00a0: {name}",
                folder=path.parent.name or str(path.parent),
                name=path.name,
            ),
            (
                _("Ouvrir le rapport") if is_report else _("Ouvrir le fichier"),
                lambda: self.open_path(path),
            ),
            (_("Ouvrir le dossier"), lambda: self.open_path(path.parent)),
            stays=True,
        )

    def say_with_folder(self, text: str, folder: Path) -> None:
        """Say something of a folder, which can then be opened."""
        act = (_("Ouvrir le dossier"), lambda: self.open_path(folder))
        self._strip.say(text, act, stays=True)

    def _say_failed(self, error: CapError) -> None:
        self._end()
        self.failed.emit(error)
