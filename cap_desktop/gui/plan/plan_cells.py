"""How the cells of the plan's table are drawn: badge, words, flag, tag of progress."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cap_desktop.gui.kit.model_index import Index
from cap_desktop.gui.kit.tag import paint_tag
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.gui.plan.plan_model import PlanColumn, PlanModel
from cap_desktop.gui.plan.plan_rows import LevelBadge, PlanRow
from cap_desktop.gui.plan.plan_words import Sign

BADGE = 34
PADDING = 8
LEFT = 16
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def paint_badge(painter: QPainter, look: Look, badge: LevelBadge, box: QRectF) -> None:
    """The code of a theme on the colour of its score; nothing without a theme."""
    if not badge.code:
        return
    level = look.colours.levels[badge.rank]
    painter.setPen(QPen(QColor(level.outline), look.thick(1.2)))
    painter.setBrush(QColor(level.fill))
    radius = look.px(8)
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(level.ink))
    painter.setFont(look.font(CAPTION, BOLD))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge.code)


class BadgeMark(QWidget):
    """The badge as a widget, beside words that say the same."""

    def __init__(self, look: Look, badge: LevelBadge) -> None:
        super().__init__()
        self._look, self._badge = look, badge
        self.setFixedSize(look.px(BADGE) + 2, look.px(BADGE) + 2)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_badge(painter, self._look, self._badge, box)
        painter.end()


class PlanCells(QStyledItemDelegate):
    """Draws every cell of a row; in a narrow table, the action holds the hidden columns too."""

    def __init__(self, look: Look, model: PlanModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.is_narrow = False
        self.has_several = False
        """True while several rows are chosen: edges around each would be bars."""

    # --- Sizes ------------------------------------------------------------------------

    def height(self, row: PlanRow, widths: dict[PlanColumn, int]) -> int:
        """How tall a row is at these widths."""
        px = self._look.px
        room = widths[PlanColumn.ACTION] - 2 * px(PADDING)
        tall = self._tall(row.title, room, BODY, SEMIBOLD)
        if self.is_narrow:
            tall += self._tall(self._note(row), room, SMALL) + px(2)
        else:
            room = widths[PlanColumn.OWNER] - 2 * px(PADDING)
            tall = max(tall, self._tall(row.owner, room, SMALL))
        return max(tall + px(20), px(56))

    def _tall(
        self, text: str, room: int, size: int, weight: QFont.Weight = QFont.Weight.Normal
    ) -> int:
        return wrapped_height(self._look.font(size, weight), text, max(room, 1))

    def _note(self, row: PlanRow) -> str:
        """What the hidden columns say."""
        said = [row.owner, row.due if row.due != "–" else "", row.priority_words]
        return " · ".join(item for item in said if item)

    # --- Drawing ----------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = self._model.rows[index.row()]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour("accent_soft" if is_selected else "surface"))
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, look.colour("line"))
        if is_selected and not self.has_several:
            edge = 2
            for top in (rect.top(), rect.bottom() + 1 - edge):
                painter.fillRect(rect.left(), top, rect.width(), edge, look.colour("accent"))
        self._draw(painter, rect, row, index, is_bold=is_selected)
        painter.restore()

    def _draw(
        self, painter: QPainter, rect: QRect, row: PlanRow, index: Index, *, is_bold: bool
    ) -> None:
        column = PlanColumn(index.column())
        pad = self._look.px(PADDING)
        inside = rect.adjusted(pad, 0, -pad, 0)
        if column is PlanColumn.TICK:
            self._tick(painter, rect, is_ticked=row.action in self._model.ticked)
        elif column is PlanColumn.THEME:
            side = self._look.px(BADGE)
            top = rect.top() + (rect.height() - side) / 2
            box = QRectF(rect.left() + self._look.px(LEFT), top, side, side)
            paint_badge(painter, self._look, row.badge, box)
        elif column is PlanColumn.ACTION:
            self._action(painter, inside, row, is_bold=is_bold)
        elif column is PlanColumn.PRIORITY:
            self._priority(painter, inside, row)
        elif column is PlanColumn.STATE:
            self._sign(painter, inside, row.sign)
        else:
            words = row.owner if column is PlanColumn.OWNER else row.due
            tone = "text_secondary" if column is PlanColumn.OWNER else "text"
            self._words(painter, inside, words, SMALL, tone)

    def _action(self, painter: QPainter, inside: QRect, row: PlanRow, *, is_bold: bool) -> None:
        weight = SEMIBOLD if is_bold else QFont.Weight.Normal
        if not self.is_narrow:
            self._words(painter, inside, row.title, BODY, "text", weight)
            return
        tall = self._tall(row.title, inside.width(), BODY, weight)
        note = self._note(row)
        whole = tall + self._tall(note, inside.width(), SMALL) + self._look.px(2)
        top = inside.top() + (inside.height() - whole) // 2
        title = QRect(inside.left(), top, inside.width(), tall)
        self._words(painter, title, row.title, BODY, "text", weight)
        below = QRect(inside.left(), top + tall + self._look.px(2), inside.width(), whole - tall)
        self._words(painter, below, note, SMALL, "text_secondary", align=Qt.AlignmentFlag.AlignTop)

    def _priority(self, painter: QPainter, inside: QRect, row: PlanRow) -> None:
        px = self._look.px
        tone = "attention" if row.priority == 1 else "text_secondary"
        left = inside.left()
        side = px(16)
        place = QRectF(left, inside.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, "flag", place, self._look.colour(tone))
        left += side + px(4)
        words = QRect(left, inside.top(), inside.right() + px(PADDING) - left, inside.height())
        self._words(painter, words, row.priority_words, SMALL, tone, SEMIBOLD)

    def _sign(self, painter: QPainter, inside: QRect, sign: Sign) -> None:
        box = paint_tag(painter, self._look, inside, sign.words, sign.ground, sign.ink)
        paint_sign(painter, sign.icon, box, self._look.colour(sign.ink))

    def _tick(self, painter: QPainter, rect: QRect, *, is_ticked: bool) -> None:
        look, px = self._look, self._look.px
        side = px(20)
        left = rect.left() + px(LEFT)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        painter.setPen(QPen(look.colour("accent" if is_ticked else "control_border"), 2))
        painter.setBrush(look.colour("accent" if is_ticked else "surface"))
        painter.drawRoundedRect(box, px(5), px(5))
        if is_ticked:
            inner = box.adjusted(px(2), px(2), -px(2), -px(2))
            icons.paint(painter, "check", inner, look.colour("on_accent"))

    def _words(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        size: int,
        tone: str,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = MIDDLE,
    ) -> None:
        painter.setFont(self._look.font(size, weight))
        painter.setPen(self._look.colour(tone))
        painter.drawText(box, int(align) | WRAPPED, words)


def paint_sign(painter: QPainter, icon: str, box: QRectF, ink: QColor) -> None:
    """A ring, a half-full one, or a drawing by its name."""
    if icon not in ("ring", "half"):
        icons.paint(painter, icon, box, ink)
        return
    circle = box.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if icon == "half":
        painter.setBrush(ink)
        painter.drawPie(circle, 90 * 16, -180 * 16)
