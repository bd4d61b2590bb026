"""How long a refusal takes, as a ratio to a reading of the current edition in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[1]
CURRENT = ROOT / "questionnaires" / "cap-2026.1.0.json"
BAD = {
    "absent": None,
    "hundred megabytes": b'{"a": "' + b"x" * 100_000_000 + b'"}',
    "deep": b"[" * 1_000_000,
    "five megabytes of zeros": b"[" + b"0," * 2_500_000 + b"0]",
}
TIMES = 5


def _seconds(path: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "cap_desktop", "questionnaire", "check", str(path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return time.perf_counter() - start


@pytest.mark.parametrize("name", BAD)
def test_a_refusal_beside_a_reading(tmp_path: Path, name: str) -> None:
    path, content = tmp_path / "fichier.json", BAD[name]
    if content is not None:
        path.write_bytes(content)
    taken = {
        what: median(_seconds(found) for _time in range(TIMES))
        for what, found in (("reading", CURRENT), ("refusal", path))
    }
    ratio = taken["refusal"] / taken["reading"]
    print(f"\n{name}: {taken['refusal']:.2f} s, {ratio:.1f} times a reading")
