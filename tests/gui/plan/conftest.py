"""The plan of the demonstration in sight."""

from __future__ import annotations

import pytest

from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.session.destinations import ToPlan
from tests.gui.driving import Driven


@pytest.fixture
def planned(demonstrated: Driven) -> Driven:
    """The plan of the demonstration in sight: eight actions, one late, one dropped."""
    demonstrated.window.go(ToPlan())
    demonstrated.qtbot.waitUntil(
        lambda: demonstrated.window.page(PlanPage).desk.current is not None
    )
    return demonstrated
