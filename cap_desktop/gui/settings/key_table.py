"""The keys and what they do, as a real table; keys are drawn as key caps and read as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cap_desktop.gui.kit.keys import KeyGroup
from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.look.look import BODY, FOCUS_WIDTH, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _, mark

BETWEEN = re.compile(mark(r"( \+ | ou | à )"))
"""What stands between two keys; all the rest of a key text is keys."""
CAP_HEIGHT = 28
CAP_PADDING = 8
SPACE = 5
ROW_PADDING = 8
MARGIN = 8
WIDEST = 100_000
TITLE = Qt.ItemDataRole.UserRole
"""The role of what is the title of a group, not a key."""


class KeyTable(QTableWidget):
    """Shows each group under its title; as tall as its rows, so that the page scrolls."""

    def __init__(
        self, look: Look, groups: Sequence[KeyGroup], parent: QWidget | None = None
    ) -> None:
        super().__init__(sum(1 + len(group.keys) for group in groups), 2, parent)
        self._caps = _Caps(look)
        self.setHorizontalHeaderLabels([_("Touches"), _("Ce qu’elles font")])
        self.setAccessibleName(_("Touches du clavier"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        self.setItemDelegateForColumn(0, self._caps)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        places = iter(range(self.rowCount()))
        for group in groups:
            self._add_title(look, next(places), group.title)
            for key, rank in zip(group.keys, places, strict=False):
                self.setItem(rank, 0, QTableWidgetItem(key.read))
                self.setItem(rank, 1, QTableWidgetItem(key.act))
        self._widest = max(self._caps.width(key.read) for group in groups for key in group.keys)
        # A place to start from for the keyboard, without looking chosen.
        self.setCurrentCell(0, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._fit()

    def _add_title(self, look: Look, rank: int, title: str) -> None:
        item = QTableWidgetItem(title)
        item.setData(TITLE, True)
        item.setFont(look.font(BODY, SEMIBOLD))
        item.setBackground(look.colour("accent_soft"))
        self.setItem(rank, 0, item)
        self.setSpan(rank, 0, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the keys their width, or half of a narrow table: they go on below then."""
        self.setColumnWidth(0, min(self._widest, self.viewport().width() // 2))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(rank) for rank in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * FOCUS_WIDTH)


class _Caps(QStyledItemDelegate):
    """Draws each key of a text in a frame of its own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._key = QFontMetrics(look.font(SMALL, SEMIBOLD))
        self._word = QFontMetrics(look.font(BODY))

    def width(self, text: str) -> int:
        """The width of a text on one line, margins included."""
        return self._flow(text, WIDEST)[-1][1].right() + 1 + self._look.px(MARGIN)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        room = view.columnWidth(0) if isinstance(view, KeyTable) else WIDEST
        last = self._flow(str(index.data()), room)[-1][1]
        return QSize(last.right(), last.bottom() + 1 + self._look.px(ROW_PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(TITLE):
            super().paint(painter, option, index)
            return
        look, px = self._look, self._look.px
        rect: QRect = option.rect
        placed = self._flow(str(index.data()), rect.width())
        # Beside an act of several lines, the keys stay in the middle.
        free = rect.height() - placed[-1][1].bottom() - 1 - px(ROW_PADDING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left(), rect.top() + free // 2)
        for piece, place in placed:
            painter.setPen(look.colour("text"))
            if _is_key(piece):
                painter.setPen(QPen(look.colour("control_border"), look.thick(1)))
                painter.setBrush(look.colour("surface"))
                frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(frame, px(5), px(5))
                painter.setFont(look.font(SMALL, SEMIBOLD))
                painter.setPen(look.colour("text"))
            else:
                painter.setFont(look.font(BODY))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, piece.strip())
        painter.restore()

    def _flow(self, text: str, room: int) -> list[tuple[str, QRect]]:
        """Where each key and each word between keys goes, on as many lines as it takes."""
        px = self._look.px
        height, edge = px(CAP_HEIGHT), px(MARGIN)
        left, top = edge, px(ROW_PADDING)
        placed: list[tuple[str, QRect]] = []
        for piece in BETWEEN.split(text):
            width = self._piece(piece)
            if left > edge and left + width > room - edge:
                left, top = edge, top + height + px(SPACE)
            placed.append((piece, QRect(left, top, width, height)))
            left += width + px(SPACE)
        return placed

    def _piece(self, piece: str) -> int:
        if _is_key(piece):
            padding = 2 * self._look.px(CAP_PADDING)
            return max(self._key.horizontalAdvance(piece) + padding, self._look.px(CAP_HEIGHT))
        return self._word.horizontalAdvance(piece.strip())


def _is_key(piece: str) -> bool:
    return BETWEEN.fullmatch(piece) is None
