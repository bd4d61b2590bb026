"""The look: colours, fonts, sizes, and the words of Qt's own buttons.

Sizes are in pixels at a text size of 100 %; `px` multiplies them by the size a person chose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPen
from PySide6.QtWidgets import QApplication

from cap_desktop import paths
from cap_desktop.gui.look.palettes import LIGHT, Colours, contrast

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
    c, px = look.colours, look.px
    edge, grow = c.edge, FOCUS_WIDTH - c.edge
    ground = f"{c.ground_edge}px solid {c.control_border}"
    unused = "dashed" if c.ground_edge else "solid"
    return f"""
QToolTip {{ background: {c.surface}; color: {c.text}; border: {edge}px solid {c.control_border}; }}
QLabel {{ background: transparent; }}
QLabel[tone="secondary"] {{ color: {c.text_secondary}; }}
QLabel[tone="accent"] {{ color: {c.accent}; }}
QLabel[tone="success"] {{ color: {c.success}; }}
QLabel[tone="danger"] {{ color: {c.danger}; }}
QLabel[tone="warning"] {{ color: {c.warning}; }}
QFrame[box="card"] {{
    background: {c.surface}; border: {edge}px solid {c.card_border}; border-radius: {px(CARD_RADIUS)}px;
}}
QFrame[box="hero"] {{
    background: {c.accent_soft}; border: {edge}px solid {c.accent_soft_border};
    border-radius: {px(CARD_RADIUS)}px;
}}
QFrame[box="row"] {{
    background: {c.surface}; border: {edge}px solid {c.card_border}; border-radius: {px(CONTROL_RADIUS)}px;
}}
QFrame[box="soft"] {{
    background: {c.accent_soft}; border: {ground}; border-radius: {px(CONTROL_RADIUS)}px;
}}
QFrame[box="tag"] {{ background: {c.subtle}; border: {ground}; border-radius: {px(6)}px; }}
QFrame[box="banner"] {{ background: {c.warning_soft}; border: 0; border-bottom: 2px solid {c.warning}; }}
QFrame[box="bar"] {{ background: {c.surface}; border: 0; border-bottom: {edge}px solid {c.card_border}; }}
QFrame[box="foot"] {{ background: {c.surface}; border: 0; border-top: {edge}px solid {c.card_border}; }}
QFrame[box="side"] {{ background: {c.surface}; border: 0; border-right: {edge}px solid {c.card_border}; }}
QFrame[box="aside"] {{ background: {c.surface}; border: 0; border-left: {edge}px solid {c.card_border}; }}
QFrame[box="plain"] {{ background: {c.surface}; border: 0; }}
QFrame[box="idea"] {{
    background: {c.surface}; border: {edge}px solid {c.accent_soft_border};
    border-radius: {px(10)}px;
}}
QFrame[box="toast"] {{
    background: {c.surface}; border: 0; border-top: {edge}px solid {c.control_border};
}}
QFrame[box="acts"] {{ background: {c.window}; border: 0; border-top: {edge}px solid {c.card_border}; }}
QFrame[box="warning"] {{
    background: {c.warning_soft}; border: {ground}; border-radius: {px(10)}px;
}}
QFrame[box="panel"] {{
    background: {c.accent_soft}; border: 0; border-right: {edge}px solid {c.accent_soft_border};
}}
QFrame[box="rule"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QPushButton {{
    background: {c.surface}; color: {c.text}; border: {edge}px solid {c.control_border};
    border-radius: {px(CONTROL_RADIUS)}px; padding: {px(6)}px {px(18)}px;
    min-height: {px(BUTTON - 14)}px; font-weight: 600;
}}
QPushButton, QToolButton {{ outline: 0; }}
QPushButton:hover {{ background: {c.subtle}; }}
QPushButton:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; padding: {px(6) - grow}px {px(18) - grow}px; }}
QPushButton:disabled {{ color: {c.text_secondary}; border-color: {c.card_border}; border-style: {unused}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton[kind="main"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[kind="main"]:hover {{ background: {c.accent_hover}; }}
QPushButton[kind="main"]:focus {{ border: {FOCUS_WIDTH}px solid {c.focus_on_accent}; }}
QPushButton[kind="main"]:disabled {{
    background: {c.subtle}; color: {c.text_secondary}; border-color: {c.control_border};
}}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; color: {c.accent}; }}
QPushButton[kind="quiet"]:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="quiet"]:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="link"] {{
    border-color: transparent; background: transparent; color: {c.accent};
    padding: {px(2)}px {px(8)}px; min-height: {px(26)}px;
}}
QPushButton[kind="link"]:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="link"]:focus {{
    border: {FOCUS_WIDTH}px solid {c.focus}; padding: {px(2) - grow}px {px(8) - grow}px;
}}
QPushButton[kind="row"] {{
    border: {edge}px solid transparent; background: transparent; color: {c.text}; text-align: left;
    padding: 0 {px(6)}px; min-height: {px(30)}px; max-height: {px(34)}px; font-weight: 400;
}}
QPushButton[kind="row"][strong="true"] {{ font-weight: 700; }}
QPushButton[kind="row"]:hover {{ color: {c.accent}; }}
QPushButton[kind="row"]:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; padding: 0 {px(6) - grow}px; }}
QPushButton[kind="link"] {{
    border: {edge}px solid transparent; background: transparent; color: {c.accent}; text-align: left;
    padding: 0 {px(2)}px; min-height: {px(28)}px; font-weight: 600;
}}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; }}
QPushButton[kind="segment"] {{ padding: {px(4)}px {px(4)}px; font-weight: 400; }}
QPushButton[kind="segment"]:focus {{ padding: {px(4) - grow}px {px(4) - grow}px; }}
QPushButton[kind="segment"]:checked {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
}}
QPushButton[kind="segment"]:checked:focus {{ border: {FOCUS_WIDTH}px solid {c.focus_on_accent}; }}
QPushButton[kind="arrow"], QPushButton[kind="arrow"]:focus {{ padding: 0; min-height: 0; }}
QPushButton[kind="icon"] {{
    border: {edge}px solid transparent; background: transparent; padding: 0; min-height: 0;
}}
QPushButton[kind="icon"]:hover {{ background: {c.subtle}; }}
QPushButton[kind="icon"]:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; }}
QPushButton[kind="painted"] {{ border: 0; background: transparent; padding: 0; min-height: 0; }}
QPushButton[kind="painted"]:focus {{ border: 0; padding: 0; }}
QPushButton[kind="tab"] {{
    border: 0; border-radius: 0; background: transparent; color: {c.text_secondary};
    padding: {px(4)}px {px(8)}px 0 {px(8)}px; min-height: {px(TOP_BAR - 8) - 1}px;
    border-bottom: {px(4)}px solid transparent;
}}
QPushButton[kind="tab"]:checked {{ background: transparent; color: {c.accent}; border-bottom-color: {c.accent}; }}
QPushButton[kind="tab"]:focus {{
    background: {c.accent_soft}; color: {c.text}; border: {FOCUS_WIDTH}px solid {c.focus};
    border-bottom-width: {px(4)}px; padding: {px(4) - FOCUS_WIDTH}px {px(8) - FOCUS_WIDTH}px 0;
}}
QToolButton {{ border: {edge}px solid transparent; border-radius: {px(CONTROL_RADIUS)}px; background: transparent; color: {c.text}; }}
QToolButton:hover {{ background: {c.subtle}; }}
QToolButton:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; }}
QToolButton[kind="structure"] {{ padding: 0 {px(24)}px 0 {px(6)}px; font-weight: 600; }}
QToolButton[kind="structure"]::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center; right: {px(8)}px; width: {px(12)}px; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: {edge}px solid {c.control_border}; padding: {px(6)}px; }}
QMenu::item {{ padding: {px(10)}px {px(20)}px; border-radius: {px(6)}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.text_secondary}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(6)}px; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: {c.surface}; color: {c.text}; border: {edge}px solid {c.control_border};
    border-radius: {px(CONTROL_RADIUS)}px; padding: {px(8)}px {px(12)}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
    placeholder-text-color: {c.text_secondary};
}}
QLineEdit, QComboBox {{ min-height: {px(BUTTON - 18)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
    border: {FOCUS_WIDTH}px solid {c.focus}; padding: {px(8) - grow}px {px(12) - grow}px;
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
QCheckBox::indicator:checked {{ image: url("{_mark("check", look)}"); }}
QRadioButton::indicator:checked {{ image: url("{_mark("dot", look)}"); }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.focus}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.text_secondary}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-style: {unused}; }}
QToolButton {{
    background: transparent; border: {FOCUS_WIDTH}px solid transparent;
    border-radius: {px(CONTROL_RADIUS)}px;
}}
QToolButton:hover {{ background: {c.subtle}; }}
QToolButton:focus {{ border-color: {c.focus}; }}
QMenu {{
    background: {c.surface}; color: {c.text}; border: {edge}px solid {c.control_border};
    padding: {px(6)}px;
}}
QMenu::item {{
    padding: {px(10)}px {px(24)}px; border-radius: {px(6)}px;
    border: {c.ground_edge}px solid transparent;
}}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; border-color: {c.focus}; }}
QMenu::indicator {{ width: {px(18)}px; height: {px(18)}px; left: {px(4)}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{
    background: {c.subtle}; color: {c.text_secondary}; border-color: {c.card_border};
    border-style: {unused};
}}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.control_border}; border-radius: {px(4)}px; min-height: {px(40)}px; margin: 2px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QListView {{ background: {c.surface}; border: 0; outline: 0; }}
QProgressBar {{
    background: {c.subtle}; border: {ground}; border-radius: {px(6)}px;
    min-height: {px(12)}px; max-height: {px(12)}px;
}}
QProgressBar[box="hero"] {{ background: {c.surface}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(6)}px; }}
QTableView {{
    background: {c.surface}; border: {edge}px solid {c.card_border}; gridline-color: {c.line};
    selection-background-color: {c.accent_soft}; selection-color: {c.text};
}}
QTableView:focus {{ border: {FOCUS_WIDTH}px solid {c.focus}; }}
QTableView::item {{ padding: 0 {px(8)}px; }}
QHeaderView::section {{
    background: {c.subtle}; color: {c.text}; border: 0; border-bottom: {ground};
    padding: {px(8)}px; font-weight: 600;
}}
QTableView[box="plain"] {{
    border: {FOCUS_WIDTH}px solid transparent; border-radius: {px(CONTROL_RADIUS)}px;
    background: transparent; outline: 0;
}}
QTableView[box="plain"]:focus {{ border-color: {c.focus}; }}
QTableView[box="plain"]::item {{ border-bottom: 1px solid {c.line}; padding: 0 {px(5)}px; }}
QTableView[box="plain"]::item:selected {{
    background: {c.accent_soft}; color: {c.text};
    border-top: 2px solid {c.accent}; border-bottom: 2px solid {c.accent};
}}
"""


def _mark(name: str, look: Look) -> str:
    """The drawing inside a box that is checked: QSS takes its colour from the file alone."""
    ink = look.colours.on_accent
    shade = "light" if contrast(ink, "#000000") > contrast(ink, "#FFFFFF") else "dark"
    return (paths.resources() / "marks" / f"{name}-{shade}.svg").as_posix()
