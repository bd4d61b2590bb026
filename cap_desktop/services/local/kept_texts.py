"""Texts that cannot be kept are refused before they are written, whoever hands them over.

The window cleans what is typed or pasted; a file or a program may hand over anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.identity import Identity
from cap_desktop.domain.questionnaire.fields import TEXT_LIMIT, control_character
from cap_desktop.errors import AnswerRejected, Problem

LONGEST = 100_000
"""Signs of a comment: some forty pages. What was kept before stays as long as it is."""


def text_problems(answer: Answer, place: str) -> Iterator[Problem]:
    """What no text of an answer may hold, and texts too long to be one."""
    texts = [("comment", answer.comment), ("reason", answer.reason)]
    texts += [("evidence", name) for name in answer.evidence]
    if isinstance(answer.value, str):
        texts.append(("value", answer.value))
    for field, text in texts:
        yield from _problems(text, f"{place}/{field}", LONGEST)


def require_name(name: str) -> None:
    """Raise ``AnswerRejected`` for a name of a structure that cannot be kept."""
    _require("name", _problems(name, "name", TEXT_LIMIT))


def require_identity(identity: Identity) -> None:
    """Raise ``AnswerRejected`` for what a structure cannot be known by."""
    texts = (text for text in identity if isinstance(text, str))
    _require("identity", (item for text in texts for item in _problems(text, "", TEXT_LIMIT)))


def _require(about: str, problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise AnswerRejected(about, found)


def _problems(text: str, place: str, longest: int) -> Iterator[Problem]:
    fault = control_character(text)
    if fault is not None:
        yield Problem("E-TEXT-CONTROL", place, seen=fault)
    if len(text) > longest:
        yield Problem("E-LIMIT", place, "text", seen=str(len(text)), expected=(str(longest),))
