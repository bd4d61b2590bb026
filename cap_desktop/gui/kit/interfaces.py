"""The interfaces that widgets of the kit have in the place of Qt's, by what they are known as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAccessibleInterface

from cap_desktop.gui.kit.choice_interface import ChoiceInterface
from cap_desktop.gui.kit.heading import HeadingInterface
from cap_desktop.gui.kit.pressed_interface import FoldInterface, TabInterface

KNOWN_AS: dict[str, Callable[[Any], QAccessibleInterface]] = {
    "heading": lambda title: HeadingInterface(title, title.level),
    "fold": FoldInterface,
    "tab": TabInterface,
    "choice": ChoiceInterface,
}
