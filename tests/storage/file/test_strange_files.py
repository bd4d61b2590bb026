"""Links, pipes and folders where files are awaited, and journals that name other files."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cap_desktop.errors import DatabaseAltered, DatabaseDamaged, NotOpened
from cap_desktop.notices.errors import notice
from cap_desktop.preferences import Preferences, load
from cap_desktop.storage.file.connect import BESIDE
from cap_desktop.storage.file.copy_marks import mark_of
from cap_desktop.storage.file.copying import (
    copy_database,
    keep_aside,
    put_in_place,
    rows_of,
)
from cap_desktop.storage.file.database_file import schema_of
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.start import first_look
from tests.hostile import in_time, killed, naming


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "donnees" / "cap.db"
    database = Database(made)
    with database.begin() as tx:
        tx.journal.add("2026", "un", "x")
    database.close()
    return made


def test_sqlite_itself_would_delete_what_such_a_journal_names(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "document.txt"
    victim.write_text("mes notes")
    naming(killed(path), victim)
    file = sqlite3.connect(path)
    file.execute("SELECT count(*) FROM journal").fetchall()
    file.close()
    assert not victim.exists()


@pytest.mark.parametrize("how", ["open", "copy", "rows", "begun"])
def test_a_journal_that_names_another_file_is_never_followed(
    path: Path, tmp_path: Path, how: str
) -> None:
    victim = tmp_path / "document.txt"
    victim.write_text("mes notes")
    journal = killed(path)
    naming(journal, victim)
    before = (path.read_bytes(), journal.read_bytes())
    acts: dict[str, Callable[[], object]] = {
        "open": lambda: Database(path),
        "copy": lambda: copy_database(path, tmp_path / "draft.db"),
        "rows": lambda: rows_of(path),
        "begun": lambda: mark_of(path, "look"),
    }
    found = in_time(acts[how])
    assert found is None or isinstance(found, DatabaseAltered)
    assert victim.read_text() == "mes notes"
    assert (path.read_bytes(), journal.read_bytes()) == before
    assert first_look(path) is None


@pytest.mark.parametrize("end", BESIDE)
@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_stands_beside_and_is_no_file_is_refused_by_its_name(
    path: Path, tmp_path: Path, end: str, kind: str
) -> None:
    victim = tmp_path / "document.txt"
    victim.write_text("mes notes")
    beside = path.with_name(path.name + end)
    beside.unlink(missing_ok=True)
    _put(kind, beside, victim)
    for act in (lambda: Database(path), lambda: copy_database(path, tmp_path / "draft.db")):
        found = in_time(act)
        assert isinstance(found, NotOpened)
        assert f"« {beside.name} » n’est pas un fichier ordinaire" in notice(found).replace(
            "\u00a0", " "
        )
    assert victim.read_text() == "mes notes"


def _put(kind: str, place: Path, victim: Path) -> None:
    if kind == "link":
        place.symlink_to(victim)
    elif kind == "folder":
        place.mkdir()
    else:
        os.mkfifo(place)


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_stands_for_a_database_and_is_none_is_met_without_waiting(
    tmp_path: Path, kind: str
) -> None:
    place = tmp_path / "cap.db"
    _put(kind, place, tmp_path)
    for act in (
        lambda: Database(place),
        lambda: schema_of(place),
        lambda: rows_of(place),
        lambda: copy_database(place, tmp_path / "draft.db"),
    ):
        found = in_time(act)
        assert isinstance(found, NotOpened)
        assert "n’est pas un fichier ordinaire" in notice(found)
    assert in_time(lambda: mark_of(place, "look")) is None
    assert in_time(lambda: first_look(place)) is None


def test_a_linked_database_that_was_killed_opens_again(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "ailleurs" / "cap.db"
    link.parent.mkdir()
    link.symlink_to(path)
    killed(link)
    database = Database(link)
    with database.begin() as tx:
        assert len(tx.journal.lines()) == 1
    database.close()
    assert link.is_symlink()


def test_what_takes_the_place_of_a_linked_database_goes_where_the_link_leads(
    path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "ailleurs" / "cap.db"
    link.parent.mkdir()
    link.symlink_to(path)
    damaged = os.urandom(5000)
    draft = path.with_name("draft.db")
    shutil.copy(path, draft)
    whole = draft.read_bytes()
    path.write_bytes(damaged)
    with pytest.raises(DatabaseDamaged):
        Database(link)
    assert keep_aside(link, "cap-endommagee").read_bytes() == damaged
    put_in_place(draft, link)
    assert link.is_symlink()
    assert path.read_bytes() == whole


def test_a_link_that_leads_nowhere_is_no_first_launch(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "ailleurs" / "cap.db"
    link.parent.mkdir()
    link.symlink_to(path)
    shutil.move(path.parent, tmp_path / "retire")
    with pytest.raises(NotOpened) as found:
        Database(link)
    assert found.value.cause == "moved"
    assert link.is_symlink()
    shutil.move(tmp_path / "retire", path.parent)
    Database(link).close()


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_settings_that_are_no_file_give_the_defaults_at_once(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "reglages.json"
    _put(kind, place, tmp_path)
    assert in_time(lambda: load(place)) == Preferences()


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 100_000, '{"folder": "' + "x" * 10**6])
def test_settings_however_deep_or_long_give_the_defaults(tmp_path: Path, text: str) -> None:
    place = tmp_path / "reglages.json"
    place.write_text(text)
    assert load(place) == Preferences()
