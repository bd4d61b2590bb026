"""What every field that a question is answered with can do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.gui.kit.painted_choice import PaintedChoice
from cap_desktop.gui.look.look import FIELD_GAP, FOCUS_OFFSET, FOCUS_WIDTH, Look

EDGE = FOCUS_WIDTH + FOCUS_OFFSET
"""The margin of what stands beside cards that draw their own ring of focus."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What is typed and not in the saved answer; once the answer holds `value`, it is."""

    typed: Typed
    value: object


class AnswerField(QWidget):
    """Shows a saved answer; announces a new value, and what is typed and is none."""

    answered = Signal(object)
    unfinished = Signal(tuple)
    """The texts that cannot be an answer as they are; none once they are one, or are gone."""

    is_kept = False
    """True where the answer can be read and not changed."""

    run: object = None
    """What is announced while one types is one step back, as long as this stays the same."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(FIELD_GAP))

    def show_answer(self, answer: Answer) -> None:
        """Show what is saved; what is typed and not saved yet stays."""

    def take_back(self, answer: Answer) -> None:
        """Show what is left now that what was announced is undone, unless more was typed."""

    def show_former(self, answer: Answer, year: int) -> None:
        """Show what was answered in an earlier year."""

    def choose(self, _digit: int) -> bool:
        """Answer by the digit that a choice bears; False where none bears it."""
        return False

    def keep(self, *, is_kept: bool) -> None:
        """Let the answer be read and not changed, or changed again; every stop stays one."""
        self.is_kept = is_kept
        for choice in self.findChildren(PaintedChoice):
            if choice.is_kept != is_kept:
                choice.is_kept = is_kept
                choice.update()
        for line in self.findChildren(QLineEdit):
            line.setReadOnly(is_kept)
        for text in self.findChildren(QPlainTextEdit):
            text.setReadOnly(is_kept)

    def flush(self) -> None:
        """Announce what is typed and not announced yet."""

    def faults(self) -> tuple[QWidget, ...]:
        """What may say, hidden meanwhile, what is wrong with what is typed."""
        return ()

    def enter(self) -> bool:
        """Take the Enter key; False where something has to be typed or mended here first."""
        return True

    def unsaved(self) -> Unsaved | None:
        """What is typed and is not in the saved answer; None where there is nothing."""
        return None

    def restore(self, typed: Typed) -> None:
        """Put back what was typed and could not be saved."""


def show_chosen(group: QButtonGroup, names: list[str], value: object) -> None:
    """Check the button of a value, or none; Tab then stops once, on it or on the first."""
    group.setExclusive(False)
    for rank, button in enumerate(group.buttons()):
        is_chosen = names[rank] == value
        button.setChecked(is_chosen)
        stops = is_chosen or (rank == 0 and value not in names)
        policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
    group.setExclusive(True)
