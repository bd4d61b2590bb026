"""The list of copies: one click, or Entrée, on a row looks at that copy."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.look.look import BODY, CONTROL_RADIUS, SEMIBOLD, Look
from cap_desktop.i18n import _

COLUMNS = 6
SPREAD = (2, 3, 0, 0, 6, 0)
LOOK_AT = 5
TALL, WIDE = 36, 92


class _Drawn(QStyledItemDelegate):
    """Draws what a row does as the button that it is."""

    def __init__(self, table: CopyTable, look: Look) -> None:
        super().__init__(table)
        self._table, self._look = table, look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        if index.column() != LOOK_AT or self._table.is_folded:
            super().paint(painter, option, index)
            return
        words, look = str(index.data()), self._look
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
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


class CopyTable(FittedTable):
    """Its rows say more as copies are looked at, one after the other."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setItemDelegate(_Drawn(self, look))

    @property
    def is_folded(self) -> bool:
        """True where the columns stand under each other."""
        return len(self.texts.table.header) != COLUMNS

    def show_copies(self, rows: tuple[tuple[str, ...], ...], names: tuple[str, ...]) -> None:
        """Show a row of texts for each copy."""
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
