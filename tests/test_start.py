"""How the program starts: a window, or one sentence where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cap_desktop import __main__, paths, screen
from cap_desktop.errors import OutputDenied
from cap_desktop.gui.platform.single_instance import hold
from cap_desktop.notices.errors import notice
from tests.folders import clock
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="a screen is always there"
)


def _started(**screens: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "cap_desktop"],
        cwd=ROOT,
        env=bare | screens,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize(
    "screens",
    [
        {},
        {"DISPLAY": ":77"},
        {"WAYLAND_DISPLAY": "wayland-77"},
        {"DISPLAY": ":77", "WAYLAND_DISPLAY": "wayland-77"},
        {"DISPLAY": ":77", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
    ids=["none", "silent", "silent wayland", "both silent", "asked for", "asked for, none"],
)
def test_without_a_screen_that_answers_one_sentence_names_the_demonstration(
    screens: dict[str, str],
) -> None:
    done = _started(**screens)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "make demo" in done.stderr
    for name in {"DISPLAY", "WAYLAND_DISPLAY"} & screens.keys():
        assert f"{name}={screens[name]}" in done.stderr


def test_an_installed_program_speaks_of_its_own_command_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(paths, "is_checkout", lambda: False)
    said = screen.why_no_window()
    assert said is not None
    assert "make" not in said
    assert "cap-desktop --help" in said


def test_a_screen_that_is_none_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.why_no_window() is None


def test_a_library_that_qt_lacks_is_named() -> None:
    said = screen.why_no_qt(
        ImportError("libGL.so.1: cannot open shared object file: No such file or directory")
    )
    assert said is not None
    assert "libGL.so.1" in said
    assert screen.why_no_qt(ImportError("No module named 'PySide6'")) is None


def _without_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_number: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", unknown)
    for name in ("HOME", "XDG_DATA_HOME", "CAP_DESKTOP_DATA"):
        monkeypatch.delenv(name, raising=False)


def test_where_nobody_has_a_home_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _without_home(monkeypatch)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "argv", ["cap-desktop"])
    assert __main__.main() == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "CAP_DESKTOP_DATA" in said


def test_a_folder_that_is_named_needs_no_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _without_home(monkeypatch)
    monkeypatch.setenv("CAP_DESKTOP_DATA", str(tmp_path))
    assert screen.why_no_folder() is None


def test_a_home_where_nothing_can_be_made_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").write_bytes(b"")
    _without_home(monkeypatch)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert screen.why_no_folder() is None
    with pytest.raises(OutputDenied) as refused:
        hold(paths.data(), clock())
    assert "ne peut pas être écrit" in notice(refused.value)
