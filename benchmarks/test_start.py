"""From the start of the process to the first painted window, beside an empty Qt window.

Both are whole processes of one run, drawn off screen: read the ratio of their medians.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[1]

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
qt = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, qt.quit)
qt.exec()
"""

PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cap_desktop import app
from cap_desktop.gui import theme
qt = theme.application([])
program = app.Program(Path(sys.argv[1]), lambda: datetime.now(UTC))
program.workspace.opened.connect(lambda _opened: program.window.repaint())
program.workspace.opened.connect(qt.quit)
program.window.show()
qt.exec()
program.close()
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


def _run(code: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )


def test_floor_an_empty_window(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(_run, args=(EMPTY,), rounds=7, warmup_rounds=1)  # type: ignore[no-untyped-call]


def test_home_with_three_years_of_data(benchmark: BenchmarkFixture, folder: Path) -> None:
    arguments = (PROGRAM, str(folder))
    benchmark.pedantic(_run, args=arguments, rounds=7, warmup_rounds=1)  # type: ignore[no-untyped-call]
