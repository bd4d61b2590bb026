"""A list that grows by what is typed in a few lines, once it is added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.questionnaire.fields import Record
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.answer_field import AnswerField, Unsaved
from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.look.look import SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.typed_days import read_day


class Fault(NamedTuple):
    """Why what is typed is no entry, and the line to mend."""

    line: int
    words: str


class EntryList(AnswerField):
    """What stands in its lines is no entry yet: it stays there until it is added."""

    edited = Signal(object, object)
    """An entry that is kept, None for a new one, and what it becomes, None to take it off."""

    def __init__(self, look: Look, spacing: int) -> None:
        super().__init__(look)
        self.lines: tuple[QLineEdit, ...] = ()
        self._empty: Typed = ()
        self._kept: Sequence[Record] = ()
        self.column.setSpacing(look.px(6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(spacing))
        self.column.addLayout(self._rows)
        self.fault = label(look, "", SMALL, tone="danger")
        self.fault.hide()

    def entry(self, typed: Typed) -> Record | Fault:
        """The entry that the lines say; its fields are those of the lines, in their order."""
        raise NotImplementedError

    def row(self, entry: Record) -> QWidget:
        """How an entry that is kept is shown."""
        raise NotImplementedError

    # --- Showing ----------------------------------------------------------------------

    def show_entries(self, kept: Sequence[Record]) -> None:
        """Show the entries that are kept, in this order."""
        if kept == self._kept and self._rows.count():
            return
        self._kept = kept
        emptied(self._rows)
        for entry in kept:
            self._rows.addWidget(self.row(entry))

    def begin(self, *texts: str) -> None:
        """Get ready for a new entry; `texts` stand in the lines before anything is typed."""
        self._empty = texts
        self.begin_again()

    def begin_again(self) -> None:
        """Let nothing stand in the lines that was typed."""
        self.restore(self._empty)
        self.fault.hide()

    # --- Typing -----------------------------------------------------------------------

    def unsaved(self) -> Unsaved | None:
        typed = self._typed()
        filled = zip(typed, self._empty, strict=True)
        if not any(text.strip() for text, ready in filled if not ready):
            return None
        return Unsaved(typed, typed)

    def restore(self, typed: Typed) -> None:
        for line, text in zip(self.lines, typed, strict=True):
            line.setText(text)

    def added(self) -> bool:
        """Add what is typed; False, and the reason in its place, where it is no entry."""
        entry = self.entry(self._typed())
        fault = entry if isinstance(entry, Fault) else Fault(0, "")
        self.fault.setText(fault.words)
        self.fault.setVisible(bool(fault.words))
        self.lines[fault.line].setFocus()
        if isinstance(entry, Fault):
            announce(self.fault, fault.words)
            return False
        self.edited.emit(None, entry)
        return True

    def _typed(self) -> Typed:
        return tuple(line.text() for line in self.lines)


def entry_of(
    kind: type[Record],
    fields: Sequence[str],
    texts: Typed,
    empty: str,
    today: date | None = None,
) -> Record | Fault:
    """Make an entry of what is typed on one line a field; `empty` is said of a first one that is.

    A field named ``day`` is a day; with ``today``, one without its year is the coming one.
    """
    values: dict[str, object] = {
        name: read_day(text, today) if name == "day" else text.strip()
        for name, text in zip(fields, texts, strict=True)
    }
    if not values[fields[0]]:
        return Fault(0, empty)
    if values["day"] is None:
        return Fault(fields.index("day"), _("Écrivez un jour, par exemple 31/03/2027."))
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        refused = error.errors(include_url=False, include_input=False)[0]
        words = {
            "E-TEXT-EMPTY": empty,
            "E-LIMIT": _("Raccourcissez ce texte pour l’enregistrer."),
        }.get(refused["type"], _("Ce texte contient un signe qui ne peut pas être enregistré."))
        return Fault(fields.index(str(refused["loc"][0])), words)
