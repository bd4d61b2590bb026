"""The one door of translation: the French sentences are written in the code."""

from __future__ import annotations

from gettext import NullTranslations

_translations = NullTranslations()


def _(message: str, /, **values: object) -> str:
    """Return the sentence in the reader's language, its ``{names}`` filled in."""
    text = _translations.gettext(message)
    return text.format(**values) if values else text


def counted(singular: str, plural: str, number: int, /, **values: object) -> str:
    """Return the sentence that fits ``{number}``; in French, 0 and 1 are singular."""
    return _(singular if number < 2 else plural, number=number, **values)


def mark(message: str) -> str:
    """Mark a sentence of a table: it is translated where it is shown."""
    return message
