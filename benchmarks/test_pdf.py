"""A report of a dozen pages from the start of the process to the file, by several engines.

Read the ratios of one run. Engines that are not installed are skipped: none but ours is a
dependency. Ours also draws the figures, the badges and the structure.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cap_desktop.reports.pdf.rendering import render
from tests.reports.samples import rich

ROOT = Path(__file__).resolve().parents[1]
NEEDS = {
    "ours": "reportlab",
    "platypus": "reportlab",
    "weasyprint": "weasyprint",
    "fpdf": "fpdf",
    "typst": "typst",
}


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


@pytest.mark.parametrize("engine", list(NEEDS))
def test_a_report_from_start_to_file(
    benchmark: BenchmarkFixture, tmp_path: Path, engine: str
) -> None:
    if importlib.util.find_spec(NEEDS[engine]) is None:
        pytest.skip(f"{engine} is not installed")
    file = tmp_path / f"{engine}.pdf"
    command = [sys.executable, "-m", "benchmarks.pdf_engines", engine, str(file)]
    benchmark.pedantic(_run, args=(command,), rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["bytes"] = file.stat().st_size


def test_a_report_once_everything_is_imported(benchmark: BenchmarkFixture) -> None:
    report = rich()
    benchmark(render, report)
