"""A folder of data is open once, and nobody is shut out of it by what a program left behind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.errors import (
    CapError,
    DatabaseInUse,
    DatabaseLeftOpen,
    LockHolder,
    OutputDenied,
)
from cap_desktop.gui.kit.decision import Decision
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.platform import lock_note
from cap_desktop.gui.platform.single_instance import hold
from cap_desktop.gui.window.recovery import CLOSE, RETRY, ask_again
from cap_desktop.notices.errors import explained
from cap_desktop.paths import DataFolder
from tests.gui.driving import Open, begun
from tests.patience import PATIENCE

NOW = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
GONE = 4_000_000
"""A number that no process of this computer has."""
HOLDS = """
import sys
from datetime import datetime
from pathlib import Path
from cap_desktop.gui.platform.single_instance import hold
from cap_desktop.paths import DataFolder
release = hold(DataFolder(Path(sys.argv[1])), datetime.fromisoformat(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "donnees")
    made.path.mkdir()
    return made


@pytest.fixture
def another(folder: DataFolder) -> subprocess.Popen[str]:
    """Another program that has the data open."""
    return _started(folder)


def _started(folder: DataFolder) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(folder.path), NOW.isoformat()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def _ended(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait(PATIENCE)
    for stream in (process.stdin, process.stdout):
        assert stream is not None
        stream.close()


def _own(machine: str = "") -> bytes:
    note = lock_note.own_note(NOW)
    return lock_note.written(note._replace(process=GONE, machine=machine or note.machine))


def _former(process: int, machine: str, known_as: str = "") -> bytes:
    """A lock as the versions before wrote it."""
    return f"{process}\npython3.11\n{machine}\n{known_as}\n\n".encode()


def _machine_id() -> str:
    return QSysInfo.machineUniqueId().toStdString()


OVER: dict[str, Callable[[], bytes]] = {
    "nothing, after a power cut": lambda: b"",
    "zeros": lambda: b"\0" * 50,
    "garbage": lambda: bytes(range(256)) * 4,
    "half of a note": lambda: _own()[:40],
    "another JSON": lambda: b"[1, 2]",
    "deep brackets": lambda: b"[" * 4000,
    "a very long one": lambda: b"1\n" * 100_000,
    "a note without a process": lambda: b'{"machine": "PC", "machine_id": "x", "process": "y"}',
    "a process of this computer that ended": _own,
    "this computer under the name it had": lambda: _own(machine="ancien-nom"),
    "a former version that ended": lambda: _former(GONE, QSysInfo.machineHostName(), _machine_id()),
    "a former version, this computer under the name it had": lambda: _former(
        GONE, "ancien-nom", _machine_id()
    ),
}


@pytest.mark.parametrize("left", OVER.values(), ids=OVER.keys())
def test_what_nobody_holds_is_taken_over(folder: DataFolder, left: Callable[[], bytes]) -> None:
    folder.lock.write_bytes(left())
    release = hold(folder, NOW)
    holder = lock_note.read(folder.lock.read_bytes())
    assert holder is not None
    assert holder.process == os.getpid()
    release()
    assert not folder.lock.exists()


ELSEWHERE: dict[str, bytes] = {
    "a note": lock_note.written(
        LockHolder("marie", "PC-ACCUEIL", "2026-11-20T09:05:00+01:00", "CAP Desktop 1", 42, "ab")
    ),
    "a former version": _former(4242, "PC-ACCUEIL", "0123456789abcdef0123456789abcdef"),
    "a former version that names no machine": _former(4242, "PC-ACCUEIL"),
}


@pytest.mark.parametrize("left", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_another_computer_is_asked_about_and_can_be_taken_over(
    folder: DataFolder, left: bytes
) -> None:
    folder.lock.write_bytes(left)
    with pytest.raises(DatabaseLeftOpen) as found:
        hold(folder, NOW)
    assert found.value.must_ask
    assert "PC-ACCUEIL" in explained(found.value).why
    assert folder.lock.read_bytes() == left
    release = hold(folder, NOW, take_over=True)
    with pytest.raises(DatabaseInUse):
        hold(folder, NOW, take_over=True)
    release()
    hold(folder, NOW)()


def test_who_holds_it_where_and_since_when_are_said_in_french() -> None:
    error = DatabaseLeftOpen(Path("cap.db"), LockHolder("marie", "PC", "2026-11-20T09:05:00+01:00"))
    assert explained(error).why == (
        "Elles ont été ouvertes par marie, sur l’ordinateur «\u00a0PC\u00a0», "
        "depuis le 20\u00a0novembre\u00a02026 à 9\u00a0h\u00a005."
    )
    unknown = DatabaseInUse(Path("cap.db"), None)
    assert explained(unknown).why == "On ne sait ni par qui, ni depuis quand."


def test_a_program_that_runs_keeps_others_out_by_name(
    folder: DataFolder, another: subprocess.Popen[str]
) -> None:
    with pytest.raises(DatabaseInUse) as found:
        hold(folder, NOW, take_over=True)
    assert found.value.holder is not None
    assert found.value.holder.process == another.pid
    assert found.value.holder.since == NOW.isoformat()
    assert found.value.holder.machine == QSysInfo.machineHostName()
    _ended(another)


def test_a_program_that_was_killed_keeps_nobody_out(
    folder: DataFolder, another: subprocess.Popen[str]
) -> None:
    _ended(another)
    assert folder.lock.exists()
    hold(folder, NOW)()


def test_a_key_pulled_out_while_it_was_open_opens_again(
    folder: DataFolder, another: subprocess.Popen[str], tmp_path: Path
) -> None:
    # Put back, the key is another disk for the system: its files are not those that are held.
    again = DataFolder(tmp_path / "cle")
    shutil.copytree(folder.path, again.path)
    shutil.rmtree(folder.path)
    with pytest.raises(DatabaseLeftOpen) as found:
        hold(again, NOW)
    assert not found.value.must_ask
    hold(again, NOW, take_over=True)()
    _ended(another)


def test_a_key_pulled_out_opens_on_another_computer_once_a_person_says_so(
    folder: DataFolder,
) -> None:
    hold(folder, NOW)
    holder = lock_note.read(folder.lock.read_bytes())
    assert holder is not None
    folder.lock.unlink()
    folder.lock.write_bytes(lock_note.written(holder._replace(machine="PC", machine_id="ab")))
    with pytest.raises(DatabaseLeftOpen) as found:
        hold(folder, NOW)
    assert found.value.must_ask
    hold(folder, NOW, take_over=True)()


def test_letting_go_of_a_folder_that_is_gone_is_no_fault(folder: DataFolder) -> None:
    release = hold(folder, NOW)
    shutil.rmtree(folder.path)
    release()


def test_letting_go_leaves_the_lock_of_another_one(folder: DataFolder) -> None:
    release = hold(folder, NOW)
    folder.lock.unlink()
    other = hold(folder, NOW)
    release()
    assert folder.lock.exists()
    other()


@pytest.mark.skipif(os.name == "nt", reason="no such things there")
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_is_no_file_is_refused_without_waiting(
    folder: DataFolder, tmp_path: Path, kind: str
) -> None:
    precious = tmp_path / "precieux"
    precious.write_bytes(b"precieux")
    if kind == "folder":
        folder.lock.mkdir()
    elif kind == "pipe":
        os.mkfifo(folder.lock)
    else:
        folder.lock.symlink_to(precious)
    with pytest.raises(OutputDenied):
        hold(folder, NOW)
    assert precious.read_bytes() == b"precieux"


def _pressed(error: CapError, act: str, qtbot: QtBot) -> bool:
    del qtbot

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Decision)
        dialog.buttons[act].click()

    QTimer.singleShot(0, press)
    return ask_again(Look(), error)


def test_a_person_decides_whether_to_open_what_is_open_elsewhere(qtbot: QtBot) -> None:
    error = DatabaseLeftOpen(Path("cap.db"), LockHolder("marie", "PC"))
    assert _pressed(error, RETRY, qtbot)
    assert not _pressed(error, CLOSE, qtbot)
    assert _pressed(DatabaseInUse(Path("cap.db"), None), RETRY, qtbot)


def test_the_program_opens_what_its_person_takes_over(folder: DataFolder, qtbot: QtBot) -> None:
    del qtbot
    folder.lock.write_bytes(ELSEWHERE["a note"])
    with pytest.raises(DatabaseLeftOpen):
        app.Program(folder.path, lambda: NOW)
    program = app.Program(folder.path, lambda: NOW, take_over=True)
    program.close()
    assert not folder.lock.exists()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_program_started_twice_shows_its_first_window_and_ends(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    driven = begun(open_window)
    driven.window.showMinimized()
    QApplication.processEvents()
    second = subprocess.Popen(
        [sys.executable, "-m", "cap_desktop"],
        env=os.environ | {"CAP_DESKTOP_DATA": str(tmp_path / "donnees")},
        cwd=Path(app.__file__).parents[1],
    )
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert not driven.window.isMinimized()
    driven.close()


def _is_asking(second: subprocess.Popen[bytes]) -> bool:
    """True once a second start looks for the first; where the system tells nothing, at once."""
    loaded = Path(f"/proc/{second.pid}/maps")
    return not loaded.exists() or "Qt6Network" in loaded.read_text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_start_waits_for_a_first_one_that_does_not_hear_yet(
    folder: DataFolder, qtbot: QtBot
) -> None:
    program = app.Program(folder.path, lambda: NOW)
    second = subprocess.Popen(
        [sys.executable, "-m", "cap_desktop"],
        env=os.environ | {"CAP_DESKTOP_DATA": str(folder.path)},
        cwd=Path(app.__file__).parents[1],
    )
    # It holds the lock and hears nothing before it is open: the second one asks meanwhile.
    qtbot.waitUntil(lambda: _is_asking(second))
    assert second.poll() is None
    program.open()
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0
    program.close()
    program.window.deleteLater()
