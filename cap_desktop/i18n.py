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


MONTHS = (
    mark("janvier"),
    mark("février"),
    mark("mars"),
    mark("avril"),
    mark("mai"),
    mark("juin"),
    mark("juillet"),
    mark("août"),
    mark("septembre"),
    mark("octobre"),
    mark("novembre"),
    mark("décembre"),
)


def day_words(day: str, *, with_year: bool = False) -> str:
    """A day in words, « 4 décembre », from its ISO form `AAAA-MM-JJ`; no locale is asked."""
    year, month, number = day.split("-")
    first = _("1er") if int(number) == 1 else str(int(number))
    words = f"{first}\u00a0{_(MONTHS[int(month) - 1])}"
    return f"{words}\u00a0{year}" if with_year else words
