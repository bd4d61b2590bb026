"""What a person is told about saving: a sign in the bar, and a banner once something is wrong."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from cap_desktop.errors import CapError, NotReached, NotSaved
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.saved_sign import SavedSign

if TYPE_CHECKING:
    from cap_desktop.gui.window.banner import Banner

UNDER_THE_BAR = 1


class SaveStatus(QObject):
    """Follows the session; the banner is made once there is something to say."""

    def __init__(self, look: Look, session: Session, sign: SavedSign, column: QVBoxLayout) -> None:
        """The banner takes its place in `column`, under the top bar."""
        super().__init__(column)
        self._look, self._session = look, session
        self._sign, self._column = sign, column
        self._has_banner = False
        session.saving.connect(sign.begin)
        session.saved.connect(self._show_saved)
        session.not_saved.connect(self.say_error)

    @cached_property
    def banner(self) -> Banner:
        """One sentence under the top bar."""
        from cap_desktop.gui.window.banner import Banner  # start-up: all is well at first

        made = Banner(self._look)
        made.retried.connect(self._try_again)
        self._column.insertWidget(UNDER_THE_BAR, made)
        self._has_banner = True
        return made

    def say_error(self, error: CapError) -> None:
        """Say what could not be done, and whether what was typed still waits."""
        if self._session.unsaved and isinstance(error, NotSaved):
            self._sign.show_unsaved()
        elif not self._session.unsaved:
            self._sign.settle()
        can_retry = isinstance(error, NotSaved | NotReached)
        self.banner.say_error(error, can_retry=can_retry)

    def _try_again(self) -> None:
        """What was only asked says nothing when it comes: the banner leaves at once."""
        if not self._session.unsaved:
            self.banner.hide()
        self._session.try_again()

    def follow(self, former: SaveStatus) -> None:
        """Go on showing what a former window said."""
        self._sign.follow(former._sign)
        if former._has_banner and former.banner.is_said:
            self.banner.follow(former.banner)

    def _show_saved(self, at: str) -> None:
        if self._has_banner:
            self.banner.hide()
        self._sign.show_saved(at)
