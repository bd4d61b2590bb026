"""Where the files that come with the program are; the only reader of `sys._MEIPASS`."""

import os
import sys
from functools import cache
from pathlib import Path


def questionnaires() -> Path:
    """Return the directory of the questionnaires that come with the program."""
    return _root() / "questionnaires"


def resources() -> Path:
    """Return the directory of the fonts, icons and examples that come with the program."""
    return _root() / "resources"


def data() -> Path:
    """Return the folder of a person's data: that of the system, or the one asked for.

    `CAP_DESKTOP_DATA` names another folder, to try the program or to carry it on a stick.
    """
    asked = os.environ.get("CAP_DESKTOP_DATA")
    if asked:
        return Path(asked)
    from platformdirs import user_data_path  # start-up: commands have no folder of their own

    return user_data_path("cap-desktop", appauthor=False, roaming=False)


def is_checkout() -> bool:
    """Tell whether the program runs from its sources, where `make` is at hand."""
    return (_root() / "bootstrap.py").is_file()


@cache
def _root() -> Path:
    """Return what holds both: the frozen bundle, an installed package or the source tree."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent
