"""Every pair of colours that meet is told apart, and high contrast is used where it is asked."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cap_desktop.gui.kit.basics import button
from cap_desktop.gui.look.choice import chosen
from cap_desktop.gui.look.high_contrast import CONTRAST_DARK, CONTRAST_LIGHT, high_contrast
from cap_desktop.gui.look.look import FOCUS_WIDTH, Look, dress
from cap_desktop.gui.look.palettes import DARK, LIGHT, Colours, contrast
from cap_desktop.preferences import Preferences
from tests.gui.driving import Driven

ROLE = QPalette.ColorRole
EVERY_DAY = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
HIGH = pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
TEXTS = ("text", "text_secondary", "accent", "danger", "warning", "success", "attention")
GROUNDS = ("window", "surface", "subtle", "accent_soft", "warning_soft")
OUTLINES = ("control_border", "card_border", "accent_soft_border", "focus", "previous_year", "line")


@EVERY_DAY
def test_every_pair_of_colours_keeps_the_contrast_of_wcag(colours: Colours) -> None:
    for ground in (colours.surface, colours.window, colours.accent_soft):
        assert contrast(colours.text, ground) >= 7
        assert contrast(colours.text_secondary, ground) >= 4.5
        assert contrast(colours.accent, ground) >= 4.5
        assert contrast(colours.focus, ground) >= 3
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.control_border, colours.surface) >= 3
    for level in colours.levels:
        assert contrast(level.ink, level.fill) >= 4.5
        assert contrast(level.outline, colours.surface) >= 3


@HIGH
def test_in_high_contrast_every_text_stands_out_seven_times(colours: Colours) -> None:
    faults = [
        (text, ground)
        for text in TEXTS
        for ground in GROUNDS
        if contrast(getattr(colours, text), getattr(colours, ground)) < 7
    ]
    assert faults == []
    assert contrast(colours.on_accent, colours.accent) >= 7
    assert contrast(colours.on_accent, colours.accent_hover) >= 7
    assert [level for level in colours.levels if contrast(level.ink, level.fill) < 7] == []


@HIGH
def test_in_high_contrast_every_outline_is_seen_and_thick(colours: Colours) -> None:
    assert {
        (outline, ground)
        for outline in OUTLINES
        for ground in GROUNDS
        if contrast(getattr(colours, outline), getattr(colours, ground)) < 3
    } == set()
    for control in (colours.card_border, colours.control_border):
        assert contrast(control, colours.surface) == pytest.approx(21)
    for level in colours.levels:
        assert contrast(level.outline, colours.surface) == pytest.approx(21)
    assert Look(colours).thick(1) == 2
    assert Look(colours).ground_pen().width() == 2


@HIGH
def test_the_focus_is_told_from_the_outline_that_it_replaces(colours: Colours) -> None:
    assert contrast(colours.focus, colours.control_border) >= 3
    assert contrast(colours.focus_on_accent, colours.accent) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_a_level_is_told_from_its_neighbour_without_its_hue(colours: Colours) -> None:
    fills = [level.fill for level in colours.levels]
    assert [pair for pair in pairwise(fills) if contrast(*pair) < 1.2] == []


def _system(window: str, text: str, accent: str, on_accent: str) -> QPalette:
    made = QPalette()
    for role, colour in (
        (ROLE.Window, window),
        (ROLE.Base, window),
        (ROLE.WindowText, text),
        (ROLE.Highlight, accent),
        (ROLE.HighlightedText, on_accent),
    ):
        made.setColor(role, QColor(colour))
    return made


def test_the_colours_of_the_system_are_used_whole() -> None:
    aquatic = _system("#202020", "#ffffff", "#8ee3f0", "#263b50")
    colours = high_contrast(aquatic, is_dark=True)
    used = {found for found in colours if isinstance(found, str)}
    assert used == {"#202020", "#ffffff", "#8ee3f0", "#263b50"}
    assert {level.outline for level in colours.levels} == {"#ffffff"}
    assert colours.is_dark
    assert Look(colours).thick(1) == 2


def test_a_palette_of_every_day_is_not_taken_for_high_contrast() -> None:
    pale = _system("#efefef", "#777777", "#3daee9", "#ffffff")
    assert high_contrast(pale, is_dark=False) is CONTRAST_LIGHT
    assert high_contrast(None, is_dark=True) is CONTRAST_DARK


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_of_the_system_is_used_by_itself(is_dark: bool) -> None:
    pale = _system("#efefef", "#777777", "#3daee9", "#ffffff")
    own = CONTRAST_DARK if is_dark else CONTRAST_LIGHT
    assert chosen("system", is_dark=is_dark, system=pale) is own
    assert chosen("contrast", is_dark=is_dark, system=None) is own
    assert chosen("light", is_dark=is_dark, system=pale) is LIGHT
    assert chosen("system", is_dark=is_dark, system=None) is (DARK if is_dark else LIGHT)


def test_high_contrast_is_chosen_in_the_settings_and_kept(demonstrated: Driven) -> None:
    former = demonstrated.window
    former.show_preferences()
    former.preferences.looks.boxes["contrast"].click()
    window = demonstrated.window
    assert window is not former
    assert window.look.colours in (CONTRAST_LIGHT, CONTRAST_DARK)
    assert window.settings == Preferences(look="contrast")
    assert window.preferences.looks.values == ("contrast",)
    demonstrated.qtbot.waitUntil(window.preferences.looks.boxes["contrast"].hasFocus)
    demonstrated.close()


def test_a_system_that_changes_is_followed_while_the_window_is_open(demonstrated: Driven) -> None:
    former, system = demonstrated.window, QGuiApplication.styleHints()
    system.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert demonstrated.window is former
    demonstrated.program.settings = Preferences("contrast")
    system.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    window = demonstrated.window
    assert window.look.colours in (CONTRAST_LIGHT, CONTRAST_DARK)
    assert window.pages.currentWidget() is window.results
    demonstrated.close()


@HIGH
def test_a_button_has_a_thick_outline_and_a_thicker_ring(qtbot: QtBot, colours: Colours) -> None:
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    before, sheet = qt.palette(), qt.styleSheet()
    look = Look(colours)
    try:
        dress(qt, look)
        made, other = button(look, "Ouvrir"), button(look, "Autre")
        for each in (made, other):
            qtbot.addWidget(each)
            each.show()
        other.activateWindow()
        assert _edge(made) == 2 * [QColor(colours.control_border)]
        made.activateWindow()
        made.setFocus()
        qtbot.waitUntil(made.hasFocus)
        assert _edge(made) == FOCUS_WIDTH * [QColor(colours.focus)]
        QTest.keyClick(made, Qt.Key.Key_Tab)
    finally:
        qt.setStyleSheet(sheet)
        qt.setPalette(before)


def _edge(made: QPushButton) -> list[QColor]:
    """The colours met from the left edge to the ground, at half the height."""
    picture: QImage = made.grab().toImage()
    ratio = picture.devicePixelRatio()
    row = [picture.pixelColor(QPoint(round(x * ratio), picture.height() // 2)) for x in range(6)]
    ground = row[-1]
    return [colour for colour in row if colour != ground]
