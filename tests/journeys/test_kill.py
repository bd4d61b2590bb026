"""The program is killed while it is answering: what was shown as saved is there.

`CAP_KILLS` sets how many times; the promise is checked with 200.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("CAP_KILLS", "6"))


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of the other systems")
def test_an_answer_shown_as_saved_survives_a_kill(tmp_path: Path) -> None:
    chance = random.Random(2026)
    acknowledged: dict[str, str] = {}
    total = 0
    for turn in range(KILLS):
        # Counted in answers, so that a slow machine answers as often before it is killed.
        lines = _killed_run(tmp_path, turn, chance.randint(1, 9), chance.uniform(0.0, 0.05))
        total += len(lines)
        for line in lines:
            question, level = line.split()
            acknowledged[question] = level
        _check(tmp_path, acknowledged, lines)
    assert total > KILLS


def _killed_run(folder: Path, turn: int, answers: int, delay: float) -> list[str]:
    """Start the robot, kill it `delay` seconds after so many answers, return what it said."""
    robot = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.answering_robot", str(folder), str(turn)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert robot.stdout is not None
    guard = threading.Timer(PATIENCE, robot.kill)
    guard.start()
    said = [robot.stdout.readline() for _answer in range(answers)]
    guard.cancel()
    time.sleep(delay)
    robot.send_signal(signal.SIGKILL)
    rest = robot.stdout.read()
    robot.wait(PATIENCE)
    robot.stdout.close()
    # A line cut by the kill was not shown whole: it promises nothing.
    return [line.rstrip("\n") for line in [*said, *rest.splitlines(True)] if line.endswith("\n")]


def _check(folder: Path, acknowledged: dict[str, str], lines: list[str]) -> None:
    database = Database(folder / "cap.db")
    services = LocalServices(
        database, EvidenceFolder(folder / "preuves"), lambda: datetime.now(UTC)
    )
    (structure,) = services.assessments.structures()
    (year,) = services.assessments.years(structure.id)
    opened = services.assessments.open(year.id)
    last = lines[-1].split()[0] if lines else ""
    for question, level in acknowledged.items():
        kept = opened.answer(question).value
        # The answer after the last one seen may have been committed just before the kill.
        if question != last:
            changes = [
                change.after.value
                for change in services.assessments.history(year.id)
                if change.question == question and change.after is not None
            ]
            assert level in changes
            assert kept == changes[-1]
    for name, kept_answer in opened.kept.items():
        assert kept_answer.answer.value in {"n0", "n1", "n2", "n3", "n4"}, name
    if lines:
        question, level = lines[-1].split()
        history = [
            item for item in services.assessments.history(year.id) if item.question == question
        ]
        assert any(item.after is not None and item.after.value == level for item in history)
    database.close()
