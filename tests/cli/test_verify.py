"""`cap-desktop verify`, as typed: what is whole, what is damaged, what cannot be read."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cap_desktop.cli.main import run
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock

Capture = pytest.CaptureFixture[str]
PAST = Path(__file__).resolve().parents[1] / "data" / "databases"


@pytest.fixture
def folder(demonstration: Path, tmp_path: Path) -> DataFolder:
    """The demonstration with a piece of evidence and two copies."""
    made = DataFolder(tmp_path / "donnees")
    shutil.copytree(demonstration, made.path)
    database = Database(made.database)
    services = LocalServices(database, EvidenceFolder(made.evidence), clock)
    last = services.assessments.last_shown()
    assert last is not None
    (tmp_path / "fiche.pdf").write_bytes(b"%PDF-1.7")
    services.evidence.add(last, "projet_ecrit", tmp_path / "fiche.pdf", "Direction")
    for day in (22, 23):
        keep_daily_copy(database, made, date(2026, 11, day))
    database.close()
    return made


def _bytes(folder: DataFolder) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.path.rglob("*"))
        if path.is_file()
    }


def _verified(folder: DataFolder, code: int, capsys: Capture) -> list[str]:
    """What is found, by name; nothing in the folder changes."""
    before = _bytes(folder)
    assert run(["verify", str(folder.path), "--json"]) == code
    assert _bytes(folder) == before
    found = json.loads(capsys.readouterr().out)
    assert found["whole"] == (code == 0)
    return [item["name"] for item in found["findings"]]


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute(statement).rowcount > 0
        file.commit()


def test_whole_data_are_said_to_be_whole(folder: DataFolder, capsys: Capture) -> None:
    assert _verified(folder, 0, capsys) == []
    assert run(["verify", str(folder.path)]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "1 fichier de preuve, 2 copies de sécurité." in said
    assert "Tout est intact." in said


def test_each_damage_is_named(folder: DataFolder, capsys: Capture) -> None:
    _change(
        folder.database,
        "UPDATE answers SET record = '{}' WHERE question = 'projet_ecrit' AND assessment_id IN "
        "(SELECT a.id FROM assessments a JOIN structures s ON s.id = a.structure_id "
        "WHERE s.name = 'Les Deux Rives' AND a.year = 2025)",
    )
    _change(folder.database, "UPDATE questionnaires SET content = x'00' WHERE version = '2025.2.0'")
    _change(folder.copy_of(date(2026, 11, 22)), "UPDATE actions SET rank = rank + 1")
    (evidence,) = folder.evidence.glob("*/*")
    evidence.write_bytes(b"%PDF-1.8")
    answer, questionnaire, file, copy = _verified(folder, 1, capsys)
    assert answer.startswith("la réponse à “")
    assert answer.endswith("” de 2025")
    assert questionnaire == "le questionnaire “cap@2025.2.0”"
    assert file == "le fichier de la preuve “fiche.pdf”"
    assert copy.replace("\u00a0", " ") == "la copie “22 novembre 2026”"
    assert run(["verify", str(folder.path)]) == 1
    assert f"– {file}" in capsys.readouterr().out


def test_a_vanished_file_of_evidence_is_named(folder: DataFolder, capsys: Capture) -> None:
    (evidence,) = folder.evidence.glob("*/*")
    evidence.unlink()
    assert _verified(folder, 1, capsys) == ["le fichier de la preuve “fiche.pdf”"]


def test_a_file_that_is_no_database_is_named(folder: DataFolder, capsys: Capture) -> None:
    folder.database.write_bytes(b"\x00" * 4096)
    assert _verified(folder, 1, capsys) == ["le fichier “cap.db”"]


def test_what_a_kill_left_is_undone_elsewhere(folder: DataFolder, capsys: Capture) -> None:
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as file:
        file.execute("PRAGMA cache_size = 1")
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE answers SET record = '{}'")
        cut = DataFolder(folder.path.with_name("coupe"))
        shutil.copytree(folder.path, cut.path)
        file.execute("ROLLBACK")
    assert (cut.path / "cap.db-journal").stat().st_size > 0
    assert _verified(cut, 0, capsys) == []


@pytest.mark.parametrize("past", sorted(PAST.glob("*.db")), ids=lambda path: path.stem)
def test_the_data_of_a_former_version_are_looked_at_too(
    past: Path, tmp_path: Path, capsys: Capture
) -> None:
    folder = DataFolder(tmp_path)
    shutil.copy(past, folder.database)
    names = _verified(folder, 1 if names_evidence(folder.database) else 0, capsys)
    assert all(name.startswith("le fichier de la preuve") for name in names)


def names_evidence(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as file:
        (count,) = file.execute("SELECT count(*) FROM evidence").fetchone()
    return bool(count)


def test_what_cannot_be_read_is_refused(folder: DataFolder, capsys: Capture) -> None:
    folder.database.unlink()
    assert run(["verify", str(folder.path)]) == 2
    assert "ne contient pas de données CAP" in capsys.readouterr().err
    assert run(["verify", str(folder.path / "nulle-part")]) == 2
