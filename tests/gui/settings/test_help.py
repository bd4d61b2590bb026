"""Help opens at the part that fits, is read without a mouse, and leads back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.gui.driving import Open, begun


def test_f1_opens_the_part_of_the_page_and_escape_leads_back(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.activateWindow()
    for show, part in (
        (window.show_home, "course"),
        (window.show_results, "scores"),
        (window.show_preferences, "safe"),
        (lambda: window.show_answering("projet_ecrit"), "keys"),
    ):
        show()
        page = window.pages.currentWidget()
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.pages.currentWidget() is window.help
        title = next(text for name, text in window.help.titles.items() if name == part)
        driven.qtbot.waitUntil(title.hasFocus)
        QTest.keyClick(title, Qt.Key.Key_Escape)
        assert window.pages.currentWidget() is page
    driven.close()


def test_the_keys_are_a_real_table_whose_letters_exist_in_the_font(open_window: Open) -> None:
    driven = begun(open_window)
    driven.window.show_help()
    table = driven.window.help.keys
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
    driven.window.show_help()
    texts = [text.text() for text in driven.window.help.findChildren(QLabel)]
    said = [text.replace("\u00a0", " ") for text in texts]
    assert "Moins de 30 : Émergent" in said
    assert "De 30 à moins de 50 : En chemin" in said
    assert "70 et plus : Ancré" in said
    driven.close()


def test_a_word_is_found_as_it_is_typed(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.show_help()
    words = window.help.glossary
    assert words.count.text().startswith("239 mots")
    words.field.setText("duerp")
    shown = [text.text() for text in words.findChildren(QLabel) if not text.isHidden()]
    assert "DUERP" in shown
    words.field.setText("zzz")
    assert words.count.text() == "Ce mot n’est pas expliqué ici."
    driven.close()
