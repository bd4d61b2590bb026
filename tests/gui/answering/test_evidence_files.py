"""The copies of evidence: opened, shown, saved elsewhere; told where they vanish, put back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.evidence_list import FEW, EvidenceList
from cap_desktop.gui.answering.evidence_rows import EvidenceRow, FileList
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.gui.driving import Driven

QUESTION = "projet_individuel"


class Shown:
    """A question with one file, and what its page opens."""

    def __init__(self, driven: Driven, folder: Path) -> None:
        self.driven, self.folder = driven, EvidenceFolder(folder / "donnees" / "preuves")
        self.source = folder / "Fiche projet.pdf"
        self.source.write_bytes(b"fiche")
        self.session = driven.window.session
        driven.window.go(ToQuestion(QUESTION))
        self.page = driven.window.page(AnsweringPage)
        driven.saved(lambda: AnsweringPresenter(self.session).add_evidence(QUESTION, self.source))
        self.opened: list[Path] = []
        self.page.evidence.open_path = self.opened.append
        driven.idle()

    @property
    def list(self) -> EvidenceList:
        return self.page.help.evidence

    @property
    def row(self) -> EvidenceRow:
        (row,) = (row for row in self.list.findChildren(EvidenceRow) if not row.property("gone"))
        return row

    @property
    def copy(self) -> Path:
        return self.folder.path(self.driven.current.evidence[0].sha256)

    def choose(self, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
        dialogs = self.page.evidence._dialogs
        monkeypatch.setattr(dialogs, "ask_files", lambda *_asked: list(paths))

    def act(self, words: str) -> None:
        """Choose in the menu of the file."""
        menu = self.list.menu_of("Fiche projet.pdf")
        (act,) = (act for act in menu.actions() if act.text() == words)
        act.trigger()

    def come_back(self) -> None:
        self.driven.window.go(ToQuestion("projet_ecrit"))
        self.driven.window.go(ToQuestion(QUESTION))
        self.driven.idle()

    def says(self) -> str:
        return self.row.file.accessibleName()


@pytest.fixture
def shown(demonstrated: Driven, tmp_path: Path) -> Shown:
    return Shown(demonstrated, tmp_path)


Press = Callable[[QWidget], None]


def _click(target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def _enter(target: QWidget) -> None:
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_Return)


@pytest.mark.parametrize("press", [_click, _enter])
def test_a_file_opens_under_its_own_name(shown: Shown, press: Press) -> None:
    press(shown.row.file)
    shown.driven.qtbot.waitUntil(lambda: bool(shown.opened))
    (path,) = shown.opened
    assert path.name == "Fiche projet.pdf"
    assert path.read_bytes() == b"fiche"
    assert path != shown.copy


def test_a_double_click_opens_once(shown: Shown) -> None:
    _click(shown.row.file)
    _click(shown.row.file)
    shown.driven.qtbot.waitUntil(lambda: bool(shown.opened))
    shown.driven.idle()
    assert len(shown.opened) == 1


def test_a_file_is_shown_in_a_folder(shown: Shown) -> None:
    shown.act("Montrer dans le dossier")
    shown.driven.qtbot.waitUntil(lambda: bool(shown.opened))
    assert [path.name for path in shown.opened[0].iterdir()] == ["Fiche projet.pdf"]


def test_a_copy_is_saved_elsewhere(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ailleurs.pdf"
    monkeypatch.setattr(shown.page.evidence._dialogs, "ask_path", lambda *_asked: target)
    shown.act("Enregistrer une copie")
    shown.driven.qtbot.waitUntil(target.exists)
    assert target.read_bytes() == b"fiche"


def test_a_copy_that_vanished_is_told_and_put_back(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.copy.unlink()
    shown.come_back()
    shown.driven.qtbot.waitUntil(lambda: "Fichier introuvable" in shown.says())
    back = {button.text().strip(): button for button in shown.row.findChildren(QPushButton)}
    other = tmp_path / "autre.pdf"
    other.write_bytes(b"autre")
    shown.choose(monkeypatch, other)
    back["Le remettre"].click()
    words = shown.driven.window.banner.words
    shown.driven.qtbot.waitUntil(lambda: "n’est pas le fichier" in words.text())
    assert "autre.pdf" in words.text()
    assert list(shown.folder.whole_files()) == []
    shown.choose(monkeypatch, shown.source)
    back["Le remettre"].click()
    shown.driven.qtbot.waitUntil(lambda: "introuvable" not in shown.says())
    assert shown.copy.read_bytes() == b"fiche"


def test_a_copy_that_vanished_is_taken_off(shown: Shown) -> None:
    shown.copy.unlink()
    shown.come_back()
    shown.driven.qtbot.waitUntil(lambda: "Fichier introuvable" in shown.says())
    (away,) = (
        button
        for button in shown.row.findChildren(QAbstractButton)
        if button.text().strip() == "Retirer"
    )
    shown.driven.saved(away.click)
    assert shown.driven.current.evidence == ()


def test_a_copy_that_vanished_under_the_eyes_is_told_when_it_is_opened(shown: Shown) -> None:
    shown.copy.unlink()
    _click(shown.row.file)
    shown.driven.qtbot.waitUntil(lambda: "Fichier introuvable" in shown.says())
    assert "introuvable" in shown.driven.window.banner.words.text()
    assert shown.opened == []


def test_a_copy_is_put_back_in_a_year_that_is_over(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shown.driven.qtbot.waitSignal(shown.session.saved):
        shown.session.seal()
    shown.copy.unlink()
    shown.come_back()
    shown.driven.qtbot.waitUntil(lambda: "Fichier introuvable" in shown.says())
    assert not [
        act for act in shown.list.menu_of(shown.source.name).actions() if act.text() == "Retirer"
    ]
    shown.choose(monkeypatch, shown.source)
    shown.act("Le remettre")
    shown.driven.qtbot.waitUntil(lambda: "introuvable" not in shown.says())


# --- Many files ---------------------------------------------------------------------------------


def _many(number: int) -> tuple[tuple[str, ...], dict[str, EvidenceFile]]:
    names = tuple(f"preuve {rank}.pdf" for rank in range(number))
    return names, {
        name: EvidenceFile("q", name, f"{rank:064}", 10) for rank, name in enumerate(names)
    }


def test_thousands_of_files_make_as_few_widgets_as_a_dozen() -> None:
    made = []
    for number in (FEW + 1, 5_000):
        shown = EvidenceList(Look())
        names, files = _many(number)
        shown.show_files("q", names, files, "", is_open=True)
        made.append(len(shown.findChildren(QWidget)))
        shown.deleteLater()
    assert made[0] == made[1]


def test_the_others_are_opened_by_one_click_and_by_the_keyboard() -> None:
    shown = EvidenceList(Look())
    names, files = _many(5_000)
    shown.show_files("q", names, files, "", is_open=True)
    assert shown.more.text() == "et 4\u00a0988 autres…"
    shown.show()
    shown.more.click()
    (rest,) = shown.findChildren(FileList)
    assert rest.isVisible()
    assert rest.files.rowCount() == 5_000 - FEW
    opened: list[tuple[str, str]] = []
    shown.opening_wanted.connect(lambda *asked: opened.append(asked))
    removed: list[tuple[str, str]] = []
    shown.removal_wanted.connect(lambda *asked: removed.append(asked))
    QTest.keyClick(rest, Qt.Key.Key_Down)
    QTest.keyClick(rest, Qt.Key.Key_Return)
    assert opened == [("q", f"preuve {FEW + 1}.pdf")]
    QTest.keyClick(rest, Qt.Key.Key_Delete)
    assert removed == [("q", f"preuve {FEW + 1}.pdf")]


def test_files_that_vanished_stand_first() -> None:
    shown = EvidenceList(Look())
    names, files = _many(300)
    shown.show_files("q", names, files, "", is_open=True)
    shown.show_missing("q", frozenset({"preuve 299.pdf"}))
    rows = [row for row in shown.findChildren(EvidenceRow) if not row.property("gone")]
    assert len(rows) == FEW
    assert any("preuve 299.pdf, Fichier introuvable" in row.file.accessibleName() for row in rows)
