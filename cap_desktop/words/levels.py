"""How a level is chosen, said once for the screen, the paper and the help."""

from __future__ import annotations

from cap_desktop.i18n import mark

CLIMB = mark(
    "Montez tant que tout est vrai. Arrêtez-vous au niveau d’avant dès qu’un point manque."
)
"""The one rule: two people who follow it choose the same level."""
