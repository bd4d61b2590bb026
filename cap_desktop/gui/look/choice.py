"""Which palette a look wears, as the system is where the look leaves it to the system."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from cap_desktop.gui.look.palettes import DARK, LIGHT, Colours
from cap_desktop.preferences import LookName


def colours_of(look: LookName) -> Colours:
    """The palette of a look, as the system is where the look leaves it to the system."""
    hints = QGuiApplication.styleHints()
    asked = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return chosen(look, is_dark=is_dark, system=_system_palette() if asked else None)


def chosen(look: LookName, *, is_dark: bool, system: QPalette | None) -> Colours:
    """The palette of a look on a system that is dark or not.

    `system` is its own palette where it asks for high contrast.
    """
    if look == "contrast" or (look == "system" and system is not None):
        from cap_desktop.gui.look.high_contrast import high_contrast  # start-up: few wear it

        return high_contrast(system, is_dark=is_dark)
    if look == "system":
        return DARK if is_dark else LIGHT
    return DARK if look == "dark" else LIGHT


def _system_palette() -> QPalette:
    # An empty palette gives the system's back, whatever the program wears.
    QGuiApplication.setPalette(QPalette())
    return QGuiApplication.palette()
