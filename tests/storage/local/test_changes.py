"""The history of a long text keeps what changed, and reads as if it kept all of it."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.plan.plan import Action, changed
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.changes import SHORT, Line, shortened, whole
from cap_desktop.storage.local.damage import look_for_damage
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.digests import row_digest
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

QUESTION = "projet_ecrit"
TEXT = " ".join(f"mot{number}" for number in range(100_000))[:99_000]

RECORDS = st.one_of(
    st.none(),
    st.builds(
        lambda start, part, end: json.dumps(
            {"comment": TEXT[:start] + part + TEXT[end : end + 900]}
        ),
        st.integers(0, 3 * SHORT),
        st.text(max_size=40),
        st.integers(0, 3 * SHORT),
    ),
)


@given(st.lists(RECORDS, min_size=2, max_size=9))
def test_any_run_of_texts_reads_as_it_was(records: list[str | None]) -> None:
    pairs = [Line(*pair) for pair in pairwise([None, *records])]
    lines = [("q", shortened(*pair)) for pair in pairs]
    assert whole(lines, []) == pairs
    last = pairs[-1].after
    today = [] if last is None else [("q", last)]
    for lost in range(len(lines)):
        left = lines[:lost] + lines[lost + 1 :]
        found = whole(left, today)
        expected = pairs[:lost] + pairs[lost + 1 :]
        if last is not None:
            assert found == expected  # the first line or today leads to each
        assert all(got in (None, true) for got, true in zip(found, expected, strict=True))


def test_what_two_lost_lines_leave_alone_is_never_made_up() -> None:
    texts = [json.dumps({"comment": TEXT[:5000] + "x" * number}) for number in range(6)]
    pairs = [Line(*pair) for pair in pairwise(texts)]
    lines = [("q", shortened(*pair)) for pair in [Line(None, texts[0]), *pairs]]
    left = [lines[0], lines[2], lines[3], lines[5]]
    assert whole(left, [("q", texts[5])]) == [Line(None, texts[0]), None, None, pairs[4]]


class Opened:
    """The database of the demonstration in a folder, and its size in what the history holds."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "cap.db"
        self.database = Database(self.path)
        self.services = LocalServices(
            self.database,
            EvidenceFolder(folder / "preuves"),
            lambda: datetime(2026, 11, 24, tzinfo=UTC),
        )
        structure = self.services.assessments.structures()[0]
        self.year = self.services.assessments.years(structure.id)[0].id

    def comment(self, text: str) -> Answer:
        kept = self.services.assessments.open(self.year).answer(QUESTION)
        answer = replace(kept, comment=text)
        self.services.answering.record_answer(self.year, QUESTION, answer, "Direction")
        return answer

    def cost(self, table: str) -> int:
        with closing(sqlite3.connect(self.path)) as file:
            asked = "SELECT coalesce(sum(length(before) + length(after)), 0) FROM"
            (found,) = file.execute(f"{asked} {table}").fetchone()
        return int(found)


@pytest.fixture
def opened(tmp_path: Path, demonstration: Path) -> Iterator[Opened]:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    made = Opened(tmp_path)
    yield made
    made.database.close()


def test_twenty_words_in_a_text_of_a_hundred_thousand_signs_cost_less_than_ten_thousand(
    opened: Opened,
) -> None:
    opened.comment(TEXT)
    # The second writing takes the room of another row, which those that follow use again.
    given = [opened.comment(TEXT + ".")]
    before, size = opened.cost("history"), opened.path.stat().st_size
    text = TEXT + "."
    for number in range(20):
        middle = len(text) // 2 if number % 2 else len(text)
        text = f"{text[:middle]} parole{text[middle:]}"
        given.append(opened.comment(text))
    assert opened.cost("history") - before < 10_000
    assert opened.path.stat().st_size - size < 30_000
    history = opened.services.assessments.history(opened.year)
    changes = [change for change in history if change.question == QUESTION][-20:]
    assert [change.before for change in changes] == given[:-1]
    assert [change.after for change in changes] == given[1:]


def test_a_note_of_an_action_costs_what_was_typed(opened: Opened) -> None:
    plans = opened.services.plans
    note = TEXT[:1500]
    action = Action(id="a", title="Écrire", priority=2, state="todo", finding=note)
    plans.add(opened.year, action, "Direction")
    before = opened.cost("action_history")
    for number in range(20):
        note += f" mot {number}"
        action = changed(plans.history(opened.year, "a")[-1].after or action, finding=note)
        plans.change(opened.year, "a", action, "Direction")
    assert opened.cost("action_history") - before < 5_000
    past = plans.history(opened.year, "a")
    assert len(past) == 21
    assert [line.before for line in past[1:]] == [line.after for line in past[:-1]]
    assert past[-1].after is not None
    assert past[-1].after.finding == note


def test_lines_of_before_read_beside_those_of_today_and_their_digests_hold(
    opened: Opened,
) -> None:
    first = opened.comment(TEXT[:50_000])
    with closing(sqlite3.connect(opened.path)) as file:
        # As it was written until now: the whole text, twice.
        (record,) = file.execute(
            "SELECT record FROM answers WHERE assessment_id = ? AND question = ?",
            (opened.year, QUESTION),
        ).fetchone()
        row = (opened.year, QUESTION, "2026-11-24", "Direction", record, record)
        digest = row_digest("history", *row)
        columns = 'assessment_id, question, at, "by", before, after, digest'
        file.execute(
            f"INSERT INTO history ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, digest)
        )
        file.commit()
    last = opened.comment(TEXT[:50_000] + " fin")
    history = opened.services.assessments.history(opened.year)
    changes = [change for change in history if change.question == QUESTION][-2:]
    assert [(change.before, change.after) for change in changes] == [(first, first), (first, last)]
    opened.database.close()
    assert not look_for_damage(opened.path)
