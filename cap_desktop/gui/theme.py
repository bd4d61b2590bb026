"""The look: colours, fonts, sizes, and the words of Qt's own buttons.

Sizes are in pixels at a text size of 100 %; `px` multiplies them by the size a person chose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cap_desktop import paths

FAMILY = "Atkinson Hyperlegible Next"
FAMILIES = (FAMILY, "Atkinson Hyperlegible", "Segoe UI", "Noto Sans", "sans-serif")

# Text sizes.
DISPLAY = 52
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


class LevelColour(NamedTuple):
    """How one level is drawn: the fuller the colour, the more the practice is rooted."""

    fill: str
    ink: str
    outline: str


class Colours(NamedTuple):
    """One palette; every pair of text and ground keeps the contrast of WCAG AA."""

    window: str
    surface: str
    subtle: str
    line: str
    control_border: str
    text: str
    text_secondary: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    accent_soft_border: str
    attention: str
    attention_soft: str
    danger: str
    warning: str
    warning_soft: str
    success: str
    previous_year: str
    levels: tuple[LevelColour, ...]


LIGHT = Colours(
    window="#F4F6F5",
    surface="#FFFFFF",
    subtle="#EAEEEC",
    line="#D6DDDA",
    control_border="#74827E",
    text="#17211F",
    text_secondary="#465350",
    accent="#0B5A66",
    on_accent="#FFFFFF",
    accent_hover="#084751",
    accent_soft="#E1F0F1",
    accent_soft_border="#A9D0D4",
    attention="#9C3F16",
    attention_soft="#FCEBE1",
    danger="#A3261D",
    warning="#7A4E00",
    warning_soft="#FFF2D6",
    success="#1C6342",
    previous_year="#6A7572",
    levels=(
        LevelColour("#FFFFFF", "#17211F", "#74827E"),
        LevelColour("#F6E3A9", "#3F3208", "#8F7426"),
        LevelColour("#93C096", "#12300F", "#4C7F4F"),
        LevelColour("#2C7A83", "#FFFFFF", "#2C7A83"),
        LevelColour("#0E4053", "#FFFFFF", "#0E4053"),
    ),
)

DARK = Colours(
    window="#12191A",
    surface="#1A2324",
    subtle="#232E30",
    line="#34413F",
    control_border="#71827F",
    text="#E8EFED",
    text_secondary="#B3C1BE",
    accent="#7CCBD4",
    on_accent="#04252B",
    accent_hover="#9ADBE2",
    accent_soft="#173A40",
    accent_soft_border="#2E6068",
    attention="#F2A27C",
    attention_soft="#3D2519",
    danger="#FFA79E",
    warning="#F0C36A",
    warning_soft="#3A2E12",
    success="#8AD3AC",
    previous_year="#9AA9A6",
    levels=(
        LevelColour("#1A2324", "#E8EFED", "#71827F"),
        LevelColour("#4D4626", "#F6E9BF", "#A3945A"),
        LevelColour("#4F7A57", "#FFFFFF", "#83B08A"),
        LevelColour("#6FBAC0", "#04262B", "#6FBAC0"),
        LevelColour("#D6F3F6", "#06303B", "#D6F3F6"),
    ),
)


class Theme(NamedTuple):
    """A palette and a text size, chosen by a person or by the system."""

    colours: Colours = LIGHT
    scale: float = 1.0

    @property
    def is_dark(self) -> bool:
        """True for light letters on a dark ground."""
        return self.colours is DARK

    def px(self, size: int) -> int:
        """A size at the text size that was chosen."""
        return round(size * self.scale)

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at one of the text sizes."""
        chosen = QFont()
        chosen.setFamilies(list(FAMILIES))
        chosen.setPixelSize(self.px(size))
        chosen.setWeight(weight)
        return chosen

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.colours, name))


SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


