"""An erasure that is written down in the folder, and that nobody here has agreed to: said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cap_desktop.gui.session.destinations import ToYourData
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.domain.answers.erasure import Erasure
    from cap_desktop.gui.window.main_window import MainWindow
    from cap_desktop.services.folder.local_data import LocalData


class WaitingErasure(QObject):
    """Asks once the data are open, and leads to the page where it is gone on with or given up."""

    def __init__(self, session: Session, data: LocalData, window: Callable[[], MainWindow]) -> None:
        """The window may be another one later."""
        super().__init__(session)
        self._session, self._data, self._window = session, data, window
        session.ready.connect(self._look)

    def _look(self) -> None:
        self._session.asker.ask(
            lambda _services: self._data.waiting_order(), self._tell, self._session.not_saved.emit
        )

    def _tell(self, waiting: Erasure | None) -> None:
        if waiting is None:
            return
        window = self._window()
        words = _("Un effacement attend votre accord. Rien n’est effacé sans vous.")
        window.strip.say(words, (_("Voir"), lambda: window.go(ToYourData())), stays=True)
