"""Beside the first steps: what the program is for, the steps, and what it promises."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import BOLD, CARD, HEADING, SMALL, Look
from cap_desktop.gui.structure.step_list import StepList
from cap_desktop.i18n import _

PANEL = 380


class StepPanel(QFrame):
    """Shows the three steps by their titles."""

    def __init__(self, look: Look, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look.px
        self.setProperty("box", "panel")
        self.setFixedWidth(px(PANEL))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(36), px(40), px(36), px(40))
        column.setSpacing(px(24))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(IconLabel(look, "compass", "accent", 40))
        head.addWidget(label(look, "CAP Desktop", HEADING + 2, BOLD), 1)
        column.addLayout(head)
        text = _(
            "Faites le point, ensemble, sur vos pratiques et sur ce que vous apportez à votre "
            "territoire."
        )
        column.addWidget(label(look, text, CARD))
        lines = (_("Ce que vous allez faire"), _("Deux minutes"), _("Une personne ou un groupe"))
        self._list = StepList(look, tuple(zip(titles, lines, strict=True)))
        column.addWidget(self._list)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(IconLabel(look, "lock", "accent", 22), alignment=Qt.AlignmentFlag.AlignTop)
        promise = _("Tout reste sur cet ordinateur. Rien n’est envoyé sans votre accord.")
        foot.addWidget(label(look, promise, SMALL), 1)
        column.addLayout(foot)

    def show_step(self, step: int) -> None:
        """Mark a step, counted from 0, as the one that is going on."""
        self._list.show_step(step)
