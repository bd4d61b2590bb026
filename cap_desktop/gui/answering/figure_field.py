"""A figure, or the two figures of a ratio, read as people type them."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_parsing import answer_problems
from cap_desktop.domain.answers.answer_sheet import Answer, AnswerValue, Quotient
from cap_desktop.domain.answers.assessment import Typed
from cap_desktop.domain.questionnaire.questions import NumberQuestion
from cap_desktop.gui.answering.result_label import ResultLabel
from cap_desktop.gui.answering.situation_card import SituationCard
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.answer_field import EDGE, AnswerField, Unsaved
from cap_desktop.gui.kit.basics import card, label
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import HEADING, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.figures import (
    GaugeValues,
    doubtful,
    is_part_of_whole,
    is_whole_line,
    line_units,
)
from cap_desktop.i18n import _
from cap_desktop.words.answers import ratio_words
from cap_desktop.words.numbers import number, read_number, with_unit

FIELD = 190
FIELD_HEIGHT = 52
NARROW = 640


class FigureField(AnswerField):
    """Shows what is saved; what is typed and is no answer yet stays as it was typed."""

    def __init__(self, look: Look, question: NumberQuestion, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.column.setContentsMargins(EDGE, 0, EDGE, 0)
        self._question = question
        self.lines: list[QLineEdit] = []
        self._saved: AnswerValue | None = None
        self._announced: AnswerValue | None = None
        self._shown: Typed = ()
        self._tells = False
        self._found: GaugeValues | None = None
        frame, inside = card(look)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(look.px(16))
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(16))
        self._line.addLayout(self._row)
        inside.addLayout(self._line)
        self.result = ResultLabel(look)
        if question.input == "ratio":
            self._add(question.numerator_label or _("Nombre"))
            self._add_sign(_("sur"))
            self._add(question.denominator_label or _("Total"))
            self._add_sign("=")
            self._line.addWidget(self.result, 1, Qt.AlignmentFlag.AlignBottom)
        else:
            self._add("")
            self.lines[0].setAccessibleName(question.title)
            self._add_sign(question.unit)
            self._row.addStretch(1)
            self.result.hide()
        self.fault = label(look, "", SMALL, SEMIBOLD, "danger")
        self.missing = label(look, "", SMALL, SEMIBOLD)
        self.kept = label(look, "", SMALL, tone="secondary")
        self.note = label(look, "", SMALL, SEMIBOLD, "warning")
        below = QVBoxLayout()
        below.setSpacing(look.px(2))
        for words in (self.fault, self.missing, self.kept, self.note):
            words.hide()
            below.addWidget(words)
        inside.addLayout(below)
        self.column.addWidget(frame)
        self.situation = SituationCard(look)
        self.situation.hide()
        self.column.addWidget(self.situation)
        self.target = self.situation.ask_target(question) if question.own_target else None
        self._shown = self._typed

    def _add(self, name: str) -> None:
        px = self.look.px
        line = TextLine()
        line.setFont(self.look.font(HEADING, SEMIBOLD))
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setMinimumHeight(px(FIELD_HEIGHT))
        line.setMaximumWidth(px(FIELD))
        line.setAccessibleName(name)
        line.editingFinished.connect(self._leave_line)
        line.textEdited.connect(self._show_anew)
        self.lines.append(line)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        if name:
            title = label(self.look, name, SMALL, SEMIBOLD)
            title.setBuddy(line)
            title.setMaximumWidth(px(FIELD + 20))
            column.addWidget(title, 1, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(line)
        self._row.addLayout(column)

    def _add_sign(self, text: str) -> None:
        sign = label(self.look, text, HEADING, tone="secondary")
        sign.setWordWrap(False)
        sign.setMinimumHeight(self.look.px(FIELD_HEIGHT))
        self._row.addWidget(sign, 0, Qt.AlignmentFlag.AlignBottom)

    # --- Showing ----------------------------------------------------------------------

    def show_answer(self, answer: Answer) -> None:
        if self.target is not None:
            self.target.show_answer(answer)
        self._saved = answer.value
        value, fault = self._read(self._typed)
        if self._typed == self._shown or (value == self._saved and not fault):
            self._announced = self._saved
            self._shown = self._texts(self._saved)
            self._put(self._shown)
        if not self.kept.isHidden():
            self._say(self._read(self._typed)[1])
        self.setEnabled(not answer.na)

    def take_back(self, answer: Answer) -> None:
        if self._read(self._typed) == (self._announced, ""):
            self._shown = self._typed
        self._announced = answer.value
        self.show_answer(answer)

    def show_reading(self, found: GaugeValues) -> None:
        """Show the figure beside last year's and the reference values."""
        self._found = found
        self._show_result(found)
        self.situation.show_reading(found)

    def _show_result(self, found: GaugeValues) -> None:
        """Show the saved result, or none beside figures that it does not follow from."""
        is_saved = self._read(self._typed) == (self._saved, "")
        self.result.show_value(found.value if is_saved else None, found.unit)
        if self._tells and is_saved and found.value is not None:
            self._tells = False
            announce(self.result.figure, self.result.figure.accessibleName())
        note = self._note_of(found) if is_saved else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _note_of(self, found: GaugeValues) -> str:
        value = self._saved
        if isinstance(value, Quotient) and value.den == 0:
            return _("Le total est à zéro\u00a0: il n’y a rien à calculer cette année.")
        if found.is_jump:
            return _(
                "Très différent de {year}. C’est bien {value}\u00a0?",
                year=found.former_year,
                value=with_unit(found.value, found.unit),
            )
        return self._doubt_of(value)

    def _doubt_of(self, value: AnswerValue | None) -> str:
        """Ask whether a figure is right that is larger than a structure has."""
        if isinstance(value, Quotient):
            large = doubtful(self._question, (value.num, value.den))
        else:
            large = doubtful(self._question, (value,) if isinstance(value, Fraction) else ())
        return "" if large is None else _("C’est bien {value}\u00a0?", value=number(large))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self.look.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)

    @property
    def _typed(self) -> Typed:
        return tuple(line.text().strip() for line in self.lines)

    @property
    def _is_half_typed(self) -> bool:
        return any(self._typed) and not all(self._typed)

    def _texts(self, value: AnswerValue | None) -> Typed:
        if isinstance(value, Fraction) and len(self.lines) == 1:
            return (number(value),)
        if isinstance(value, Quotient):
            return (number(value.num), number(value.den))
        return ("",) * len(self.lines)

    def _put(self, texts: Typed) -> None:
        for line, text in zip(self.lines, texts, strict=True):
            if line.text() != text:
                line.setText(text)

    # --- Typing -----------------------------------------------------------------------

    def _show_anew(self) -> None:
        if self._found is not None:
            self._show_result(self._found)

    def _leave_line(self) -> None:
        # The two figures of a ratio are typed one after the other.
        if not (self._is_half_typed and any(line.hasFocus() for line in self.lines)):
            self.flush()

    def flush(self) -> None:
        value, fault = self._read(self._typed)
        self._say(fault)
        if not fault and value != self._announced:
            self._announced = value
            self._tells = value is not None and not self.result.isHidden()
            self.answered.emit(value)
        if not fault and value is not None:
            self._put(self._texts(value))
        # After the answer: what was typed is never out of the database in between.
        self.unfinished.emit(self._unfinished)

    @property
    def _unfinished(self) -> Typed:
        """What is typed, where it is no answer."""
        return self._typed if self._read(self._typed)[1] else ()

    def enter(self) -> bool:
        if not any(line.hasFocus() for line in self.lines):
            return True
        if self._is_half_typed:
            self.lines[self._typed.index("")].setFocus()
            return False
        self.flush()
        return self.fault.isHidden()

    def unsaved(self) -> Unsaved | None:
        if self._typed == self._texts(self._saved):
            return None
        value, fault = self._read(self._typed)
        # What was refused is never the value of an answer.
        return Unsaved(self._typed, self._typed if fault else value)

    def restore(self, typed: Typed) -> None:
        self._put(typed)
        self._say(self._read(self._typed)[1])

    def faults(self) -> tuple[QWidget, ...]:
        return (self.fault, self.missing, self.note)

    def _say(self, fault: str) -> None:
        """Say what is missing, calmly, or what cannot be; and that nothing typed is lost."""
        said = self.missing if self._is_half_typed else self.fault
        is_new = bool(fault) and (fault != said.text() or said.isHidden())
        for words, text in (
            (self.fault, fault if said is self.fault else ""),
            (self.missing, fault if said is self.missing else ""),
            (self.kept, self._kept_words() if fault else ""),
        ):
            words.setText(text)
            words.setVisible(bool(text))
        self._show_anew()
        for line in self.lines:
            # Coming back to the field, a reader hears what is wrong with it again.
            line.setAccessibleDescription(f"{self._heard(fault)} {self.kept.text()}".strip())
        if is_new:
            announce(said, f"{fault} {self.kept.text()}")

    def _heard(self, fault: str) -> str:
        """A fault without the name of a field: Orca takes what holds it for the name again."""
        ranks = (_("Le premier nombre"), _("le second"))
        for line, rank in zip(self.lines, ranks, strict=False):
            fault = fault.replace(_quoted(line.accessibleName()), rank)
        return fault

    def _kept_words(self) -> str:
        if self._saved is None:
            return _("Ce que vous avez écrit est gardé. Ce n’est pas encore une réponse.")
        saved = ratio_words(Answer(value=self._saved))
        if isinstance(self._saved, Fraction):
            saved = with_unit(self._saved, self._question.unit)
        return _(
            "Ce que vous avez écrit est gardé. La réponse enregistrée reste {saved}.", saved=saved
        )

    def _read(self, texts: Typed) -> tuple[AnswerValue | None, str]:
        """The value that was typed, or the sentence that says why it is none."""
        if not any(texts):
            return None, ""
        read = [
            read_number(text, line_units(self._question, rank)) for rank, text in enumerate(texts)
        ]
        figures = [figure for figure in read if figure is not None]
        if len(figures) < sum(map(bool, texts)):
            return None, _("Écrivez un nombre, par exemple 12 ou 12,5.")
        if len(figures) < len(texts):
            return None, self._missing_words()
        value = figures[0] if len(figures) == 1 else Quotient(figures[0], figures[1])
        if value != self._saved and self._has_halves(figures):
            return None, _("Écrivez un nombre entier, par exemple 12.")
        if (
            isinstance(value, Quotient)
            and is_part_of_whole(self._question)
            and value.num > value.den
        ):
            return None, _(
                "{first} ({num}) dépasse {second} ({den}).",
                first=_quoted(self._question.numerator_label or _("Nombre")),
                num=number(value.num),
                second=_quoted(self._question.denominator_label or _("Total")),
                den=number(value.den),
            )
        if answer_problems(self._question, Answer(value=value), self._question.id):
            return None, self._bounds()
        return value, ""

    def _has_halves(self, figures: list[Fraction]) -> bool:
        return any(
            figure.denominator != 1 and is_whole_line(self._question, rank)
            for rank, figure in enumerate(figures)
        )

    def _missing_words(self) -> str:
        """Which figure of the ratio is not there yet."""
        is_share = self._question.unit == "%"
        if self._typed[0]:
            total = _("Il manque le total pour calculer le taux.")
            return total if is_share else _("Il manque le second nombre pour calculer.")
        part = _("Il manque le premier nombre pour calculer le taux.")
        return part if is_share else _("Il manque le premier nombre pour calculer.")

    def _bounds(self) -> str:
        low, high = self._question.min, self._question.max
        if low is not None and high is not None:
            return _("Écrivez un nombre entre {low} et {high}.", low=number(low), high=number(high))
        if high is not None:
            return _("Écrivez un nombre de {high} au plus.", high=number(high))
        return _("Écrivez un nombre de {low} au moins.", low=number(low or Fraction(0)))


def _quoted(name: str) -> str:
    return _("«\u00a0{name}\u00a0»", name=name)
