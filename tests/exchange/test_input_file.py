import os
from pathlib import Path

import pytest

from cap_desktop import errors
from cap_desktop.exchange.input_file import JSON_LIMIT, read_json_bytes


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "fichier.json"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "error", "nature"),
    [
        (b"", errors.FileEmpty, None),
        (b" \n\t", errors.FileEmpty, None),
        (b"%PDF-1.7\n%\xe2\xe3", errors.FileForeign, "pdf"),
        (b"PK\x03\x04 workbook", errors.FileForeign, "archive"),
        (b"\xd0\xcf\x11\xe0 old office", errors.FileForeign, "office"),
        ("{}".encode("utf-16"), errors.FileForeign, "utf16"),
        ('{"format": "x"}'.encode("utf-16-le"), errors.FileForeign, "utf16"),
        (b"<!doctype html>", errors.FileForeign, "markup"),
        (b"\x89PNG\r\n", errors.FileForeign, "image"),
        (b"{}" + b" " * JSON_LIMIT, errors.FileTooLarge, None),
        (b"%PDF-" + b"0" * JSON_LIMIT, errors.FileForeign, "pdf"),
    ],
)
def test_a_file_that_cannot_serve_is_named_for_what_it_is(
    tmp_path: Path, data: bytes, error: type[errors.InputError], nature: str | None
) -> None:
    with pytest.raises(error) as caught:
        read_json_bytes(_file(tmp_path, data))
    assert getattr(caught.value, "nature", None) == nature


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        read_json_bytes(tmp_path / "absent.json")
    with pytest.raises(errors.FileMissing):
        read_json_bytes(_file(tmp_path, b"{}") / "dedans.json")
    with pytest.raises(errors.FileIsFolder):
        read_json_bytes(tmp_path)
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "tube"
        os.mkfifo(pipe)
        with pytest.raises(errors.FileIsFolder):
            read_json_bytes(pipe)


@pytest.mark.usefixtures("refusing_rights")
def test_a_forbidden_file_says_so(tmp_path: Path) -> None:
    path = _file(tmp_path, b"{}")
    path.chmod(0)
    with pytest.raises(errors.FileDenied):
        read_json_bytes(path)


def test_a_name_no_system_accepts_is_refused_too() -> None:
    with pytest.raises(errors.InputError):
        read_json_bytes(Path("a\x00b"))


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    assert read_json_bytes(_file(tmp_path, b"\xef\xbb\xbf{}")) == b"{}"
