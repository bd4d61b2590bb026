"""Why a question does not apply: asked in place, above the answers."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_parsing import must_be_reasoned
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.questionnaire.questions import BaseQuestion
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.choice import Choice
from cap_desktop.gui.kit.text_field import TextField
from cap_desktop.gui.look.look import CARD_PADDING, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.states import REASON_TO_CHOOSE, REASON_TO_WRITE

LINES = 2


class NaReason(QFrame):
    """A card with the reasons to choose from, where there are, and one text; saved at once.

    Left without a reason that is required, it stays, and says so.
    """

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
        self.choice = Choice(look, _("Non applicable. Raison"))
        column.addWidget(self.choice)
        self.field = TextField(look, _("Pourquoi ?"), LINES, check=self._fault_of)
        column.addWidget(self.field)
        self.note = label(look, "", SMALL, SEMIBOLD, "warning")
        column.addWidget(self.note)

    def show_asked(self, question: BaseQuestion, answer: Answer) -> None:
        """Say whether a reason is waited for: chosen where there is a list, else written."""
        reasons = question.na.reasons
        self.choice.setVisible(bool(reasons))
        if reasons:
            options = [(reason.id, reason.title) for reason in reasons]
            self.choice.show_options([("", _(REASON_TO_CHOOSE)), *options], answer.reason_id)
            self._show_precision(is_chosen=bool(answer.reason_id))
        else:
            self._show_written(is_required=must_be_reasoned(question), is_saved=answer.na)

    def _show_precision(self, *, is_chosen: bool) -> None:
        """The text only adds to what is chosen; until it is, the answer stands without."""
        self.title.setText(_("Non applicable. Pourquoi ?"))
        self.field.edit.setAccessibleName(_("Non applicable. Précision, facultative"))
        self.field.edit.setPlaceholderText(_("Précision, si besoin"))
        self.field.edit.setAccessibleDescription("")
        self.note.setText(_("{what}.", what=_(REASON_TO_CHOOSE)))
        self.note.setVisible(not is_chosen)
        self._has_to_stay = False

    def _show_written(self, *, is_required: bool, is_saved: bool) -> None:
        self.field.edit.setPlaceholderText("")
        asked = _("Non applicable. Pourquoi ?")
        named = _("Non applicable. Raison, obligatoire")
        if not is_required:
            asked = _("Non applicable. Pourquoi ? (facultatif)")
            named = _("Non applicable. Raison, facultative")
        self.title.setText(asked)
        self.field.edit.setAccessibleName(named)
        waits = _("{what}\u00a0: la question reste sans réponse d’ici là.", what=_(REASON_TO_WRITE))
        self.note.setText(waits)
        self.field.edit.setAccessibleDescription("" if is_saved or not is_required else waits)
        self.note.setVisible(is_required and not is_saved)
        self._has_to_stay = is_required and is_saved

    def _fault_of(self, reason: str) -> str:
        """A reason that is required can be changed; it cannot be taken away."""
        if reason or not self._has_to_stay:
            return ""
        return _("Écrivez une raison. La précédente reste enregistrée.")
