"""Closing a year, or opening it again: asked in place, with what it does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.accessible_roles import tell_role_of
from cap_desktop.gui.kit.basics import button, card, label
from cap_desktop.gui.look.look import BODY, FIELD_GAP, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _


class ClosingRow(QObject):
    """One button, `ways`; « Terminer » first says what it does, and asks again in `question`."""

    seal_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._shown: tuple[str, bool] | None = None
        self.ways = QWidget()
        column = QVBoxLayout(self.ways)
        column.setContentsMargins(0, 0, 0, 0)
        self.ask = button(look, _("Terminer"), "", "lock")
        self.ask.clicked.connect(self._ask)
        self.reopen = button(look, _("Rouvrir"), "", "rotate-ccw")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.question, inside = card(look, "hero")
        tell_role_of(self.question, QAccessible.Role.Dialog)
        self._title = label(look, "", BODY, SEMIBOLD)
        # Not filled: the page has its one thing to do already.
        self.confirm = button(look, _("Terminer"))
        self.confirm.clicked.connect(self._confirmed)
        self.cancel = button(look, _("Continuer à répondre"))
        self.cancel.clicked.connect(self._put_away)
        inside.addWidget(self._title)
        effect = _("Les réponses ne changeront plus. Vous pourrez rouvrir.")
        inside.addWidget(label(look, effect, SMALL, tone="secondary"))
        row = QHBoxLayout()
        row.setSpacing(look.px(FIELD_GAP))
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        row.addStretch(1)
        inside.addLayout(row)
        self.question.setAccessibleDescription(effect)
        for widget in (self.ask, self.reopen):
            column.addWidget(widget)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.question)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._put_away)
        self.question.hide()

    @property
    def stops(self) -> list[QWidget]:
        """What the Tab key goes through."""
        return [self.ask, self.confirm, self.cancel, self.reopen]

    def show_year(self, name: str, year: int, *, is_sealed: bool) -> None:
        """Show the way that the year of an assessment can go."""
        focused = QApplication.focusWidget()
        around = (self.ways, self.question)
        had_focus = focused is not None and any(item.isAncestorOf(focused) for item in around)
        self._name(self.ask, _("Terminer {year}", year=year))
        self._name(self.reopen, _("Rouvrir {year}", year=year))
        self._name(self.confirm, _("Terminer {year}", year=year))
        asked = _("Terminer l’année {year}\u00a0?", year=year)
        self._title.setText(asked)
        self.question.setAccessibleName(asked)
        if (name, is_sealed) == self._shown:
            # An answer that is saved meanwhile takes nothing away of what is asked.
            return
        self._shown = (name, is_sealed)
        self.question.hide()
        self.ways.show()
        self.ask.setVisible(not is_sealed)
        self.reopen.setVisible(is_sealed)
        if had_focus:
            (self.reopen if is_sealed else self.ask).setFocus()

    def _name(self, made: QWidget, text: str) -> None:
        made.setAccessibleName(text)
        made.setProperty("text", f" {text}" if made is not self.confirm else text)

    def _ask(self) -> None:
        self.question.show()
        # On either button, a screen reader says what is asked before it says what is proposed.
        said = f"{self.question.accessibleName()} {self.question.accessibleDescription()}"
        for answer in (self.confirm, self.cancel):
            answer.setAccessibleDescription(said)
        # Before the button that had it goes: else the focus passes through another one.
        self.cancel.setFocus()
        # With all that is around it: what is left empty would stand beside its row.
        self.ways.hide()

    def _put_away(self) -> None:
        self.ways.show()
        self.ask.setFocus()
        self.question.hide()

    def _confirmed(self) -> None:
        self.confirm.setFocus()
        self.seal_wanted.emit()
