"""What a person is told about saving: a sign in the bar, and a banner once something is wrong."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from cap_desktop.errors import CapError, NotReached, NotSaved
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.saved_sign import SavedSign

if TYPE_CHECKING:
    from cap_desktop.gui.window.banner import Banner
    from cap_desktop.gui.window.damage_bar import DamageBar
    from cap_desktop.services.folder.damage import DamagedItem

UNDER_THE_BAR = 1


class SaveStatus(QObject):
    """Follows the session; the bars are made once there is something to say."""

    wanted = Signal(object)
    """A ``Destination`` or a ``Task`` that the bar of damage asks for."""

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
    def damage(self) -> DamageBar:
        """What was damaged, under the top bar too."""
        made = self._bars()[1](self._look)
        made.wanted.connect(self.wanted)
        self._column.insertWidget(UNDER_THE_BAR, made)
        return made

    def stand_aside(self, *, is_aside: bool) -> None:
        """Say nothing of what was damaged where the page in sight does."""
        if "damage" in self.__dict__:
            self.damage.stand_aside(is_aside=is_aside)

    def show_damage(self, items: tuple[DamagedItem, ...], *, is_aloud: bool = True) -> None:
        """Say what was damaged, or that nothing is any more."""
        if items or "damage" in self.__dict__:
            self.damage.show_items(items, is_aloud=is_aloud)

    @cached_property
    def banner(self) -> Banner:
        """One sentence under the top bar."""
        made = self._bars()[0](self._look)
        made.retried.connect(self._try_again)
        self._column.insertWidget(UNDER_THE_BAR, made)
        self._has_banner = True
        return made

    @staticmethod
    def _bars() -> tuple[type[Banner], type[DamageBar]]:
        from cap_desktop.gui.window import banner, damage_bar  # start-up: all is well at first

        return banner.Banner, damage_bar.DamageBar

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
        if "damage" in former.__dict__ and former.damage.is_wanted:
            self.show_damage(former.damage.items, is_aloud=False)

    def _show_saved(self, at: str) -> None:
        if self._has_banner:
            self.banner.hide()
        self._sign.show_saved(at)
