"""Reads a tagged PDF back: what is drawn, what it belongs to, and what the tree says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pypdf import PdfReader

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"}


@dataclass
class Node:
    """An element of the structure; ``marks`` are (page, number) in order."""

    role: str
    entries: pikepdf.Dictionary
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    areas: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *roles: str) -> list[Node]:
        return [node for node in self.walk() if node.role in roles]

    def attribute(self, name: str) -> Any:
        found = self.entries.get("/A")
        for group in found if isinstance(found, pikepdf.Array) else [found]:
            if group is not None and name in group:
                return group[name]
        return None


class TaggedPdf:
    """A PDF, opened to be checked."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = pikepdf.open(BytesIO(content))
        self.root = self.pdf.Root
        self._numbers = {page.objgen: rank for rank, page in enumerate(self.pdf.pages)}
        self.tree = self._read(self.root.StructTreeRoot.K[0])

    def _read(self, entries: Any) -> Node:
        node = Node(str(entries.S).lstrip("/"), entries)
        kids = entries.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                node.marks.append((self._page(entries.Pg), kid))
            elif kid.get("/Type") == "/MCR":
                node.marks.append((self._page(kid.Pg), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                node.areas.append(kid.Obj)
            else:
                assert kid.P.objgen == entries.objgen, "a kid knows its parent"
                node.kids.append(self._read(kid))
        return node

    def _page(self, reference: Any) -> int:
        return self._numbers[reference.objgen]

    def content_marks(self) -> dict[tuple[int, int], str]:
        """Every numbered mark of the content and its tag; fails where something is unmarked."""
        marks: dict[tuple[int, int], str] = {}
        for rank, page in enumerate(self.pdf.pages):
            stack: list[str] = []
            for step in pikepdf.parse_content_stream(page):
                name, operands = str(step.operator), step.operands
                if name == "BDC":
                    assert not stack, "marks are not nested"
                    stack.append(str(operands[0]))
                    if "/MCID" in operands[1]:
                        key = (rank, int(operands[1]["/MCID"]))
                        assert key not in marks, "a number stands once on a page"
                        marks[key] = stack[-1].lstrip("/")
                    else:
                        assert stack[-1] == "/Artifact"
                elif name == "EMC":
                    stack.pop()
                elif name in PAINTING:
                    assert stack, f"page {rank + 1}: {operands} {name} belongs to nothing"
            assert not stack
        return marks

    def heard(self) -> str:
        """The words in the order of the structure, as a screen reader finds them."""
        said: dict[tuple[int, int], list[str]] = {}
        for rank, page in enumerate(self.pdf.pages):
            tables = {
                name: dict(_meanings(font))
                for name, font in page.Resources.get("/Font", {}).items()
            }
            key, font = None, {}
            for step in pikepdf.parse_content_stream(page):
                name, operands = str(step.operator), step.operands
                if name == "BDC":
                    number = operands[1].get("/MCID")
                    key = None if number is None else (rank, int(number))
                elif name == "Tf":
                    font = tables[str(operands[0])]
                elif name == "Tj" and key is not None:
                    said.setdefault(key, []).append(
                        "".join(font[code] for code in bytes(operands[0]))
                    )
        return "\n".join(
            "".join("".join(said.get(mark, [])) for mark in node.marks) for node in self.tree.walk()
        )

    def places(self) -> Iterator[tuple[float, float]]:
        """Where words begin, figures apart, as shares of their page."""
        for page in self.pdf.pages:
            _left, _low, width, height = map(float, page.MediaBox)
            tag, place = "", (0.0, 0.0)
            for step in pikepdf.parse_content_stream(page):
                name, operands = str(step.operator), step.operands
                if name == "BDC":
                    tag = str(operands[0])
                elif name == "Tm":
                    place = float(operands[4]) / width, float(operands[5]) / height
                elif name == "Tj" and tag != "/Figure":
                    yield place

    def text(self) -> str:
        """The words that programs find, line breaks made spaces."""
        reader = PdfReader(BytesIO(self.content))
        return "\n".join(page.extract_text() for page in reader.pages)

    def fonts(self) -> list[Any]:
        found = {}
        for page in self.pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                found[font.objgen] = font
        return list(found.values())


def _meanings(font: Any) -> Iterator[tuple[int, str]]:
    table = font.ToUnicode.read_bytes().decode("ascii").partition("endcodespacerange")[2]
    for code, meaning in re.findall("<([0-9A-F]{2})> <([0-9A-F]+)>", table):
        yield int(code, 16), chr(int(meaning, 16))
