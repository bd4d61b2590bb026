"""A file is written whole where it was asked, as any other file of the person."""

import errno
import os
import stat
from pathlib import Path

import pytest

from cap_desktop.errors import OutputDenied
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.notices.errors import notice


def test_a_file_replaces_the_one_before_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "r.pdf"
    path.write_bytes(b"avant")
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
def test_others_may_read_it_where_they_may_read_the_other_files(tmp_path: Path) -> None:
    plain, made = tmp_path / "plain", tmp_path / "r.pdf"
    plain.write_bytes(b"x")
    write_whole(made, b"x")
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_folder_that_vanished_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(OutputDenied) as found:
        write_whole(tmp_path / "cle" / "r.pdf", b"x")
    assert "le dossier n’existe pas" in notice(found.value)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_in_the_middle_leaves_the_file_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "r.pdf"
    path.write_bytes(b"avant")
    monkeypatch.setattr("cap_desktop.exchange.output_file.os.fsync", full)
    with pytest.raises(OutputDenied) as found:
        write_whole(path, b"x" * 100_000)
    assert found.value.reason == errno.ENOSPC
    assert path.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [path]
