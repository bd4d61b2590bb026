"""The letters of the report, embedded: their widths, and the characters they can draw."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from cap_desktop import paths
from cap_desktop.reports.pdf.styles import Typeface

_ENTRY: Final = re.compile("<[0-9A-F]{2}> <[0-9A-F]{4,}>")
_FILES: Final[dict[Typeface, str]] = {"regular": "Regular", "semibold": "SemiBold", "bold": "Bold"}


class _ReadableFont(TTFont):
    """A font whose table of meanings is what PDF/UA asks: ReportLab gives 0 to unused codes."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Write the font, then its table of meanings again, without the codes of nothing."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            is_meanings = name.startswith("toUnicodeCMap:") and name.endswith(f"+{self.fontName}")
            if is_meanings and isinstance(stream, PDFStream):
                stream.content = _without_nothing(stream.content)


def _without_nothing(table: str) -> str:
    """The table without the codes that mean 0, by blocks of a hundred at most."""
    start, end = table.index("endcodespacerange") + 18, table.rindex("endbfchar") + 9
    meant = [entry for entry in _ENTRY.findall(table) if not entry.endswith("<0000>")]
    blocks = (meant[first : first + 100] for first in range(0, len(meant), 100))
    written = [f"{len(block)} beginbfchar\n" + "\n".join(block) for block in blocks]
    return table[:start] + "\nendbfchar\n".join(written) + "\n" + table[end - 9 :]


class Letters:
    """One face: its name for ReportLab, and its measures as shares of the size."""

    def __init__(self, face: Typeface) -> None:
        self.name = f"AtkinsonHyperlegibleNext-{_FILES[face]}"
        font = _ReadableFont(self.name, str(paths.resources() / "fonts" / f"{self.name}.ttf"))
        registerFont(font)
        self.characters = frozenset(map(chr, font.face.charToGlyph))
        self.ascent = font.face.ascent / 1000
        self.descent = -font.face.descent / 1000
        self._widths = {chr(code): width / 1000 for code, width in font.face.charWidths.items()}
        self._words: dict[str, float] = {}

    def width(self, words: str, size: float) -> float:
        """How wide the words are; those that come back often are measured once."""
        known = self._words.get(words)
        if known is None:
            known = sum(map(self._widths.__getitem__, words))
            if len(words) < 24:
                self._words[words] = known
        return known * size


@cache
def letters(face: Typeface) -> Letters:
    """The face, read from its file the first time."""
    return Letters(face)


@cache
def drawable() -> frozenset[str]:
    """The characters that every face can draw."""
    faces: tuple[Typeface, ...] = ("regular", "semibold", "bold")
    return frozenset.intersection(*(letters(face).characters for face in faces))
