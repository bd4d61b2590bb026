"""From the start of the process to the home page, beside an empty Qt window.

Every run is a whole process, and the runs of the window and of the program take turns: what
else the machine does weighs on both. Read the ratios of the medians. « First paint » is the
home page drawn from what was kept for the start; « every page answers » is the data behind it;
« saving begins » is the database opened, that a change waits for. Memory is the largest that
was resident, in MiB, on Linux. Off screen, or on the screen that `DISPLAY` and
`QT_QPA_PLATFORM` name.
"""

import compileall
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
import os
qt = QApplication([])
window = QMainWindow()
window.show()
qt.processEvents()
os._exit(0)
"""

PROGRAM = """
import gc, os, sys
gc.disable()  # as `__main__` does before it imports the window
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
from cap_desktop import app
sys.argv = ["cap-desktop"]

def stop(*_):
    from PySide6.QtWidgets import QApplication
    QApplication.instance().processEvents()
    os._exit(0)

class Watched(app.Program):
    def open(self):
        if {until!r} == "first paint":
            self.window.show()
            stop()
        is_read = {until!r} == "every page answers"
        (self.session.opened if is_read else self.session.ready).connect(stop)
        super().open()

app.Program = Watched
app.main()
"""

WALK = """
import gc, os, sys
from pathlib import Path
gc.disable()  # as `__main__` does before it imports the window
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
from cap_desktop import app
sys.argv = ["cap-desktop"]

def tell():
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")), flush=True)

class Watched(app.Program):
    def open(self):
        from PySide6.QtCore import QTimer
        self.session.ready.connect(lambda: QTimer.singleShot(1000, self.walk))
        super().open()

    def walk(self):
        from PySide6.QtTest import QTest
        tell()
        window = self.window
        from cap_desktop.gui.session import destinations as to
        for wanted in (to.ToQuestion(), to.ToResults(), to.ToPlan(), to.ToYears(), to.ToSearch(),
                       to.ToHelp(), to.ToPreferences(), to.ToStructure(), to.ToHome()):
            window.go(wanted)
            QTest.qWait(200)
        tell()
        os._exit(0)

app.Program = Watched
app.main()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three structures with three years of data; the program compiled, as a set-up leaves it."""
    from cap_desktop.services.files.demonstrations import fill
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.storage.local.database import Database
    from cap_desktop.storage.local.evidence_folder import EvidenceFolder

    compileall.compile_dir(ROOT / "cap_desktop", quiet=1)
    made = tmp_path_factory.mktemp("donnees")
    database = Database(made / "cap.db")
    fill(LocalServices(database, EvidenceFolder(made / "preuves"), lambda: datetime.now(UTC)))
    database.close()
    return made


def _run(code: str, folder: Path) -> str:
    places = {"CAP_DESKTOP_DATA": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=dict(os.environ) | places,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_a_start_beside_an_empty_window(folder: Path, told: list[str]) -> None:
    ends = ("first paint", "every page answers", "saving begins")
    codes = {"empty window": EMPTY} | {end: PROGRAM.format(until=end) for end in ends}
    times: dict[str, list[float]] = {name: [] for name in codes}
    for code in codes.values():
        _run(code, folder)
    for _ in range(ROUNDS):
        for name, code in codes.items():
            began = time.perf_counter()
            _run(code, folder)
            times[name].append(time.perf_counter() - began)
    floor, least = median(times["empty window"]), min(times["empty window"])
    for name, all_of_it in times.items():
        told.append(
            f"start: {name:<20} median {median(all_of_it):.3f} s, "
            f"{median(all_of_it) / floor:.2f} times the empty window; "
            f"fastest {min(all_of_it):.3f} s, {min(all_of_it) / least:.2f} times"
        )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells")
def test_memory(folder: Path, told: list[str]) -> None:
    home, every_page = (int(line) // 1024 for line in _run(WALK, folder).split())
    told.append(f"memory: {home} MiB with the home page, {every_page} MiB after every page")
