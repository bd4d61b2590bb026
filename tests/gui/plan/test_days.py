"""The window stays open over midnight: what is late becomes late, without a touch."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from cap_desktop import app
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.session.destinations import ToHome, ToPlan
from tests import folders
from tests.gui.driving import Driven


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = folders.clock().replace(hour=23, minute=59)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hour() -> Clock:
    return Clock()


@pytest.fixture
def late_tomorrow(demonstrated: Driven, hour: Clock, tmp_path: Path) -> Iterator[Driven]:
    """The plan of the demonstration a minute before an action becomes late."""
    demonstrated.close()
    program = app.Program(tmp_path / "donnees", hour)
    driven = Driven(program, demonstrated.qtbot)
    program.open()
    driven.qtbot.waitUntil(lambda: program.session.is_ready and not driven.lane.is_busy)
    driven.window.go(ToPlan())
    page = driven.window.page(PlanPage)
    driven.qtbot.waitUntil(lambda: page.desk.current is not None)
    name = page.table.rows.rows[1].action
    driven.saved(lambda: page.desk.change(name, "échéance", due=date(2026, 11, 24)))
    yield driven
    driven.close()
    driven.window.deleteLater()


def _signs(driven: Driven) -> list[str]:
    return [row.sign.words for row in driven.window.page(PlanPage).table.rows.rows[:2]]


def _home_says(driven: Driven, words: str) -> None:
    """Wait until home, which is laid out in a moment, says something."""
    home = driven.window.page(HomePage)
    driven.qtbot.waitUntil(
        lambda: any(made.text() == words for made in home.findChildren(QLabel) if made.isVisible())
    )


def test_at_midnight_the_plan_in_sight_says_what_became_late(
    late_tomorrow: Driven, hour: Clock
) -> None:
    assert _signs(late_tomorrow) == ["En retard", "En cours"]
    hour.now += timedelta(minutes=2)
    late_tomorrow.window.session.days._timer.timeout.emit()
    assert _signs(late_tomorrow) == ["En retard", "En retard"]
    assert "2 en retard" in late_tomorrow.window.page(PlanPage).body.count.text()


def test_the_timer_rings_by_midnight(late_tomorrow: Driven) -> None:
    days = late_tomorrow.window.session.days
    days.check()
    assert timedelta(milliseconds=days._timer.interval()) == timedelta(seconds=61)


def test_a_page_that_is_looked_at_asks_what_day_it_is(late_tomorrow: Driven, hour: Clock) -> None:
    hour.now += timedelta(hours=10)
    late_tomorrow.window.go(ToHome())
    _home_says(late_tomorrow, "2 en retard")
    late_tomorrow.window.go(ToPlan())
    assert _signs(late_tomorrow) == ["En retard", "En retard"]


def test_home_in_sight_follows_the_day(late_tomorrow: Driven, hour: Clock) -> None:
    late_tomorrow.window.go(ToHome())
    _home_says(late_tomorrow, "1 en retard")
    hour.now += timedelta(minutes=2)
    late_tomorrow.window.session.days.check()
    _home_says(late_tomorrow, "2 en retard")


def test_who_comes_back_to_the_window_is_told_what_day_it_is(
    late_tomorrow: Driven, hour: Clock
) -> None:
    late_tomorrow.window.go(ToHome())
    hour.now += timedelta(hours=10)
    QApplication.sendEvent(late_tomorrow.window, QEvent(QEvent.Type.ActivationChange))
    _home_says(late_tomorrow, "2 en retard")


def test_a_clock_that_is_set_back_takes_the_lateness_back(
    late_tomorrow: Driven, hour: Clock
) -> None:
    hour.now += timedelta(days=400)
    late_tomorrow.window.session.days.check()
    hour.now -= timedelta(days=400)
    late_tomorrow.window.session.days.check()
    assert _signs(late_tomorrow) == ["En retard", "En cours"]
    assert late_tomorrow.window.session.unsaved == 0
