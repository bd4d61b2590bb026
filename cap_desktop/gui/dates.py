"""Days in French."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale


def day_words(moment: str) -> str:
    """The day of an ISO moment: « 4 décembre 2026 », « 1er mars 2026 »."""
    day = datetime.fromisoformat(moment)
    french = QLocale(QLocale.Language.French, QLocale.Country.France)
    words = french.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
    return words.replace("1 ", "1er ", 1) if day.day == 1 else words
