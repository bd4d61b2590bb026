"""The one door of translation: the French sentences are written in the code."""

from __future__ import annotations

from gettext import NullTranslations


class _Written(NullTranslations):
    """The sentences as they are written: in French, 0 and 1 are singular."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n < 2 else msgid2


_translations: NullTranslations = _Written()


def _(message: str, /, **values: object) -> str:
    """Return the sentence in the reader's language, its ``{names}`` filled in."""
    text = _translations.gettext(message)
    return text.format(**values) if values else text


def counted(singular: str, plural: str, number: int, /, **values: object) -> str:
    """Return the sentence that fits ``{number}`` by the rule of the reader's language."""
    return _translations.ngettext(singular, plural, number).format(number=number, **values)


def mark(message: str) -> str:
    """Mark a sentence of a table: it is translated where it is shown."""
    return message
