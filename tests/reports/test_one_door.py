"""Words reach the paper through one door only, and ReportLab is known to three files."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cap_desktop.reports
from tests.patience import PATIENCE

FOLDER = Path(cap_desktop.reports.__file__).parent
FILES = sorted(FOLDER.glob("*.py"))
DRAWERS = {"fonts.py", "pen.py", "tagged_canvas.py"}
MAKERS = {"door.py", "lines.py"}
"""The door, and the lines that cut what came through it."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_words_are_made_printable_at_the_door_and_never_parsed(path: Path) -> None:
    assert list(_faults(ast.parse(path.read_text(encoding="utf-8")), path.name)) == []


def _faults(tree: ast.Module, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if called == "Printable" and name not in MAKERS:
            yield "Printable()"
        if isinstance(node, ast.ImportFrom | ast.Import):
            module = getattr(node, "module", None) or node.names[0].name
            if module.startswith("reportlab") and name not in DRAWERS:
                yield f"line {node.lineno}: import {module}"
            if module.startswith(("reportlab.platypus", "reportlab.graphics")):
                yield f"line {node.lineno}: import {module}, which parses markup"


def test_the_watch_sees_a_way_round_the_door() -> None:
    seen = "from reportlab.platypus import Paragraph\nPrintable(name)"
    assert len(list(_faults(ast.parse(seen), "cover.py"))) == 3


def test_the_values_of_a_report_import_no_reportlab() -> None:
    code = (
        "import sys, cap_desktop.reports.document;"
        "sys.exit(any(name.startswith('reportlab') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)
