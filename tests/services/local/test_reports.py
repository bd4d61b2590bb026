"""Reports gathered from a database, and written in every format."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cap_desktop.domain.answers.assessment import PastChange
from cap_desktop.errors import Cancelled, FormatUnknown, OutputDenied
from cap_desktop.services.local import reports
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.reports.report_data import DEMONSTRATED, demo_data

MOMENT = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)


@pytest.fixture
def services(demonstration: Path, tmp_path: Path) -> Iterator[LocalServices]:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database = Database(tmp_path / "cap.db")
    made = LocalServices(database, EvidenceFolder(tmp_path / "preuves"), lambda: MOMENT)
    yield made
    database.close()


def first_years(services: LocalServices) -> list[str]:
    """The assessments of the first structure, newest first."""
    return [item.id for item in services.assessments.years(services.assessments.structures()[0].id)]


def test_a_draft_is_gathered_with_its_plan_and_the_year_before(services: LocalServices) -> None:
    data = services.reports.data(first_years(services)[0])
    assert data.structure == "Les Deux Rives"
    assert data.year == 2026
    assert data.sealed_on is None
    assert data.today == date(2026, 11, 24)
    assert len(data.actions) == 8
    assert data.former is not None
    assert data.former.year == 2025
    assert data.former.comparison is not None
    assert data.reference.startswith("cap@2026.1.0#sha256:")


def test_files_and_database_give_the_same_fingerprint_of_the_data(services: LocalServices) -> None:
    kept = services.reports.data(first_years(services)[0])
    assert kept.data_digest == demo_data(DEMONSTRATED[0]).data_digest


def test_a_sealed_year_says_its_day_and_the_first_year_has_none_before(
    services: LocalServices,
) -> None:
    data = services.reports.data(first_years(services)[2])
    assert data.sealed_on == date(2024, 12, 4)
    assert data.former is None
    assert data.engine == "cap-score/1"


def test_another_answer_changes_the_fingerprint(services: LocalServices) -> None:
    newest = first_years(services)[0]
    before = services.reports.data(newest)
    opened = services.assessments.open(newest)
    changed = opened.answer("projet_ecrit")
    services.answering.mark_discussed(newest, "projet_ecrit", "Direction", discuss=True)
    assert services.reports.data(newest).data_digest == before.data_digest
    assert services.reports.data(newest).discussed == {"projet_ecrit"}
    from dataclasses import replace

    services.answering.record_answer(
        newest, "projet_ecrit", replace(changed, value="n4"), "Direction"
    )
    after = services.reports.data(newest)
    assert after.data_digest != before.data_digest
    assert [item.role for item in after.participants] == ["Direction"]


def test_participants_count_each_question_once() -> None:
    changes = [
        PastChange("q_a", "2026-11-01T10:00:00+00:00", "Direction", None, None),
        PastChange("q_a", "2026-11-03T10:00:00+00:00", "Direction", None, None),
        PastChange("q_b", "2026-11-02T10:00:00+00:00", "Permanents", None, None),
        PastChange("q_c", "2026-11-02T10:00:00+00:00", " ", None, None),
    ]
    found = reports.participants(changes)
    assert [(item.role, item.answers, item.last_day.day) for item in found] == [
        ("Direction", 1, 3),
        ("Permanents", 1, 2),
    ]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.pdf", b"%PDF-"),
        ("a.HTML", b"<!DOCTYPE html>"),
        ("a.xlsx", b"PK"),
        ("a.docx", b"PK"),
        ("a.ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_the_ending_of_the_name_chooses_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    data = demo_data(DEMONSTRATED[1])
    written = reports.write(data, tmp_path / name, MOMENT, "synthesis")
    content = (tmp_path / name).read_bytes()
    assert content.startswith(start)
    assert written.size == len(content)
    again = reports.file_bytes(data, reports.format_of(tmp_path / name), MOMENT, "synthesis")
    assert again == content


def test_nothing_is_written_where_the_format_or_the_place_will_not_do(tmp_path: Path) -> None:
    data = demo_data(DEMONSTRATED[1])
    with pytest.raises(FormatUnknown):
        reports.write(data, tmp_path / "a.txt", MOMENT)
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputDenied):
        reports.write(data, tmp_path / "file" / "a.html", MOMENT)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_person_sees_the_pages_go_by_and_stops_them() -> None:
    data = demo_data(DEMONSTRATED[1])
    seen: list[tuple[int, int]] = []
    reports.pdf(data, "synthesis", progress=lambda done, count: seen.append((done, count)))
    assert seen[-1] == (len(seen), len(seen))
    with pytest.raises(Cancelled):
        reports.pdf(data, stop=lambda: True)
