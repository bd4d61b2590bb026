"""One value on one line: a target, a day; announced on leaving the line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.answer_field import AnswerField, Unsaved
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import BODY, BUTTON, SEMIBOLD, SMALL, Look


class LineField(AnswerField):
    """What is typed and not saved, or cannot be read, stays as it was typed."""

    def __init__(
        self,
        look: Look,
        title: str,
        unit: str,
        width: int,
        parent: QWidget | None = None,
        *,
        is_stacked: bool = False,
    ) -> None:
        """`is_stacked` puts the title above the line, as in a column of fields."""
        super().__init__(look, parent)
        self.column.setSpacing(look.px(4))
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.TopToBottom if is_stacked else direction.LeftToRight)
        row.setSpacing(look.px(4 if is_stacked else 10))
        self._title = words = label(look, title, SMALL, SEMIBOLD)
        words.setWordWrap(False)
        self.line = TextLine()
        if not is_stacked:
            self.line.setFont(look.font(BODY, SEMIBOLD))
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(look.px(width))
        self.line.setMinimumHeight(look.px(BUTTON))
        self.line.setAccessibleName(title)
        self.line.editingFinished.connect(self.flush)
        words.setBuddy(self.line)
        row.addWidget(words)
        row.addWidget(self.line)
        if unit or not is_stacked:
            row.addWidget(label(look, unit, SMALL, tone="secondary"), 1)
        self.column.addLayout(row)
        self.fault = label(look, "", SMALL, SEMIBOLD, "danger")
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._saved: object = None
        self._announced: object = None
        self._shown = ""

    def tell_name(self, name: str) -> None:
        """Let a reader hear this name, which it takes from the line or from its title."""
        for told in (self.line, self._title):
            told.setAccessibleName(name)

    def part(self, answer: Answer) -> object:
        """The part of an answer that stands on the line."""
        raise NotImplementedError

    def read(self, text: str) -> object:
        """The value of a text; None where it is none."""
        raise NotImplementedError

    def write(self, value: object) -> str:
        """The text of a value."""
        raise NotImplementedError

    def refusal(self) -> str:
        """What to say of a text that cannot be read."""
        raise NotImplementedError

    def faults(self) -> tuple[QWidget, ...]:
        return (self.fault,)

    # --- Showing and typing -----------------------------------------------------------

    def show_answer(self, answer: Answer) -> None:
        self._saved = self.part(answer)
        value, is_readable = self._value()
        if self._typed == self._shown or (is_readable and value == self._saved):
            self._announced = self._saved
            self._shown = self._text(self._saved)
            self.line.setText(self._shown)

    def take_back(self, answer: Answer) -> None:
        if self._value() == (self._announced, True):
            self._shown = self._typed
        self._announced = self.part(answer)
        self.show_answer(answer)

    def show_other(self, answer: Answer) -> None:
        """Show the value of something else: what was typed before is not its own."""
        self._saved = self._announced = self.part(answer)
        self._shown = self._text(self._saved)
        self.line.setText(self._shown)
        self._say("")

    def flush(self) -> None:
        value, is_readable = self._value()
        self._say("" if is_readable else self.refusal())
        if is_readable and value != self._announced:
            self._announced = value
            self.answered.emit(value)
        if value is not None and self._typed != self.write(value):
            self.line.setText(self.write(value))
        self.unfinished.emit(() if is_readable else (self._typed,))

    def enter(self) -> bool:
        if not self.line.hasFocus():
            return True
        self.flush()
        return self.fault.isHidden()

    def unsaved(self) -> Unsaved | None:
        if self._typed == self._text(self._saved):
            return None
        value, is_readable = self._value()
        # What cannot be read is never the value of an answer.
        return Unsaved((self._typed,), value if is_readable else self._typed)

    def restore(self, typed: Typed) -> None:
        self.line.setText(typed[0])
        _value, is_readable = self._value()
        self._say("" if is_readable else self.refusal())

    @property
    def _typed(self) -> str:
        return self.line.text().strip()

    def _text(self, value: object) -> str:
        return "" if value is None else self.write(value)

    def _value(self) -> tuple[object, bool]:
        if self._typed == self._text(self._saved):
            # What is shown of a saved answer is that answer, whatever may be typed today.
            return self._saved, True
        value = self.read(self._typed)
        return value, value is not None or not self._typed

    def _say(self, fault: str) -> None:
        is_new = bool(fault) and fault != self.fault.text()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        # Coming back to the line, a reader hears what is wrong with it again.
        self.line.setAccessibleDescription(fault)
        if is_new:
            # The focus is elsewhere by now: say of what.
            announce(self.fault, f"{self.line.accessibleName()}\u00a0: {fault}")
