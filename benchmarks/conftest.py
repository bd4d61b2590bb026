"""Drawn off screen unless a platform is named. Qt must be told before it is imported."""

import os
from pathlib import Path

import pytest

# The screen of an old laptop, as in the tests: on a smaller one, the window would be narrower.
_SCREEN = Path(__file__).parents[1] / "tests" / "data" / "laptop_screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREEN}")

_LINES = pytest.StashKey[list[str]]()


@pytest.fixture
def told(request: pytest.FixtureRequest) -> list[str]:
    """Lines of figures, printed after the tables."""
    return request.config.stash.setdefault(_LINES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in terminalreporter.config.stash.get(_LINES, []):
        terminalreporter.write_line(line)
