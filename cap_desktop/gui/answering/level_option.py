"""One level of a practice: number, name, staircase and sentence, as one big radio button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from cap_desktop.gui.kit.text_size import wrapped_height
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CAPTION,
    CARD,
    FOCUS_OFFSET,
    FOCUS_WIDTH,
    Look,
)
from cap_desktop.i18n import _

BADGE = 44
PADDING = 16
RING = 22
RADIUS = 12
SLIM = 36
LEAST = 66
NAME = 24
INSET = FOCUS_WIDTH + FOCUS_OFFSET
STEPS = 4
NUMBER = 22


class LevelOption(QRadioButton):
    """A card to choose; level 0 is a slim line, the others are full cards."""

    def __init__(
        self, look: Look, rank: int, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.rank = rank
        self._title = title
        self._sentence = text
        self._former = ""
        self.setAccessibleName(_("Niveau {rank} : {title}", rank=rank, title=title))
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_former(self, year: int | None) -> None:
        """Tag this level as the one chosen in that year."""
        words = "" if year is None else _("Votre réponse {year}", year=year)
        if words != self._former:
            self._former = words
            self.updateGeometry()
            self.update()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._look.px
        text = self._text_height(self._text_width(width))
        if self._is_slim:
            return max(px(SLIM), text + px(10)) + 2 * INSET
        return max(px(LEAST), px(NAME) + text + px(15)) + 2 * INSET

    def sizeHint(self) -> QSize:
        width = self._look.px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._look.px(280)
        return QSize(width, self._look.px(SLIM))

    @property
    def _is_slim(self) -> bool:
        return self.rank == 0

    def _text_width(self, width: int) -> int:
        px = self._look.px
        left = INSET + px(PADDING + BADGE + PADDING)
        right = INSET + px(PADDING + RING + PADDING)
        if self._is_slim and self._former:
            right += self._former_width() + px(8)
        return max(width - left - right, px(120))

    def _former_width(self) -> int:
        metrics = QFontMetrics(self._look.font(CAPTION))
        return metrics.horizontalAdvance(self._former) + self._look.px(18)

    def _text_height(self, width: int) -> int:
        return wrapped_height(self._look.font(BODY), self._line, width)

    @property
    def _line(self) -> str:
        return f"{self._title} – {self._sentence}" if self._is_slim else self._sentence

    # --- Drawing ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        self._draw_badge(painter)
        self._draw_words(painter)
        self._draw_ring(painter)
        painter.end()

    def _draw_frame(self, painter: QPainter) -> None:
        look, chosen = self._look, self.isChecked()
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        radius = look.px(RADIUS)
        border = "accent" if chosen else "control_border"
        pen = look.outline(border, 3 if chosen else 1, is_usable=self.isEnabled())
        painter.setPen(pen)
        hovered = self.underMouse() and self.isEnabled()
        ground = "accent_soft" if chosen else "subtle" if hovered else "surface"
        ground = ground if self.isEnabled() else "window"
        painter.setBrush(look.colour(ground))
        half = pen.widthF() / 2
        painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, radius + 3, radius + 3)

    def _draw_badge(self, painter: QPainter) -> None:
        px, colour = self._look.px, self._look.colours.levels[min(self.rank, STEPS)]
        side = px(28 if self._is_slim else BADGE)
        left = INSET + px(PADDING) + (px(BADGE) - side) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setOpacity(1.0 if self.isEnabled() else self._look.colours.faded)
        painter.setPen(QPen(QColor(colour.outline), self._look.thick(1.5)))
        painter.setBrush(QColor(colour.fill))
        painter.drawRoundedRect(box, px(8), px(8))
        painter.setPen(QColor(colour.ink))
        painter.setFont(self._look.font(CARD if self._is_slim else NUMBER, BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.rank))
        painter.setOpacity(1.0)

    def _draw_words(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        left = INSET + px(PADDING + BADGE + PADDING)
        width = self._text_width(self.width())
        painter.setPen(look.colour("text" if self.isEnabled() else "text_secondary"))
        if self._is_slim:
            painter.setFont(look.font(BODY))
            place = QRect(left, 0, width, self.height())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._line
            )
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
        px = self._look.px
        ink = self._look.colour("text_secondary")
        for step in range(STEPS):
            tall = px(4 + 4 * step)
            bar = QRectF(left + step * px(5), top + px(16) - tall, px(3), tall)
            painter.setPen(QPen(ink, 1))
            painter.setBrush(ink if step < self.rank else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar, 1, 1)

    def _draw_former(self, painter: QPainter, left: int, top: int) -> None:
        look, px = self._look, self._look.px
        painter.setFont(look.font(CAPTION))
        tag = QRectF(left, top, self._former_width(), px(NAME))
        painter.setPen(QPen(look.colour("previous_year"), look.thick(1), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tag, px(6), px(6))
        painter.setPen(look.colour("text_secondary"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._former)

    def _draw_ring(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
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
