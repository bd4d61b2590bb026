"""The help of a question: what stands under it, the rest, and the lists that are in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from cap_desktop.i18n import mark
from cap_desktop.words.typography import MARK

SENTENCES = re.compile(mark(r"(?<=[.!?»]) (?=[A-ZÀÉÊ«])"))
"""Where one sentence ends and another one begins."""
NAMED = re.compile(mark(r"[A-ZÀÉÊ][^.:\n]{2,28}\u00a0: "))
"""« Formule : », « Terme administratif : »: what a sentence is about, before it."""


class Help(NamedTuple):
    """One instruction with its whole list, and what else is to be known."""

    instruction: str
    rest: str


def parted(text: str | None, *, by_list: bool = False) -> Help:
    """Part a help in two: its first sentence, or with `by_list` the sentence of its list.

    A sentence that ends on a colon takes its list along.
    """
    lines = (text or "").split("\n")
    lead = next((rank for rank, line in enumerate(lines) if is_lead(lines, rank)), None)
    first = first_sentence(lines[0])
    begins_list = lead == 0 and first == lines[0]
    if lead is None or not (by_list or begins_list):
        return Help(first, (text or "").removeprefix(first).strip())
    end = lead + 1
    while end < len(lines) and lines[end].startswith(MARK):
        end += 1
    before, stop, sentence = lines[lead].rpartition(". ")
    instruction = "\n".join((sentence, *lines[lead + 1 : end]))
    above = [*lines[:lead], f"{before}.".strip()] if stop else lines[:lead]
    return Help(instruction, "\n".join((*above, *lines[end:])).strip())


def is_lead(lines: list[str], rank: int) -> bool:
    """True for a line that leads to the list under it."""
    return lines[rank].endswith(":") and rank + 1 < len(lines) and lines[rank + 1].startswith(MARK)


def first_sentence(text: str) -> str:
    """A text up to its first full stop, or its first line break."""
    line = text.partition("\n")[0]
    head, stop, _rest = line.partition(". ")
    return f"{head}." if stop else line


def paragraphs(text: str) -> tuple[str, ...]:
    """A long help in pieces: a sentence that says what it is about stands alone."""
    found: list[str] = []
    is_apart = True
    for sentence in SENTENCES.split(text):
        is_named = NAMED.match(sentence) is not None
        if is_named or is_apart:
            found.append(sentence)
        else:
            found[-1] = f"{found[-1]} {sentence}"
        is_apart = is_named
    return tuple(found) if text else ()
