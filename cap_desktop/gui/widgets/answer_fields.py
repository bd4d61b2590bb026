"""The fields a question is answered with, one class a kind; each says what was answered."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.answers import Answer, AnswerValue, Quotient
from cap_desktop.domain.exact import format_decimal, parse_decimal
from cap_desktop.domain.questions import (
    BaseQuestion,
    ComputedQuestion,
    MaturityQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    NumberQuestion,
    SingleQuestion,
    TextQuestion,
    YesNoQuestion,
)
from cap_desktop.gui.theme import BOLD, DISPLAY, FIELD_GAP, SMALL, Theme
from cap_desktop.gui.widgets.level_option import LevelOption
from cap_desktop.gui.widgets.pieces import label
from cap_desktop.i18n import _

IDLE_MS = 600
LINE = 24
MANY = 6


class AnswerField(QWidget):
    """What every field does: shows a saved answer, and announces a new value."""

    answered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(FIELD_GAP))

    def show_answer(self, answer: Answer) -> None:
        """Show what is saved."""

    def choose(self, _rank: int) -> bool:
        """Answer by a digit of the keyboard; False where digits mean nothing."""
        return False

    def flush(self) -> None:
        """Announce what is typed and not announced yet."""


class LevelField(AnswerField):
    """The levels of a practice."""

    def __init__(
        self, theme: Theme, question: MaturityQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        # The cards draw their own margin, for the ring of focus.
        self.column.setSpacing(0)
        self.group = QButtonGroup(self)
        self.options: list[LevelOption] = []
        self._ids = [level.id for level in question.levels]
        for rank, level in enumerate(question.levels):
            option = LevelOption(theme, rank, level.title or str(rank), level.description, self)
            self.group.addButton(option, rank)
            self.options.append(option)
            self.column.addWidget(option)
        self.group.idClicked.connect(self._announce)

    def show_answer(self, answer: Answer) -> None:
        self.group.setExclusive(False)
        for option, name in zip(self.options, self._ids, strict=True):
            option.setChecked(answer.value == name)
        self.group.setExclusive(True)
        self.setEnabled(not answer.na)

    def show_former(self, value: AnswerValue | None, year: int) -> None:
        """Tag the level of an earlier year."""
        for option, name in zip(self.options, self._ids, strict=True):
            option.show_former(year if value == name else None)

    def choose(self, rank: int) -> bool:
        if not 0 <= rank < len(self.options):
            return False
        self.options[rank].setChecked(True)
        self.options[rank].setFocus()
        self._announce(rank)
        return True

    def _announce(self, rank: int) -> None:
        self.answered.emit(self._ids[rank])


class ChoiceField(AnswerField):
    """Yes or no, or one option among several."""

    def __init__(
        self, theme: Theme, choices: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.group = QButtonGroup(self)
        self._ids = [name for name, _title in choices]
        for rank, (_name, title) in enumerate(choices):
            option = QRadioButton(title)
            option.setFont(theme.font(18))
            option.setMinimumHeight(theme.px(52))
            self.group.addButton(option, rank)
            self.column.addWidget(option)
        self.group.idClicked.connect(lambda rank: self.answered.emit(self._ids[rank]))

    def show_answer(self, answer: Answer) -> None:
        self.group.setExclusive(False)
        for option in self.group.buttons():
            option.setChecked(answer.value == self._ids[self.group.id(option)])
        self.group.setExclusive(True)
        self.setEnabled(not answer.na)


class SeveralField(AnswerField):
    """Several options; the exclusive one takes the others off."""

    def __init__(
        self, theme: Theme, question: MultipleQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.column.addWidget(label(theme, _("Plusieurs réponses possibles"), SMALL))
        self._boxes: dict[str, QCheckBox] = {}
        self._exclusive = {option.id for option in question.options if option.exclusive}
        for option in question.options:
            box = QCheckBox(option.title)
            box.setMinimumHeight(theme.px(52))
            box.clicked.connect(lambda checked, name=option.id: self._toggle(name, checked))
            self._boxes[option.id] = box
            self.column.addWidget(box)

    def show_answer(self, answer: Answer) -> None:
        chosen = answer.value if isinstance(answer.value, tuple) else ()
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)
        self.setEnabled(not answer.na)

    def _toggle(self, name: str, checked: bool) -> None:
        if checked:
            for other, box in self._boxes.items():
                if other != name and (name in self._exclusive or other in self._exclusive):
                    box.setChecked(False)
        chosen = tuple(name for name, box in self._boxes.items() if box.isChecked())
        self.answered.emit(chosen or None)


class FigureField(AnswerField):
    """A figure, or the two figures of a ratio; comma or point, spaces allowed."""

    def __init__(
        self, theme: Theme, question: NumberQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._question = question
        self._lines: list[QLineEdit] = []
        if question.input == "ratio":
            self._add(question.numerator_label or _("Nombre"), "")
            self._add(question.denominator_label or _("Sur"), "")
            self.result = label(theme, "", DISPLAY, BOLD)
            self.column.addWidget(self.result)
        else:
            self._add(question.title, question.unit)
            self.result = QLabel()
        self.fault = label(theme, "", SMALL, tone="danger")
        self.fault.hide()
        self.column.addWidget(self.fault)

    def _add(self, name: str, unit: str) -> None:
        title = label(self.theme, name, SMALL)
        line = QLineEdit()
        line.setMaximumWidth(self.theme.px(260))
        line.setAccessibleName(name)
        title.setBuddy(line)
        line.editingFinished.connect(self.flush)
        row = QHBoxLayout()
        row.addWidget(line)
        row.addWidget(label(self.theme, unit), 1)
        self._lines.append(line)
        self.column.addWidget(title)
        self.column.addLayout(row)

    def show_answer(self, answer: Answer) -> None:
        value = answer.value
        shown: tuple[str, ...] = ("",) * len(self._lines)
        if isinstance(value, Fraction):
            shown = (_written(value),)
        elif isinstance(value, Quotient):
            shown = (_written(value.num), _written(value.den))
        for line, text in zip(self._lines, shown, strict=True):
            # What is being typed, or was refused, stays as it is.
            if not line.hasFocus() and not self.fault.isVisible():
                line.setText(text)
        self.setEnabled(not answer.na)

    def show_result(self, text: str) -> None:
        """Show the quotient under the two figures."""
        self.result.setText(text)

    def flush(self) -> None:
        texts = [line.text().strip() for line in self._lines]
        figures = [_parsed(text) for text in texts]
        if not any(texts):
            self.fault.hide()
            self.answered.emit(None)
        elif all(figure is not None for figure in figures):
            self.fault.hide()
            known = [figure for figure in figures if figure is not None]
            self.answered.emit(Quotient(known[0], known[1]) if len(known) == 2 else known[0])
        elif all(texts):
            self.fault.setText(_("Écrivez un nombre, par exemple 12 ou 12,5."))
            self.fault.show()


def _parsed(text: str) -> Fraction | None:
    plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace(",", ".")
    return parse_decimal(plain)


def _written(value: Fraction) -> str:
    return format_decimal(value).replace(".", ",")


class TextField(AnswerField):
    """A free text: announced after a pause, on leaving the field, and on closing."""

    def __init__(
        self, theme: Theme, name: str, lines: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.edit = _Text(self)
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(theme.px(LINE * lines + 22))
        if lines < MANY:
            self.edit.setMaximumHeight(theme.px(LINE * lines + 22))
        self.column.addWidget(self.edit)
        self._announced = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(IDLE_MS)
        self._pause.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._pause.start)
        self.edit.left.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Show a saved text, unless something newer is being typed."""
        if self.edit.toPlainText() != text and not self._pause.isActive():
            self.edit.blockSignals(True)
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)
        self._announced = text

    def show_answer(self, answer: Answer) -> None:
        self.show_text(str(answer.value or ""))
        self.setEnabled(not answer.na)

    def flush(self) -> None:
        self._pause.stop()
        text = self.edit.toPlainText()
        if text != self._announced:
            self._announced = text
            self.answered.emit(text or None)


