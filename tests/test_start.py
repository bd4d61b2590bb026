"""How the program starts: a window, or one sentence where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cap_desktop import app
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a screen is always there")
def test_without_a_screen_one_sentence_names_the_demonstration() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "cap_desktop"],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == app.NO_DISPLAY
    assert "make demo" in app.NO_DISPLAY
    assert app.NO_DISPLAY.count("\n") == 1
