"""Whatever file is given: one clear French sentence, exit 2, no trace, in under two seconds."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = ROOT / "resources" / "demo" / "deux-rives" / "answers-2026.json"
PATIENCE = 2.0


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


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    make, words = BAD[name]
    path = tmp_path / "fichier.json"
    make(path)
    for arguments in (
        ["score", str(path), str(ANSWERS)],
        ["questionnaire", "check", str(path)],
        ["dispersion", str(path)],
    ):
        start = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "cap_desktop", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert time.monotonic() - start < PATIENCE
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
        assert "fichier.json" in done.stderr
        if arguments[0] != "dispersion":
            assert words in done.stderr.replace("\u00a0", " ")


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
        )
    assert done.returncode == 2
    assert "le disque est plein" in done.stderr
    assert done.stderr.count("\n") == 1
