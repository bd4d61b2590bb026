"""Reading a file that somebody gave: bounded, and refused by what it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from cap_desktop.errors import (
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
)
from cap_desktop.files import NotAFileError, open_bounded

JSON_LIMIT = 5 * 1024 * 1024
"""A JSON document is at most 5 MiB (format.md §3.2)."""
WORKBOOK_LIMIT = 10 * 1024 * 1024
"""A filled workbook, as it is packed."""

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"SQLite format 3\x00", "database"),
    (b"\xff\xfe", "utf16"),
    (b"\xfe\xff", "utf16"),
)


def read_json_bytes(path: Path, limit: int = JSON_LIMIT) -> bytes:
    """Return the bytes of a file that may be JSON in UTF-8; a leading BOM is taken off.

    Raises an ``InputError`` that names what the file is instead. Never reads past the limit.
    """
    data = _read(path, limit, _refuse_by_nature)
    _refuse_by_nature(path, data[:512])
    return data.removeprefix(b"\xef\xbb\xbf")


def read_workbook_bytes(path: Path) -> bytes:
    """Return the bytes of a file that may be a workbook; what it is shows as it is unpacked."""
    return _read(path, WORKBOOK_LIMIT, None)


def _read(path: Path, limit: int, refuse: Callable[[Path, bytes], None] | None) -> bytes:
    try:
        opened = open_bounded(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(path) from error
    except NotAFileError as error:
        raise FileIsFolder(path) from error
    except (OSError, ValueError) as error:
        if os.path.isdir(path):  # noqa: PTH112 - never raises, whatever the name
            raise FileIsFolder(path) from error
        raise FileDenied(path, getattr(error, "errno", None) or 0) from error
    with opened as stream:
        if os.fstat(stream.fileno()).st_size > limit:
            if refuse is not None:
                refuse(path, stream.read(512))
            raise FileTooLarge(path, limit)
        try:
            data = stream.read(limit + 1)
        except OSError as error:
            raise FileDenied(path, error.errno or 0) from error
    if len(data) > limit:
        raise FileTooLarge(path, limit)
    if not data.strip():
        raise FileEmpty(path)
    return data


def _refuse_by_nature(path: Path, start: bytes) -> None:
    for signature, nature in _SIGNATURES:
        if start.startswith(signature):
            raise FileForeign(path, nature)
    if start.lstrip().startswith(b"<"):
        raise FileForeign(path, "markup")
    if b"\x00" in start[:64]:
        raise FileForeign(path, "utf16" if start[:64].count(b"\x00") > 8 else "binary")
