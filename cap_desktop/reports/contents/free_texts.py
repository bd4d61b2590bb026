"""What the structure wrote in its own words, in full."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.questionnaire.questions import TextQuestion
from cap_desktop.i18n import _
from cap_desktop.reports.contents.answers import around, said
from cap_desktop.reports.contents.inline import paragraph
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import Block, Heading, Paragraph, Section

ANCHOR = "textes"


def free_texts(shown: ReportOverview) -> tuple[Section, ...]:
    """The free texts, question after question; nothing where none is asked."""
    blocks = tuple(_texts(shown))
    if not blocks:
        return ()
    return (Section((Heading(1, _("Nos réponses libres"), ANCHOR), *blocks)),)


def _texts(shown: ReportOverview) -> Iterator[Block]:
    for number, entry, resolved in shown.entries():
        if not isinstance(entry.question, TextQuestion):
            continue
        yield Heading(3, f"{number} {entry.question.title}")
        words = said(resolved, shown.data.decimals)
        is_written = resolved.state == "answered"
        yield paragraph(words, "quote" if is_written else "note")
        is_discussed = entry.id in shown.data.discussed
        yield from (Paragraph(item, "note") for item in around(resolved, is_discussed=is_discussed))
