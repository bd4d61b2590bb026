"""The look: colours, fonts and the words of Qt's own buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

FAMILIES = ("Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "Segoe UI", "Noto Sans")
BODY_PX = 16
TITLE_PX = 28

# Light theme. Every pair of text and ground keeps a contrast of 4.5 or more.
WINDOW = "#F4F6F5"
SURFACE = "#FFFFFF"
LINE = "#D6DDDA"
TEXT = "#17211F"
TEXT_SECONDARY = "#465350"
ACCENT = "#0B5A66"
ACCENT_HOVER = "#084751"
ACCENT_SOFT = "#E1F0F1"
ON_ACCENT = "#FFFFFF"

STYLE = f"""
QLabel#lead {{ color: {TEXT_SECONDARY}; }}
QPushButton#primary {{
    background: {ACCENT}; color: {ON_ACCENT}; border: 3px solid {ACCENT};
    border-radius: 8px; padding: 8px 20px; min-height: 24px; font-weight: 600;
}}
QPushButton#primary:hover {{ background: {ACCENT_HOVER}; }}
QPushButton#primary:focus {{ border-color: {TEXT}; }}
QPlainTextEdit {{
    background: {SURFACE}; border: 1px solid {LINE}; border-radius: 12px; padding: 20px;
}}
QPlainTextEdit:focus {{ border: 3px solid {ACCENT}; padding: 18px; }}
"""


def application(arguments: Sequence[str]) -> QApplication:
    """Return the Qt application, in French and in the program's colours."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    qt = QApplication(list(arguments))
    qt.setApplicationName("cap-desktop")
    qt.setApplicationDisplayName("CAP Desktop")
    words = QTranslator(qt)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(), "qtbase", "_", folder):
        qt.installTranslator(words)
    dress(qt)
    return qt


def dress(qt: QApplication) -> None:
    """Give the application its style, colours and fonts."""
    qt.setStyle("Fusion")
    qt.setPalette(_palette())
    qt.setFont(font(BODY_PX))
    qt.setStyleSheet(STYLE)


def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the program's font at a size in pixels."""
    chosen = QFont()
    chosen.setFamilies([*FAMILIES, "sans-serif"])
    chosen.setPixelSize(pixels)
    chosen.setWeight(weight)
    return chosen


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, WINDOW),
        (role.Base, SURFACE),
        (role.Button, SURFACE),
        (role.WindowText, TEXT),
        (role.Text, TEXT),
        (role.ButtonText, TEXT),
        (role.Highlight, ACCENT),
        (role.HighlightedText, ON_ACCENT),
        (role.Mid, LINE),
    ):
        palette.setColor(where, QColor(colour))
    return palette
