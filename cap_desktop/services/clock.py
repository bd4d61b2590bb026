"""The clock that a use case is given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Says the moment it is, with its time zone."""
