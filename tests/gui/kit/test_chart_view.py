"""Charts on the screen: every colour they name exists, in light and in dark."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cap_desktop.charts.legend import bands_legend, years_legend
from cap_desktop.charts.radar import radar
from cap_desktop.charts.score_bar import score_bar
from cap_desktop.charts.shapes import Figure
from cap_desktop.gui.kit.chart_view import ChartView, named_colour
from cap_desktop.gui.look.high_contrast import CONTRAST_DARK, CONTRAST_LIGHT
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.look.palettes import DARK, LIGHT, Colours
from tests.charts.score_lines import STANDINGS, YEARS, standing

ALL = [Fraction(0), Fraction(30), Fraction(50), Fraction(70)]


def figures() -> Iterator[Figure]:
    yield radar(STANDINGS, YEARS, 1, 300, 280)
    yield score_bar(standing(1, 40, 60), 200, 33, 1)
    yield score_bar(standing(1, None), 200, 33, 1)
    yield bands_legend(
        tuple((str(start), start, rank) for rank, start in enumerate(ALL)), "2025", 500
    )
    yield years_legend(YEARS)


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_every_colour_of_every_figure_is_in_the_palette(colours: Colours) -> None:
    look = Look(colours)
    for figure in figures():
        for shape in figure.shapes:
            for part in ("fill", "stroke", "colour"):
                if name := getattr(shape, part, ""):
                    assert named_colour(look, name).isValid()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_chart_is_painted_at_its_text_size(qtbot: QtBot, scale: float) -> None:
    view = ChartView(Look(LIGHT, scale), 300, 280)
    qtbot.addWidget(view)
    view.show_figure(lambda width, height: radar(STANDINGS, YEARS, 1, width, height))
    view.resize(round(300 * scale), round(280 * scale))
    view.show()
    picture: QImage = view.grab().toImage()
    place = view.figure.points[2].place
    dot = picture.pixelColor(QPoint(round(place[0] * scale), round(place[1] * scale)))
    assert dot == Look(LIGHT).colour("accent")


def test_a_click_on_a_point_opens_it_and_one_beside_does_not(qtbot: QtBot) -> None:
    view = ChartView(Look(LIGHT), 300, 280)
    qtbot.addWidget(view)
    view.show_figure(lambda width, height: radar(STANDINGS, YEARS, 1, width, height))
    view.resize(300, 280)
    view.show()
    place = view.figure.points[1].place
    with qtbot.waitSignal(view.chosen) as caught:
        QTest.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=QPoint(round(place[0]), round(place[1]))
        )
    assert caught.args == ["theme_2"]
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_a_legend_has_nothing_to_stop_at(qtbot: QtBot) -> None:
    view = ChartView(Look(LIGHT), 100, 26, takes_its_height=True)
    qtbot.addWidget(view)
    legend = years_legend(YEARS)
    view.show_figure(lambda _width, _height: legend)
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert view.height() == 26
    assert "Tirets\u00a0: 2025." in view.accessibleDescription()
