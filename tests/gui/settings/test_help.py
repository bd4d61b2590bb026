"""Help opens at the part that fits, is read without a mouse, and leads back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cap_desktop.gui.session.destinations import (
    ToHelp,
    ToHome,
    ToPreferences,
    ToQuestion,
    ToResults,
)
from cap_desktop.gui.settings.help_page import HelpPage
from tests.gui.driving import Open, begun


def test_f1_opens_the_part_of_the_page_and_escape_leads_back(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.activateWindow()
    for to, part in (
        (ToHome(), "course"),
        (ToResults(), "scores"),
        (ToPreferences(), "safe"),
        (ToQuestion("projet_ecrit"), "keys"),
    ):
        window.go(to)
        page = window.pages.currentWidget()
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.pages.currentWidget() is window.page(HelpPage)
        title = next(text for name, text in window.page(HelpPage).titles.items() if name == part)
        driven.qtbot.waitUntil(title.hasFocus)
        QTest.keyClick(title, Qt.Key.Key_Escape)
        assert window.pages.currentWidget() is page
    driven.close()


def test_the_keys_are_a_real_table_whose_letters_exist_in_the_font(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToHelp())
    table = driven.window.page(HelpPage).keys
    found = QAccessible.queryAccessibleInterface(table)
    assert found is not None
    assert found.role() == QAccessible.Role.Table
    texts = [
        item.text()
        for row in range(table.rowCount())
        for column in range(2)
        if (item := table.item(row, column)) is not None
    ]
    assert "Ctrl + F" in texts
    font = QRawFont.fromFont(driven.window.look.font(16))
    assert [sign for sign in "".join(texts) if not font.supportsCharacter(ord(sign))] == []
    driven.close()


def test_the_bands_come_from_the_questionnaire(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.go(ToHelp())
    texts = [text.text() for text in driven.window.page(HelpPage).findChildren(QLabel)]
    said = [text.replace("\u00a0", " ") for text in texts]
    assert "Moins de 12,5 : Pas encore" in said
    assert "De 37,5 à moins de 62,5 : En chemin" in said
    assert "87,5 et plus : Ancré" in said
    driven.close()


def test_a_word_is_found_as_it_is_typed(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToHelp())
    words = window.page(HelpPage).glossary
    assert words.count.text().startswith("245 mots")
    words.field.setText("duerp")
    shown = [text.text() for text in words.findChildren(QLabel) if not text.isHidden()]
    assert "DUERP" in shown
    words.field.setText("zzz")
    assert words.count.text() == "Ce mot n’est pas expliqué ici."
    driven.close()
