"""The one strip of the window, at its foot: what was just done, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from cap_desktop.gui.look.look import Look

if TYPE_CHECKING:
    from cap_desktop.gui.kit.toast import Act, Toast
    from cap_desktop.gui.kit.zones import Zone


class Strip:
    """What is said last takes the place of what was said before; made at the first words."""

    def __init__(
        self, look: Look, column: QVBoxLayout, focus_elsewhere: Callable[[], None]
    ) -> None:
        """It stands at the end of `column`; `focus_elsewhere` is where the keyboard goes from it.

        That is only where what had the focus before the strip can take it no more.
        """
        self._look, self._column = look, column
        self._focus_elsewhere = focus_elsewhere
        self._is_offer = self._is_of_page = False

    @cached_property
    def toast(self) -> Toast:
        """What holds the words and the buttons."""
        from cap_desktop.gui.kit.toast import Toast  # start-up: once there is something to say

        made = Toast(self._look)
        made.left.connect(self._focus_elsewhere)
        self._column.addWidget(made)
        return made

    def say(self, words: str, *acts: Act, stays: bool = False) -> None:
        """Say something that can be acted upon, or nothing but a fact."""
        self._is_offer = self._is_of_page = False
        self.toast.say(words, *acts, stays=stays)

    def say_of_page(self, words: str) -> None:
        """Say what is true of the page in sight, until it is left."""
        self.say(words)
        self._is_of_page = True

    def leave_page(self) -> None:
        """Another page is shown: what was said of the one before is true no more."""
        if self._is_of_page:
            self._is_of_page = False
            self.toast.go()

    def offer(self, words: str, act: str, wanted: Callable[[], None]) -> None:
        """Say what was done, and offer to take it back for as long as it is the last thing done."""
        self.toast.say(words, (act, wanted))
        self._is_offer, self._is_of_page = True, False

    def drop_offer(self) -> None:
        """Something else was done: what is offered would no longer take that back."""
        if self._is_offer:
            self._is_offer = False
            self.toast.go()

    def zones(self) -> tuple[Zone, ...]:
        """The strip among the zones of F6, while it is shown."""
        if "toast" not in self.__dict__ or self.toast.isHidden():
            return ()
        return ((self.toast, self.toast.first),)
