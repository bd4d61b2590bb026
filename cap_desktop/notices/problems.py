"""One French sentence for each problem a file may have: what is wrong, seen, expected."""

from __future__ import annotations

from cap_desktop.errors import Problem
from cap_desktop.i18n import _
from cap_desktop.notices.nouns import (
    holder_phrase,
    kind_phrase,
    listed,
    missing_phrase,
    quoted,
    thing_phrase,
)
from cap_desktop.notices.sentences import SENTENCES


def sentence(problem: Problem) -> str:
    """Say a problem; the place is shown beside it, not in it."""
    if problem.code == "E-TEXT-EMPTY":
        return _("{what} est vide.", what=_capital(holder_phrase(problem)))
    template = SENTENCES.get((problem.code, problem.case))
    if problem.code == "E-MISSING" and template is None:
        return missing_phrase(problem)
    if template is None:
        template = SENTENCES[problem.code, ""]
    text = _(
        template,
        name=quoted(problem.name),
        seen=quoted(problem.seen),
        raw=problem.seen,
        bare=problem.name,
        kind=kind_phrase(problem.seen),
        kind_of_name=kind_phrase(problem.name),
        thing=thing_phrase(problem.case),
        expected=listed(problem.expected),
        first=problem.expected[0] if problem.expected else "",
        last=problem.expected[-1] if problem.expected else "",
    )
    if problem.nearest:
        text += " " + _("Vouliez-vous dire {nearest} ?", nearest=quoted(problem.nearest))
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def line(problem: Problem) -> str:
    """The sentence with its place before it, as a list shows it."""
    if not problem.place:
        return sentence(problem)
    return _("{place} : {sentence}", place=problem.place, sentence=sentence(problem))
