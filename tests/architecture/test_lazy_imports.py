"""The command line starts light: what it does not need is not imported."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
QUESTIONNAIRE = str(ROOT / "questionnaires" / "cap-2026.1.0.json")
ANSWERS = str(ROOT / "resources" / "demo" / "deux-rives" / "answers-2026.json")
QT = {"PySide6", "shiboken6"}
HEAVY = QT | {"reportlab", "sqlalchemy", "alembic", "icalendar", "openpyxl", "docx"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["score", "--help"],
        ["report", "--help"],
        ["score", QUESTIONNAIRE, ANSWERS],
        ["questionnaire", "check", QUESTIONNAIRE],
    ],
    ids=["help", "help of score", "help of report", "score", "check"],
)
def test_a_command_imports_neither_qt_nor_pdf_nor_sql(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cap_desktop", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    lines = done.stderr.splitlines()
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
    assert "cap_desktop" in imported
    assert imported & HEAVY == set()


def test_help_does_not_even_build_the_models() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cap_desktop", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert "pydantic" not in done.stderr


START = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from cap_desktop import app
from cap_desktop.gui.look import look as theme
qt = theme.application([])
program = app.Program(Path(sys.argv[1]), lambda: datetime.now(UTC))
program.window.show()
qt.processEvents()
heavy = ("sqlalchemy", "pydantic", "alembic", "reportlab", "openpyxl", "docx", "icalendar", "tuf")
print(sorted(name for name in heavy if name in sys.modules))
shown = program.data.first_assessment()
print(shown is not None, sorted(name for name in heavy if name in sys.modules))
services = program.data.open()
print(sorted(name for name in heavy if name in sys.modules), flush=True)
os._exit(0)
"""


FIRST_PAGE = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from cap_desktop import app
from cap_desktop.gui.look import look as theme
qt = theme.application([])
program = app.Program(Path(sys.argv[1]), lambda: datetime.now(UTC))
program.window.show()
qt.processEvents()
print(type(program.window.pages.currentWidget()).__name__)
print(*sorted(name for name in sys.modules if name.startswith("cap_desktop.gui.")), flush=True)
os._exit(0)
"""

LATER = {
    "window.banner",
    "kit.binding",
    "window.closing",
    "session.edition",
    "window.exports",
    "look.high_contrast",
    "kit.keys",
    "session.opening",
    "plan.plan_presenter",
    "kit.tab_order",
    "kit.interfaces",
    "kit.bus_listeners",
    "window.report_presenter",
    "answering.answering_page",
    "kit.decision",
    "kit.scroll_position",
    "kit.toast",
    "kit.work_bar",
    "window.background",
    "window.data_back",
    "window.waiting_erasure",
    "session.check_ups",
    "session.daily_copy",
}
"""Made at their first use, behind the first page."""


def _printed(code: str, demonstration: Path, folder: Path) -> list[str]:
    """What a start on the demonstration prints, line by line."""
    shutil.copytree(demonstration, folder, dirs_exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout.splitlines()


def test_what_the_first_page_does_not_show_is_made_later(
    demonstration: Path, tmp_path: Path
) -> None:
    page, modules = _printed(FIRST_PAGE, demonstration, tmp_path)
    imported = {name.removeprefix("cap_desktop.gui.") for name in modules.split()}
    assert page == "HomePage"
    assert "home.home_page" in imported
    assert imported & LATER == set()
    for name in LATER:
        # A module that is renamed would else be forgotten here.
        assert find_spec(f"cap_desktop.gui.{name}") is not None


def test_the_first_page_imports_nothing_heavy(demonstration: Path, tmp_path: Path) -> None:
    expected = ["[]", "True ['pydantic']", "['pydantic', 'sqlalchemy']"]
    assert _printed(START, demonstration, tmp_path) == expected
