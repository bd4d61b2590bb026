"""One choice as a card: its mark, a title and a line under it, all of it clickable."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from cap_desktop.gui.kit.hints import unmarked
from cap_desktop.gui.kit.painted_choice import INSET, MARK, PaintedChoice
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look.look import BODY, SEMIBOLD, SMALL, Look

PADDING = 12
ONE_LINE = 54
TWO_LINES = 60
USUAL = 180
NORMAL = QFont.Weight.Normal
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Card(PaintedChoice):
    """What both kinds of card are."""

    def __init__(
        self, look: Look, title: str, line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._title, self._line = title, line
        self._title_font = look.font(BODY, SEMIBOLD if line else NORMAL)
        self._line_font = look.font(SMALL)
        name = f"{title}, {line}" if line else title
        self.setAccessibleName(name)
        # Never drawn by Qt: it is where Qt tells a screen reader that the words stand.
        self.setText(unmarked(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def holds_its_words(self) -> bool:
        """Tell whether the longest word fits at this width: it cannot wrap."""
        return self._narrowest <= self.width()

    def sizeHint(self) -> QSize:
        # Only the width is held: the height follows the width that is given in the end.
        return QSize(max(self.look.px(USUAL), self._narrowest), self.look.px(ONE_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest, self.look.px(ONE_LINE))

    @property
    def _narrowest(self) -> int:
        """The width that the longest word needs, with the mark and the margins."""
        title = QFontMetrics(self._title_font)
        line = QFontMetrics(self._line_font)
        # A no-break space holds its words together, as on the screen.
        words = [title.horizontalAdvance(word) for word in self._title.split(" ")]
        words += [line.horizontalAdvance(word) for word in self._line.split(" ")]
        return max(words) + self._around

    def heightForWidth(self, width: int) -> int:
        px = self.look.px
        words = sum(self._heights(self._words_width(width)))
        return max(px(TWO_LINES if self._line else ONE_LINE), words + px(10) + 2 * INSET)

    @property
    def _around(self) -> int:
        """The mark and the margins."""
        return 2 * INSET + self.look.px(PADDING + MARK + PADDING + PADDING)

    def _words_width(self, width: int) -> int:
        return max(width - self._around, self.look.px(60))

    def _heights(self, width: int) -> tuple[int, int]:
        title = wrapped_height(self._title_font, self._title, width)
        line = wrapped_height(self._line_font, self._line, width) if self._line else 0
        return title, line

    def draw(self, painter: QPainter) -> None:
        px = self.look.px
        self.draw_mark(painter, INSET + px(PADDING))
        left = INSET + px(PADDING + MARK + PADDING)
        width = self._words_width(self.width())
        title, line = self._heights(width)
        top = (self.height() - title - line) // 2
        painter.setFont(self._title_font)
        painter.setPen(self.look.colour("text"))
        painter.drawText(QRect(left, top, width, title), WRAPPED, self._title)
        if self._line:
            painter.setFont(self._line_font)
            painter.setPen(self.look.colour("text_secondary"))
            painter.drawText(QRect(left, top + title, width, line), WRAPPED, self._line)


class CheckCard(_Card, QCheckBox):
    """One of several choices that may hold together."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            # Alone, a check box would send the focus to whatever comes next: the grid knows better.
            event.ignore()
        else:
            super().keyPressEvent(event)


class RadioCard(_Card, QRadioButton):
    """One of several choices of which only one holds."""


ChoiceCard = CheckCard | RadioCard
