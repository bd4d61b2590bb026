"""Hostile comments and actions, from the answers to the file of every format."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import openpyxl
from pydantic import ValidationError

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER
from cap_desktop.domain.plan.plan import Action, Review
from cap_desktop.domain.scoring.scoring import score
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.domain.text import curly, showable
from cap_desktop.reports.contents.report import full_report
from cap_desktop.reports.html.html_document import page
from cap_desktop.reports.pdf.fonts import drawable
from cap_desktop.reports.pdf.printable import Door
from cap_desktop.reports.pdf.rendering import render
from cap_desktop.reports.report_data import ReportData
from cap_desktop.services.local.reports import document, workbook
from tests.length import IS_LONG
from tests.reports.hostile import NASTY, PIECES, does_nothing, squeezed
from tests.reports.html_tags import Reading
from tests.reports.report_data import DEMONSTRATED, bare_data
from tests.reports.tagged_pdf import TaggedPdf

DRAWN = 2960 if IS_LONG else 460

MOMENT = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
NOW = DEMONSTRATED[0].years[-1]


def action(rank: int, text: str) -> Action | None:
    """An action that says it everywhere; None where no plan may hold such a text."""
    try:
        return Action(
            id=f"a{rank}", title=text, priority=1, state="doing", finding=text, goal=text,
            owner=text, contributors=text, time=text, budget=text, indicator=text,
            start_value=text, target_value=text, proof=text, effectiveness=text,
            proof_files=(text,), questions=("projet_ecrit",),
            reviews=(Review(day=MOMENT.date(), role=text, comment=text),),
        )  # fmt: skip
    except ValidationError:
        return None


def hostile(texts: list[str]) -> ReportData:
    """The demonstration's year, its comments and its plan made of these texts."""
    names = [
        name
        for name, resolved in _states().items()
        if resolved.state not in ("excluded", "undetermined")
        # What the employees are asked is in no report.
        and not resolved.entry.question.is_for_staff
    ]
    answers = dict(NOW.sheet.answers)
    for rank, text in enumerate(texts):
        name = names[rank % len(names)]
        known = answers.get(name, NO_ANSWER)
        said = f"‹{rank}›{text}‹fin{rank}›"
        begun = known.comment if rank >= len(names) else ""
        answers[name] = replace(known, comment=f"{begun}\n{said}" if begun else said)
    plan = (action(rank, text) for rank, text in enumerate(texts[:60]))
    found = [item for item in plan if item is not None]
    return bare_data(NOW.questionnaire, replace(NOW.sheet, answers=answers), *found)


def between_marks(text: str) -> dict[int, str]:
    return {int(rank): said for rank, said in re.findall(r"‹(\d+)›(.*?)‹fin\1›", text)}


def _states() -> dict[str, Resolved]:
    return dict(score(NOW.questionnaire, NOW.sheet).questions)


def test_many_hostile_comments_and_a_hostile_plan_do_nothing_and_lose_nothing() -> None:
    chance = random.Random(20261126)
    texts = [
        *NASTY,
        *("".join(chance.choices(PIECES, k=chance.randint(1, 6))) for _ in range(DRAWN)),
    ]
    data = hostile(texts)
    assert len(data.actions) > 30
    pdf = TaggedPdf(render(full_report(data)))
    does_nothing(pdf)
    printed, door = between_marks(squeezed(pdf.text())), Door(drawable())
    assert len(printed) == len(texts)
    changed = [
        rank for rank, text in enumerate(texts) if printed[rank] != squeezed(door.printable(text))
    ]
    # What goes on over a page is cut by what stands at its foot and at its head.
    assert len(changed) < len(pdf.pdf.pages)
    reading = Reading(page(full_report(data)))
    shown = between_marks("".join(reading.words.split()))
    # What is typed with straight apostrophes is shown curly.
    asked = {rank: "".join(curly(showable(text)).split()) for rank, text in enumerate(texts)}
    assert shown == asked
    assert reading.named("script", "img", "iframe") == []
    assert all(tag.attributes["href"].startswith("#") for tag in reading.named("a"))


def test_a_hostile_plan_is_text_in_a_workbook_and_in_a_document() -> None:
    data = hostile(list(NASTY))
    sheet = openpyxl.load_workbook(BytesIO(workbook(data, MOMENT))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "d"}
    titles = [sheet.cell(rank, 2).value for rank in range(2, sheet.max_row + 1)]
    assert [title for title in titles if title] == [item.title for item in data.actions]
    found = docx.Document(BytesIO(document(data, MOMENT)))
    heads = [
        part.text for part in found.paragraphs if part.style and part.style.name == "Heading 1"
    ]
    assert len(heads) == len(data.actions)
