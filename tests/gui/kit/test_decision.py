"""The dialog of an error: what is safe is said, Escape is harmless, the best act is ready."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cap_desktop.errors import DatabaseDamaged
from cap_desktop.gui.kit.decision import Decision, DecisionAct, Veil
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.look.look import Look
from cap_desktop.notices.details import details
from cap_desktop.notices.errors import explained

ERROR = DatabaseDamaged(Path("/x/cap.db"))
ACTS = (
    DecisionAct("close", "Fermer CAP Desktop"),
    DecisionAct("restore", "Restaurer la copie d’hier"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Decision:
    looks.load_fonts()
    made = Decision(Look(), explained(ERROR), ACTS, details(ERROR))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_it_says_what_happened_what_is_safe_and_what_to_do(dialog: Decision) -> None:
    texts = [text.text().replace("\u00a0", " ") for text in dialog.findChildren(QLabel)]
    assert "Le fichier « cap.db » est abîmé" in texts
    assert "Rien n’y a été changé." in texts
    assert "Restaurez une copie de sécurité." in texts
    assert "Rien n’y a été changé." in dialog.accessibleDescription().replace("\u00a0", " ")


def test_escape_chooses_what_changes_nothing(dialog: Decision) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.chosen == "close"


def test_enter_does_the_most_helpful_act(dialog: Decision, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.buttons["restore"].hasFocus)
    QTest.keyClick(dialog.buttons["restore"], Qt.Key.Key_Return)
    assert dialog.chosen == "restore"


def test_the_details_unfold_and_are_copied(dialog: Decision, qtbot: QtBot) -> None:
    assert not dialog.details.isVisible()
    before = dialog.height()
    dialog.fold.click()
    assert dialog.details.isVisible()
    qtbot.waitUntil(lambda: dialog.height() > before)
    dialog.copy.click()
    assert "DatabaseDamaged" in QGuiApplication.clipboard().text()
    dialog.fold.click()
    qtbot.waitUntil(lambda: dialog.height() == before)


def test_at_twice_the_size_it_stays_on_the_screen(qtbot: QtBot) -> None:
    made = Decision(Look(scale=2.0), explained(ERROR), ACTS)
    qtbot.addWidget(made)
    made.show()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert made.width() <= screen.width()
    for item in made.buttons.values():
        assert item.x() + item.width() <= made.width()
        assert item.width() >= item.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_unfolded_details_leave_the_buttons_on_the_screen(qtbot: QtBot, scale: float) -> None:
    made = Decision(Look(scale=scale), explained(ERROR), ACTS, details(ERROR) * 20)
    qtbot.addWidget(made)
    made.show()
    made.fold.click()
    QApplication.processEvents()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert made.height() < screen.height()
    for item in made.buttons.values():
        assert made.rect().contains(item.mapTo(made, item.rect().bottomRight()))


def test_it_is_named_after_what_happened_and_dims_the_page_behind(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    made = Decision(Look(), explained(ERROR), ACTS, parent=page)
    made.show()
    assert "cap.db" in made.windowTitle()
    (veil,) = page.findChildren(Veil)
    assert veil.isVisible()
    assert veil.geometry() == page.rect()
    page.resize(500, 350)
    assert veil.geometry() == page.rect()
    made.reject()
    assert not veil.isVisible()
