"""What Qt gives to a model and to a delegate: an index of either kind."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
"""The parent of every row of a list or of a table."""
