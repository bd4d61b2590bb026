"""What is damaged in open data: named, the rest opens, and a copy gives back what it has."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.errors import DatabaseDamaged
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.damage import DamagedItem
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.damage import look_for_damage
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.digests import KINDS
from tests.folders import clock

COPIED = date(2026, 11, 23)


@pytest.fixture
def data(demonstration: Path, tmp_path: Path) -> Iterator[LocalData]:
    """The demonstration with a copy of the day before, not open yet."""
    folder = DataFolder(tmp_path / "donnees")
    shutil.copytree(demonstration, folder.path)
    database = Database(folder.database)
    keep_daily_copy(database, folder, COPIED)
    database.close()
    made = LocalData(folder, clock)
    yield made
    made.close()


def _damage(data: LocalData, *statements: str, copy: bool = False) -> None:
    """Change rows as nothing but damage does: by no door of the program."""
    folder = data.folder
    with closing(sqlite3.connect(folder.copy_of(COPIED) if copy else folder.database)) as file:
        for statement in statements:
            assert file.execute(statement).rowcount > 0
        file.commit()


def _met(data: LocalData) -> tuple[DamagedItem, ...]:
    data.open()
    assert data.damage is not None
    return data.damage.found()


def _year(data: LocalData, year: int) -> OpenAssessment:
    services = data.open()
    structure = services.assessments.structures()[0]
    (found,) = [y.id for y in services.assessments.years(structure.id) if y.year == year]
    return services.assessments.open(found)


OF_2026 = (
    "(SELECT a.id FROM assessments a JOIN structures s ON s.id = a.structure_id "
    "WHERE s.name = 'Les Deux Rives' AND a.year = 2026)"
)
ANSWER = f"assessment_id = {OF_2026} AND question = 'projet_ecrit'"
TOUCHED = f"UPDATE answers SET record = replace(record, '{{', '[') WHERE {ANSWER}"


def test_whole_data_have_nothing_to_tell(data: LocalData) -> None:
    assert _met(data) == ()


def test_every_column_of_what_is_digested_is_in_its_digest() -> None:
    for rows in KINDS.values():
        columns = set(tables.metadata.tables[rows.table].c.keys())
        others = {
            name for kind in KINDS.values() if kind.table == rows.table for name in kind.columns
        }
        assert columns - others <= {"number", "digest", "results_digest"}
        assert {*rows.columns, rows.column} <= columns


def test_a_damaged_answer_that_a_copy_has_unchanged_is_as_it_was(data: LocalData) -> None:
    before = _year(data, 2026)
    data.close()
    _damage(data, TOUCHED)
    (item,) = _met(data)
    assert item.is_mended
    assert item.name.startswith("la réponse à “")
    assert item.name.endswith("” de 2026")
    assert _year(data, 2026).kept == before.kept
    assert data.damage is not None
    data.damage.leave(item.number)
    assert data.damage.found() == ()


def test_a_damaged_answer_is_unanswered_and_offered_as_the_copy_has_it(data: LocalData) -> None:
    year = _year(data, 2026)
    former = year.answer("projet_ecrit")
    other = "n0" if former.value != "n0" else "n1"
    services = data.open()
    services.answering.record_answer(
        year.assessment.id, "projet_ecrit", Answer(value=other), "Direction"
    )
    data.close()
    _damage(data, TOUCHED)
    (item,) = _met(data)
    assert (item.is_mended, item.copy, item.year) == (False, COPIED, 2026)
    assert item.structure == "Les Deux Rives"
    opened = _year(data, 2026)
    assert "projet_ecrit" not in opened.kept
    assert len(opened.kept) == len(year.kept) - 1
    assert data.damage is not None
    assert data.damage.take_from_copy(item.number)
    assert _year(data, 2026).answer("projet_ecrit") == former
    assert data.damage.found() == ()
    assert not data.damage.take_from_copy(item.number)
    assert not look_for_damage(data.folder.database)


def test_what_is_answered_anew_is_never_written_over(data: LocalData) -> None:
    folder = data.folder
    shutil.rmtree(folder.copies)
    _damage(data, TOUCHED)
    (item,) = _met(data)
    assert item.copy is None
    assert data.damage is not None
    assert not data.damage.take_from_copy(item.number)
    year = _year(data, 2026)
    data.open().answering.record_answer(
        year.assessment.id, "projet_ecrit", Answer(value="n2"), "Direction"
    )
    assert data.damage.found() == ()
    with closing(sqlite3.connect(folder.database)) as file:
        assert file.execute("SELECT kind, state FROM set_aside").fetchall() == [("answer", "empty")]


def test_an_answer_moved_to_another_question_comes_back_to_its_own(data: LocalData) -> None:
    before = _year(data, 2026)
    shutil.rmtree(data.folder.copies)
    data.close()
    _damage(data, f"UPDATE answers SET question = 'projet_ecriu' WHERE {ANSWER}")
    (item,) = _met(data)
    assert item.is_mended
    assert _year(data, 2026).kept == before.kept


def test_a_damaged_frozen_score_is_counted_again_and_told(data: LocalData) -> None:
    before = _year(data, 2025)
    _damage_results = "UPDATE assessments SET results = substr(results, 2) WHERE year = 2025"
    data.close()
    _damage(data, _damage_results)
    _damage(data, "UPDATE assessments SET results = NULL, results_digest = NULL", copy=True)
    found = _met(data)
    assert {item.name for item in found} == {"le score gelé de 2025"}
    opened = _year(data, 2025)
    assert opened.assessment.is_sealed
    assert opened.results == before.results


def test_a_damaged_action_leaves_the_others(data: LocalData) -> None:
    year = _year(data, 2026)
    plan = data.open().plans.plan(year.assessment.id)
    data.close()
    gone = plan.actions[0]
    shutil.rmtree(data.folder.copies)
    _damage(
        data, f"UPDATE actions SET record = 'x' || record WHERE id = '{gone.id}' AND year = 2026"
    )
    (item,) = _met(data)
    assert item.name == "une action du plan 2026"
    shown = data.open().plans.plan(year.assessment.id)
    assert shown.actions == plan.actions[1:]


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"assessment", "evidence", "unfinished"}))
def test_a_damaged_row_of_any_kind_lets_the_rest_open(data: LocalData, kind: str) -> None:
    _year(data, 2026)
    services = data.open()
    last = services.assessments.last_shown()
    assert last is not None
    services.plans.hide_idea(last, services.plans.plan(last).ideas[0].id)
    data.close()
    shutil.rmtree(data.folder.copies)
    rows = KINDS[kind]
    column = next(name for name in reversed(rows.columns) if name not in ("removed", "archived_at"))
    column = "name" if kind == "structure" else column
    number = f'(SELECT min(rowid) FROM {rows.table} WHERE "{column}" IS NOT NULL)'
    _damage(
        data,
        f'UPDATE {rows.table} SET "{column}" = CAST(x\'ff\' || "{column}" AS TEXT)'
        f" WHERE rowid = {number}",
    )
    assert data.first_assessment() is None or kind != "standing"
    found = _met(data)
    assert [item.kind for item in found] == [kind] * (kind != "standing")
    services = data.open()
    for structure in services.assessments.structures():
        for year in services.assessments.years(structure.id):
            services.assessments.show(year.id)
            services.plans.plan(year.id)
            services.assessments.history(year.id)
    assert not look_for_damage(data.folder.database)


def test_a_damaged_questionnaire_is_that_of_the_program_again(data: LocalData) -> None:
    before = _year(data, 2026)
    data.close()
    shutil.rmtree(data.folder.copies)
    _damage(data, "UPDATE questionnaires SET content = replace(content, 'parts', 'partz')")
    assert data.first_assessment() is None
    assert _met(data) == ()
    assert _year(data, 2026) == before
    assert not look_for_damage(data.folder.database)


def test_a_damaged_questionnaire_that_the_program_has_not_is_that_of_a_copy(
    data: LocalData, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = _year(data, 2026)
    data.close()
    monkeypatch.setattr("cap_desktop.paths.questionnaires", lambda: tmp_path)
    _damage(data, "UPDATE questionnaires SET content = replace(content, 'parts', 'partz')")
    assert _year(data, 2026) == before
    data.close()
    shutil.rmtree(data.folder.copies)
    _damage(data, "UPDATE questionnaires SET content = replace(content, 'parts', 'partz')")
    with pytest.raises(DatabaseDamaged):
        data.open()


def test_an_index_that_is_damaged_is_made_again(data: LocalData) -> None:
    before = _year(data, 2026)
    data.close()
    path = data.folder.database
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as file:
        (root,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_answers_1'"
        ).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    page = content[(root - 1) * size : root * size]
    name = before.assessment.id.encode()
    spot = content.rfind(b"projet_", (root - 1) * size, root * size) if name in page else -1
    if spot < 0:
        spot = max(content.rfind(b"-", (root - 1) * size, root * size), (root - 1) * size)
    damaged = bytearray(content)
    damaged[spot] ^= 1
    path.write_bytes(damaged)
    assert look_for_damage(path).indexes
    assert _year(data, 2026) == before
    assert not look_for_damage(path)


@pytest.mark.parametrize("table", sorted(tables.metadata.tables))
def test_a_missing_table_goes_to_recovery(data: LocalData, table: str) -> None:
    with closing(sqlite3.connect(data.folder.database)) as file:
        file.execute(f"DROP TABLE {table}")
        file.commit()
    with pytest.raises(DatabaseDamaged):
        data.open()


@pytest.mark.parametrize(
    ("spot", "value"),
    [(18, 3), (19, 3), (47, 5), (59, 3), (63, 7), (60, 0x40), (68, 0), (44, 0x10)],
    ids=str,
)
def test_a_damaged_header_goes_to_recovery_or_opens(data: LocalData, spot: int, value: int) -> None:
    content = bytearray(data.folder.database.read_bytes())
    assert content[spot] != value
    content[spot] = value
    data.folder.database.write_bytes(content)
    data.first_look()
    try:
        services = data.open()
    except DatabaseDamaged:
        return
    assert services.assessments.last_shown()


def test_the_year_of_an_assessment_comes_back(data: LocalData) -> None:
    before = _year(data, 2026)
    data.close()
    _damage(data, f"UPDATE assessments SET year = 2042 WHERE id = {OF_2026}")
    (item,) = _met(data)
    assert (item.name, item.is_mended) == ("l’année 2026", True)
    assert _year(data, 2026) == before


def test_an_assessment_that_no_copy_knows_goes_to_recovery(
    data: LocalData, open_database: Callable[[Path], Database]
) -> None:
    shutil.rmtree(data.folder.copies)
    _damage(data, f"UPDATE assessments SET created_at = '2026' WHERE id = {OF_2026}")
    with pytest.raises(DatabaseDamaged):
        open_database(data.folder.database)
