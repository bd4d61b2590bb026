"""The keys of the answering page, and what Enter presses there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractItemView, QApplication

from cap_desktop.gui.answering.answering_layout import AnsweringLayout
from cap_desktop.gui.kit.binding import KeyAct, bind_keys, press_button
from cap_desktop.gui.kit.page import Page

DIGITS = "0123456789"


class AnsweringKeys:
    """Binds the keys of the page; what they press beside the columns is given to it."""

    are_letters_on = True

    def __init__(self, page: Page, columns: AnsweringLayout) -> None:
        self._page, self._columns = page, columns

    def bind_acts(self, discuss: KeyAct, turn_na: KeyAct, clear: KeyAct) -> None:
        """Bind what chooses, and what is done with a letter; a person may want no letter."""
        own: dict[str, KeyAct] = {
            "C": self._go_to_comment,
            "D": discuss,
            "N": turn_na,
            "L": self._columns.pane.listening.toggle,
            "P": self._columns.help.add_evidence,
        }
        keys: dict[str, KeyAct] = {digit: partial(self._choose, int(digit)) for digit in DIGITS}
        bind_keys(self._page, keys | own, are_on=lambda: self.are_letters_on)
        bind_keys(self._page, dict.fromkeys(("Del", "Backspace"), clear))

    def bind_moves(self, go_next: KeyAct, go_back: KeyAct, escape: KeyAct) -> None:
        """Bind what goes to another place, even from a text."""
        enter = partial(self._press_enter, self._columns.footer.press_next)
        moves: dict[str, KeyAct] = {
            "Alt+Right": go_next,
            "Alt+Left": go_back,
            "Escape": escape,
        }
        bind_keys(self._page, moves, in_texts=True)
        # In a text, the text itself takes Enter before it gets here; held down, it is one press.
        bind_keys(self._page, dict.fromkeys(("Return", "Enter"), enter), in_texts=True, once=True)

    def _choose(self, digit: int) -> None:
        field = self._columns.pane.field
        if field is None or not field.isEnabled() or not field.choose(digit):
            return
        self._columns.in_sight.reveal()
        if field.is_kept:
            self._columns.pane.say_why_kept()

    def _press_enter(self, go_next: KeyAct) -> None:
        """Press what has the focus; from a figure, keep it, then go on."""
        if not press_focused() and all(field.enter() for field in self._columns.fields()):
            go_next()

    def _go_to_comment(self) -> None:
        if self._columns.pane.field is not None:
            self._columns.ensure_help()
            self._columns.help.comment.edit.setFocus()


def press_focused() -> bool:
    """Press what has the focus, where Enter is meant for it; False where it is not.

    On an answer, Enter is « next »: Space is what chooses it.
    """
    if press_button():
        return True
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractItemView):
        focused.activated.emit(focused.currentIndex())
        return True
    return False