class _Text(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class ComputedField(AnswerField):
    """A figure that is never typed: it follows from the others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.figure = label(theme, "–", DISPLAY, BOLD)
        self.note = label(theme, "", SMALL, tone="secondary")
        self.column.addWidget(self.figure)
        self.column.addWidget(self.note)

    def show_figure(self, figure: str, note: str) -> None:
        """Show the value and how to read it."""
        self.figure.setText(figure)
        self.note.setText(note)


def field_for(theme: Theme, question: BaseQuestion, parent: QWidget | None = None) -> AnswerField:
    """The field that fits a question."""
    if isinstance(question, MaturityQuestion):
        return LevelField(theme, question, parent)
    if isinstance(question, YesNoQuestion):
        return ChoiceField(theme, [("yes", _("Oui")), ("no", _("Non"))], parent)
    if isinstance(question, SingleQuestion):
        return ChoiceField(theme, [(item.id, item.title) for item in question.options], parent)
    if isinstance(question, MultipleQuestion):
        return SeveralField(theme, question, parent)
    if isinstance(question, NumberQuestion):
        return FigureField(theme, question, parent)
    if isinstance(question, ComputedQuestion | MeasuredQuestion):
        return ComputedField(theme, parent)
    lines = 6 if isinstance(question, TextQuestion) else 1
    return TextField(theme, question.title, lines, parent)
