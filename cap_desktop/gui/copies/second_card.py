"""The card of the second folder: a key, or one that another program takes elsewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cap_desktop.gui.copies.copy_words import second_state, second_words
from cap_desktop.gui.kit.basics import button, label, section_title
from cap_desktop.gui.look.look import BODY, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _

if TYPE_CHECKING:
    from cap_desktop.services.folder.copies import SecondFolder


class SecondCard(QFrame):
    """Says where copies go too; what can be done about it are its buttons."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("box", "card")
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(section_title(look, "hard-drive", _("Un deuxième dossier")), 1)
        self.state = label(look, "", SMALL, SEMIBOLD, "success")
        self.state.setWordWrap(False)
        head.addWidget(self.state)
        column.addLayout(head)
        self.words = label(look, "", BODY)
        column.addWidget(self.words)
        column.addWidget(
            label(look, _("Chaque copie y est relue après l’écriture."), SMALL, tone="secondary")
        )
        row = QHBoxLayout()
        self.choose = button(look, _("Choisir un dossier"), icon="folder-open")
        self.drop = button(look, _("Retirer"), "quiet")
        self.drop.setAccessibleName(_("Retirer le deuxième dossier"))
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch(1)
        column.addLayout(row)
        self.show_folder(None, date.min)

    def show_folder(self, second: SecondFolder | None, today: date) -> None:
        """Show how the folder is."""
        self.words.setText(second_words(second, today))
        state, tone = second_state(second, today)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.state.setProperty("tone", tone)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        words = _("Choisir un dossier") if second is None else _("Changer")
        self.choose.setText(f" {words}")
        self.choose.setAccessibleName(words if second is None else _("Changer de deuxième dossier"))
        self.drop.setVisible(second is not None)
