"""The structure's own target for an indicator: one line, which may stay empty."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cap_desktop.domain.answers import Answer
from cap_desktop.gui.announcing import announce
from cap_desktop.gui.figures import parsed, written
from cap_desktop.gui.theme import BODY, SEMIBOLD, SMALL, Theme
from cap_desktop.gui.widgets.answer_field import AnswerField, Typed, Unsaved
from cap_desktop.gui.widgets.pieces import label
from cap_desktop.i18n import _

WIDTH = 110


class TargetField(AnswerField):
    """What is typed and not saved, or is no number, stays as it was typed."""

    def __init__(self, theme: Theme, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.column.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        title = label(theme, _("Votre cible (facultatif)"), SMALL, SEMIBOLD)
        title.setWordWrap(False)
        self.line = QLineEdit()
        self.line.setFont(theme.font(BODY, SEMIBOLD))
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(theme.px(WIDTH))
        self.line.setAccessibleName(_("Votre cible"))
        self.line.editingFinished.connect(self.flush)
        title.setBuddy(self.line)
        row.addWidget(title)
        row.addWidget(self.line)
        row.addWidget(label(theme, unit, SMALL, tone="secondary"), 1)
        self.column.addLayout(row)
        self.fault = label(theme, "", SMALL, SEMIBOLD, "danger")
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._saved: Fraction | None = None
        self._announced: Fraction | None = None
        self._shown = ""

    def show_answer(self, answer: Answer) -> None:
        self._saved = answer.target
        typed = self.line.text().strip()
        is_arrived = bool(typed) and parsed(typed) == self._saved
        if typed == self._shown or is_arrived:
            self._announced = self._saved
            self._shown = "" if self._saved is None else written(self._saved)
            self.line.setText(self._shown)

    def flush(self) -> None:
        typed = self.line.text().strip()
        value = parsed(typed)
        self._say(_("Écrivez un nombre, par exemple 60.") if typed and value is None else "")
        if (value is not None or not typed) and value != self._announced:
            self._announced = value
            self.answered.emit(value)

    def unsaved(self) -> Unsaved | None:
        typed = self.line.text().strip()
        if typed == ("" if self._saved is None else written(self._saved)):
            return None
        value = parsed(typed)
        # What is no number is never a target.
        return Unsaved((typed,), typed if typed and value is None else value)

    def restore(self, typed: Typed) -> None:
        self.line.setText(typed[0])
        self._announced = parsed(typed[0])

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            announce(self.fault, fault)
