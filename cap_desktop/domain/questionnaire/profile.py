"""The profile of a structure, as the questionnaire asks for it (format.md §2.5)."""

from __future__ import annotations

from collections.abc import Mapping

Profile = Mapping[str, tuple[str, ...]]
"""Profile field id to the ids of the options that hold for the structure."""
