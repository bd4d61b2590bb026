"""The released questionnaires, read once."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cap_desktop import paths
from cap_desktop.domain.questionnaire.canonical import as_tree
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.statistics import texts_of

NAMES = ("cap-2025.2.0", "cap-2026.1.0")
CURRENT = "cap-2026.1.0"

WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")


def path(name: str) -> Path:
    return next(path for path in paths.shipped_questionnaires() if path.stem == name)


@cache
def released(name: str = CURRENT) -> Questionnaire:
    made = read_questionnaire(path(name).read_bytes()).questionnaire
    assert made is not None
    return made


@cache
def texts(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts_of(as_tree(released(name)))))


def words(text: str) -> Iterator[str]:
    yield from WORD.findall(text)
