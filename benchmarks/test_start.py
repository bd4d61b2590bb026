"""From the start of the process to the home page, beside an empty Qt window.

Each is a whole process of one run: read the ratios of the medians. `first paint` is the home
page drawn from what was kept for the start; `open`, the data behind it, when every page
answers. Off screen, or on the screen that `DISPLAY` and `QT_QPA_PLATFORM` name.
"""

import os
import resource
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[1]

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
import os, sys
sys.argv = ["cap-desktop"]
from cap_desktop import app
def stop(*_):
    app_qt.processEvents()
    os._exit(0)
class Watched(app.Program):
    def open(self):
        global app_qt
        from PySide6.QtWidgets import QApplication
        app_qt = QApplication.instance()
        if {first!r} == "first paint":
            self.window.show()
            stop()
        self.workspace.opened.connect(stop)
        super().open()
app.Program = Watched
app.main()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three structures with three years of data."""
    from cap_desktop.services.assessments import Assessments
    from cap_desktop.services.demonstrations import fill
    from cap_desktop.storage.database import Database
    from cap_desktop.storage.evidence_folder import EvidenceFolder

    made = tmp_path_factory.mktemp("donnees")
    database = Database(made / "cap.db")
    fill(Assessments(database, EvidenceFolder(made / "preuves"), lambda: datetime.now(UTC)))
    database.close()
    return made


def _run(code: str, folder: Path | None = None) -> None:
    places = {} if folder is None else {"CAP_DESKTOP_DATA": str(folder)}
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen"} | dict(os.environ) | places,
        check=True,
    )


def test_floor_an_empty_window(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(_run, args=(EMPTY,), rounds=9, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("until", ["first paint", "open"])
def test_home_with_three_years_of_data(
    benchmark: BenchmarkFixture, folder: Path, until: str
) -> None:
    code = PROGRAM.format(first=until)
    benchmark.pedantic(_run, args=(code, folder), rounds=9, warmup_rounds=1)  # type: ignore[no-untyped-call]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    benchmark.extra_info["peak MiB of the largest process so far"] = peak // 1024
