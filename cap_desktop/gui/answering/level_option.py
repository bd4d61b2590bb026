"""One level of a practice: number, name, staircase and sentence, as one big radio button."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from cap_desktop.gui.kit.painted_choice import INSET, PaintedChoice
from cap_desktop.gui.kit.text_size import wrapped_height
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CAPTION,
    CARD,
    Look,
)
from cap_desktop.i18n import _
from cap_desktop.words.typography import unbroken

BADGE = 44
PADDING = 16
RING = 22
SLIM = 36
LEAST = 66
NAME = 24
STEPS = 4
NUMBER = 22


class LevelOption(PaintedChoice, QRadioButton):
    """A card to choose; level 0 is a slim line, the others are full cards."""

    radius = 12
    usual = 640
    least = (280, SLIM)

    def __init__(
        self, look: Look, rank: int, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.rank = rank
        self._title = title
        self._sentence = unbroken(text)
        self._text, self._former = text, ""
        self.setAccessibleName(_("Niveau {rank} : {title}", rank=rank, title=title))
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_former(self, year: int | None) -> None:
        """Tag this level as the one chosen in that year."""
        words = "" if year is None else _("Votre réponse {year}", year=year)
        if words != self._former:
            self._former = words
            said = f"{self._text}\n{words}." if words else self._text
            self.setAccessibleDescription(said)
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        px = self.look.px
        text = self._text_height(self._text_width(width))
        if self._is_slim:
            return max(px(SLIM), text + px(10)) + 2 * INSET
        return max(px(LEAST), px(NAME) + text + px(15)) + 2 * INSET

    @property
    def _is_slim(self) -> bool:
        return self.rank == 0

    def _text_width(self, width: int) -> int:
        px = self.look.px
        left = INSET + px(PADDING + BADGE + PADDING)
        right = INSET + px(PADDING + RING + PADDING)
        if self._is_slim and self._former:
            right += self._former_width() + px(8)
        return max(width - left - right, px(120))

    def _former_width(self) -> int:
        metrics = QFontMetrics(self.look.font(CAPTION))
        return metrics.horizontalAdvance(self._former) + self.look.px(18)

    def _text_height(self, width: int) -> int:
        if self._is_slim:
            return math.ceil(self._set_line(width).boundingRect().height())
        return wrapped_height(self.look.font(BODY), self._sentence, width)

    def _set_line(self, width: int) -> QTextLayout:
        """The name in bold and the sentence after it, on one line where there is room."""
        name = QTextLayout.FormatRange()
        name.start, name.length = 0, len(self._title)
        name.format.setFontWeight(BOLD)
        line = QTextLayout(f"{self._title}\u00a0 {self._sentence}", self.look.font(BODY))
        line.setFormats([name])
        line.beginLayout()
        top = 0.0
        while (row := line.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, top))
            top += row.height()
        line.endLayout()
        return line

    def _draw_line(self, painter: QPainter, left: int, width: int) -> None:
        line = self._set_line(width)
        line.draw(painter, QPointF(left, (self.height() - line.boundingRect().height()) / 2))

    # --- Drawing ----------------------------------------------------------------------

    def draw_ground(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        ground = "accent_soft" if chosen else "subtle" if self.underMouse() else "surface"
        border = "accent" if chosen else "control_border"
        self.draw_frame(painter, border, ground if self.is_usable else "window")

    def draw(self, painter: QPainter) -> None:
        self._draw_badge(painter)
        self._draw_words(painter)
        self._draw_ring_mark(painter)

    def _draw_badge(self, painter: QPainter) -> None:
        px, colour = self.look.px, self.look.colours.levels[min(self.rank, STEPS)]
        side = px(28 if self._is_slim else BADGE)
        left = INSET + px(PADDING) + (px(BADGE) - side) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setOpacity(1.0 if self.is_usable else self.look.colours.faded)
        painter.setPen(QPen(QColor(colour.outline), self.look.thick(1.5)))
        painter.setBrush(QColor(colour.fill) if self.rank else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(8), px(8))
        painter.setPen(QColor(colour.ink))
        painter.setFont(self.look.font(CARD if self._is_slim else NUMBER, BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.rank))
        painter.setOpacity(1.0)

    def _draw_words(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        left = INSET + px(PADDING + BADGE + PADDING)
        width = self._text_width(self.width())
        painter.setPen(look.colour("text" if self.is_usable else "text_secondary"))
        if self._is_slim:
            self._draw_line(painter, left, width)
            if self._former:
                self._draw_former(painter, left + width + px(8), (self.height() - px(NAME)) // 2)
            return
        text = self._text_height(width)
        top = (self.height() - text - px(NAME)) // 2
        painter.setFont(look.font(CARD, BOLD))
        painter.drawText(left, top, width, px(NAME), Qt.AlignmentFlag.AlignVCenter, self._title)
        end = left + painter.fontMetrics().horizontalAdvance(self._title) + px(10)
        self._draw_stairs(painter, end, top + px(5))
        if self._former:
            self._draw_former(painter, end + px(32), top)
        painter.setFont(look.font(BODY))
        painter.setPen(look.colour("text_secondary" if not self.isChecked() else "text"))
        painter.drawText(
            QRect(left, top + px(NAME), width, text + px(4)),
            Qt.TextFlag.TextWordWrap,
            self._sentence,
        )

    def _draw_stairs(self, painter: QPainter, left: int, top: int) -> None:
        px = self.look.px
        ink = self.look.colour("text_secondary")
        for step in range(STEPS):
            tall = px(4 + 4 * step)
            bar = QRectF(left + step * px(5), top + px(16) - tall, px(3), tall)
            painter.setPen(QPen(ink, 1))
            painter.setBrush(ink if step < self.rank else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar, 1, 1)

    def _draw_former(self, painter: QPainter, left: int, top: int) -> None:
        look, px = self.look, self.look.px
        painter.setFont(look.font(CAPTION))
        tag = QRectF(left, top, self._former_width(), px(NAME))
        painter.setPen(QPen(look.colour("previous_year"), look.thick(1), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tag, px(6), px(6))
        painter.setPen(look.colour("text_secondary"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._former)

    def _draw_ring_mark(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        side = px(RING)
        box = QRectF(
            self.width() - INSET - px(PADDING) - side, (self.height() - side) / 2, side, side
        )
        chosen = self.isChecked()
        painter.setPen(QPen(look.colour("accent" if chosen else "control_border"), 2))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(box)
        if chosen:
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(box)
            dot = side * 0.36
            painter.setBrush(look.colour("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.center(), dot / 2, dot / 2)
