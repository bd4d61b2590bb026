"""Whoever has no mouse reaches every control: by Tab, and by the arrows inside a group."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.session.destinations import ToStructure
from cap_desktop.gui.structure.profile_page import ProfilePage
from cap_desktop.gui.structure.welcome_page import HELLO, STRUCTURE, WHO, WelcomePage
from cap_desktop.gui.window.main_window import MainWindow
from tests.gui.driving import Driven, Open
from tests.gui.pages import each_page, settle

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
MOST_STOPS = 150


def _controls(window: MainWindow) -> set[QWidget]:
    """What a mouse could act on, as it is now."""
    return {
        found
        for found in window.findChildren(QWidget)
        if isinstance(found, CONTROLS)
        and found.isVisible()
        and found.isEnabled()
        and not found.objectName().startswith("qt_")
        and not isinstance(found, QHeaderView)
        and not isinstance(found.parentWidget(), QComboBox | QAbstractSpinBox)
    }


def _by_tab(window: MainWindow) -> list[QWidget]:
    """The stops of the Tab key, from where it begins until it comes back."""
    stops: list[QWidget] = []
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    while (focused := QApplication.focusWidget()) is not None and focused not in stops:
        stops.append(focused)
        assert len(stops) < MOST_STOPS
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return stops


def _is_choice(stop: QWidget) -> bool:
    is_tab = isinstance(stop, QPushButton) and stop.isCheckable()
    return is_tab or isinstance(stop, QCheckBox | QRadioButton)


def _by_arrows(stops: list[QWidget]) -> set[QWidget]:
    """What the arrows reach from there, inside groups of choices."""
    reached: set[QWidget] = set()
    waiting = [stop for stop in stops if _is_choice(stop)]
    while waiting:
        stop = waiting.pop()
        reached.add(stop)
        for arrow in ARROWS:
            stop.setFocus()
            QTest.keyClick(stop, arrow)
            focused = QApplication.focusWidget()
            if focused is not None and _is_choice(focused) and focused not in reached:
                waiting.append(focused)
    return reached


def _hold_choices(window: MainWindow) -> Callable[[], None]:
    """Let arrows choose without anything being kept, so that the page stays as it is."""
    held: list[QObject] = [
        *window.findChildren(ChoiceGrid),
        *window.findChildren(QButtonGroup),
        *(item for item in window.findChildren(QPushButton) if item.isCheckable()),
    ]
    for item in held:
        item.blockSignals(True)

    def release() -> None:
        for item in held:
            item.blockSignals(False)

    return release


def _unreached(window: MainWindow) -> list[str]:
    controls = _controls(window)
    assert controls
    release = _hold_choices(window)
    stops = _by_tab(window)
    reached = set(stops) | _by_arrows(stops)
    release()
    return sorted(
        f"{type(item).__name__} « {item.accessibleName()} »" for item in controls - reached
    )


def test_every_control_of_every_page_is_reached_by_tab_and_arrows(demonstrated: Driven) -> None:
    for page in each_page(demonstrated):
        assert _unreached(demonstrated.window) == [], page


@pytest.mark.parametrize("step", [HELLO, STRUCTURE, WHO])
def test_every_control_of_the_first_launch_is_reached(open_window: Open, step: int) -> None:
    driven = open_window()
    driven.window.page(WelcomePage).show_step(step)
    settle(driven)
    assert _unreached(driven.window) == []


def _grids(driven: Driven) -> Iterator[ChoiceGrid]:
    window = driven.window
    window.go(ToStructure())
    settle(driven)
    form = window.page(ProfilePage).form
    assert form is not None
    yield from form.grids.values()


def test_each_card_of_several_choices_takes_tab_and_space(demonstrated: Driven) -> None:
    grid = next(_grids(demonstrated))
    boxes = list(grid.boxes.values())
    assert len(boxes) == 8
    for box in boxes:
        box.setChecked(False)
    boxes[0].setFocus()
    for rank, box in enumerate(boxes):
        assert box.hasFocus(), rank
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert box.isChecked(), rank
        QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not any(box.hasFocus() for box in boxes)
    assert len(grid.values) == len(boxes)


def test_arrows_go_by_rows_and_columns_and_stay_in_the_group(demonstrated: Driven) -> None:
    grid = next(_grids(demonstrated))
    boxes = list(grid.boxes.values())
    kept = grid.values
    boxes[0].setFocus()
    for arrow, rank in (
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Right, 7),
        (Qt.Key.Key_Down, 7),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Up, 3),
    ):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, arrow)
        assert boxes[rank].hasFocus(), (arrow, rank)
    assert grid.values == kept
