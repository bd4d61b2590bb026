"""What workbooks and documents share: an archive whose bytes depend on its content alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cap_desktop.domain.text import curly

PROPERTIES: Final = "docProps/core.xml"
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file of the archive: that of the export stands in the properties."""

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def cleaned(text: str) -> str:
    """The text as it is printed: line breaks are line feeds, its apostrophes are curly.

    What XML refuses has a sign in its place.
    """
    return _ILLEGAL.sub("\ufffd", curly(text.replace("\r\n", "\n").replace("\r", "\n")))


def dated(package: bytes, moment: datetime) -> bytes:
    """The same archive, made and changed at ``moment`` and by no other clock."""
    stamp = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    file = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == PROPERTIES:
                data = _DATED.sub(rb"\g<1>" + stamp + rb"\g<2>", data)
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, data)
    return file.getvalue()
