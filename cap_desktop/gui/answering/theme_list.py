"""The themes of the questionnaire, by part, with how far each one is."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cap_desktop.gui.kit.model_index import NO_PARENT, Index
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import CAPTION, FOCUS_WIDTH, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.progress import ThemeProgress, themes
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment

ROW = 38
HEADING_ROW = 40
ITEM = int(Qt.ItemDataRole.UserRole)


class ThemeModel(QAbstractListModel):
    """Headings (texts) and themes (`ThemeProgress` values), one a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[str | ThemeProgress] = []

    def show_assessment(self, opened: OpenAssessment) -> None:
        """Show another state of the themes; the rows keep their place."""
        found = {item.theme.id: item for item in themes(opened)}
        rows: list[str | ThemeProgress] = []
        outline = opened.questionnaire.outline
        for part in outline.parts:
            rows.append(f"{part.code} · {part.label}")
            rows += [found[theme.id] for theme in outline.themes_of(part.id)]
        if len(rows) == len(self.rows):
            self.rows, former = rows, self.rows
            for rank, (row, was) in enumerate(zip(rows, former, strict=True)):
                if row != was:
                    self.dataChanged.emit(self.index(rank), self.index(rank))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.rows[index.row()]
        if role == ITEM:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.short_title
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, ThemeProgress):
            if row.is_done:
                return _("{theme}, terminé", theme=row.short_title)
            return _(
                "{theme}, {done} sur {asked}",
                theme=row.short_title,
                done=row.done,
                asked=row.asked,
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, theme: str) -> int:
        """The row of a theme; -1 for that of the employees, which has none."""
        found = (
            rank
            for rank, row in enumerate(self.rows)
            if isinstance(row, ThemeProgress) and row.theme.id == theme
        )
        return next(found, -1)


class ThemeDelegate(QStyledItemDelegate):
    """Draws a ring, the short title and what is left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(index.data(ITEM), str)
        return QSize(self._look.px(200), self._look.px(HEADING_ROW if is_heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ITEM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        if isinstance(row, str):
            painter.setPen(self._look.colour("text_secondary"))
            painter.setFont(self._look.font(CAPTION, SEMIBOLD))
            inner = place.adjusted(self._look.px(8), self._look.px(8), 0, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row)
        elif isinstance(row, ThemeProgress):
            state = option.state
            self._draw(painter, place, row, state)
        painter.restore()

    def _draw(
        self, painter: QPainter, place: QRectF, row: ThemeProgress, state: QStyle.StateFlag
    ) -> None:
        look, px = self._look, self._look.px
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(look.ground_pen())
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), px(8), px(8))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 2, -1, -2), px(8), px(8))
        self._draw_ring(painter, place, row)
        painter.setPen(look.colour("accent" if selected else "text"))
        painter.setFont(look.font(SMALL, SEMIBOLD if selected else look.font(SMALL).weight()))
        left = place.adjusted(px(38), 0, -px(8), 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, row.short_title)
        if not row.is_done:
            painter.setFont(look.font(CAPTION))
            count = f"{row.done} / {row.asked}"
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(left, flags, count)

    def _draw_ring(self, painter: QPainter, place: QRectF, row: ThemeProgress) -> None:
        look, px = self._look, self._look.px
        side = px(18)
        ring = QRectF(place.left() + px(10), place.center().y() - side / 2, side, side)
        accent = look.colour("accent")
        if row.is_done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(ring)
            inner = ring.adjusted(3, 3, -3, -3)
            icons.paint(painter, "check", inner, look.colour("on_accent"))
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("control_border"), look.thick(1.6)))
        painter.drawEllipse(ring)
        if row.done:
            painter.setPen(QPen(accent, 3))
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * row.done / row.asked))


class ThemeList(QListView):
    """The list itself; choosing a theme is an intent."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = ThemeModel(self)
        self.setModel(self.themes)
        self.setItemDelegate(ThemeDelegate(look, self))
        self.setAccessibleName(_("Thèmes"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_assessment(self, opened: OpenAssessment, theme: str) -> None:
        """Show the themes, this one being current."""
        self.themes.show_assessment(opened)
        index = self.themes.index(self.themes.row_of(theme))
        if self.currentIndex() != index:
            self.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ITEM)
        if isinstance(row, ThemeProgress):
            self.chosen.emit(row.theme.id)
