"""What people typed, and what a questionnaire says, is shown sign by sign: never as markup.

Qt reads HTML where nobody asked it to, and fetches the images that it names.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from cap_desktop import paths
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.plan.plan import Action
from cap_desktop.gui.kit.hints import JOINER, give_hint, plain, unmarked
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock
from tests.gui.driving import PROFILE, Driven, Open
from tests.gui.pages import each_page

MOST_COLUMNS = 20
NASTY = '<b>R&D</b><img src="x.png">'


def _nasty(tree: object) -> object:
    """A questionnaire whose every title and text begins with markup."""
    if isinstance(tree, dict):
        return {
            key: f"{NASTY} {value}"
            if key in ("title", "label") and isinstance(value, str)
            else _nasty(value)
            for key, value in tree.items()
        }
    return [_nasty(item) for item in tree] if isinstance(tree, list) else tree


def _filled(folder: Path) -> None:
    found = json.loads((paths.questionnaires() / "cap-2026.1.0.json").read_bytes())
    content = json.dumps(_nasty(found), ensure_ascii=False).encode()
    database = Database(folder / "cap.db")
    services = LocalServices(database, EvidenceFolder(folder / "preuves"), clock)
    reference = services.assessments.install(content, "nasty.json")
    paper = folder / "<b>R&D<b><img src=x.png>.pdf"
    paper.write_bytes(b"papier")
    opened = services.assessments.begin_structure(NASTY, 2025, reference, PROFILE)
    structure = opened.structure.id
    opened = services.assessments.begin(structure, 2026, reference, PROFILE)
    year = opened.assessment.id
    for question in ("projet_individuel", "projet_ecrit"):
        services.answering.record_answer(year, question, Answer(value="n1", comment=NASTY), NASTY)
    services.evidence.add(year, "projet_individuel", paper, NASTY)
    for rank in range(3):
        action = Action(id=f"a{rank}", title=f"{NASTY} {rank}", priority=2, state="todo")
        services.plans.add(year, action, NASTY)
    services.assessments.begin_structure(f"{NASTY} 2", 2026, reference, PROFILE)
    services.assessments.show(year)
    database.close()


def _is_markup(text: str) -> bool:
    return Rich.mightBeRichText(text)


def _of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What Qt may read as markup of a widget, and where it stands."""
    for name in ("toolTip", "statusTip", "whatsThis"):
        yield name, getattr(widget, name)()
    if isinstance(widget, QMenu) and widget.toolTipsVisible():
        yield from (("hint of an action", action.toolTip()) for action in widget.actions())
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield "text", widget.text()
    if isinstance(widget, QTextEdit | QMessageBox):
        yield "rich", "<b>a widget that reads markup</b>"
    if isinstance(widget, QAbstractItemView):
        yield from (("hint of a cell", text) for text in _hints(widget))


def _hints(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), QModelIndex()
    for row in range(model.rowCount(root)):
        # A list keeps to itself how many columns it has.
        for column in range(MOST_COLUMNS):
            if not model.hasIndex(row, column, root):
                break
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                yield str(model.index(row, column, root).data(role) or "")


def _marked(widget: QWidget) -> Iterator[str]:
    """Texts in which a single « & » takes a letter for a key: buttons, menus and tabs."""
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(rank) for rank in range(widget.count()))
    for action in widget.findChildren(QAction):
        yield action.text()


@pytest.fixture
def hostile(open_window: Open, tmp_path: Path) -> Driven:
    _filled(tmp_path / "donnees")
    return open_window()


def test_no_page_reads_markup_in_what_people_typed(hostile: Driven) -> None:
    read, taken, seen = [], [], set()
    for page in each_page(hostile):
        for widget in (hostile.window, *hostile.window.findChildren(QWidget)):
            where = f"{page}: {type(widget).__name__}"
            read += [
                f"{where}: {name}: {text}" for name, text in _of_widget(widget) if _is_markup(text)
            ]
            taken += [
                f"{where}: {text}" for text in _marked(widget) if "R&D" in text.replace("&&", "")
            ]
            seen |= {name for name, text in _of_widget(widget) if f"<{JOINER}b>" in text}
            if isinstance(widget, QLabel) and "R&D" in widget.text():
                seen.add("label")
            if isinstance(widget, QAbstractButton) and "R&&D" in widget.text():
                seen.add("button")
            if isinstance(widget, QComboBox) and "R&D" in widget.currentText():
                seen.add("choice")
    assert sorted(set(read)) == []
    assert sorted(set(taken)) == []
    assert {"toolTip", "label", "button"} <= seen


def test_the_walk_sees_what_qt_would_read(hostile: Driven) -> None:
    label = QLabel(NASTY, hostile.window)
    label.setToolTip(NASTY)
    assert [name for name, text in _of_widget(label) if _is_markup(text)] == ["toolTip", "text"]


@pytest.mark.only_looks
@pytest.mark.parametrize(
    "text",
    [NASTY, "<qt>x", "a < b", "&lt;b&gt;", "<img src=//serveur/x.png>", " \n<b>x</b>", "R&D", ""],
)
def test_a_hint_is_never_read_as_markup_and_loses_nothing(demonstrated: Driven, text: str) -> None:
    widget = QWidget(demonstrated.window)
    give_hint(widget, text)
    assert not _is_markup(widget.toolTip())
    assert widget.toolTip().replace(JOINER, "") == text
    assert plain("Un texte") == "Un texte"


def test_an_ampersand_is_shown_in_a_menu() -> None:
    assert unmarked("R&D") == "R&&D"


def test_the_names_that_are_walked_are_those_that_are_kept(tmp_path: Path) -> None:
    _filled(tmp_path / "donnees")
    with closing(sqlite3.connect(tmp_path / "donnees" / "cap.db")) as file:
        (name,) = file.execute("SELECT name FROM structures ORDER BY name").fetchone()
    assert name == NASTY
