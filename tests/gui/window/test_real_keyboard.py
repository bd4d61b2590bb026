"""The row of digits on a real screen of X, with the layouts that French people type on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

# A server that does not begin again when its first client, which sets the layout, is gone.
SCREEN = "-noreset -screen 0 1366x768x24"
TOOLS = ("xvfb-run", "Xvfb", "xauth", "setxkbmap", "xdotool")


@pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="This system has no screen of X with a keyboard."
)
@pytest.mark.parametrize("layout", ["fr", "fr bepo", "us"])
def test_each_digit_chooses_by_its_key(layout: str, tmp_path: Path, demonstration: Path) -> None:
    shutil.copytree(demonstration, tmp_path / "donnees")
    robot = f"{sys.executable} -m tests.gui.window.keyboard_robot {tmp_path / 'donnees'}"
    run = subprocess.run(
        ["xvfb-run", "-a", "-s", SCREEN, "sh", "-c", f"setxkbmap {layout} && exec {robot}"],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=10 * PATIENCE,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.splitlines()[-1])
    assert told == {"pressed": 14, "missed": []}
