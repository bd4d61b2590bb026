"""One choice among several as a full-width row: key cap, words, and a mark to fill."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from cap_desktop.gui import icons
from cap_desktop.gui.theme import (
    BODY,
    CAPTION,
    FOCUS_OFFSET,
    FOCUS_WIDTH,
    SEMIBOLD,
    Theme,
)

LETTERS = "ABCDEFGH"
ROW = 52
PADDING = 16
CAP = 24
MARK = 22
RADIUS = 10
INSET = FOCUS_WIDTH + FOCUS_OFFSET


def shortcut_letter(rank: int) -> str:
    """The letter of a row; none after the eighth."""
    return LETTERS[rank] if rank < len(LETTERS) else ""


class _Face:
    """How a row measures and draws itself, whichever button it is."""

    def __init__(self, theme: Theme, letter: str, text: str, *, is_round: bool) -> None:
        self.theme, self.letter, self.text, self.is_round = theme, letter, text, is_round

    def height(self, width: int) -> int:
        px = self.theme.px
        metrics = QFontMetrics(self.theme.font(BODY))
        space = QRect(0, 0, self._text_width(width), 10_000)
        text = metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, self.text).height()
        return max(px(ROW), text + px(24)) + 2 * INSET

    def _text_width(self, width: int) -> int:
        px = self.theme.px
        return max(width - 2 * INSET - px(2 * PADDING + CAP + MARK + 2 * 14), px(80))

    def draw(self, painter: QPainter, row: QAbstractButton) -> None:
        theme, px = self.theme, self.theme.px
        chosen, usable = row.isChecked(), row.isEnabled()
        frame = QRectF(row.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        border = "accent" if chosen else "control_border"
        pen = theme.outline(border, 3 if chosen else 1, is_usable=usable)
        painter.setPen(pen)
        hovered = row.underMouse() and usable
        ground = "accent_soft" if chosen else "subtle" if hovered or not usable else "surface"
        painter.setBrush(theme.colour(ground))
        half = pen.widthF() / 2
        painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), px(RADIUS), px(RADIUS))
        if row.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(row.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, px(RADIUS) + 3, px(RADIUS) + 3)
        left = frame.left() + px(PADDING)
        draw_mark(
            painter,
            theme,
            QRectF(left, frame.center().y() - px(MARK) / 2, px(MARK), px(MARK)),
            chosen=chosen,
            is_round=self.is_round,
        )
        left += px(MARK + 14)
        painter.setFont(theme.font(BODY, SEMIBOLD if chosen else theme.font(BODY).weight()))
        painter.setPen(theme.colour("text" if usable else "text_secondary"))
        words = QRectF(left, frame.top(), self._text_width(row.width()), frame.height())
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), self.text
        )
        if self.letter:
            side = px(CAP)
            cap = QRectF(
                frame.right() - px(PADDING) - side, frame.center().y() - side / 2, side, side
            )
            draw_key(painter, theme, cap, self.letter)


def draw_key(painter: QPainter, theme: Theme, place: QRectF, text: str) -> None:
    """A key of the keyboard."""
    painter.setPen(QPen(theme.colour("control_border"), theme.thick(1)))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(place, theme.px(4), theme.px(4))
    painter.setPen(theme.colour("text_secondary"))
    painter.setFont(theme.font(CAPTION, SEMIBOLD))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def draw_mark(
    painter: QPainter, theme: Theme, place: QRectF, *, chosen: bool, is_round: bool
) -> None:
    """A round mark with a dot, or a square one with a check."""
    painter.setPen(QPen(theme.colour("accent" if chosen else "control_border"), 2))
    painter.setBrush(theme.colour("accent" if chosen else "surface"))
    if is_round:
        painter.drawEllipse(place)
    else:
        painter.drawRoundedRect(place, theme.px(5), theme.px(5))
    if not chosen:
        return
    if is_round:
        painter.setBrush(theme.colour("on_accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(place.center(), place.width() / 6, place.width() / 6)
    else:
        icons.paint(painter, "check", place.adjusted(3, 3, -3, -3), theme.colour("on_accent"))


class RadioRow(QRadioButton):
    """One of the options, of which one is chosen."""

    def __init__(self, theme: Theme, letter: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._face = _Face(theme, letter, text, is_round=True)
        _prepare(self)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        width = self._face.theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._face.theme.px(260), self._face.theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face.draw(painter, self)
        painter.end()


class CheckRow(QCheckBox):
    """One of the options, of which several may be chosen."""

    def __init__(self, theme: Theme, letter: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._face = _Face(theme, letter, text, is_round=False)
        _prepare(self)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        width = self._face.theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._face.theme.px(260), self._face.theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face.draw(painter, self)
        painter.end()


def _prepare(row: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    row.setAccessibleName(row.text())
    row.setCursor(Qt.CursorShape.PointingHandCursor)
