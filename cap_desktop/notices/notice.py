"""An error as it is told: what happened, why, what is safe, what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """An error as it is told: what happened, why, what is safe, what to do.

    ``found`` is what is wrong inside a file. Each part but the title is a whole sentence, or
    nothing.
    """

    title: str
    why: str = ""
    safe: str = ""
    advice: str = ""
    found: str = ""

    @property
    def line(self) -> str:
        """The whole in one line, for a banner or a terminal."""
        known = [part for part in (self.why, self.safe, self.advice) if part]
        if not self.found and known:
            known[0] = _lowered(known[0])
        rest = " ".join([self.found, *known] if self.found else known)
        return f"{self.title}\u00a0: {rest}" if rest else f"{self.title}."


def _lowered(text: str) -> str:
    """A sentence as it goes on after a colon; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
