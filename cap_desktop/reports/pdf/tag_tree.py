"""What the report is, apart from how it looks: the tree that a screen reader follows.

Elements are made in reading order before anything is drawn; drawing adds to each the marks of
its content. A paragraph that goes on over a page is one element with two marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

StructureRole = Literal[
    "Document", "Sect", "Div", "BlockQuote", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl",
    "LBody", "Table", "Caption", "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "Span",
    "",
]  # fmt: skip
HeaderScope = Literal["", "Row", "Column"]

EVEN_IF_EMPTY = frozenset({"Document", "TR", "TH", "TD"})


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of the content of a page, by its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """The rectangle of a page that leads elsewhere; ``name`` is that of its annotation."""

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """One element; without a role it only keeps the place of marks among its siblings.

    ``alternative`` says a picture, ``replacement`` is read in place of the content,
    ``summary`` presents a table. ``box`` is where a figure stands on its page.
    """

    role: StructureRole
    parent: Element | None = None
    alternative: str = ""
    replacement: str = ""
    summary: str = ""
    scope: HeaderScope = ""
    is_ordered: bool = False
    box: tuple[float, float, float, float] | None = None
    kids: list[Element | MarkedContent | LinkArea] = field(default_factory=list)

    def add(self, role: StructureRole, *, scope: HeaderScope = "") -> Element:
        """A new element at the end of this one."""
        kid = Element(role, self, scope=scope)
        self.kids.append(kid)
        return kid

    @property
    def tag(self) -> StructureRole:
        """The role that marks of this element carry in the content."""
        return self.named().role

    def named(self) -> Element:
        """This element, or the nearest one above that has a role."""
        element = self
        while not element.role and element.parent is not None:
            element = element.parent
        return element

    def shown_kids(self) -> Iterator[Element | MarkedContent | LinkArea]:
        """The kids, those of places without a role in their stead, without the empty ones."""
        for kid in self.kids:
            if not isinstance(kid, Element):
                yield kid
            elif not kid.role:
                yield from kid.shown_kids()
            elif kid.is_shown():
                yield kid

    def is_shown(self) -> bool:
        """False where nothing was drawn and no table needs the place."""
        return self.role in EVEN_IF_EMPTY or any(True for _ in self.shown_kids())
