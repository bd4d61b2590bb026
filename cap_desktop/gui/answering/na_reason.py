"""Why a question does not apply: asked in place, above the answers."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.text_field import TextField
from cap_desktop.gui.look.look import CARD_PADDING, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _

LINES = 2


class NaReason(QFrame):
    """A card with one text; saved as it is typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "card")
        side = look.px(CARD_PADDING)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, look.px(14), side, look.px(14))
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        self.title = label(look, "", SMALL, SEMIBOLD)
        head.addWidget(self.title, 1)
        self.take_back = button(look, _("Répondre quand même"), "link")
        head.addWidget(self.take_back)
        column.addLayout(head)
        self._has_to_stay = False
        self.field = TextField(look, _("Pourquoi ?"), LINES, check=self._fault_of)
        self.title.setBuddy(self.field.edit)
        column.addWidget(self.field)
        self.note = label(look, _("Écrivez une raison pour enregistrer."), SMALL, tone="secondary")
        column.addWidget(self.note)

    def show_asked(self, *, is_required: bool, is_saved: bool) -> None:
        """Say whether a reason is waited for."""
        if is_required:
            self.title.setText(_("Non applicable. Pourquoi ?"))
        else:
            self.title.setText(_("Non applicable. Pourquoi ? (facultatif)"))
        self.note.setVisible(is_required and not is_saved)
        self._has_to_stay = is_required and is_saved

    def _fault_of(self, reason: str) -> str:
        """A reason that is required can be changed; it cannot be taken away."""
        if reason or not self._has_to_stay:
            return ""
        return _("Écrivez une raison. La précédente reste enregistrée.")
