"""The list of copies: one click, or Entrée, on a row looks at that copy."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, CONTROL_RADIUS, SEMIBOLD, Look
from cap_desktop.i18n import _

COLUMNS = 6
SPREAD = (2, 5, 0, 0, 6, 0)
WHY, LOOK_AT = 1, 5
TALL, WIDE = 36, 92
SIDE = 18
ROW = 48


class _Drawn(QStyledItemDelegate):
    """Draws what a row does as the button that it is."""

    def __init__(self, table: CopyTable, look: Look) -> None:
        super().__init__(table)
        self._table, self._look = table, look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        if index.column() == WHY and not self._table.is_folded:
            self._draw_why(painter, option, index)
            return
        if index.column() != LOOK_AT or self._table.is_folded:
            super().paint(painter, option, index)
            return
        words, look = str(index.data()), self._look
        shown = self._without_words(option, index)
        style = self._table.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, shown, painter, self._table)
        px = look.px
        inside = QRectF(option.rect)
        wide = max(px(WIDE), QFontMetrics(look.font(BODY, SEMIBOLD)).horizontalAdvance(words))
        box = QRectF(
            inside.right() - wide - px(6), inside.center().y() - px(TALL) / 2, wide, px(TALL)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.outline("control_border", 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, px(CONTROL_RADIUS), px(CONTROL_RADIUS))
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(BODY, SEMIBOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _draw_why(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw why a copy was made, after its sign."""
        look, side = self._look, self._look.px(SIDE)
        style = self._table.style()
        shown = self._without_words(option, index)
        style.drawControl(style.ControlElement.CE_ItemViewItem, shown, painter, self._table)
        inside = QRectF(option.rect).adjusted(look.px(8), 0, -look.px(4), 0)
        place = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
        icons.paint(painter, self._table.icons[index.row()], place, look.colour("text_secondary"))
        painter.save()
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(BODY))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside.adjusted(side + look.px(8), 0, 0, 0), flags, str(index.data()))
        painter.restore()

    def _without_words(self, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        return shown


class CopyTable(FittedTable):
    """Its rows say more as copies are looked at, one after the other."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.icons: tuple[str, ...] = ()
        self.setItemDelegate(_Drawn(self, look))

    @property
    def is_folded(self) -> bool:
        """True where the columns stand under each other."""
        return len(self.texts.table.header) != COLUMNS

    def _take_row(self, row: int) -> int:
        """Leave room around the button."""
        height = max(super()._take_row(row), self._look.px(ROW))
        self.setRowHeight(row, height)
        return height

    def show_copies(
        self,
        rows: tuple[tuple[str, ...], ...],
        names: tuple[str, ...],
        signs: tuple[str, ...],
    ) -> None:
        """Show a row of texts for each copy; `signs` are icons that say why it was made."""
        self.icons = signs
        header = (
            _("Date"),
            _("Pourquoi"),
            _("Taille"),
            _("Réponses"),
            _("Par rapport à aujourd’hui"),
            "",
        )
        title = _("Copies sur cet ordinateur")
        self.show_table(ChartTable(title, header, rows, names, (2, 3)), SPREAD)
