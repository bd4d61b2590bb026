"""What can be done to several actions at once: above the table, once they are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.day_field import DayField
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import BODY, BUTTON, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _, counted
from cap_desktop.words.action_states import PRIORITIES, STATES
from cap_desktop.words.actions import field_name

ROOMY = 560
"""Width from which the fields stand side by side."""


class SeveralActions(QFrame):
    """Says how many are chosen; each choice is announced with the name of its field."""

    changed = Signal(str, object)
    """The name of a field in words, and the fields and values, as a dict."""
    removal_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("box", "hero")
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(6), px(10), px(10))
        column.setSpacing(px(6))
        row = QHBoxLayout()
        column.addLayout(row)
        self.words = label(look, "", SMALL, SEMIBOLD)
        self.words.setWordWrap(False)
        row.addWidget(self.words)
        row.addStretch(1)
        self.state = self._menu("state", {name: _(words) for name, words in STATES.items()})
        self.priority = self._menu(
            "priority", {str(rank): _(words) for rank, words in PRIORITIES.items()}
        )
        self.owner = TextLine()
        self.owner.setFont(look.font(BODY))
        self.owner.setMinimumWidth(px(80))
        self.owner.setMinimumHeight(px(BUTTON))
        self.owner.setAccessibleName(_("Pilote des actions choisies"))
        self.owner.returnPressed.connect(self._name_owner)
        self.due = DayField(look, name=field_name("due"))
        self.due.column.setContentsMargins(0, 0, 0, 0)
        self.due.line.setAccessibleName(_("Échéance des actions choisies"))
        self.due.answered.connect(self._set_due)
        self.remove = button(look, _("Supprimer"), "quiet", "trash-2")
        self.remove.clicked.connect(self.removal_wanted)
        row.addWidget(self.remove)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(px(8))
        named = QVBoxLayout()
        named.setSpacing(px(4))
        words = label(look, field_name("owner"), SMALL, SEMIBOLD)
        words.setBuddy(self.owner)
        named.addWidget(words)
        named.addWidget(self.owner)
        low = Qt.AlignmentFlag.AlignBottom
        self._fields.addWidget(self.state, 0, low)
        self._fields.addWidget(self.priority, 0, low)
        self._fields.addLayout(named, 1)
        self._fields.addWidget(self.due, 0, low)
        column.addLayout(self._fields)
        self.hide()

    def show_number(self, number: int) -> None:
        """Follow how many actions are chosen; one alone has its own place."""
        is_shown = number > 1
        words = counted("{number} action choisie", "{number} actions choisies", number)
        if is_shown and words != self.words.text():
            announce(self, words)
        self.words.setText(words)
        self.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_roomy = self.width() >= self._look.px(ROOMY)
        self._fields.setDirection(direction.LeftToRight if is_roomy else direction.TopToBottom)

    def _menu(self, field: str, options: dict[str, str]) -> QPushButton:
        made = button(self._look, field_name(field))
        made.setAccessibleName(_("{field} des actions choisies", field=field_name(field)))
        menu = QMenu(made)
        for name, words in options.items():
            act = QAction(words, menu)
            act.triggered.connect(lambda _on=False, name=name: self._choose(field, name))
            menu.addAction(act)
        made.setMenu(menu)
        return made

    def _choose(self, field: str, name: str) -> None:
        fields: dict[str, object] = {field: name}
        if field == "priority":
            fields = {field: int(name)}
        elif name in ("todo", "done"):
            fields["progress"] = {"todo": 0, "done": 100}[name]
        self._announce(field, fields)

    def _name_owner(self) -> None:
        self._announce("owner", {"owner": self.owner.text().strip()})
        self.owner.clear()

    def _set_due(self, day: object) -> None:
        if day is not None:
            self._announce("due", {"due": day})
            self.due.show_other(NO_ANSWER)

    def _announce(self, field: str, fields: dict[str, object]) -> None:
        self.changed.emit(field_name(field).lower(), fields)
