"""What a person chose about the look; a bad or unknown value falls back to its default."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

Look = Literal["system", "light", "dark"]

LOOKS: tuple[Look, ...] = ("system", "light", "dark")
SMALLEST, LARGEST, STEP = 100, 200, 25
"""Text sizes, in percent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The theme and the size of the texts, in percent."""

    look: Look = "system"
    text_size: int = SMALLEST

    def with_text_size(self, size: int) -> Settings:
        """The same with another text size, kept within what is offered."""
        return replace(self, text_size=min(max(size, SMALLEST), LARGEST))


def load(path: Path) -> Settings:
    """Read the settings; a file that is absent or damaged gives the defaults."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    chosen = Settings()
    look, size = found.get("look"), found.get("text_size")
    for known in LOOKS:
        if look == known:
            chosen = replace(chosen, look=known)
    if isinstance(size, int) and not isinstance(size, bool):
        chosen = chosen.with_text_size(size)
    return chosen


def written(settings: Settings) -> bytes:
    """The settings as their file holds them."""
    return (json.dumps(asdict(settings), indent=2) + "\n").encode()
