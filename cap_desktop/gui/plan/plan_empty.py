"""A plan without actions: three ideas, or a first action of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.plan.ideas import Idea
from cap_desktop.gui.kit.basics import button, emptied, label
from cap_desktop.gui.look.look import BODY, BOLD, HEADING, Look
from cap_desktop.gui.plan.idea_cards import IdeaCard, idea_cards
from cap_desktop.gui.plan.plan_rows import Badges
from cap_desktop.i18n import _

SHOWN = 3
WIDE = 640


class PlanEmpty(QWidget):
    """Says how to begin."""

    written = Signal()
    carry_wanted = Signal()
    added = Signal(object)
    hidden_away = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(_Stairs(look), alignment=middle)
        title = label(look, _("Par quoi commencer\u00a0?"), HEADING, BOLD)
        title.setAlignment(middle)
        column.addWidget(title)
        self.hint = label(look, "", BODY, tone="secondary")
        self.hint.setAlignment(middle)
        column.addWidget(self.hint)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(10))
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.write = button(look, _("Écrire une action"), "main", "plus")
        self.write.clicked.connect(self.written)
        self.carry = button(look, "")
        self.carry.clicked.connect(self.carry_wanted)
        row.addStretch(1)
        row.addWidget(self.write)
        row.addWidget(self.carry)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setMaximumWidth(px(WIDE))
        self.cards: list[IdeaCard] = []

    def show_ideas(self, ideas: Sequence[Idea], badges: Badges, former: int | None) -> None:
        """Show the first ideas; `former` is the year of a plan that may be taken up."""
        emptied(self._list)
        begin = (
            _("Choisissez une idée tirée de vos résultats, ou écrivez votre première action.")
            if ideas
            else _(
                "Écrivez votre première action. Des idées viendront ici à mesure que vous répondez."
            )
        )
        enough = _("Deux ou trois actions bien suivies suffisent.")
        self.hint.setText(f"{begin} {enough}")
        self.cards = idea_cards(
            self._look, ideas[:SHOWN], badges, self.added.emit, self.hidden_away.emit
        )
        for card in self.cards:
            self._list.addWidget(card)
        self.carry.setVisible(former is not None)
        self.carry.setText(_("Reprendre le plan {year}", year=former or ""))


class _Stairs(QWidget):
    """Two steps made, two to come, and a flag: it says nothing that the words do not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(204), look.px(94))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - 2
        for rank, tall in enumerate((18, 36, 55, 74)):
            box = QRectF(px(20 + 42 * rank), foot - px(tall), px(34), px(tall))
            if rank < 2:
                level = look.colours.levels[rank + 1]
                painter.setPen(QPen(QColor(level.outline), look.thick(1.6)))
                painter.setBrush(QColor(level.fill))
            else:
                painter.setPen(QPen(look.colour("control_border"), 1.6, Qt.PenStyle.CustomDashLine))
                pen = painter.pen()
                pen.setDashPattern([3, 3])
                painter.setPen(pen)
                painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(QPen(look.colour("control_border"), 2))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))
        painter.setPen(QPen(look.colour("accent"), 3))
        left, top = px(121), foot - px(82)
        painter.drawLine(QPointF(left, top), QPointF(left, top + px(24)))
        painter.drawLine(QPointF(left, top), QPointF(left + px(16), top + px(6)))
        painter.drawLine(QPointF(left, top + px(12)), QPointF(left + px(16), top + px(6)))
        painter.end()
