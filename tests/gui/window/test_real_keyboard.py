"""The row of digits on a real screen of X, with the layouts that French people type on."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.gui.robots import lines_of

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
    lines = lines_of(
        ["xvfb-run", "-a", "-s", SCREEN, "sh", "-c", f"setxkbmap {layout} && exec {robot}"],
        {**os.environ, "QT_QPA_PLATFORM": "xcb"},
    )
    heard = [json.loads(line) for line in lines if line.startswith("[")]
    assert len(heard) == 14
    assert [key for key, is_heard in heard if not is_heard] == []
