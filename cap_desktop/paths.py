"""Where the files that come with the program are; the only reader of `sys._MEIPASS`."""

import sys
from pathlib import Path


def questionnaires() -> Path:
    """Return the directory of the questionnaires that come with the program."""
    return _root() / "questionnaires"


def resources() -> Path:
    """Return the directory of the fonts, icons and examples that come with the program."""
    return _root() / "resources"


def _root() -> Path:
    """Return what holds both: the frozen bundle, an installed package or the source tree."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent
