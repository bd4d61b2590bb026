"""Only the bytes of an ordinary file become evidence, and each refusal names its own cause."""

import io
import os
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.errors import (
    EvidenceDamaged,
    EvidenceDiffers,
    EvidenceGone,
    EvidenceIsProgram,
    FileDenied,
    FileTooLarge,
)
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


# --- Lent copies --------------------------------------------------------------------------------


def _kept(tmp_path: Path, name: str = "x.pdf") -> tuple[EvidenceFolder, EvidenceFile]:
    (tmp_path / name).write_bytes(b"%PDF")
    folder = EvidenceFolder(tmp_path / "preuves")
    return folder, folder.keep("q", tmp_path / name)


def test_what_is_lent_is_for_one_person_to_read_and_gone_at_the_next_start(
    tmp_path: Path,
) -> None:
    folder, file = _kept(tmp_path)
    place = folder.lend(file)
    assert (place.name, place.read_bytes()) == ("x.pdf", b"%PDF")
    assert folder.lend(file) == place
    if os.name != "nt":
        assert place.stat().st_mode & 0o777 == 0o400
        assert place.parent.stat().st_mode & 0o077 == 0
    assert [kept.sha256 for kept in folder.whole_files()] == [file.sha256]
    folder.forget_drafts()
    assert not place.parent.parent.exists()
    assert folder.is_whole(file)


@pytest.mark.parametrize(
    "name", ["../../../x.pdf", "/etc/x.pdf", "C:\\x.pdf", "CON.pdf", "a/b.pdf", "x" * 300 + ".pdf"]
)
def test_a_name_of_somebody_else_leads_nowhere(tmp_path: Path, name: str) -> None:
    folder, file = _kept(tmp_path)
    place = folder.lend(replace(file, name=name))
    assert place.parent.parent == folder.folder / evidence_folder.LENT
    assert place.suffix == ".pdf"
    assert place.stem.upper() != "CON"


@pytest.mark.parametrize("name", ["f.pdf.exe", "f.LNK", "f.desktop", "f.exe. ", "f.url", "f.js"])
def test_a_program_is_not_run_by_a_click(tmp_path: Path, name: str) -> None:
    folder, file = _kept(tmp_path)
    with pytest.raises(EvidenceIsProgram) as found:
        folder.lend(replace(file, name=name))
    assert "est un programme" in notice(found.value)


def test_a_copy_that_vanished_and_one_that_is_damaged_are_two_things(tmp_path: Path) -> None:
    folder, file = _kept(tmp_path)
    folder.path(file.sha256).write_bytes(b"autre")
    with pytest.raises(EvidenceDamaged):
        folder.lend(file)
    folder.path(file.sha256).unlink()
    with pytest.raises(EvidenceGone) as found:
        folder.lend(file)
    assert "introuvable" in notice(found.value)


def test_another_file_does_not_take_the_place_of_one_that_vanished(tmp_path: Path) -> None:
    folder, file = _kept(tmp_path)
    folder.path(file.sha256).unlink()
    (tmp_path / "autre.pdf").write_bytes(b"autre")
    with pytest.raises(EvidenceDiffers):
        folder.keep("q", tmp_path / "autre.pdf", file)
    assert not [path for path in folder.folder.rglob("*") if path.is_file()]
    folder.keep("q", tmp_path / "x.pdf", file)
    assert folder.is_whole(file)


def test_each_folder_of_copies_is_listed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = _kept(tmp_path)
    head = file.sha256[:2]
    files = [replace(file, name=f"{rank}", sha256=f"{head}{rank:062}") for rank in range(500)]
    listed: list[object] = []
    scandir = os.scandir

    def recorded(path: Path) -> object:
        listed.append(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", recorded)
    assert list(folder.missing([file, *files])) == files
    assert listed == [folder.folder / head]
