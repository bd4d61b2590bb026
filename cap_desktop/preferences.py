"""What a person chose about the look and the keyboard; a bad value falls back to its default."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Literal, NamedTuple, TypeGuard

from cap_desktop.files import NotAFileError, open_bounded

LookName = Literal["system", "light", "dark", "contrast"]
AnsweringGroup = Literal["director", "board", "permanent", "staff", "together"]

LOOKS: tuple[LookName, ...] = ("system", "light", "dark", "contrast")
GROUPS: tuple[AnsweringGroup, ...] = ("director", "board", "permanent", "staff", "together")
"""Who may hold the keyboard; the history of the answers keeps it."""
LIMIT = 64 * 1024
"""Bytes of a file of settings; ours takes a few hundreds."""
FARTHEST = 100_000
"""Pixels: no screen is as far, and Qt counts to some more."""
_NONE = (FileNotFoundError, NotADirectoryError, NotAFileError)
SMALLEST, LARGEST, STEP = 100, 200, 25
"""Text sizes, in percent."""


class WindowPlace(NamedTuple):
    """Where the window stands and how large it is, in pixels of the screen."""

    x: int
    y: int
    width: int
    height: int
    is_maximised: bool = False


class Preferences(NamedTuple):
    """The theme, the size of the texts in percent, the single letters, who answers, the window.

    ``letter_keys`` is false where a person wants no shortcut made of one letter alone
    (WCAG 2.1.4): speech input types letters by accident. ``folder`` is where a file was chosen
    last; it may be gone since. ``second_folder`` is where copies go too, as a key; none where
    it is empty.
    """

    look: LookName = "system"
    text_size: int = SMALLEST
    letter_keys: bool = True
    answers_by: AnsweringGroup = "director"
    folder: str = ""
    window: WindowPlace | None = None
    second_folder: str = ""

    def with_text_size(self, size: int) -> Preferences:
        """The same with another text size, kept within what is offered."""
        return self._replace(text_size=min(max(size, SMALLEST), LARGEST))


def load(path: Path) -> Preferences:
    """Read the settings; what is absent, damaged or cannot be read gives the defaults."""
    try:
        return read(path)
    except OSError:
        return Preferences()


def read(path: Path) -> Preferences:
    """The same, for whoever must not take them for none: raises ``OSError``.

    One read that fails is tried again: what is shown of the defaults is soon written for good.
    """
    try:
        data = _bytes(path)
    except _NONE:
        return Preferences()
    except OSError:
        data = _bytes(path)
    try:
        found = json.loads(data)
    except (RecursionError, ValueError):
        return Preferences()
    return _read(found) if isinstance(found, dict) else Preferences()


def _bytes(path: Path) -> bytes:
    with open_bounded(path) as stream:
        return stream.read(LIMIT)


def _read(found: dict[object, object]) -> Preferences:
    chosen = Preferences()
    size, letters = found.get("text_size"), found.get("letter_keys")
    folder = found.get("folder")
    for look in LOOKS:
        if look == found.get("look"):
            chosen = chosen._replace(look=look)
    for group in GROUPS:
        if group == found.get("answers_by"):
            chosen = chosen._replace(answers_by=group)
    if _is_path(folder):
        chosen = chosen._replace(folder=folder)
    second = found.get("second_folder")
    if _is_path(second):
        chosen = chosen._replace(second_folder=second)
    chosen = chosen._replace(window=_window(found.get("window")))
    if isinstance(letters, bool):
        chosen = chosen._replace(letter_keys=letters)
    if isinstance(size, int) and not isinstance(size, bool):
        chosen = chosen.with_text_size(size)
    return chosen


def _is_path(found: object) -> TypeGuard[str]:
    """True for a text that the system takes for a path."""
    try:
        return isinstance(found, str) and b"\0" not in os.fsencode(found)
    except UnicodeEncodeError:
        return False


def _window(found: object) -> WindowPlace | None:
    """Four whole numbers, of a size that can be seen, and whether it was maximised."""
    match found:
        case [int(x), int(y), int(width), int(height), bool(is_maximised)]:
            place = WindowPlace(x, y, width, height, is_maximised)
            is_far = any(type(part) is bool or abs(part) > FARTHEST for part in place[:4])
            return place if width > 0 < height and not is_far else None
        case _:
            return None


def written(settings: Preferences) -> bytes:
    """The settings as their file holds them."""
    return (json.dumps(settings._asdict(), indent=2) + "\n").encode()
