"""What is wrong with what was typed or chosen, tied to its field for who does not see it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from cap_desktop.gui.kit.announcing import announce

OWN = "own description"
"""The property that keeps what a field said of itself before anything was wrong with it."""


def show_fault(shown: QLabel, words: str, *fields: QWidget) -> None:
    """Show a fault or take it away; each field says it in its description, on every visit.

    Qt has no way to tell that an entry is invalid: the description is what every reader says.
    """
    is_new = bool(words) and (shown.isHidden() or shown.text() != words)
    if words:
        shown.setText(words)
    shown.setVisible(bool(words))
    for field in fields:
        _describe(field, words)
    if is_new:
        announce(shown, words)


def _describe(field: QWidget, words: str) -> None:
    kept = field.property(OWN)
    own = field.accessibleDescription() if kept is None else str(kept)
    field.setProperty(OWN, own if words else None)
    field.setAccessibleDescription(f"{words} {own}".strip() if words else own)
