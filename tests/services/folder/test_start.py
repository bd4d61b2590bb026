"""What a start shows before the database is open is what the database says."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.start import open_at_start
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import write_digests


def _services(folder: Path) -> tuple[Database, LocalServices]:
    database = Database(DataFolder(folder).database)
    evidence = EvidenceFolder(DataFolder(folder).evidence)
    return database, LocalServices(database, evidence, lambda: datetime(2026, 11, 24, tzinfo=UTC))


def test_a_start_is_on_the_year_in_progress_whatever_was_looked_at_last(
    demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database, services = _services(tmp_path)
    shown = 0
    for structure in services.assessments.structures():
        for year in services.assessments.years(structure.id):
            opened = services.assessments.show(year.id)
            newest = services.assessments.open(services.assessments.years(structure.id)[0].id)
            assert open_at_start(DataFolder(tmp_path).database) == newest
            assert services.assessments.last_shown() == newest.assessment.id
            shown += opened.assessment.id == year.id
    assert shown == 9
    database.close()


def test_a_start_shows_the_last_change(demonstration: Path, tmp_path: Path) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database, services = _services(tmp_path)
    last = services.assessments.last_shown()
    assert last is not None
    source = tmp_path / "projet.txt"
    source.write_text("projet", encoding="utf-8")
    services.answering.record_answer(
        last, "projet_ecrit", Answer(value="n4", comment="Relu"), "Direction"
    )
    services.answering.mark_discussed(last, "projet_ecrit", "Direction", discuss=True)
    opened = services.evidence.add(last, "projet_ecrit", source, "Direction").opened
    assert open_at_start(DataFolder(tmp_path).database) == opened
    opened = services.answering.leave_unfinished(last, "participation_ag", "value", ("57", ""))
    assert open_at_start(DataFolder(tmp_path).database) == opened
    assert opened.typed("participation_ag") == ("57", "")
    opened = services.assessments.seal(last)
    assert open_at_start(DataFolder(tmp_path).database) == opened
    database.close()


def test_what_another_version_kept_for_a_start_is_kept_anew(
    demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    path = DataFolder(tmp_path).database
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE standing SET text = replace(text, 'cap-standing/', 'cap-standing/0')")
        write_digests(file, "standing")
        file.commit()
    assert open_at_start(path) is None
    database, services = _services(tmp_path)
    last = services.assessments.last_shown()
    assert last is not None
    opened = services.assessments.open_first(last)
    assert open_at_start(path) == opened
    database.close()


def test_where_nothing_is_sure_a_start_shows_nothing(demonstration: Path, tmp_path: Path) -> None:
    path = tmp_path / "cap.db"
    assert open_at_start(path) is None
    Database(path).close()
    assert open_at_start(path) is None
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    assert open_at_start(path) is not None
    path.write_bytes(path.read_bytes()[:5000])
    assert open_at_start(path) is None
