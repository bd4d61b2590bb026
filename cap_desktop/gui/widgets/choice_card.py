"""One choice as a card: its mark, a title and a line under it, all of it clickable."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from cap_desktop.gui import icons
from cap_desktop.gui.theme import BODY, FOCUS_OFFSET, FOCUS_WIDTH, SEMIBOLD, SMALL, Theme

MARK = 22
PADDING = 12
RADIUS = 10
ONE_LINE = 54
TWO_LINES = 60
USUAL = 180
INSET = FOCUS_WIDTH + FOCUS_OFFSET
WRAPPED = int(Qt.TextFlag.TextWordWrap)
NORMAL = QFont.Weight.Normal


class CheckCard(QCheckBox):
    """One of several choices that may hold together."""

    def __init__(
        self, theme: Theme, title: str, line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._face = _Face(theme, title, line)
        _prepare(self, title, line)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def holds_its_words(self) -> bool:
        """Tell whether the longest word fits at this width: it cannot wrap."""
        return self._face.narrowest() <= self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.draw(self)


class RadioCard(QRadioButton):
    """One of several choices of which only one holds."""

    def __init__(
        self, theme: Theme, title: str, line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._face = _Face(theme, title, line)
        _prepare(self, title, line)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def holds_its_words(self) -> bool:
        """Tell whether the longest word fits at this width: it cannot wrap."""
        return self._face.narrowest() <= self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.draw(self)


ChoiceCard = CheckCard | RadioCard


def _prepare(choice: QAbstractButton, title: str, line: str) -> None:
    name = f"{title}, {line}" if line else title
    choice.setAccessibleName(name)
    # Never drawn by Qt: it is where Qt tells a screen reader that the words stand.
    choice.setText(name.replace("&", "&&"))
    choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    choice.setCursor(Qt.CursorShape.PointingHandCursor)


class _Face:
    """What both kinds look like; they differ by their mark only."""

    def __init__(self, theme: Theme, title: str, line: str) -> None:
        self._theme = theme
        self._title = title
        self._line = line
        self._title_font = theme.font(BODY, SEMIBOLD if line else NORMAL)
        self._line_font = theme.font(SMALL)

    def hint(self) -> QSize:
        # Only the width is held: the height follows the width that is given in the end.
        return QSize(max(self._theme.px(USUAL), self.narrowest()), self._theme.px(ONE_LINE))

    def least(self) -> QSize:
        return QSize(self.narrowest(), self._theme.px(ONE_LINE))

    def narrowest(self) -> int:
        """The width that the longest word needs, with the mark and the margins."""
        px = self._theme.px
        title = QFontMetrics(self._title_font)
        line = QFontMetrics(self._line_font)
        # A no-break space holds its words together, as on the screen.
        words = [title.horizontalAdvance(word) for word in self._title.split(" ")]
        words += [line.horizontalAdvance(word) for word in self._line.split(" ")]
        return max(words) + 2 * INSET + px(PADDING + MARK + PADDING + PADDING)

    def height(self, width: int) -> int:
        px = self._theme.px
        inside = self._width(width)
        words = self._title_height(inside) + self._line_height(inside)
        return max(px(TWO_LINES if self._line else ONE_LINE), words + px(10) + 2 * INSET)

    def draw(self, choice: QAbstractButton) -> None:
        painter = QPainter(choice)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter, choice)
        self._draw_words(painter, choice)
        side = self._theme.px(MARK)
        left = INSET + self._theme.px(PADDING)
        box = QRectF(left, (choice.height() - side) / 2, side, side)
        if isinstance(choice, QCheckBox):
            self._draw_check(painter, box, is_on=choice.isChecked())
        else:
            self._draw_radio(painter, box, is_on=choice.isChecked())
        painter.end()

    def _width(self, width: int) -> int:
        px = self._theme.px
        return max(width - 2 * INSET - px(PADDING + MARK + PADDING + PADDING), px(60))

    def _title_height(self, width: int) -> int:
        metrics = QFontMetrics(self._title_font)
        return metrics.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, self._title).height()

    def _line_height(self, width: int) -> int:
        if not self._line:
            return 0
        metrics = QFontMetrics(self._line_font)
        return metrics.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, self._line).height()

    def _draw_frame(self, painter: QPainter, choice: QAbstractButton) -> None:
        theme, is_on = self._theme, choice.isChecked()
        radius = theme.px(RADIUS)
        edge = "accent" if is_on else "control_border" if choice.isEnabled() else "line"
        pen = theme.outline(edge, 3 if is_on else 1, is_usable=choice.isEnabled())
        half = pen.widthF() / 2
        painter.setPen(pen)
        is_pointed = choice.underMouse() and choice.isEnabled()
        ground = "accent_soft" if is_on else "subtle" if is_pointed else "surface"
        painter.setBrush(theme.colour(ground))
        frame = QRectF(choice.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), radius, radius)
        if choice.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(choice.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, radius + 3, radius + 3)

    def _draw_words(self, painter: QPainter, choice: QAbstractButton) -> None:
        px = self._theme.px
        left = INSET + px(PADDING + MARK + PADDING)
        width = self._width(choice.width())
        title, line = self._title_height(width), self._line_height(width)
        top = (choice.height() - title - line) // 2
        painter.setFont(self._title_font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(QRect(left, top, width, title), WRAPPED, self._title)
        if self._line:
            painter.setFont(self._line_font)
            painter.setPen(self._theme.colour("text_secondary"))
            painter.drawText(QRect(left, top + title, width, line), WRAPPED, self._line)

    def _draw_check(self, painter: QPainter, box: QRectF, *, is_on: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("accent" if is_on else "control_border"), 2))
        painter.setBrush(theme.colour("accent" if is_on else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))
        if is_on:
            inner = box.adjusted(3, 3, -3, -3)
            icons.paint(painter, "check", inner, theme.colour("on_accent"))

    def _draw_radio(self, painter: QPainter, box: QRectF, *, is_on: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("accent" if is_on else "control_border"), 2))
        painter.setBrush(theme.colour("accent" if is_on else "surface"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on_accent"))
            painter.drawEllipse(box.center(), box.width() / 6, box.width() / 6)
