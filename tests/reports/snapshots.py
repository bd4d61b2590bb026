"""The words of the demonstration's reports, kept beside the tests.

``python -m tests.reports.snapshots`` writes them again: read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

from cap_desktop.reports.contents.report import full_report, synthesis
from tests.reports.readable import readable
from tests.reports.report_data import DEMONSTRATED, demo_data

FOLDER = Path(__file__).parents[1] / "data" / "reports"


def texts() -> dict[str, str]:
    found = {
        f"{shown.folder}-synthesis.txt": readable(synthesis(demo_data(shown)))
        for shown in DEMONSTRATED
    }
    first = DEMONSTRATED[0]
    found[f"{first.folder}-full.txt"] = readable(full_report(demo_data(first)))
    return found


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
