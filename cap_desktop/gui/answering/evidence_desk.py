"""What is done with the files of a question: their copies are looked at, opened, put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QApplication, QWidget

from cap_desktop.errors import CapError
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.evidence_list import EvidenceList
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.platform.system_dialogs import FileDialogs, open_path
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.services.local.evidence import EvidenceSeen


class EvidenceDesk(QObject):
    """Stands between the list and the services; what fails is told by the session."""

    def __init__(
        self, session: Session, presenter: AnsweringPresenter, dialogs: FileDialogs, page: QWidget
    ) -> None:
        super().__init__(page)
        self.open_path: Callable[[Path], None] = open_path
        self._session, self._presenter, self._dialogs = session, presenter, dialogs
        self._page = page
        self._list: EvidenceList | None = None
        self._opened = ("", "")
        self._since = QElapsedTimer()

    def serve(self, shown: EvidenceList) -> None:
        """Do what a list of files asks for."""
        self._list = shown
        shown.choosing_wanted.connect(self._choose)
        shown.files_chosen.connect(self._add)
        shown.removal_wanted.connect(self._presenter.remove_evidence)
        shown.return_wanted.connect(self._presenter.restore_evidence)
        shown.look_wanted.connect(self._look)
        shown.opening_wanted.connect(self._open)
        shown.folder_wanted.connect(self._show_folder)
        shown.copy_wanted.connect(self._save_copy)
        shown.return_file_wanted.connect(self._put_back)

    def _choose(self) -> None:
        if self._list is not None:
            self._list.take(self._dialogs.ask_files(self._page, _("Ajouter une preuve")))

    def _add(self, question: str, paths: tuple[Path, ...]) -> None:
        for path in paths:
            self._presenter.add_evidence(question, path)

    # --- Copies -----------------------------------------------------------------------

    def _look(self, question: str) -> None:
        self._session.ask(lambda services, year: services.evidence.look(year, question), self._show)

    def _show(self, seen: EvidenceSeen) -> None:
        opened = self._session.current
        if self._list is None or opened is None or opened.assessment.id != seen.assessment:
            return
        self._list.show_missing(seen.question, seen.missing)

    def _open(self, question: str, name: str) -> None:
        asked = (question, name)
        pause = QApplication.doubleClickInterval()
        if asked == self._opened and not self._since.hasExpired(pause):
            return  # a double click opens once
        self._opened = asked
        self._since.start()
        self._lend(question, name, self.open_path)

    def _show_folder(self, question: str, name: str) -> None:
        self._lend(question, name, lambda path: self.open_path(path.parent))

    def _lend(self, question: str, name: str, show: Callable[[Path], None]) -> None:
        self._session.ask(
            lambda services, year: services.evidence.lend(year, question, name),
            show,
            lambda error: self._refused(question, error),
        )

    def _save_copy(self, question: str, name: str) -> None:
        target = self._dialogs.ask_path(
            self._page, _("Enregistrer une copie"), name, _("Tous les fichiers (*)")
        )
        if target is not None:
            self._session.ask(
                lambda services, year: services.evidence.save_copy(year, question, name, target),
                lambda _done: announce(self._page, _("Copie enregistrée.")),
                lambda error: self._refused(question, error),
            )

    def _put_back(self, question: str, name: str) -> None:
        title = _("Remettre le fichier «\u00a0{name}\u00a0»", name=name)
        source = next(iter(self._dialogs.ask_files(self._page, title)), None)
        if source is not None:
            self._session.ask(
                lambda services, year: services.evidence.put_back(year, question, name, source),
                self._show,
            )

    def _refused(self, question: str, error: CapError) -> None:
        """Tell why, and look again at what is there."""
        self._look(question)
        self._session.not_saved.emit(error)
