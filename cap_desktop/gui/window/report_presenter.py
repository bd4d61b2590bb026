"""Reports and copies of the plan: gathered on the storage lane, made on the work lane.

The window goes on meanwhile; the work says how far it is, and can be stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cap_desktop.errors import Cancelled, CapError
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.gui.presentation.exports import Export
from cap_desktop.gui.session.lane import Lane
from cap_desktop.gui.session.session import Session
from cap_desktop.reports.file_name import file_name

if TYPE_CHECKING:
    from cap_desktop.reports.report_data import ReportData


class ReportPresenter(QObject):
    """Makes one file at a time: what is asked for meanwhile is not heard."""

    progressed = Signal(int, int)
    written = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        lane: Lane,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`lane` is the work lane: it never touches the database."""
        super().__init__(parent)
        self._session = session
        self._lane = lane
        self._clock = clock
        self._is_stopped = False
        self.is_busy = False

    def name_for(self, export: Export) -> str:
        """The name that the file is given unless another is chosen."""
        opened = self._session.current
        if opened is None:
            return f"CAP.{export.ending}"
        return file_name(export.name, opened.assessment.year, opened.structure.name, export.ending)

    def make(self, export: Export, path: Path) -> None:
        """Write a file; `written` brings its path, `stopped` or `failed` why there is none."""
        opened = self._session.current
        if self.is_busy or opened is None:
            return
        self.is_busy, self._is_stopped = True, False
        year = opened.assessment.id
        # What waits to be saved is part of the report.
        self._session.saver.when_saved(
            lambda: self._session.asker.ask(
                lambda services: services.reports.data(year),
                lambda data: self._make(data, export, path),
                self._show_failure,
            ),
            self._show_failure,
        )

    def stop(self) -> None:
        """Stop at the next page; nothing is written then."""
        self._is_stopped = True

    def _make(self, data: ReportData, export: Export, path: Path) -> None:
        moment = self._clock()

        def work() -> Path:
            content = self._bytes(data, export, moment)
            if self._is_stopped:
                raise Cancelled
            write_whole(path, content)
            return path

        self._lane.submit(work, self._show_written, self._show_failure)

    def _bytes(self, data: ReportData, export: Export, moment: datetime) -> bytes:
        """Runs on the work lane; a signal is how it speaks to the window."""
        # On the work lane: what draws takes time, and the window goes on.
        from cap_desktop.services.local import reports

        extent: reports.Extent = "synthesis" if export.is_synthesis else "full"
        if export.ending == "pdf":
            return reports.pdf(
                data, extent, progress=self.progressed.emit, stop=lambda: self._is_stopped
            )
        if export.ending == "html":
            return reports.html(data, extent)
        make = {
            "xlsx": reports.workbook,
            "docx": reports.document,
            "ics": reports.calendar,
            "indicators": reports.indicators,
        }
        return make[export.kind](data, moment)

    def _show_written(self, path: Path) -> None:
        self.is_busy = False
        self.written.emit(path)

    def _show_failure(self, error: CapError) -> None:
        self.is_busy = False
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)
