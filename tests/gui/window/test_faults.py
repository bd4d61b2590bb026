"""What goes wrong under a person’s hands: it is said, and what comes after is still saved."""

import os
from functools import partial
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from cap_desktop.errors import CapError, CopyNotMade, NotSaved, OutputDenied, ProgramFault
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.session.lane import StorageLane
from cap_desktop.notices.errors import notice
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.storage.local import database as storage
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock
from tests.gui.driving import Driven


def test_an_error_that_nobody_foresaw_is_told_and_the_next_answer_is_saved(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    window = demonstrated.window
    window.show_answering("projet_ecrit")

    def broken(_services: object, _year: str) -> object:
        raise ValueError("unforeseen")

    with (
        capture_exceptions() as raised,
        qtbot.waitSignal(window.session.not_saved) as told,
    ):
        window.session.change_year(broken)  # type: ignore[arg-type] # what it gives is never used
    assert told.args is not None
    assert isinstance(told.args[0], ProgramFault)
    assert [kind for kind, _error, _trace in raised] == [ValueError]
    assert "erreur imprévue" in window.banner.words.text()
    demonstrated.saved(lambda: QTest.keyClick(window.answering, Qt.Key.Key_0))
    assert demonstrated.current.answer("projet_ecrit").value == "n0"


def test_waiting_for_the_lane_raises_an_error_that_can_be_told() -> None:
    def broken() -> None:
        raise ValueError("unforeseen")

    lane = StorageLane()
    with pytest.raises(ProgramFault) as found:
        lane.run(broken)
    assert isinstance(found.value.__cause__, ValueError)
    lane.close()


def test_a_file_damaged_while_it_is_open_keeps_the_answer_waiting(
    demonstrated: Driven, qtbot: QtBot, tmp_path: Path
) -> None:
    window = demonstrated.window
    window.show_answering("projet_ecrit")
    whole = (tmp_path / "donnees" / "cap.db").read_bytes()
    with (tmp_path / "donnees" / "cap.db").open("rb+") as file:
        file.write(os.urandom(len(whole)))
    with qtbot.waitSignal(window.session.not_saved):
        QTest.keyClick(window.answering, Qt.Key.Key_0)
    assert window.session.unsaved == 1
    assert "a été abîmé" in window.banner.words.text()
    assert "intact" not in window.banner.words.text()
    asked: list[CapError] = []

    def stay(error: CapError) -> str:
        asked.append(error)
        return "stay"

    window.decide = stay
    window.close()
    assert window.isVisible()
    assert isinstance(asked[0], NotSaved)
    (tmp_path / "donnees" / "cap.db").write_bytes(whole)


def test_a_file_without_room_for_its_copy_does_not_hold_the_answers_back(
    demonstrated: Driven, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    window.show_answering("projet_ecrit")
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"photo")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cap_desktop.storage.local.evidence_folder.os.fsync", full)
        with qtbot.waitSignal(session.not_saved) as told:
            AnsweringPresenter(session).add_evidence("projet_ecrit", source)
    assert told.args is not None
    assert isinstance(told.args[0], OutputDenied)
    assert "photo.jpg" in window.banner.words.text()
    assert "disque est plein" in window.banner.words.text()
    demonstrated.saved(lambda: QTest.keyClick(window.answering, Qt.Key.Key_0))
    assert session.unsaved == 0


def test_two_files_of_one_name_are_both_kept(demonstrated: Driven, tmp_path: Path) -> None:
    session = demonstrated.window.session
    for folder in ("mars", "juin"):
        (tmp_path / folder).mkdir()
        file = tmp_path / folder / "photo.jpg"
        file.write_text(folder)
        demonstrated.saved(partial(AnsweringPresenter(session).add_evidence, "projet_ecrit", file))
    first = tmp_path / "mars" / "photo.jpg"
    demonstrated.saved(lambda: AnsweringPresenter(session).add_evidence("projet_ecrit", first))
    names = demonstrated.current.answer("projet_ecrit").evidence
    assert names[-2:] == ("photo.jpg", "photo (2).jpg")
    kept = {item.name: item for item in demonstrated.current.evidence}
    copies = EvidenceFolder(tmp_path / "donnees" / "preuves")
    assert copies.path(kept["photo.jpg"].sha256).read_text() == "mars"
    assert copies.path(kept["photo (2).jpg"].sha256).read_text() == "juin"


@pytest.mark.skipif(os.name == "nt", reason="these names cannot be given there")
@pytest.mark.parametrize("name", [b"a\x01b.txt", b"caf\xe9.txt", b"two\nlines.txt"])
def test_a_file_may_have_any_name_that_the_system_allows(
    demonstrated: Driven, tmp_path: Path, name: bytes
) -> None:
    source = tmp_path / os.fsdecode(name)
    source.write_bytes(b"proof")
    session = demonstrated.window.session
    before = demonstrated.current.answer("projet_ecrit").evidence
    demonstrated.saved(lambda: AnsweringPresenter(session).add_evidence("projet_ecrit", source))
    (added,) = demonstrated.current.answer("projet_ecrit").evidence[len(before) :]
    assert added.endswith(".txt")
    assert added.isprintable()


def test_a_copy_that_cannot_be_made_says_that_the_answers_are_saved(tmp_path: Path) -> None:
    (tmp_path / "copies").touch()
    database = Database(tmp_path / "cap.db")
    with pytest.raises(CopyNotMade) as found:
        keep_daily_copy(database, tmp_path, clock().date())
    database.close()
    assert "copie de sécurité" in notice(found.value)
    assert "Vos réponses sont enregistrées." in notice(found.value)


def test_a_full_disk_at_the_first_start_is_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: object) -> None:
        raise NotSaved(tmp_path / "cap.db", "full")

    monkeypatch.setattr(storage, "upgrade", full)
    with pytest.raises(NotSaved) as found:
        Database(tmp_path / "cap.db")
    assert found.value.cause == "full"


def test_a_lane_that_is_closed_brings_nothing_any_more(qtbot: QtBot) -> None:
    lane = StorageLane()
    gate = Event()
    heard: list[bool] = []
    lane.submit(gate.wait, heard.append, lambda _error: None)
    Timer(0.05, gate.set).start()
    lane.close()
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert gate.is_set()
    assert heard == []
