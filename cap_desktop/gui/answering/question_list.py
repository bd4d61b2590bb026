"""The questions that were found, as rows: number and title, then theme and state."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cap_desktop.gui.kit.model_index import NO_PARENT, Index
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look.look import BODY, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.question_search import Listed

NUMBER_WIDTH = 56
PADDING = 12


class QuestionModel(QAbstractListModel):
    """Holds the questions that were found; its text is what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Listed, ...] = ()

    def show_rows(self, rows: tuple[Listed, ...]) -> None:
        """Show other questions; where they are the same, a reader is told of nothing.

        Qt forgets the rows of a list that is made anew, and readers ask about those they knew.
        """
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, rank: int) -> Listed:
        """The question of a row."""
        return self._rows[rank]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said(self._rows[index.row()])
        return None


class QuestionList(QListView):
    """A list whose keys are those of the page: the field above it leads into it and back."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = QuestionModel()
        self.setModel(self.questions)
        self.setItemDelegate(_Rows(look, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()

    def move_to(self, rank: int) -> None:
        """Make a row the current one and bring it into sight."""
        last = self.questions.rowCount() - 1
        if last >= 0:
            index = self.questions.index(min(max(rank, 0), last))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @property
    def current(self) -> Listed | None:
        """The question of the current row."""
        index = self.currentIndex()
        return self.questions.row(index.row()) if index.isValid() else None


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        title, line = self._heights(_row(index), self._room(width))
        return QSize(width, title + line + 2 * self._look.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = self._look, self._look.px
        found = _row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.setPen(QPen(look.colour("accent"), 3))
            painter.setBrush(look.colour("accent_soft"))
            frame = QRectF(rect).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(frame, px(8), px(8))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(2, 2, -2, -2), look.colour("subtle"))
        left, top = rect.left() + px(PADDING), rect.top() + px(10)
        width = self._room(rect.width())
        title, line = self._heights(found, width)
        painter.setFont(look.font(BODY, SEMIBOLD))
        painter.setPen(look.colour("accent"))
        painter.drawText(left, top, px(NUMBER_WIDTH), title, WRAPPED, found.number)
        left += px(NUMBER_WIDTH)
        painter.setPen(look.colour("text"))
        painter.drawText(QRect(left, top, width, title), WRAPPED, found.entry.question.title)
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("text_secondary"))
        painter.drawText(QRect(left, top + title, width, line), WRAPPED, _line(found))
        painter.restore()

    def _room(self, width: int) -> int:
        px = self._look.px
        return max(width - px(NUMBER_WIDTH) - 2 * px(PADDING), px(80))

    def _heights(self, found: Listed, width: int) -> tuple[int, int]:
        title = self._look.font(BODY, SEMIBOLD)
        return (
            wrapped_height(title, found.entry.question.title, width),
            wrapped_height(self._look.font(SMALL), _line(found), width),
        )


def said(found: Listed) -> str:
    """A question in one line, for a screen reader."""
    return ", ".join(filter(None, (found.number, found.entry.question.title, _line(found))))


def _line(found: Listed) -> str:
    return f"{found.theme} · {found.state}"


def _row(index: Index) -> Listed:
    model = index.model()
    if not isinstance(model, QuestionModel):
        raise TypeError(model)
    return model.row(index.row())