def system_colours() -> Colours:
    """Light or dark, as the system is."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


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


def dress(qt: QApplication, theme: Theme) -> None:
    """Give the whole application this theme."""
    qt.setPalette(_palette(theme.colours))
    qt.setFont(theme.font(BODY))
    qt.setStyleSheet(_style(theme))


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


def _style(theme: Theme) -> str:
    c, px = theme.colours, theme.px
    return f"""
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control_border}; }}
QLabel {{ background: transparent; }}
QLabel[tone="secondary"] {{ color: {c.text_secondary}; }}
QLabel[tone="accent"] {{ color: {c.accent}; }}
QLabel[tone="success"] {{ color: {c.success}; }}
QLabel[tone="danger"] {{ color: {c.danger}; }}
QLabel[tone="warning"] {{ color: {c.warning}; }}
QFrame[box="card"] {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(CARD_RADIUS)}px;
}}
QFrame[box="hero"] {{
    background: {c.accent_soft}; border: 1px solid {c.accent_soft_border};
    border-radius: {px(CARD_RADIUS)}px;
}}
QFrame[box="row"] {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(CONTROL_RADIUS)}px;
}}
QFrame[box="soft"] {{
    background: {c.accent_soft}; border: 0; border-radius: {px(CONTROL_RADIUS)}px;
}}
QFrame[box="tag"] {{ background: {c.subtle}; border: 0; border-radius: {px(6)}px; }}
QFrame[box="banner"] {{ background: {c.warning_soft}; border: 0; border-bottom: 2px solid {c.warning}; }}
QFrame[box="bar"] {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.line}; }}
QFrame[box="foot"] {{ background: {c.surface}; border: 0; border-top: 1px solid {c.line}; }}
QFrame[box="side"] {{ background: {c.surface}; border: 0; border-right: 1px solid {c.line}; }}
QFrame[box="aside"] {{ background: {c.surface}; border: 0; border-left: 1px solid {c.line}; }}
QFrame[box="plain"] {{ background: {c.surface}; border: 0; }}
QFrame[box="idea"] {{
    background: {c.surface}; border: 1px solid {c.accent_soft_border};
    border-radius: {px(10)}px;
}}
QFrame[box="toast"] {{
    background: {c.surface}; border: 0; border-top: 1px solid {c.control_border};
}}
QFrame[box="acts"] {{ background: {c.window}; border: 0; border-top: 1px solid {c.line}; }}
QFrame[box="warning"] {{
    background: {c.warning_soft}; border: 0; border-radius: {px(10)}px;
}}
QFrame[box="panel"] {{
    background: {c.accent_soft}; border: 0; border-right: 1px solid {c.accent_soft_border};
}}
QFrame[box="rule"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QPushButton {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.control_border};
    border-radius: {px(CONTROL_RADIUS)}px; padding: {px(6)}px {px(18)}px;
    min-height: {px(BUTTON - 14)}px; font-weight: 600;
}}
QPushButton:hover {{ background: {c.subtle}; }}
QPushButton:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; padding: {px(6) - 2}px {px(18) - 2}px; }}
QPushButton:disabled {{ color: {c.text_secondary}; border-color: {c.line}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton[kind="main"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[kind="main"]:hover {{ background: {c.accent_hover}; }}
QPushButton[kind="main"]:focus {{ border: {FOCUS_WIDTH}px solid {c.text}; }}
QPushButton[kind="main"]:disabled {{
    background: {c.subtle}; color: {c.text_secondary}; border-color: {c.control_border};
}}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; color: {c.accent}; }}
QPushButton[kind="quiet"]:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="quiet"]:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="link"] {{
    border-color: transparent; background: transparent; color: {c.accent};
    padding: {px(2)}px {px(8)}px; min-height: {px(26)}px;
}}
QPushButton[kind="link"]:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="link"]:focus {{
    border: {FOCUS_WIDTH}px solid {c.accent}; padding: {px(2) - 2}px {px(8) - 2}px;
}}
QPushButton[kind="row"] {{
    border: 1px solid transparent; background: transparent; color: {c.text}; text-align: left;
    padding: 0 {px(6)}px; min-height: {px(30)}px; max-height: {px(34)}px; font-weight: 400;
}}
QPushButton[kind="row"][strong="true"] {{ font-weight: 700; }}
QPushButton[kind="row"]:hover {{ color: {c.accent}; }}
QPushButton[kind="row"]:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; padding: 0 {px(6) - 2}px; }}
QPushButton[kind="link"] {{
    border: 1px solid transparent; background: transparent; color: {c.accent}; text-align: left;
    padding: 0 {px(2)}px; min-height: {px(28)}px; font-weight: 600;
}}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; }}
QPushButton[kind="segment"] {{ padding: {px(4)}px {px(4)}px; font-weight: 400; }}
QPushButton[kind="segment"]:focus {{ padding: {px(4) - 2}px {px(4) - 2}px; }}
QPushButton[kind="segment"]:checked {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
}}
QPushButton[kind="segment"]:checked:focus {{ border: {FOCUS_WIDTH}px solid {c.text}; }}
QPushButton[kind="arrow"], QPushButton[kind="arrow"]:focus {{ padding: 0; min-height: 0; }}
QPushButton[kind="icon"] {{
    border: 1px solid transparent; background: transparent; padding: 0; min-height: 0;
}}
QPushButton[kind="icon"]:hover {{ background: {c.subtle}; }}
QPushButton[kind="icon"]:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; }}
QPushButton[kind="painted"] {{ border: 0; background: transparent; padding: 0; min-height: 0; }}
QPushButton[kind="painted"]:focus {{ border: 0; padding: 0; }}
QPushButton[kind="tab"] {{
    border: 0; border-radius: 0; background: transparent; color: {c.text_secondary};
    padding: {px(4)}px {px(8)}px 0 {px(8)}px; min-height: {px(TOP_BAR - 8) - 1}px;
    border-bottom: {px(4)}px solid transparent;
}}
QPushButton[kind="tab"]:checked {{ background: transparent; color: {c.accent}; border-bottom-color: {c.accent}; }}
QPushButton[kind="tab"]:focus {{ background: {c.accent_soft}; color: {c.text}; }}
QToolButton {{ border: 1px solid transparent; border-radius: {px(CONTROL_RADIUS)}px; background: transparent; color: {c.text}; }}
QToolButton:hover {{ background: {c.subtle}; }}
QToolButton:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; }}
QToolButton[kind="structure"] {{ padding: 0 {px(24)}px 0 {px(6)}px; font-weight: 600; }}
QToolButton[kind="structure"]::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center; right: {px(8)}px; width: {px(12)}px; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.control_border}; padding: {px(6)}px; }}
QMenu::item {{ padding: {px(10)}px {px(20)}px; border-radius: {px(6)}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.text_secondary}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(6)}px; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.control_border};
    border-radius: {px(CONTROL_RADIUS)}px; padding: {px(8)}px {px(12)}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit, QComboBox {{ min-height: {px(BUTTON - 18)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
    border: {FOCUS_WIDTH}px solid {c.accent}; padding: {px(8) - 2}px {px(12) - 2}px;
}}
QComboBox::drop-down {{ border: 0; width: {px(30)}px; }}
QComboBox::down-arrow {{ image: none; }}
QCheckBox, QRadioButton {{
    spacing: {px(8)}px; min-height: {px(28)}px; padding: 0 {px(4)}px;
    border: {FOCUS_WIDTH}px solid transparent; border-radius: {px(CONTROL_RADIUS)}px;
}}
QCheckBox::indicator, QRadioButton::indicator {{
    width: {px(20)}px; height: {px(20)}px; border: 2px solid {c.control_border};
    background: {c.surface}; border-radius: {px(5)}px;
}}
QRadioButton::indicator {{ border-radius: {px(20) // 2 + 2}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{
    background: {c.accent}; border-color: {c.accent};
}}
QCheckBox::indicator:checked {{ image: url("{_mark("check", theme)}"); }}
QRadioButton::indicator:checked {{ image: url("{_mark("dot", theme)}"); }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.text_secondary}; }}
QToolButton {{
    background: transparent; border: {FOCUS_WIDTH}px solid transparent;
    border-radius: {px(CONTROL_RADIUS)}px;
}}
QToolButton:hover {{ background: {c.subtle}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QMenu {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.control_border};
    padding: {px(6)}px;
}}
QMenu::item {{ padding: {px(10)}px {px(24)}px; border-radius: {px(6)}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::indicator {{ width: {px(18)}px; height: {px(18)}px; left: {px(4)}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{
    background: {c.subtle}; color: {c.text_secondary}; border-color: {c.line};
}}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.control_border}; border-radius: {px(4)}px; min-height: {px(40)}px; margin: 2px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QListView {{ background: {c.surface}; border: 0; outline: 0; }}
QProgressBar {{
    background: {c.subtle}; border: 0; border-radius: {px(6)}px;
    min-height: {px(12)}px; max-height: {px(12)}px;
}}
QProgressBar[box="hero"] {{ background: {c.surface}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(6)}px; }}
QTableView {{
    background: {c.surface}; border: 1px solid {c.line}; gridline-color: {c.line};
    selection-background-color: {c.accent_soft}; selection-color: {c.text};
}}
QTableView:focus {{ border: {FOCUS_WIDTH}px solid {c.accent}; }}
QTableView::item {{ padding: 0 {px(8)}px; }}
QHeaderView::section {{
    background: {c.subtle}; color: {c.text}; border: 0; padding: {px(8)}px; font-weight: 600;
}}
QTableView[box="plain"] {{
    border: {FOCUS_WIDTH}px solid transparent; border-radius: {px(CONTROL_RADIUS)}px;
    background: transparent; outline: 0;
}}
QTableView[box="plain"]:focus {{ border-color: {c.accent}; }}
QTableView[box="plain"]::item {{ border-bottom: 1px solid {c.line}; padding: 0 {px(5)}px; }}
QTableView[box="plain"]::item:selected {{
    background: {c.accent_soft}; color: {c.text};
    border-top: 2px solid {c.accent}; border-bottom: 2px solid {c.accent};
}}
"""


def _mark(name: str, theme: Theme) -> str:
    """The drawing inside a box that is checked: QSS takes its colour from the file alone."""
    look = "dark" if theme.is_dark else "light"
    return (paths.resources() / "marks" / f"{name}-{look}.svg").as_posix()
