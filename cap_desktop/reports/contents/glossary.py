"""The words of the field that the questions use, explained."""

from __future__ import annotations

import re

from cap_desktop.domain.questionnaire.questionnaire import Term
from cap_desktop.i18n import _
from cap_desktop.reports.contents.inline import labelled, paragraph
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import Heading, Paragraph, Section

ANCHOR = "mots"

_WORD = re.compile(r"[^\W\d_]+")


def glossary(shown: ReportOverview) -> tuple[Section, ...]:
    """The terms of the questions and of the plan; nothing where none is used."""
    text = "\n".join(
        [
            *(entry.question.title for _number, entry, _resolved in shown.entries()),
            *(theme.theme.description or "" for theme in shown.themes),
            *(f"{action.title}\n{action.goal or ''}" for action in shown.data.actions),
        ]
    )
    found = [term for term in shown.data.questionnaire.glossary if is_used(term, text)]
    if not found:
        return ()
    heading = Heading(1, _("Mots expliqués"), ANCHOR)
    lead = paragraph(_("Les mots de ce document qui ont un sens précis."), "lead")
    words = (Paragraph(labelled(term.term, term.definition)) for term in found)
    return (Section((heading, lead, *words)),)


def is_used(term: Term, text: str) -> bool:
    """True when the term stands in the text on its own, each of its words plural or not."""
    # An acronym is told from a common word by its capitals: « AI » is not « ai ».
    flags = re.NOFLAG if term.term.isupper() else re.IGNORECASE
    name = _WORD.sub(_in_either_number, re.escape(term.term))
    return re.search(rf"(?<!\w){name}(?!\w)", text, flags) is not None


def _in_either_number(found: re.Match[str]) -> str:
    """« bailleur social » stands for « bailleurs sociaux » too."""
    word = found.group()
    return f"{word[:-2]}(?:al|aux)" if word.endswith("al") else f"{word}[sx]?"
