"""Qt, imported so that the import statement stays Python's own."""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Import Qt, then take back the import statement that it replaces.

    PySide6's own reads the source of every module imported after it, to learn whether that
    module asks for one of its `__feature__` switches, and the lines stay in memory: a tenth of
    the time until every page answers, and as much of the memory. No module here asks for one.
    """
    python_import = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - between what is kept and what is put back

    builtins.__import__ = python_import
