"""The kinds of values that questionnaire fields hold, each refusing what it cannot be.

A refusal is a ``PydanticCustomError`` whose type is the error code of format.md §5.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    StrictInt,
    StrictStr,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from cap_desktop.domain.exact import DECIMAL_PATTERN, HUNDRED, ZERO, format_decimal, parse_decimal
from cap_desktop.domain.text import first_not_kept

TEXT_LIMIT = 8000
SHORT_TITLE_LIMIT = 22
FIGURE_TITLE_LIMIT = 32
ID_LIMIT = 40

ID_PATTERN = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
QUESTIONNAIRE_ID_PATTERN = r"[a-z][a-z0-9]*([_-][a-z0-9]+)*"
VERSION_PATTERN = r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})"
DIGEST_PATTERN = r"sha256:[0-9a-f]{64}"
LOCALE_PATTERN = r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*"
DATE_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

_ID = re.compile(ID_PATTERN)
_QUESTIONNAIRE_ID = re.compile(QUESTIONNAIRE_ID_PATTERN)

_MONTHS = (
    "janv janvier january jan fevr fev fevrier february feb mars march mar avr avril april apr "
    "mai may juin june jun juil juillet july jul aout august aug sept septembre september sep "
    "oct octobre october nov novembre november dec decembre december"
)
_RESERVED = re.compile(rf"({'|'.join(_MONTHS.split())})_?[0-9]{{1,4}}|(true|false|vrai|faux|null)")
"""What a spreadsheet takes for a date or a truth value as soon as it is typed."""


class Record(BaseModel):
    """A frozen value read strictly from JSON: an unknown field is refused."""

    # Built at the first reading, and only what is read: a start reads a questionnaire and no more.
    # What is wrong is told by `Problem`: an error that escapes holds nothing that was typed.
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, defer_build=True, hide_input_in_errors=True
    )

    FREE: ClassVar[frozenset[str]] = frozenset()
    """Fields whose value is read afterwards, for what it answers."""


def refuse(code: str, case: str = "", **facts: str) -> PydanticCustomError:
    """The refusal of a field: the code, the sentence that applies, and its facts."""
    context: dict[str, Any] = {"case": case, **facts}
    return PydanticCustomError(code, "{case}", context)


def control_character(text: str) -> str | None:
    """The first character that no text may hold, as ``U+0007``; line breaks and tabs may."""
    found = first_not_kept(text.replace("\r\n", "\n").replace("\t", " "))
    return None if found is None else f"U+{ord(found):04X}"


def clean_remark(value: str) -> str:
    """Normalise what somebody typed in an answer: it may be blank, and of any length."""
    fault = control_character(value)
    if fault is not None:
        raise refuse("E-TEXT-CONTROL", seen=fault)
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\t", " "))


def clean_text(value: str) -> str:
    """Normalise a text of an author: not blank, bounded, and without tabs either."""
    if "\t" in value:
        raise refuse("E-TEXT-CONTROL", seen="U+0009")
    text = clean_remark(value)
    if not _has_something(text):
        raise refuse("E-TEXT-EMPTY")
    if len(text) > TEXT_LIMIT:
        raise refuse("E-LIMIT", "text", seen=str(len(text)), expected=str(TEXT_LIMIT))
    return text


def _bounded(value: str) -> str:
    if len(value) > TEXT_LIMIT:
        raise refuse("E-LIMIT", "text", seen=str(len(value)), expected=str(TEXT_LIMIT))
    return value


def _said(value: str) -> str:
    if not _has_something(value):
        raise refuse("E-TEXT-EMPTY")
    return value


def _maybe_said(value: str | None) -> str | None:
    return value if value is not None and _has_something(value) else None


def _has_something(text: str) -> bool:
    """True when a reader sees something: spaces and invisible signs are nothing."""
    return any(not sign.isspace() and unicodedata.category(sign) != "Cf" for sign in text)


def _short(most: int) -> Callable[[str], str]:
    """A name for lists, which never cut one."""

    def checked(value: str) -> str:
        if len(value) > most:
            raise refuse("E-LIMIT", "short_title", seen=str(len(value)), expected=str(most))
        return value

    return checked


def _identifier(value: str) -> str:
    if _ID.fullmatch(value) is None or len(value) > ID_LIMIT:
        raise refuse("E-ID-FORMAT", "" if len(value) <= ID_LIMIT else "long", seen=value)
    if _RESERVED.fullmatch(value) is not None:
        raise refuse("E-ID-RESERVED", seen=value)
    return value


def _questionnaire_id(value: str) -> str:
    if _QUESTIONNAIRE_ID.fullmatch(value) is None or len(value) > ID_LIMIT:
        raise refuse("E-ID-FORMAT", "questionnaire", seen=value)
    return value


def _matching(pattern: str, code: str, case: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if compiled.fullmatch(value) is None:
            raise refuse(code, case, seen=value)
        return value

    return check


def parse_day(text: str) -> date | None:
    """Read a day written AAAA-MM-JJ; None where it is not one of the calendar."""
    if re.fullmatch(DATE_PATTERN, text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _date(value: object) -> date:
    if type(value) is date:
        return value
    day = parse_day(value) if isinstance(value, str) else None
    if day is None:
        raise refuse("E-FORMAT", "date", seen=str(value))
    return day


def _decimal(low: Fraction | None, high: Fraction | None) -> Callable[[object], Fraction]:
    def check(value: object) -> Fraction:
        number: Fraction | None = None
        if isinstance(value, str):
            number = parse_decimal(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            number = parse_decimal(str(value))
        if number is None:
            raise refuse("E-DECIMAL")
        if (low is not None and number < low) or (high is not None and number > high):
            raise refuse(
                "E-RANGE",
                "decimal",
                seen=format_decimal(number),
                expected=f"{_bound(low)}..{_bound(high)}",
            )
        return number

    return check


def _bound(value: Fraction | None) -> str:
    return "" if value is None else format_decimal(value)


def _whole(low: int, high: int) -> Callable[[int], int]:
    def check(value: int) -> int:
        if not low <= value <= high:
            raise refuse("E-RANGE", "whole", seen=str(value), expected=f"{low}..{high}")
        return value

    return check


_WRITE_DECIMAL = PlainSerializer(format_decimal, return_type=str)
_DECIMAL_SCHEMA = WithJsonSchema({"type": "string", "pattern": f"^{DECIMAL_PATTERN}$"})

TextValue = Annotated[
    StrictStr,
    AfterValidator(clean_text),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": TEXT_LIMIT}),
]
"""A text a person wrote: NFC, not blank, no control character but the line break."""

Remark = Annotated[StrictStr, AfterValidator(clean_remark), AfterValidator(_bounded)]
"""What a person typed in a form: it may be blank, a tab is a space."""

HeadingText = Annotated[Remark, AfterValidator(_said)]
"""What a person typed where something must be said."""

Note = Annotated[Remark | None, AfterValidator(_maybe_said)]
"""What a person may type; blank is None."""

ShortTitle = Annotated[
    TextValue,
    AfterValidator(_short(SHORT_TITLE_LIMIT)),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": SHORT_TITLE_LIMIT}),
]
FigureTitle = Annotated[
    TextValue,
    AfterValidator(_short(FIGURE_TITLE_LIMIT)),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": FIGURE_TITLE_LIMIT}),
]
Identifier = Annotated[
    StrictStr,
    AfterValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LIMIT}),
]
QuestionnaireId = Annotated[
    StrictStr,
    AfterValidator(_questionnaire_id),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{QUESTIONNAIRE_ID_PATTERN}$", "maxLength": ID_LIMIT}
    ),
]
Reference = TextValue
"""The id of something declared elsewhere; that it exists is checked by the cross checks."""

VersionText = Annotated[
    StrictStr,
    AfterValidator(_matching(VERSION_PATTERN, "E-VERSION", "")),
    WithJsonSchema({"type": "string", "pattern": f"^{VERSION_PATTERN}$"}),
]
Digest = Annotated[
    StrictStr,
    AfterValidator(_matching(DIGEST_PATTERN, "E-FORMAT", "digest")),
    WithJsonSchema({"type": "string", "pattern": f"^{DIGEST_PATTERN}$"}),
]
Locale = Annotated[
    StrictStr,
    AfterValidator(_matching(LOCALE_PATTERN, "E-LOCALE", "tag")),
    WithJsonSchema({"type": "string", "pattern": f"^{LOCALE_PATTERN}$"}),
]
DayValue = Annotated[
    date,
    PlainValidator(_date),
    PlainSerializer(date.isoformat, return_type=str),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{DATE_PATTERN}$"}),
]
Decimal = Annotated[Fraction, PlainValidator(_decimal(None, None)), _WRITE_DECIMAL, _DECIMAL_SCHEMA]
"""An exact decimal, written as a string in files (format.md §2.1)."""

Percent = Annotated[
    Fraction, PlainValidator(_decimal(ZERO, HUNDRED)), _WRITE_DECIMAL, _DECIMAL_SCHEMA
]
"""A decimal from 0 to 100."""

Points = Annotated[
    Fraction, PlainValidator(_decimal(-HUNDRED, HUNDRED)), _WRITE_DECIMAL, _DECIMAL_SCHEMA
]
"""A decimal from -100 to 100: what one option among several adds or takes."""

Weight = Annotated[
    Fraction, PlainValidator(_decimal(ZERO, Fraction(1000))), _WRITE_DECIMAL, _DECIMAL_SCHEMA
]
"""A decimal from 0 to 1000."""

Importance = Annotated[
    StrictInt,
    AfterValidator(_whole(1, 3)),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 3}),
]
Effort = Annotated[
    StrictInt,
    AfterValidator(_whole(1, 5)),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5}),
]
GroupSize = Annotated[
    StrictInt,
    AfterValidator(_whole(1, 1000)),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 1000}),
]
Decimals = Annotated[StrictInt, AfterValidator(_whole(0, 1)), WithJsonSchema({"enum": [0, 1]})]
TextLength = Annotated[
    StrictInt,
    AfterValidator(_whole(1, TEXT_LIMIT)),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": TEXT_LIMIT}),
]
Year = Annotated[
    StrictInt,
    AfterValidator(_whole(1900, 2200)),
    WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2200}),
]

Translations = dict[Locale, dict[str, TextValue]]
"""Translated texts: locale, then field, then text (format.md §2.5, ``i18n``)."""
