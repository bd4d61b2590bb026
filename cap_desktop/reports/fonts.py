"""The letters of the report, embedded: their widths, and the characters they can draw."""

from __future__ import annotations

from functools import cache
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from cap_desktop import paths
from cap_desktop.reports.look import Face

_FILES: Final[dict[Face, str]] = {"regular": "Regular", "semibold": "SemiBold", "bold": "Bold"}


class Letters:
    """One face: its name for ReportLab, and its measures as shares of the size."""

    def __init__(self, face: Face) -> None:
        self.name = f"AtkinsonHyperlegibleNext-{_FILES[face]}"
        font = TTFont(self.name, str(paths.resources() / "fonts" / f"{self.name}.ttf"))
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
def letters(face: Face) -> Letters:
    """The face, read from its file the first time."""
    return Letters(face)


@cache
def drawable() -> frozenset[str]:
    """The characters that every face can draw."""
    faces: tuple[Face, ...] = ("regular", "semibold", "bold")
    return frozenset.intersection(*(letters(face).characters for face in faces))
