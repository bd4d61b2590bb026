"""Words set in lines of a given width: no hyphen, no justification, no word cut if it fits.

Time grows with the length of the text and nothing else, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from cap_desktop.reports.pdf.fonts import letters
from cap_desktop.reports.pdf.printable import Printable, closed
from cap_desktop.reports.pdf.styles import Typeface
from cap_desktop.reports.pdf.tag_tree import Element

_PARTS: Final = re.compile("\n| +|[^ \n]+")
_BREAKABLE: Final = frozenset("-/@._,;–")
"""Where a word that does not fit on a line is cut first."""


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """Words in one look, for one place of the structure; ``target`` is where they lead.

    ``is_number`` stands for the number of that page, which is known once all is laid out.
    """

    words: Printable
    size: float
    face: Typeface
    ink: str
    slot: Element
    target: str = ""
    is_number: bool = False

    def width(self, words: str) -> float:
        """How wide some of its words are."""
        return letters(self.face).width(words, self.size)


@dataclass(slots=True)
class Fragment:
    """The words of a span that stand together on a line."""

    span: Span
    words: Printable
    x: float
    width: float


@dataclass(slots=True)
class TextLine:
    """Pieces from left to right, and how wide they are without the last space."""

    fragments: list[Fragment] = field(default_factory=list)
    width: float = 0.0

    def add(self, span: Span, words: str, width: float) -> None:
        """Put words after the others."""
        last = self.fragments[-1] if self.fragments else None
        if last is not None and last.span is span:
            last.words = Printable(last.words + words)
            last.width += width
        else:
            self.fragments.append(Fragment(span, Printable(words), self.width, width))
        self.width += width

    def close(self) -> None:
        """Another line follows, whose first word is another word."""
        if self.fragments:
            self.fragments[-1].words = closed(self.fragments[-1].words)


LinePiece = tuple[Span, str, float]


class _Setter:
    """Sets the words of a paragraph."""

    def __init__(self, width: float) -> None:
        self._room = width
        self.lines = [TextLine()]
        self._word: list[LinePiece] = []
        self._spaces: list[LinePiece] = []

    def take(self, span: Span, part: str) -> None:
        """Take a word, or a part of one, spaces, or a line break."""
        if part == "\n":
            self.end_word()
            self.lines[-1].close()
            self._spaces = []
            self.lines.append(TextLine())
        elif part[0] == " ":
            self.end_word()
            self._spaces.append((span, part, span.width(part)))
        else:
            self._word.append((span, part, span.width(part)))

    def end_word(self) -> None:
        """Put the word on this line or on the next one."""
        if not self._word:
            return
        line = self.lines[-1]
        wide = sum(width for _span, _words, width in self._word)
        space = sum(width for _span, _words, width in self._spaces)
        if line.width + space + wide > self._room and line.fragments:
            line.close()
            self._spaces = []
            line = TextLine()
            self.lines.append(line)
        if line.width + space + wide > self._room and not line.fragments:
            self._spaces = []
        for piece in self._spaces:
            line.add(*piece)
        for piece in self._word if wide <= self._room else self._cut():
            self._put(piece)
        self._word, self._spaces = [], []

    def _put(self, piece: LinePiece) -> None:
        if self.lines[-1].width + piece[2] > self._room + 0.01 and self.lines[-1].fragments:
            self.lines.append(TextLine())
        self.lines[-1].add(*piece)

    def _cut(self) -> Iterator[LinePiece]:
        """A word wider than a line, in pieces that fit."""
        for span, words, _width in self._word:
            start, wide, breakable = 0, 0.0, 0
            for at, char in enumerate(words):
                step = span.width(char)
                while wide + step > self._room and at > start:
                    end = breakable if breakable > start else at
                    yield span, words[start:end], span.width(words[start:end])
                    start, wide = end, span.width(words[end:at])
                wide += step
                if char in _BREAKABLE:
                    breakable = at + 1
            yield span, words[start:], span.width(words[start:])


def set_lines(spans: Iterable[Span], width: float) -> list[TextLine]:
    """The lines of a paragraph; there is at least one."""
    setter = _Setter(width)
    for span in spans:
        for part in _PARTS.findall(span.words):
            setter.take(span, part)
    setter.end_word()
    return setter.lines


def shortened(words: Printable, size: float, room: float) -> Printable:
    """The words on one line, with three dots in place of an end that does not fit."""
    font = letters("regular")
    if font.width(words, size) <= room:
        return words
    left, kept = room - font.width("…", size), 0
    for char in words:
        left -= font.width(char, size)
        if left < 0:
            break
        kept += 1
    return Printable(words[:kept].rstrip() + "…")
