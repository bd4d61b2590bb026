"""The look: colours, fonts, sizes, and the words of Qt's own buttons.

Sizes are in pixels at a text size of 100 %; `px` multiplies them by the size a person chose.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPen
from PySide6.QtWidgets import QApplication

from cap_desktop import paths
from cap_desktop.gui.look.palettes import LIGHT, Colours, contrast

FAMILY = "Atkinson Hyperlegible Next"
FAMILIES = (FAMILY, "Atkinson Hyperlegible", "Segoe UI", "Noto Sans", "sans-serif")

# Text sizes.
TITLE = 28
QUESTION = 25
HEADING = 20
CARD = 17
BODY = 16
SMALL = 15
CAPTION = 14

# Boxes.
TOP_BAR = 60
FOOTER = 68
BUTTON = 44
MARGIN = 28
GAP = 20
FIELD_GAP = 12
CARD_PADDING = 20
CARD_RADIUS = 12
CONTROL_RADIUS = 8
FOCUS_WIDTH = 3
FOCUS_OFFSET = 2

# What the style sheet asks for by name.
STYLE = "style.qss"
STYLE_SIZES = (2, 4, 5, 6, 8, 10, 12, 18, 20, 24, 26, 28, 30, 34, 40)
STYLE_COLOURS = (
    "window",
    "surface",
    "subtle",
    "line",
    "card_border",
    "control_border",
    "text",
    "text_secondary",
    "accent",
    "on_accent",
    "accent_hover",
    "accent_soft",
    "accent_soft_border",
    "focus",
    "focus_on_accent",
    "danger",
    "warning",
    "warning_soft",
    "success",
)


class Look(NamedTuple):
    """A palette and a text size, chosen by a person or by the system."""

    colours: Colours = LIGHT
    scale: float = 1.0

    @property
    def is_dark(self) -> bool:
        """True for light letters on a dark ground."""
        return self.colours.is_dark

    def thick(self, width: float) -> float:
        """The width of an outline, no thinner than the palette wants its outlines."""
        return max(width, self.colours.edge)

    def outline(self, name: str, width: float, *, is_usable: bool = True) -> QPen:
        """The outline of a control; dashed for one that cannot be used, where no tint says so."""
        made = QPen(self.colour(name), self.thick(width))
        if not is_usable and self.colours.ground_edge:
            made.setStyle(Qt.PenStyle.DashLine)
        return made

    def ground_pen(self) -> QPen:
        """The outline of a tinted ground: none, but where a tint says nothing by itself."""
        if not self.colours.ground_edge:
            return QPen(Qt.PenStyle.NoPen)
        return QPen(self.colour("control_border"), self.colours.ground_edge)

    def px(self, size: int) -> int:
        """A size at the text size that was chosen."""
        return round(size * self.scale)

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at one of the text sizes."""
        # A copy, for whoever asks may change it: copies share what they are made of.
        return QFont(_font(self.px(size), weight))

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.colours, name))


@cache
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


def application(arguments: Sequence[str]) -> QApplication:
    """The Qt application, in French, with the program's fonts."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    # Asked for here: `setStyle` would make the classes of every style, that no page uses.
    qt = QApplication([*arguments, "-style", "Fusion"])
    qt.setApplicationName("cap-desktop")
    qt.setApplicationDisplayName("CAP Desktop")
    words = QTranslator(qt)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(), "qtbase", "_", folder):
        qt.installTranslator(words)
    load_fonts()
    return qt


def load_fonts() -> None:
    """Add the weights that the screen shows, of the fonts that come with the program."""
    for weight in ("Regular", "SemiBold", "Bold"):
        path = paths.resources() / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"
        QFontDatabase.addApplicationFont(str(path))


def dress(qt: QApplication, look: Look) -> None:
    """Give the whole application this theme."""
    qt.setPalette(_palette(look.colours))
    qt.setFont(look.font(BODY))
    qt.setStyleSheet(_style(look))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.window),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.subtle),
        (role.Button, colours.surface),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.PlaceholderText, colours.text_secondary),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Mid, colours.line),
    ):
        palette.setColor(where, QColor(colour))
    return palette


def _style(look: Look) -> str:
    sheet = Template((paths.resources() / STYLE).read_text(encoding="utf-8"))
    return sheet.substitute(style_values(look))


def style_values(look: Look) -> dict[str, str]:
    """What each name of the style sheet stands for; sizes carry their unit."""
    colours, px = look.colours, look.px
    grow = FOCUS_WIDTH - colours.edge
    pixels = {
        "edge": colours.edge,
        "ground_edge": colours.ground_edge,
        "focus_width": FOCUS_WIDTH,
        "card_radius": px(CARD_RADIUS),
        "control_radius": px(CONTROL_RADIUS),
        "round_mark": px(20) // 2 + 2,
        # Inside the outline and the padding of a button that grows half as fast as the text.
        "slim": round(BUTTON * (1 + look.scale) / 2) - 2 * colours.edge - 4,
        "tab_height": px(TOP_BAR - 8) - 1,
        **{f"px_{size}": px(size) for size in STYLE_SIZES},
        # Inside a ring that takes the place of an outline, or of none: the words stay in place.
        **{f"focused_{size}": px(size) - grow for size in (2, 4, 6, 8, 12, 18)},
        **{f"ringed_{size}": px(size) - FOCUS_WIDTH for size in (4, 8)},
    }
    return {
        **{name: getattr(colours, name) for name in STYLE_COLOURS},
        **{name: f"{size}px" for name, size in pixels.items()},
        "ground": f"{colours.ground_edge}px solid {colours.control_border}",
        "unused": "dashed" if colours.ground_edge else "solid",
        "check_mark": _mark("check", look),
        "dot_mark": _mark("dot", look),
    }


def _mark(name: str, look: Look) -> str:
    """The drawing inside a box that is checked: QSS takes its colour from the file alone."""
    ink = look.colours.on_accent
    shade = "light" if contrast(ink, "#000000") > contrast(ink, "#FFFFFF") else "dark"
    return (paths.resources() / "marks" / f"{name}-{shade}.svg").as_posix()
