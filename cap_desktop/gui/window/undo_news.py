"""Taking back: where it acts the window goes, and what it did is said in the strip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cap_desktop.gui.session.destinations import (
    Destination,
    ToBeginning,
    ToCopies,
    ToCopy,
    ToHelp,
    ToPreferences,
)
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.undo_steps import Moved
from cap_desktop.gui.window.page_stack import PageStack
from cap_desktop.gui.window.strip import Strip
from cap_desktop.gui.window.top_bar import TopBar
from cap_desktop.i18n import _

OUT_OF_REACH = (ToPreferences, ToHelp, ToBeginning, ToCopies, ToCopy)
"""Where nothing of an assessment can be seen: nothing of it is taken back there."""


class UndoNews(QObject):
    """Follows the steps of the session; the strip goes with the step that it offers to take back.

    The window goes to a step that is taken back by `undo` and `redo`, which the person asks for.
    """

    def __init__(
        self,
        session: Session,
        bar: TopBar,
        pages: PageStack,
        strip: Strip,
        go: Callable[[Destination], None],
    ) -> None:
        """`go` leads to another place, and leaves what is typed as it is."""
        super().__init__(pages)
        self._steps, self._bar, self._pages = session.undo_stack, bar, pages
        self._strip, self._go = strip, go
        self._where: Destination | None = None
        self._steps.stepped.connect(self._tell)
        self._steps.undoTextChanged.connect(self._show)
        # By a method of this: the strip knows no end, and a session outlives its windows.
        session.opened.connect(self._forget)
        bar.undo_wanted.connect(self.undo)
        pages.currentChanged.connect(self._show_here)
        self._show_here()

    def undo(self) -> None:
        """Take the last step back, and show it."""
        if self._is_within_reach():
            self._move(self._steps.undo)

    def redo(self) -> None:
        """Do again the last step that was taken back, and show it."""
        if self._is_within_reach():
            self._move(self._steps.redo)

    def _move(self, move: Callable[[], None]) -> None:
        self._where = None
        move()
        self._follow(self._where)

    def _follow(self, where: Destination | None) -> None:
        if where is not None and not self._is_at(where):
            self._go(where)

    def _forget(self) -> None:
        self._strip.drop_offer()

    def _is_at(self, where: Destination) -> bool:
        page = self._pages.page_of(where)
        return self._pages.currentWidget() is page and page.is_at(where)

    def _is_within_reach(self) -> bool:
        if not isinstance(self._pages.here, OUT_OF_REACH):
            return True
        if self._steps.canUndo() or self._steps.canRedo():
            self._strip.say_of_page(_("Ici, «\u00a0Annuler\u00a0» ne touche pas à vos réponses."))
        return False

    def _show_here(self) -> None:
        self._strip.leave_page()
        self._show(self._steps.undoText())

    def _show(self, words: str) -> None:
        is_out = isinstance(self._pages.here, OUT_OF_REACH)
        self._bar.show_undo("" if is_out else words)

    def _tell(self, moved: Moved) -> None:
        self._where = moved.told.where
        if moved.way == "undone":
            self._strip.offer(_undone_words(moved), _("Rétablir"), self.redo)
        elif moved.way == "redone" or moved.told.is_offered:
            self._strip.offer(_done_words(moved), _("Annuler"), self.undo)
        else:
            self._strip.drop_offer()


def _undone_words(moved: Moved) -> str:
    return moved.told.undone or _("Annulé\u00a0: {what}.", what=moved.label)


def _done_words(moved: Moved) -> str:
    done = moved.told.done
    return done or _("Rétabli\u00a0: {what}.", what=moved.label)
