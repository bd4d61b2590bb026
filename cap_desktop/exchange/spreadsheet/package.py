"""The archive that a workbook is: what is read of it is bounded before it is unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from cap_desktop.exchange.spreadsheet.cells import TooLargeError, UnreadableError

MEMBER_LIMIT: Final = 12 * 1024 * 1024
WHOLE_LIMIT: Final = 24 * 1024 * 1024
MOST_MEMBERS: Final = 2_000
MOST_ELEMENTS: Final = 400_000
"""Of XML, in all that is read of one workbook: a whole year has thirty thousand."""
CHUNK: Final = 256 * 1024
SEPARATOR: Final = "\n"

Attributes = dict[str, str]
Began = Callable[[str, Attributes], None]
Ended = Callable[[str], None]

_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    ValueError,  # also what is no text in its encoding
    NotImplementedError,  # a compression that nobody uses
    RuntimeError,  # a password
    OSError,
)


class Package:
    """An archive in memory: what is wrong is ``UnreadableError`` or ``TooLargeError``."""

    def __init__(self, data: bytes) -> None:
        self._left, self._elements = WHOLE_LIMIT, MOST_ELEMENTS
        try:
            self._archive = ZipFile(BytesIO(data))
            self.names = frozenset(self._archive.namelist())
        except _BROKEN as error:
            raise UnreadableError from error
        if len(self.names) > MOST_MEMBERS:
            raise TooLargeError

    def read(self, name: str) -> bytes:
        """Unpack one file, never further than the bound, whatever size the archive says."""
        limit = min(MEMBER_LIMIT, self._left)
        try:
            with self._archive.open(name) as stream:
                data = stream.read(limit + 1)
        except _BROKEN as error:
            raise UnreadableError from error
        if len(data) > limit:
            raise TooLargeError
        self._left -= len(data)
        return data

    def walk(self, name: str, began: Began, ended: Ended, text: Ended | None = None) -> None:
        """Tell each element of an XML file, by its name without a namespace.

        No entity and no other file is ever read: a declaration of any is refused.
        """
        parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        parser.buffer_text = True

        def begin(tag: str, given: Attributes) -> None:
            self._elements -= 1
            if self._elements < 0:
                raise TooLargeError
            began(_bare(tag), {_bare(key): value for key, value in given.items()})

        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda tag: ended(_bare(tag))
        if text is not None:
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse
        data = self.read(name)
        try:
            for start in range(0, len(data), CHUNK):
                parser.Parse(data[start : start + CHUNK], False)
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, OverflowError) as error:
            raise UnreadableError from error


def _bare(name: str) -> str:
    return name.rpartition(SEPARATOR)[2]


def _refuse(*_declared: object) -> None:
    raise UnreadableError
