"""Reports of anything in any order: nothing is lost, nothing leaves the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from random import Random

import pytest

from cap_desktop.reports.document import (
    Align,
    Badge,
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Report,
    Run,
    Section,
    SideBySide,
    Signature,
    Table,
    TextRole,
)
from cap_desktop.reports.pdf.rendering import render
from tests.length import IS_LONG
from tests.reports.samples import report, words
from tests.reports.tagged_pdf import TaggedPdf

ROLES: tuple[TextRole, ...] = ("body", "lead", "note", "caption", "quote", "eyebrow")
ALIGNS: tuple[Align, ...] = ("start", "middle", "end")


class Maker:
    """Makes blocks out of words that each stand once."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.words: set[str] = set()
        self._numbers = count()

    def text(self, most: int = 600) -> str:
        size = self.chance.choice([1, 3, 10, 40, most if self.chance.random() < 0.15 else 20])
        said = [f"n{next(self._numbers)}z" for _ in range(size)]
        self.words |= set(said)
        return self.chance.choice([" ", "  ", "\n"]).join(said)

    def some(self, most: int) -> range:
        return range(self.chance.randint(0, most))

    def badge(self) -> Badge | None:
        return self.chance.choice([None, Badge("B5", 3, "En place"), Badge("", 2, "Avant", True)])

    def cell(self) -> Cell:
        return Cell(tuple(words(self.text()) for _ in self.some(3)), self.badge())

    def table(self) -> Table:
        columns = tuple(
            Column(self.text(10), self.chance.random(), self.chance.choice(ALIGNS))
            for _ in range(self.chance.randint(1, 6))
        )
        rows = tuple(tuple(self.cell() for _ in columns) for _ in self.some(12))
        return Table(self.text(20), columns, rows, self.chance.random() < 0.5)

    def block(self, is_inside: bool = False) -> Block:
        makers: list[Callable[[], Block]] = [
            lambda: Heading(self.chance.choice([2, 3, 4]), self.text(60), badge=self.badge()),
            lambda: Paragraph(
                (Run(self.text()), Run(self.text(), "bold")), self.chance.choice(ROLES)
            ),
            lambda: Bullets(tuple(words(self.text()) for _ in self.some(5))),
            self.table,
            lambda: KeyFigures(
                tuple(
                    KeyFigure(self.text(2), "u", self.text(20), self.text(20)) for _ in self.some(6)
                )
            ),
            lambda: Card(self.text(20), tuple(words(self.text()) for _ in self.some(3))),
            lambda: Signature(tuple(self.text(20) for _ in self.some(3))),
        ]
        if is_inside or self.chance.random() < 0.8:
            return self.chance.choice(makers)()
        left = tuple(self.block(True) for _ in self.some(3))
        right = tuple(self.block(True) for _ in self.some(3))
        return SideBySide(left, right, self.chance.random())

    def report(self) -> Report:
        return report(
            *(
                Section(
                    (Heading(1, self.text(30)), *(self.block() for _ in self.some(8))),
                    self.chance.choice(["portrait", "landscape"]),
                )
                for _ in range(3)
            )
        )


@pytest.mark.parametrize("seed", range(16 if IS_LONG else 5))
def test_nothing_is_lost_and_nothing_leaves_the_page(seed: int) -> None:
    maker = Maker(seed)
    pdf = TaggedPdf(render(maker.report()))
    in_tree = [(mark, node.role) for node in pdf.tree.walk() for mark in node.marks]
    assert dict(in_tree) == pdf.content_marks()
    heard = "".join(pdf.heard().split())
    assert [word for word in maker.words if word not in heard] == []
    for x, y in pdf.places():
        assert 0.05 < x < 0.95
        assert 0.02 < y < 0.96
