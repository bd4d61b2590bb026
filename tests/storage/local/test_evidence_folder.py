"""Only the bytes of an ordinary file become evidence, and each refusal names its own cause."""

import io
import os
import tempfile
import threading
from pathlib import Path

import pytest

from cap_desktop.errors import FileDenied, FileTooLarge
from cap_desktop.notices.errors import notice
from cap_desktop.storage.local import evidence_folder
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.patience import PATIENCE


def _refused(folder: Path, source: Path) -> FileDenied:
    """What `keep` raises; a source that never ends its reading fails the test."""
    raised: list[FileDenied] = []

    def keep() -> None:
        try:
            EvidenceFolder(folder).keep("q", source)
        except FileDenied as error:
            raised.append(error)

    lane = threading.Thread(target=keep, daemon=True)
    lane.start()
    lane.join(PATIENCE)
    assert not lane.is_alive()
    assert len(raised) == 1
    return raised[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes there")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.pdf")
    error = _refused(tmp_path / "preuves", tmp_path / "tube.pdf")
    assert "ce n’est pas un fichier ordinaire" in notice(error)
    assert list((tmp_path / "preuves").iterdir()) == []


def test_a_folder_is_refused_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    assert _refused(tmp_path / "preuves", tmp_path / "photos").path.name == "photos"


def test_a_key_pulled_out_is_no_fault_of_the_disk_that_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pulled(io.BytesIO):
        def read(self, _size: int | None = None) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(evidence_folder, "_opened", lambda _source: Pulled())
    error = _refused(tmp_path / "preuves", tmp_path / "x.pdf")
    assert error.path == tmp_path / "x.pdf"
    assert "ne peut pas être lu" in notice(error).replace("\u00a0", " ")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\n"])
def test_a_sign_that_breaks_a_line_is_a_dash_in_the_name(sign: str) -> None:
    shown = evidence_folder._shown(f"a{sign}b.pdf")
    assert shown == "a-b.pdf"


def test_evidence_that_cannot_be_read_to_its_end_is_not_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    folder = EvidenceFolder(tmp_path / "preuves")
    kept = folder.keep("q", tmp_path / "x.pdf")
    assert folder.is_whole(kept)

    def pulled(_path: Path, _mode: str) -> io.BytesIO:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", pulled)
    assert not folder.is_whole(kept)
    assert list(folder.whole_files()) == []


def test_a_file_known_to_be_too_large_is_refused_before_a_byte_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "film.mp4"
    with source.open("wb") as stream:
        stream.truncate(evidence_folder.LIMIT + 1)

    def begun(**_where: object) -> None:
        raise AssertionError("a draft was begun")

    monkeypatch.setattr(tempfile, "mkstemp", begun)
    with pytest.raises(FileTooLarge):
        EvidenceFolder(tmp_path / "preuves").keep("q", source)
