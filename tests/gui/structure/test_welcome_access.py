"""What a screen reader is told, and what the largest text leaves, on the pages of the entrance."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from cap_desktop.gui.kit.choice_card import CheckCard, RadioCard
from cap_desktop.gui.session.destinations import ToHelp, ToPreferences, ToSearch, ToStructure
from cap_desktop.gui.structure.profile_page import ProfilePage
from cap_desktop.gui.structure.welcome_page import STRUCTURE, WHO, WelcomePage
from cap_desktop.preferences import Preferences
from tests.gui.accessible import nameless, walk
from tests.gui.driving import Driven, Open, first_launch


def _shows(driven: Driven) -> list[Callable[[], None]]:
    window = driven.window
    return [
        lambda: window.go(ToStructure()),
        lambda: window.go(ToPreferences()),
        lambda: window.go(ToHelp()),
        lambda: window.go(ToSearch()),
    ]


def test_no_control_of_the_first_launch_is_nameless(open_window: Open) -> None:
    driven = open_window()
    for step in (STRUCTURE, WHO):
        driven.window.page(WelcomePage).show_step(step)
        QApplication.processEvents()
        count, faults = nameless(driven)
        assert count > 5
        assert faults == []
    driven.close()


def test_no_control_of_the_other_pages_is_nameless(open_window: Open) -> None:
    driven = first_launch(open_window)
    for show in _shows(driven):
        show()
        QApplication.processEvents()
        count, faults = nameless(driven)
        assert count > 3
        assert faults == []
    driven.close()


def test_a_card_tells_its_role_its_state_and_its_question(open_window: Open) -> None:
    driven = first_launch(open_window)
    driven.window.go(ToStructure())
    QApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(driven.window.page(ProfilePage))
    assert root is not None
    cards = {
        item.text(QAccessible.Text.Name): item
        for item in walk(root)
        if isinstance(item.object(), CheckCard | RadioCard)
    }
    chosen = cards["AI, Association intermédiaire"]
    assert chosen.state().checked
    assert chosen.role() == QAccessible.Role.CheckBox
    assert chosen.rect().width() > 100
    group = chosen.parent()
    assert group.role() == QAccessible.Role.Grouping
    assert "Types de structure" in group.text(QAccessible.Text.Name)
    assert cards["Association"].role() == QAccessible.Role.RadioButton
    driven.close()


def test_the_reader_is_told_that_only_the_name_is_needed_as_the_eye_is(open_window: Open) -> None:
    driven = open_window()
    driven.window.page(WelcomePage).show_step(STRUCTURE)
    QApplication.processEvents()
    told = [
        (item.text(QAccessible.Text.Name), item.text(QAccessible.Text.Description))
        for item in walk(QAccessible.queryAccessibleInterface(driven.window))
    ]
    assert any("Types de structure" in name for name, _said in told)
    assert [pair for pair in told if "obligatoire" in " ".join(pair)] == []
    driven.close()


def _cut(page: QWidget) -> list[str]:
    """The texts that have less room than their words need."""
    faults = []
    for text in page.findChildren(QLabel):
        if text.isVisible() and text.text():
            needed = text.heightForWidth(text.width()) if text.wordWrap() else 0
            if text.height() < needed:
                faults.append(text.text())
    faults += [
        item.text()
        for item in page.findChildren(QPushButton)
        if item.isVisible() and item.width() < item.sizeHint().width()
    ]
    faults += [
        item.accessibleName()
        for item in page.findChildren(QAbstractButton)
        if isinstance(item, CheckCard | RadioCard)
        and item.isVisible()
        and (item.height() < item.heightForWidth(item.width()) or not item.holds_its_words())
    ]
    return faults


def _too_wide(page: QWidget) -> list[str]:
    """The scrolling parts whose content is wider than what is seen of them."""
    return [
        type(area).__name__
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def test_at_twice_the_size_nothing_is_cut_and_nothing_scrolls_sideways(
    open_window: Open,
) -> None:
    driven = first_launch(open_window)
    driven.window.settings_wanted.emit(Preferences(text_size=200))
    driven.window.resize(1366, 720)
    for show in _shows(driven):
        show()
        QApplication.processEvents()
        QApplication.processEvents()
        page = driven.window.pages.currentWidget()
        assert page is not None
        assert _cut(page) == []
        assert _too_wide(page) == []
    driven.close()


def test_the_first_launch_is_never_cut(open_window: Open) -> None:
    driven = open_window()
    for settings, size in ((Preferences(text_size=200), (1366, 720)), (Preferences(), (1024, 640))):
        driven.window.settings_wanted.emit(settings)
        driven.window.resize(*size)
        page = driven.window.page(WelcomePage)
        for step in range(3):
            page.show_step(step)
            QApplication.processEvents()
            QApplication.processEvents()
            assert _cut(page) == []
            assert _too_wide(page) == []
    driven.close()


def test_at_the_smallest_window_nothing_is_cut(open_window: Open) -> None:
    driven = first_launch(open_window)
    driven.window.resize(1024, 640)
    for show in _shows(driven):
        show()
        QApplication.processEvents()
        QApplication.processEvents()
        page = driven.window.pages.currentWidget()
        assert page is not None
        assert _cut(page) == []
        assert _too_wide(page) == []
    driven.close()


def test_a_new_look_stays_on_the_page_with_what_was_typed(open_window: Open) -> None:
    driven = first_launch(open_window)
    driven.window.go(ToStructure())
    form = driven.window.page(ProfilePage).form
    assert form is not None
    form.name.setText("Autre nom")
    driven.window.settings_wanted.emit(Preferences("dark"))
    window = driven.window
    assert window.pages.currentWidget() is window.page(ProfilePage)
    form = window.page(ProfilePage).form
    assert form is not None
    assert form.name.text() == "Autre nom"
    driven.close()
