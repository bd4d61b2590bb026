"""What a person asks to erase for good."""

from __future__ import annotations

from typing import Literal, NamedTuple

ErasureKind = Literal["year", "structure", "everything"]


class Erasure(NamedTuple):
    """A year of a structure; all years of it where no year is named; everything without a name.

    A year is named by its structure and its number: a copy may have it under another id.
    """

    structure: str = ""
    year: int = 0

    @property
    def kind(self) -> ErasureKind:
        """How much it is."""
        if not self.structure:
            return "everything"
        return "year" if self.year else "structure"
