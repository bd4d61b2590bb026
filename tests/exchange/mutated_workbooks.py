"""Workbooks as a damaged disk, a hand or somebody may leave them: the same for everyone."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from cap_desktop.exchange.spreadsheet.cells import Cell
from cap_desktop.exchange.spreadsheet.reading import read_sheets

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TOKENS = (
    *(
        b"0",
        b"-1",
        b"1",
        b"999999999999",
        b"1e400",
        b"NaN",
        b"A1",
        b"XFD1048576",
        b"x",
        b"",
        b"#N/A",
    ),
    *(
        b"n",
        b"s",
        b"b",
        b"e",
        b"d",
        b"inlineStr",
        b"str",
        b"float",
        b"date",
        b"percentage",
        b"\xff",
    ),
    *(b"=1+1", b"Oui", b"2026-02-30", b"&amp;", b"_xD800_", b"_x0000_", b"../../x", b"texte", b"/"),
    *(b"x" * 40_000, b"niveau", b"part/num", b"plusieurs/+", b"1. Niveau 0", b"1048577"),
)
BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (97 + rank, b"&%c;" % (96 + rank) * 10) for rank in range(1, 9)
    )
    + b"]>"
)
WHOLE = (
    b"",
    b"PK\x03\x04",
    b"PK\x05\x06" + b"\0" * 18,
    b"%PDF-1.4",
    b"<html>",
    b"\xd0\xcf\x11\xe0",
)
_VALUE = re.compile(rb'(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)')
_INLINE = re.compile(rb't="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
_ELEMENT = re.compile(rb"<(?:c|row|table:table-cell|table:table-row|v|f|is)\b[^>]*/?>")


def open_document(workbook: bytes) -> bytes:
    """The same cells as a file of the other format, as plain as one can be."""
    tables = []
    for sheet in read_sheets(workbook):
        rows = []
        last = 0
        for row, cells in sorted(sheet.rows.items()):
            if row > last + 1:
                gap = row - last - 1
                rows.append(f'<t:table-row t:number-rows-repeated="{gap}"/>')
            rows.append(f"<t:table-row>{''.join(_cells(cells))}</t:table-row>")
            last = row
        tables.append(f"<t:table t:name={quoteattr(sheet.name)}>{''.join(rows)}</t:table>")
    content = (
        f'<?xml version="1.0"?><o:document-content xmlns:o="{OFFICE}" xmlns:t="{TABLE}" '
        f'xmlns:x="{TEXT}"><o:body><o:spreadsheet>{"".join(tables)}'
        "</o:spreadsheet></o:body></o:document-content>"
    )
    return zipped({"content.xml": content.encode()})


def _cells(cells: dict[int, Cell]) -> Iterator[str]:
    last = 0
    for column, cell in sorted(cells.items()):
        if column > last + 1:
            yield f'<t:table-cell t:number-columns-repeated="{column - last - 1}"/>'
        kind, text = cell.kind, cell.text
        if kind == "figure":
            yield f'<t:table-cell o:value-type="float" o:value="{text}"/>'
        elif kind == "day":
            yield f'<t:table-cell o:value-type="date" o:date-value="{text}"/>'
        else:
            lines = "".join(f"<x:p>{_spaced(part)}</x:p>" for part in text.split("\n"))
            yield f'<t:table-cell o:value-type="string">{lines}</t:table-cell>'
        last = column


def _spaced(text: str) -> str:
    return re.sub(" {2,}", lambda run: f'<x:s x:c="{len(run[0])}"/>', escape(text))


def shared(workbook: bytes) -> bytes:
    """The same workbook with its texts in one place, as Excel and LibreOffice keep them."""
    members = members_of(workbook)
    texts: list[bytes] = []

    def kept(found: re.Match[bytes]) -> bytes:
        texts.append(b"<si>%s</si>" % found[1])
        return b't="s"><v>%d</v></c>' % (len(texts) - 1)

    for name in [name for name in members if "worksheets/" in name]:
        members[name] = re.sub(
            rb't="inlineStr"><is>(.*?)</is></c>', kept, members[name], flags=re.DOTALL
        )
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    members["xl/sharedStrings.xml"] = b"<sst %s>%s</sst>" % (space, b"".join(texts))
    return zipped(members)


def zipped(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def members_of(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mutations(seeds: list[bytes], count: int) -> Iterator[bytes]:
    """Workbooks that were a good one."""
    rng = random.Random(2026)
    opened = [members_of(seed) for seed in seeds]
    for _time in range(count):
        rank = rng.randrange(len(seeds))
        yield _mutated(seeds[rank], dict(opened[rank]), rng)


def _mutated(seed: bytes, members: dict[str, bytes], rng: random.Random) -> bytes:
    chance = rng.random()
    if chance < 0.03:
        return rng.choice(WHOLE)
    if chance < 0.1:
        return seed[: rng.randrange(len(seed))]
    if chance < 0.2:
        damaged = bytearray(seed)
        for _byte in range(rng.choice((1, 2, 8, 60))):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        return bytes(damaged)
    for _change in range(rng.choice((1, 1, 2, 5, 20))):
        name = rng.choice([name for name in members if name.endswith(("xml", "rels"))])
        members[name] = _changed(members[name], rng)
    if rng.random() < 0.05:
        del members[rng.choice(list(members))]
    return zipped(members)


def _changed(data: bytes, rng: random.Random) -> bytes:
    chance = rng.random()
    if chance < 0.7:
        found = rng.choice(list(_VALUE.finditer(data)) or [None])
        if found is not None:
            return data[: found.start()] + rng.choice(TOKENS) + data[found.end() :]
    elif chance < 0.85:
        found = rng.choice(list(_ELEMENT.finditer(data)) or [None])
        if found is not None:
            times = rng.choice((0, 2, 2, 50))
            return data[: found.start()] + found[0] * times + data[found.end() :]
    elif chance < 0.9:
        return BOMB + data
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(TOKENS) + data[at:]
