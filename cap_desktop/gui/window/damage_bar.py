"""The bar that says what was damaged, on every page, until it is settled or put off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.look.look import BODY, Look
from cap_desktop.gui.session.destinations import ToDamage
from cap_desktop.gui.session.tasks import SettleDamage
from cap_desktop.i18n import _
from cap_desktop.words.damaged import damaged_title
from cap_desktop.words.days import whole_day

if TYPE_CHECKING:
    from cap_desktop.services.folder.damage import DamagedItem

ROOMY = 980
"""Effective width from which one thing can be settled in the bar itself."""


class DamageBar(QFrame):
    """One thing is taken back, or left, from here; several are looked at one by one."""

    wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("box", "banner")
        row = QHBoxLayout(self)
        side = look.px(10)
        row.setContentsMargins(look.px(20), side, look.px(20), side)
        row.setSpacing(look.px(8))
        self.words = label(look, "", BODY)
        row.addWidget(self.words, 1)
        self.take = self._act(row, button(look, ""))
        self.take.clicked.connect(lambda: self._settle(are_taken=True))
        self.leave = self._act(row, button(look, _("Laisser vide"), "quiet"))
        self.leave.clicked.connect(lambda: self._settle(are_taken=False))
        self.look_at = self._act(row, button(look, _("Voir"), "quiet"))
        self.look_at.clicked.connect(lambda: self.wanted.emit(ToDamage()))
        self.later = self._act(row, button(look, _("Plus tard"), "quiet"))
        self.later.clicked.connect(self._put_off)
        self.items: tuple[DamagedItem, ...] = ()
        self.is_wanted = self._is_aside = False
        self.hide()

    def show_items(self, items: tuple[DamagedItem, ...], *, is_aloud: bool = True) -> None:
        """Say what cannot be read any more; nothing where nothing is."""
        self.items = items
        self.is_wanted = bool(items)
        self._show_or_hide()
        if not items:
            return
        said = damaged_title([item.name for item in items])
        words = _("{said}. Tout le reste a été relu.", said=said)
        self.words.setText(words)
        only = items[0] if len(items) == 1 else None
        if only is not None and only.copy is not None:
            self.take.setText(_("Reprendre de la copie du {day}", day=whole_day(only.copy)))
        for made in (self.take, self.leave, self.look_at, self.later):
            made.setAccessibleName(f"{made.text()}\u00a0: {said}")
        self._fit()
        if is_aloud:
            announce(self, words)

    def stand_aside(self, *, is_aside: bool) -> None:
        """Leave the word to the page that says it all."""
        self._is_aside = is_aside
        self._show_or_hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, the page has the other acts."""
        only = self.items[0] if len(self.items) == 1 else None
        has_room = self.width() / self._look.scale >= ROOMY
        self.take.setVisible(has_room and only is not None and only.copy is not None)
        self.leave.setVisible(has_room and only is not None)

    def _show_or_hide(self) -> None:
        self.setVisible(self.is_wanted and not self._is_aside)

    def _put_off(self) -> None:
        self.is_wanted = False
        self._show_or_hide()

    def _settle(self, *, are_taken: bool) -> None:
        item = self.items[0]
        self.wanted.emit(SettleDamage((item.number,), item.name, are_taken))

    def _act(self, row: QHBoxLayout, made: QPushButton) -> QPushButton:
        row.addWidget(made)
        return made
