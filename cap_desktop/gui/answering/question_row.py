"""One question in a list: its state, its words, its saved answer; a click opens it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import ComputedQuestion
from cap_desktop.gui.kit.painted_control import WrappingControl
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, SMALL, Look
from cap_desktop.gui.presentation.answer_words import is_unfinished, state_words
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.typography import unbroken

LEAST = 56
EDGE = 12
ICON = 20
LEFT = 46
RIGHT = 76


@dataclass(frozen=True, slots=True)
class QuestionState:
    """What a list says of a question."""

    id: str
    title: str
    said: str
    icon: str
    is_discussed: bool


def question_state(opened: OpenAssessment, entry: QuestionEntry) -> QuestionState:
    """What is saved for a question, in words and as a drawing."""
    answer = opened.answer(entry.id)
    if answer.na:
        icon = "ban"
    elif answer.unknown:
        icon = "circle-question-mark"
    elif isinstance(entry.question, ComputedQuestion):
        icon = "equal"
    elif is_unfinished(opened, entry):
        icon = "pencil"
    else:
        icon = "circle-check" if answer.value is not None else ""
    return QuestionState(
        entry.id,
        entry.question.title,
        state_words(opened, entry),
        icon,
        opened.is_discussed(entry.id),
    )


class QuestionRow(WrappingControl, QPushButton):
    """A link to a question."""

    ground = "accent_soft"
    ground_inset = ring_inset = 2
    usual = 640
    least = (240, LEAST)

    def __init__(self, look: Look, state: QuestionState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.state = state
        self._title = unbroken(state.title)
        said = [state.title, state.said, *([_("à discuter")] if state.is_discussed else [])]
        self.setAccessibleName(", ".join(said))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def heightForWidth(self, width: int) -> int:
        px = self.look.px
        title, said = self._heights(width)
        return max(px(LEAST), title + said + px(2 * EDGE))

    def _heights(self, width: int) -> tuple[int, int]:
        px = self.look.px
        room = max(width - px(LEFT + RIGHT), px(80))
        return (
            wrapped_height(self.look.font(BODY), self._title, room),
            wrapped_height(self.look.font(SMALL), self.state.said, room),
        )

    def draw(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        title, said = self._heights(self.width())
        top = (self.height() - title - said) // 2
        width = max(self.width() - px(LEFT + RIGHT), px(80))
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(BODY))
        painter.drawText(QRect(px(LEFT), top, width, title), WRAPPED, self._title)
        painter.setPen(look.colour("text_secondary"))
        painter.setFont(look.font(SMALL))
        painter.drawText(QRect(px(LEFT), top + title, width, said), WRAPPED, self.state.said)
        self._draw_icons(painter)

    def _draw_icons(self, painter: QPainter) -> None:
        look, side = self.look, self.look.px(ICON)
        top = (self.height() - side) / 2
        state = QRectF(look.px(EDGE), top, side, side)
        if self.state.icon:
            icons.paint(painter, self.state.icon, state, look.colour("accent"))
        else:
            painter.setPen(QPen(look.colour("control_border"), look.thick(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(state.adjusted(2, 2, -2, -2))
        right = QRectF(self.width() - look.px(EDGE) - side, top, side, side)
        icons.paint(painter, "chevron-right", right, look.colour("text_secondary"))
        if self.state.is_discussed:
            flag = right.translated(-look.px(30), 0)
            icons.paint(painter, "flag", flag, look.colour("attention"))
