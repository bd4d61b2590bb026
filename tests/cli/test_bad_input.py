"""Whatever file is given: one clear French sentence, exit 2, no trace, and bounded work.

Work is counted in calls and in bytes held, never in seconds: `benchmarks/` measures these.
"""

import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from cap_desktop.cli.main import run
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.errors import FileForeign, FileTooLarge, QuestionnaireRefused
from cap_desktop.exchange.input_file import JSON_LIMIT, read_json_bytes
from cap_desktop.services.files.questionnaires import load
from tests.builders import Tree, maturity, raw, theme, tree
from tests.length import IS_LONG
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = ROOT / "resources" / "demo" / "deux-rives" / "answers-2026.json"
MEBIBYTE = 1024 * 1024


def _folder(path: Path) -> None:
    path.mkdir()


def _huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)


def _written(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "absent": (lambda _path: None, "n’existe pas"),
    "empty": (_written(b""), "est vide"),
    "folder": (_folder, "est un dossier"),
    "hundred megabytes": (_huge, ""),
    "hundred megabytes of text": (_written(b'{"a": "' + b"x" * 100_000_000 + b'"}'), "trop gros"),
    "pdf": (_written(b"%PDF-1.4\n1 0 obj\n"), "un PDF"),
    "utf-16": (_written('{"format": "cap-questionnaire/1"}'.encode("utf-16")), "UTF-16"),
    "latin-1": (_written('{"title": "été"}'.encode("latin-1")), "UTF-8"),
    "other format": (_written(b'{"format": "cap-answers/1"}'), "format"),
    "list": (_written(b"[1, 2]"), "format"),
    "not json": (_written(b"bonjour"), "JSON"),
    "deep": (_written(b"[" * 1_000_000), ""),
}


def _run_alone(arguments: list[str]) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "cap_desktop", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = BAD[name]
    path = tmp_path / "fichier.json"
    make(path)

    def run_here(arguments: list[str]) -> tuple[int, str, str]:
        code = run(arguments)
        return code, *capsys.readouterr()

    # A process takes half a second to start: one command has one of its own each time.
    run_more = _run_alone if IS_LONG else run_here
    for run_it, arguments in (
        (_run_alone, ["score", str(path), str(ANSWERS)]),
        (run_more, ["questionnaire", "check", str(path)]),
        (run_more, ["dispersion", str(path)]),
    ):
        code, out, error = run_it(arguments)
        assert code == 2
        assert out == ""
        assert error.count("\n") == 1
        assert "Traceback" not in error
        assert "fichier.json" in error
        if arguments[0] != "dispersion":
            assert words in error.replace("\u00a0", " ")


def _calls(act: Callable[[], object]) -> int:
    """How many calls of functions, Python's and C's, an act takes: the same on any machine."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


def _refused(path: Path) -> None:
    with pytest.raises((FileTooLarge, FileForeign)):
        load(path)


@pytest.mark.parametrize("start", [b'{"a": "', b"%PDF-1.7", b"\x00\x00"])
def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path, start: bytes) -> None:
    calls = []
    for size in (JSON_LIMIT + 1, 40 * JSON_LIMIT):
        path = tmp_path / f"{size}.json"
        with path.open("wb") as stream:
            stream.write(start)
            stream.truncate(size)
        _refused(path)  # once, for what the first refusal imports
        tracemalloc.start()
        calls.append(_calls(partial(_refused, path)))
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < MEBIBYTE
    assert calls[0] == calls[1]


def test_a_file_that_grows_while_it_is_read_is_read_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grandit.json"
    path.write_bytes(b"{" + b" " * (4 * JSON_LIMIT))
    seen = path.stat()

    class Small:
        """What the system said of the file before it grew."""

        st_mode, st_size = seen.st_mode, 10

    monkeypatch.setattr("cap_desktop.exchange.input_file.os.fstat", lambda _handle: Small)
    tracemalloc.start()
    with pytest.raises(FileTooLarge):
        read_json_bytes(path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2 * JSON_LIMIT + MEBIBYTE


def test_nothing_is_built_from_what_is_nested_too_deep(tmp_path: Path) -> None:
    calls = []
    for depth in (100_000, 1_000_000):
        path = tmp_path / f"{depth}.json"
        path.write_bytes(b"[" * depth)

        def refused(path: Path = path) -> None:
            with pytest.raises(QuestionnaireRefused):
                load(path)

        refused()
        calls.append(_calls(refused))
    assert calls[0] == calls[1]


FAULTS: dict[str, Tree] = {
    "no fault": {},
    "a blank title": {"title": " "},
    "an unknown condition": {"show_if": "c_absente"},
    "an unknown field": {"titel": "Une question"},
    "the same id": {"id": "q_a"},
}


def _faulty(fault: Tree, size: int) -> bytes:
    letters = dict(zip("0123456789", "abcdefghij", strict=True))
    names = ["".join(letters[digit] for digit in str(rank)) for rank in range(size)]
    questions = [maturity(f"q_{name}") | fault for name in names]
    themes = [theme(f"t_{names[at]}", *questions[at : at + 8]) for at in range(0, size, 8)]
    return raw(tree(*themes))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_work_grows_as_the_file_does(fault: Tree) -> None:
    read_questionnaire(_faulty(fault, 8))  # once, for what the first reading imports
    small, double, fourfold = (
        _calls(partial(read_questionnaire, _faulty(fault, size))) for size in (40, 80, 160)
    )
    # Twice as much again costs twice as much again; in a quadratic reader, four times.
    assert fourfold - double < 2.5 * (double - small)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_disk_is_said_in_french() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cap_desktop", "questionnaire", "schema"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 2
    assert "le disque est plein" in done.stderr
    assert done.stderr.count("\n") == 1
