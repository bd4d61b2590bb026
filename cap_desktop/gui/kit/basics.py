"""Labels, cards and buttons in the program's look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.gui.kit.accessible_roles import tell_as
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.letting_go import let_go
from cap_desktop.gui.kit.text_size import overhang
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    BUTTON,
    CARD,
    CARD_PADDING,
    FIELD_GAP,
    HEADING,
    QUESTION,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.words.typography import unbroken

TITLES = {(TITLE, BOLD): 1, (QUESTION, BOLD): 2, (HEADING, BOLD): 2, (CARD, SEMIBOLD): 3}
"""The sizes and weights of titles, and the level of each."""

ANY_WIDTH = 16_777_215
"""The most that Qt lets a widget have, and gives one that nobody held."""

Button = TypeVar("Button", bound=QPushButton)


class Words(QLabel):
    """A text as it is set in French: what belongs together stays on one line.

    It keeps room for a line that begins with « j », whose end goes back under what is before.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        # Qt would read what looks like markup in what people typed.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """Write in a font."""
        super().setFont(font)
        self.setContentsMargins(overhang(self.font()), 0, 0, 0)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(unbroken(text))


class Title(Words):
    """A text that a screen reader knows as a heading."""

    _given: str | None = None

    def __init__(self, text: str = "", level: int = 1) -> None:
        super().__init__()
        self.level = level
        tell_as(Title, "heading")
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; it is also the name, which the role of a heading does not take from it."""
        if text == self._given:
            # A reader says a text that comes again as one that was just typed.
            return
        self._given = text
        super().setText(text)
        self.setAccessibleName(self.text())


def label(
    look: Look,
    text: str = "",
    size: int = BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
    tone: str = "",
) -> QLabel:
    """A text that wraps; what people typed is shown as it is, never read as markup.

    What looks like a title is one for a screen reader too, which goes from title to title.
    """
    level = 0 if tone else TITLES.get((size, weight), 0)
    made = Title(text, level) if level else Words(text)
    made.setWordWrap(True)
    made.setFont(look.font(size, weight))
    if tone:
        made.setProperty("tone", tone)
    return made


def button(look: Look, text: str, kind: str = "", icon: str = "") -> QPushButton:
    """A button; `main` is the one thing to do, `quiet` and the smaller `link` are text."""
    return dressed(QPushButton(text), look, kind, icon)


def dressed(made: Button, look: Look, kind: str = "", icon: str = "") -> Button:
    """A button of a class of its own, in the same look."""
    text, size = made.text(), SMALL if kind == "link" else BODY
    made.setFont(look.font(size, QFont.Weight.DemiBold))
    if kind not in ("row", "link"):
        made.setMinimumHeight(look.px(BUTTON))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        name = {"main": "on_accent", "quiet": "accent", "link": "accent"}.get(kind, "text")
        side = look.px(18 if kind == "link" else 20)
        made.setIcon(icons.icon(icon, look.colour(name), side, made.devicePixelRatioF()))
        made.setIconSize(QSize(side, side))
        # Qt leaves no room between the drawing and the words; an arrow onward stands after them.
        made.setText(f"{text} " if icon == "arrow-right" else f" {text}")
        made.setAccessibleName(text)
    return made


def slim_height(look: Look) -> int:
    """The height of a button that grows half as fast as the text: the rest is for reading."""
    return round(BUTTON * (1 + look.scale) / 2)


def card(look: Look, box: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A framed group, and the column inside it."""
    frame = QFrame()
    frame.setProperty("box", box)
    # Not « Maximum »: it would hold the height of one line where the words need two.
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(frame)
    side = look.px(CARD_PADDING)
    column.setContentsMargins(side, side, side, side)
    column.setSpacing(look.px(FIELD_GAP))
    return frame, column


def rule() -> QFrame:
    """A thin line between two things."""
    line = QFrame()
    line.setProperty("box", "rule")
    return line


def scrolled(inside: QWidget) -> QScrollArea:
    """A page that scrolls up and down only; the keyboard goes through what is inside."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def hold_width(found: QWidget, width: int) -> None:
    """Keep a widget as wide as this, or let it be as wide as it likes where it is 0."""
    found.setMinimumWidth(width)
    found.setMaximumWidth(width or ANY_WIDTH)


def stand_beside(columns: QBoxLayout, aside: QWidget, width: int, *, is_wide: bool) -> None:
    """Put one of two columns beside the other, as wide as this; one above the other else."""
    way = QBoxLayout.Direction
    columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
    hold_width(aside, width if is_wide else 0)


def emptied(column: QLayout) -> None:
    """Take everything out of a layout, and out of those inside it."""
    while (item := column.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            let_go(widget)
        inner = item.layout()
        if inner is not None:
            emptied(inner)


def section_title(look: Look, icon: str, text: str) -> QWidget:
    """A title with its drawing, above what belongs to it."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    row.addWidget(IconLabel(look, icon))
    row.addWidget(label(look, text, CARD, QFont.Weight.DemiBold), 1)
    return made
