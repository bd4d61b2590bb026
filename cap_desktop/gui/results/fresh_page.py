"""A page that is drawn again only when it is looked at, and only if something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import scrolled
from cap_desktop.gui.kit.focus_kept import focus_kept
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.session import Session

if TYPE_CHECKING:
    from cap_desktop.services.local.open_assessment import OpenAssessment


class FreshPage(Page):
    """A scrolling page about the open assessment; saving elsewhere costs it nothing."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.session = session
        self.inside = QWidget()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(self.inside)
        page.addWidget(self.area)
        self._stale = True
        session.opened.connect(self._forget)
        session.changed.connect(self._forget)

    def refresh(self) -> None:
        """Draw the page again where something changed since."""
        opened = self.session.current
        if opened is not None and self._stale:
            self._stale = False
            with focus_kept(self.inside):
                self.draw(opened)

    def draw(self, opened: OpenAssessment) -> None:
        """Show an assessment: what each page does its own way."""
        raise NotImplementedError

    def _forget(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()
