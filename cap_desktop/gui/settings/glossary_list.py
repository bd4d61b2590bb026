"""The words of the field with their meaning, and a field to find one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.domain.questionnaire.questionnaire import Term
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import BODY, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.question_search import terms_matching
from cap_desktop.i18n import _, counted

SHOWN = 12
"""More would be a list to scroll, not an answer."""


class Glossary(QWidget):
    """Shows the first terms that match what is typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._terms: tuple[Term, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self.field = TextLine()
        self.field.setAccessibleName(_("Chercher un mot"))
        self.field.setPlaceholderText(_("Chercher un mot, par exemple DUERP"))
        self.field.setMaximumWidth(look.px(420))
        self.field.textChanged.connect(self._find)
        column.addWidget(self.field)
        self.count = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.count)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(10))
        column.addLayout(self._rows)

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """Take the terms of a questionnaire."""
        if terms is not self._terms:
            self._terms = terms
            self._find(self.field.text())

    def _find(self, typed: str) -> None:
        found = terms_matching(self._terms, typed)
        emptied(self._rows)
        for term in found[:SHOWN]:
            self._rows.addWidget(self._row(term))
        text = (
            counted("{number} mot", "{number} mots", len(found))
            if found
            else _("Ce mot n’est pas expliqué ici.")
        )
        if len(found) > SHOWN:
            text = _("{text}, voici les {shown} premiers", text=text, shown=SHOWN)
        self.count.setText(text)
        if typed:
            announce(self.field, text)

    def _row(self, term: Term) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(self._look, term.term, BODY, SEMIBOLD))
        column.addWidget(label(self._look, term.definition, BODY, tone="secondary"))
        return row
