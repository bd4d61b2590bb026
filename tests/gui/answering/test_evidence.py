"""Files that prove an answer: added, taken off, taken back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.gui.driving import Driven


def _at(driven: Driven, question: str) -> AnsweringPage:
    driven.window.go(ToQuestion(question))
    return driven.window.page(AnsweringPage)


def _statutes(tmp_path: Path) -> Path:
    file = tmp_path / "statuts.pdf"
    file.write_bytes(b"statuts")
    return file


def _add(driven: Driven, file: Path) -> None:
    adding = AnsweringPresenter(driven.window.session)
    driven.saved(lambda: adding.add_evidence("projet_individuel", file))


def _evidence(driven: Driven) -> list[str]:
    names = driven.current.answer("projet_individuel").evidence
    return [*names, *(kept.name for kept in driven.current.evidence)]


def test_evidence_is_added_taken_off_and_taken_back(demonstrated: Driven, tmp_path: Path) -> None:
    file = tmp_path / "Fiche projet 2026.pdf"
    file.write_bytes(b"x" * 220_000)
    page = _at(demonstrated, "projet_individuel")
    _add(demonstrated, file)
    (remove,) = [
        found
        for found in page.help.evidence.findChildren(QAbstractButton)
        if found.accessibleName() == "Retirer Fiche projet 2026.pdf"
    ]
    demonstrated.saved(remove.click)
    assert not _evidence(demonstrated)
    assert page.help.evidence.take_back.isVisible()
    demonstrated.saved(page.help.evidence.take_back.click)
    assert demonstrated.current.answer("projet_individuel").evidence == (file.name,)
    (kept,) = demonstrated.current.evidence
    assert kept.size == 220_000


def test_undoing_an_answer_leaves_its_evidence(demonstrated: Driven, tmp_path: Path) -> None:
    file = _statutes(tmp_path)
    page = _at(demonstrated, "projet_individuel")
    _add(demonstrated, file)
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_4))
    demonstrated.saved(demonstrated.window.session.undo_stack.undo)
    answer = demonstrated.current.answer("projet_individuel")
    assert (answer.value, answer.evidence) == ("n2", ("statuts.pdf",))


def test_adding_evidence_is_undone_and_done_again_without_its_source(
    demonstrated: Driven, tmp_path: Path
) -> None:
    file = _statutes(tmp_path)
    _at(demonstrated, "projet_individuel")
    session = demonstrated.window.session
    _add(demonstrated, file)
    (kept,) = demonstrated.current.evidence
    named = session.undo_stack.undoText().replace("\u2011", "-")
    assert named == "preuve ajoutée, “Comment chaque personne construit-elle son…”"
    file.unlink()
    demonstrated.saved(
        lambda: QTest.keyClick(
            demonstrated.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
    )
    assert not _evidence(demonstrated)
    folder = EvidenceFolder(tmp_path / "donnees" / "preuves")
    assert folder.is_whole(kept)
    demonstrated.saved(session.undo_stack.redo)
    assert demonstrated.current.evidence == (kept,)
    assert demonstrated.current.answer("projet_individuel").evidence == ("statuts.pdf",)


def test_undoing_before_the_file_is_copied_takes_it_off_once_it_is(
    demonstrated: Driven, tmp_path: Path
) -> None:
    file = _statutes(tmp_path)
    _at(demonstrated, "projet_individuel")
    session = demonstrated.window.session

    def both() -> None:
        AnsweringPresenter(session).add_evidence("projet_individuel", file)
        session.undo_stack.undo()

    demonstrated.saved(both)
    assert session.unsaved == 0
    assert not _evidence(demonstrated)


def test_undoing_a_file_that_was_there_already_leaves_it(
    demonstrated: Driven, tmp_path: Path
) -> None:
    file = _statutes(tmp_path)
    _at(demonstrated, "projet_individuel")
    session = demonstrated.window.session
    for _time in range(2):
        _add(demonstrated, file)
    demonstrated.saved(session.undo_stack.undo)
    assert _evidence(demonstrated) == ["statuts.pdf", "statuts.pdf"]
    demonstrated.saved(session.undo_stack.undo)
    assert not _evidence(demonstrated)


def test_undoing_takes_off_that_file_and_not_another_of_its_name(
    demonstrated: Driven, tmp_path: Path
) -> None:
    (tmp_path / "mars").mkdir()
    first, second = tmp_path / "photo.jpg", tmp_path / "mars" / "photo.jpg"
    first.write_bytes(b"juin")
    second.write_bytes(b"mars")
    page = _at(demonstrated, "projet_individuel")
    session = demonstrated.window.session
    _add(demonstrated, first)
    (remove,) = [
        found
        for found in page.help.evidence.findChildren(QAbstractButton)
        if found.accessibleName() == "Retirer photo.jpg"
    ]
    demonstrated.saved(remove.click)
    _add(demonstrated, second)
    demonstrated.saved(page.help.evidence.take_back.click)
    names = demonstrated.current.answer("projet_individuel").evidence
    assert names == ("photo.jpg", "photo (2).jpg")
    demonstrated.saved(session.undo_stack.undo)
    (kept,) = demonstrated.current.evidence
    folder = EvidenceFolder(tmp_path / "donnees" / "preuves")
    assert folder.path(kept.sha256).read_bytes() == b"mars"


def test_a_copy_that_is_damaged_does_not_come_back(
    demonstrated: Driven, tmp_path: Path, qtbot: QtBot
) -> None:
    file = _statutes(tmp_path)
    _at(demonstrated, "projet_individuel")
    session = demonstrated.window.session
    _add(demonstrated, file)
    (kept,) = demonstrated.current.evidence
    demonstrated.saved(session.undo_stack.undo)
    EvidenceFolder(tmp_path / "donnees" / "preuves").path(kept.sha256).write_bytes(b"autre")
    with qtbot.waitSignal(session.not_saved):
        session.undo_stack.redo()
    assert not _evidence(demonstrated)
    assert "statuts.pdf" in demonstrated.window.banner.words.text()
    assert "abîmée" in demonstrated.window.banner.words.text()
