"""A copy that somebody gave, a second folder, and the check-up."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cap_desktop.errors import CapError, CopyNotReceived, CopyNotSent
from cap_desktop.gui.copies.copies_page import CopiesPage
from cap_desktop.gui.copies.copy_page import WHOLE, CopyPage
from cap_desktop.notices.errors import notice
from cap_desktop.paths import DataFolder
from tests.gui.copies.driving import (
    TODAY,
    comment_of,
    copies_page,
    copy_page,
    opened,
    plain,
    say,
)
from tests.gui.driving import Driven, Open, columns
from tests.patience import PATIENCE


def _told(driven: Driven) -> list[CapError]:
    told: list[CapError] = []
    driven.window.session.not_saved.connect(told.append)
    return told


def _receive(driven: Driven, page: CopiesPage, file: Path) -> None:
    driven.program.dialogs.ask_files = (  # type: ignore[method-assign]
        lambda parent, title: [file]  # noqa: ARG005
    )
    page.receive.click()
    driven.idle()


def _second(driven: Driven, page: CopiesPage, folder: Path) -> None:
    driven.program.dialogs.ask_folder = (  # type: ignore[method-assign]
        lambda parent, title: folder  # noqa: ARG005
    )
    page.second.choose.click()
    driven.idle()


# --- A copy that somebody gave --------------------------------------------------------------


def test_a_copy_that_was_given_is_looked_at_and_can_be_restored(
    demonstrated: Driven, tmp_path: Path
) -> None:
    given = tmp_path / "recue.db"
    shutil.copyfile(DataFolder(tmp_path / "donnees").copies / TODAY, given)
    before, bytes_before = comment_of(demonstrated), given.read_bytes()
    say(demonstrated, "Après")
    _receive(demonstrated, copies_page(demonstrated), given)
    window = demonstrated.window
    assert window.pages.currentWidget() is window.page(CopyPage)
    assert given.read_bytes() == bytes_before
    assert [path.name for path in tmp_path.glob("recue*")] == ["recue.db"]
    received = window.page(CopyPage)
    received.what.boxes[WHOLE].click()
    opened(demonstrated, received.restore.click)
    assert comment_of(demonstrated) == before
    assert "Reçue, ouverte par vous" in columns(copies_page(demonstrated).table, 1)


def _picture(file: Path) -> None:
    file.write_bytes(b"%PDF-1.7 " + os.urandom(5000))


def _trigger(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute(
            "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM structures; END"
        )
        database.commit()


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize("spoil", [_picture, _trigger, _empty, _pipe])
def test_a_strange_file_is_refused_in_french_and_leaves_nothing(
    demonstrated: Driven, tmp_path: Path, spoil: object
) -> None:
    copies = DataFolder(tmp_path / "donnees").copies
    given = tmp_path / "recue.db"
    shutil.copyfile(copies / TODAY, given)
    assert callable(spoil)
    spoil(given)
    told = _told(demonstrated)
    page = copies_page(demonstrated)
    there = sorted(path.name for path in copies.iterdir())
    _receive(demonstrated, page, given)
    assert [type(error) for error in told] == [CopyNotReceived]
    assert "«\u00a0recue.db\u00a0»" in notice(told[0])
    assert "Vos données n’ont pas changé." in notice(told[0])
    assert sorted(path.name for path in copies.iterdir()) == there
    assert demonstrated.window.pages.currentWidget() is page


# --- A second folder ------------------------------------------------------------------------


def test_a_second_folder_takes_the_newest_copy_and_every_later_one(
    demonstrated: Driven, tmp_path: Path
) -> None:
    key = tmp_path / "CLE"
    key.mkdir()
    page = copies_page(demonstrated)
    assert not page.second.drop.isVisible()
    _second(demonstrated, page, key)
    assert [path.name for path in key.iterdir()] == [TODAY]
    assert demonstrated.program.settings.second_folder == str(key)
    assert page.second.state.text() == "À jour"
    assert "« CLE »" in plain(page.second.words.text())
    page.make.click()
    demonstrated.idle()
    assert len(list(key.iterdir())) == 2
    page.second.drop.click()
    demonstrated.idle()
    assert demonstrated.program.settings.second_folder == ""
    assert len(list(key.iterdir())) == 2
    assert not page.second.drop.isVisible()


def test_a_key_that_is_gone_is_said_and_the_copy_here_is_made(
    demonstrated: Driven, tmp_path: Path
) -> None:
    key = tmp_path / "CLE"
    key.mkdir()
    page = copies_page(demonstrated)
    _second(demonstrated, page, key)
    shutil.rmtree(key)
    told = _told(demonstrated)
    page.make.click()
    demonstrated.idle()
    assert [type(error) for error in told] == [CopyNotSent]
    assert "La copie sur cet ordinateur est faite." in notice(told[0])
    assert columns(page.table, 1)[0] == "Demandée par vous"
    assert page.second.state.text() == "Absent"
    assert "n’est pas là" in page.second.words.text()


def test_a_folder_among_the_data_is_no_second_folder(demonstrated: Driven, tmp_path: Path) -> None:
    inside = tmp_path / "donnees" / "copies"
    told = _told(demonstrated)
    page = copies_page(demonstrated)
    _second(demonstrated, page, inside)
    assert [type(error) for error in told] == [CopyNotSent]
    assert "est dans celui de vos données" in notice(told[0])
    assert demonstrated.program.settings.second_folder == ""


def test_a_second_folder_that_takes_nothing_is_not_chosen(
    demonstrated: Driven, tmp_path: Path
) -> None:
    key = tmp_path / "CLE"
    told = _told(demonstrated)
    page = copies_page(demonstrated)
    _second(demonstrated, page, key)
    assert [type(error) for error in told] == [CopyNotSent]
    assert demonstrated.program.settings.second_folder == ""


# --- The check-up ---------------------------------------------------------------------------


def test_the_check_up_says_how_far_it_is_and_what_was_looked_at(demonstrated: Driven) -> None:
    page = copies_page(demonstrated)
    assert page._trail.title.text() == "Tout est gardé."
    steps: list[str] = []
    page._desk.checks.progressed.connect(lambda place, _done, _total: steps.append(place))
    with demonstrated.qtbot.waitSignal(page._desk.checks.checked):
        page.check.ask.click()
    assert list(dict.fromkeys(steps)) == ["database", "copies", "evidence"]
    assert page._trail.title.text() == "Tout est gardé, et vérifié."
    assert page.check.words.text() == "Tout est lisible et inchangé."
    assert not page.check.mend.isVisible()


def test_what_the_check_up_finds_is_named(demonstrated: Driven, tmp_path: Path) -> None:
    copy = DataFolder(tmp_path / "donnees").copies / TODAY
    copy.write_bytes(os.urandom(40_000))
    page = copies_page(demonstrated)
    with demonstrated.qtbot.waitSignal(page._desk.checks.checked):
        page.check.ask.click()
    last = page._desk.checks.last
    assert last is not None
    assert [item.kind for item in last.check.findings] == ["copy"]
    assert page._trail.title.text() == "Quelque chose est abîmé."
    assert page.check.words.text() == "Ce qui manque se reprend dans une copie."


def test_the_last_check_up_is_known_at_the_next_start_and_forgotten_with_other_data(
    demonstrated: Driven, open_window: Open
) -> None:
    page = copies_page(demonstrated)
    with demonstrated.qtbot.waitSignal(page._desk.checks.checked):
        page.check.ask.click()
    demonstrated.close()
    again = open_window()
    page = copies_page(again)
    assert page._trail.title.text() == "Tout est gardé, et vérifié."
    assert plain(page.check._at.text()) == "aujourd’hui, 14 h 32"
    opened(again, copy_page(again).restore.click)
    page = copies_page(again)
    assert page._trail.title.text() == "Tout est gardé."
    assert not again.program.folder.check_up.exists()


def test_edits_do_not_wait_for_the_check_up(demonstrated: Driven) -> None:
    """The check-up stands still in the middle while an answer is saved."""
    checks = copies_page(demonstrated)._desk.checks
    reached, saved = threading.Event(), threading.Event()

    def stand(place: str, _done: int, _total: int) -> None:
        if place == "copies":
            reached.set()
            assert saved.wait(PATIENCE)

    checks.progressed.connect(stand, Qt.ConnectionType.DirectConnection)
    checks.check()
    demonstrated.qtbot.waitUntil(reached.is_set)
    say(demonstrated, "Pendant la vérification")
    assert comment_of(demonstrated) == "Pendant la vérification"
    with demonstrated.qtbot.waitSignal(checks.checked):
        saved.set()
    assert checks.last is not None
    assert checks.last.check.findings == ()


def test_a_check_up_can_be_stopped_and_then_nothing_is_kept(demonstrated: Driven) -> None:
    page = copies_page(demonstrated)
    checks = page._desk.checks
    page.check.ask.click()
    assert page.check.ask.accessibleName() == "Arrêter la vérification"
    page.check.ask.click()
    demonstrated.qtbot.waitUntil(lambda: not checks.is_running)
    assert page.check.ask.accessibleName() == "Vérifier mes données"
    assert not demonstrated.program.folder.check_up.exists()


def test_once_a_month_it_runs_by_itself_and_only_says_what_is_damaged(
    demonstrated: Driven,
) -> None:
    checks = demonstrated.program.background.checks
    checks.check_once_a_month()
    demonstrated.qtbot.waitUntil(lambda: checks.last is not None and not checks.is_running)
    assert checks.last is not None
    first = checks.last.at
    checks.check_once_a_month()
    demonstrated.idle()
    assert not checks.is_running
    assert checks.last.at == first
    folder = demonstrated.program.folder
    kept = json.loads(folder.check_up.read_text())
    folder.check_up.write_text(json.dumps(kept | {"at": "2026-10-01T09:00:00+00:00"}))
    (folder.copies / TODAY).write_bytes(os.urandom(40_000))
    with demonstrated.qtbot.waitSignal(checks.found):
        checks.check_once_a_month()
    toast = demonstrated.window.strip.toast
    assert plain(toast.words.text()) == "La vérification a trouvé 1 élément abîmé."
    toast.act.click()
    demonstrated.idle()
    page = demonstrated.window.page(CopiesPage)
    assert demonstrated.window.pages.currentWidget() is page
