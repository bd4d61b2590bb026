"""Another look is shown in a window made anew: nobody loses their place, nor a word."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cap_desktop.errors import NotSaved
from cap_desktop.gui.answering.answer_fields import FigureField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.search_page import SearchPage
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.presentation.progress import all_displayed
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.trace_page import TracePage
from cap_desktop.gui.results.years_page import YearsPage
from cap_desktop.gui.session.destinations import (
    Back,
    Destination,
    ToBeginning,
    ToHelp,
    ToHome,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToScore,
    ToSearch,
    ToStructure,
    ToYears,
)
from cap_desktop.gui.settings.help_page import HelpPage
from cap_desktop.gui.settings.preferences_page import PreferencesPage
from cap_desktop.gui.structure.profile_page import ProfilePage
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.gui.window.main_window import MainWindow
from tests.gui.driving import Driven

RESULTS = 2
LEVEL = "projet_ecrit"


def _other_look(driven: Driven) -> MainWindow:
    """Make the text larger, as Ctrl and + do, and wait for the window made anew."""
    before = driven.window
    QTest.keyClick(before, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    window = driven.window
    assert window is not before
    window.activateWindow()
    driven.qtbot.waitUntil(window.isActiveWindow)
    return window


def _figures(window: MainWindow) -> list[QLineEdit]:
    field = window.page(AnsweringPage).field
    assert isinstance(field, FigureField)
    return field.lines


def _asked(driven: Driven, kind: str) -> str:
    """The first open question that is answered with this kind of figure."""
    return next(
        entry.id
        for entry in all_displayed(driven.current)
        if getattr(entry.question, "input", "") == kind and not driven.current.answer(entry.id).na
    )


def test_half_a_ratio_stays_as_it_was_typed_with_the_cursor_in_it(demonstrated: Driven) -> None:
    question = _asked(demonstrated, "ratio")
    kept = demonstrated.current.answer(question).value
    demonstrated.window.go(ToQuestion(question))
    above, below = _figures(demonstrated.window)
    below.clear()
    above.setFocus()
    above.setText("12")
    above.setCursorPosition(1)
    window = _other_look(demonstrated)
    above, below = _figures(window)
    assert (above.text(), below.text()) == ("12", "")
    demonstrated.qtbot.waitUntil(above.hasFocus)
    assert above.cursorPosition() == 1
    assert demonstrated.current.answer(question).value == kept
    # It is still only typed: the second figure makes it an answer.
    below.setText("48")
    demonstrated.saved(below.editingFinished.emit)
    assert demonstrated.current.answer(question).value != kept


def test_a_refused_figure_stays_with_its_fault_under_another_question(
    demonstrated: Driven,
) -> None:
    question = _asked(demonstrated, "ratio")
    demonstrated.window.go(ToQuestion(question))
    _figures(demonstrated.window)[0].setText("beaucoup")
    demonstrated.window.go(ToQuestion(LEVEL))
    demonstrated.window.go(ToHome())
    # Twice, so that a page that was not made in between hands on what it was handed.
    _other_look(demonstrated)
    window = _other_look(demonstrated)
    assert window.pages.currentWidget() is window.page(HomePage)
    window.go(ToQuestion(question))
    assert _figures(window)[0].text() == "beaucoup"
    field = window.page(AnsweringPage).field
    assert isinstance(field, FigureField)
    assert field.fault.isVisibleTo(field)


def test_the_whole_theme_stays_and_leads_back_to_its_question(demonstrated: Driven) -> None:
    demonstrated.window.go(ToQuestion(LEVEL))
    demonstrated.window.page(AnsweringPage).show_theme()
    window = _other_look(demonstrated)
    assert window.page(AnsweringPage).summary.isVisible()
    window.page(AnsweringPage).go_back()
    shown = window.page(AnsweringPage).entry
    assert shown is not None
    assert shown.id == LEVEL


def test_a_reason_that_is_not_chosen_yet_is_still_waited_for(demonstrated: Driven) -> None:
    question = next(
        entry.id
        for entry in all_displayed(demonstrated.current)
        if entry.question.na.allowed
        and entry.question.na.reason_required
        and not demonstrated.current.answer(entry.id).na
    )
    demonstrated.window.go(ToQuestion(question))
    demonstrated.window.page(AnsweringPage).footer.na.click()
    window = _other_look(demonstrated)
    assert window.page(AnsweringPage).pane.na_reason.isVisible()
    demonstrated.qtbot.waitUntil(window.page(AnsweringPage).pane.na_reason.choice.hasFocus)


def test_the_trace_stays_with_the_way_that_led_there(demonstrated: Driven) -> None:
    part = demonstrated.current.questionnaire.parts[0]
    axis = part.axes[0]
    demonstrated.window.go(ToScore(part.id))
    demonstrated.window.page(TracePage).go_deeper(axis.id)
    window = _other_look(demonstrated)
    assert window.pages.currentWidget() is window.page(TracePage)
    assert window.page(TracePage).name == axis.id
    assert window.bar.tabs()[RESULTS].isChecked()
    window.page(TracePage).go_back()
    assert window.page(TracePage).name == part.id
    window.page(TracePage).go_back()
    assert window.pages.currentWidget() is window.page(ResultsPage)


def test_the_way_back_through_several_pages_is_kept_with_its_focus(demonstrated: Driven) -> None:
    window = demonstrated.window
    bar = window.page(ResultsPage).rows[3]
    bar.setFocus()
    theme = bar.accessibleName()
    window.go(ToHelp())
    window.go(ToPreferences())
    window = _other_look(demonstrated)
    assert window.pages.currentWidget() is window.page(PreferencesPage)
    window.go(Back())
    assert window.pages.currentWidget() is window.page(HelpPage)
    window.go(Back())
    assert window.pages.currentWidget() is window.page(ResultsPage)
    assert window.bar.tabs()[RESULTS].isChecked()
    demonstrated.qtbot.waitUntil(window.page(ResultsPage).rows[3].hasFocus)
    assert window.page(ResultsPage).rows[3].accessibleName() == theme


def test_the_tables_of_the_results_stay_as_far_as_they_were_scrolled(
    demonstrated: Driven,
) -> None:
    demonstrated.window.page(ResultsPage).swap()
    bar = demonstrated.window.page(ResultsPage).area.verticalScrollBar()
    demonstrated.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    demonstrated.window.bar.help.setFocus()
    window = _other_look(demonstrated)
    assert window.page(ResultsPage).tables.isVisible()
    assert not window.page(ResultsPage).charts.isVisible()
    scrolled = window.page(ResultsPage).area.verticalScrollBar()
    demonstrated.qtbot.waitUntil(lambda: scrolled.value() > scrolled.maximum() // 2)
    assert window.bar.help.hasFocus()


def test_the_years_that_were_chosen_stay_chosen(demonstrated: Driven) -> None:
    session = demonstrated.window.session
    with demonstrated.qtbot.waitSignal(session.years_compared):
        demonstrated.window.go(ToYears())
    oldest = session.years[-1].id
    box = demonstrated.window.page(YearsPage).older
    with demonstrated.qtbot.waitSignal(session.years_compared):
        box.setCurrentIndex(box.findData(oldest))
    with demonstrated.qtbot.waitSignal(session.years_compared):
        window = _other_look(demonstrated)
    assert window.page(YearsPage).older.chosen == oldest
    assert window.page(YearsPage).compared is not None


def test_a_search_stays_at_the_question_it_found(demonstrated: Driven) -> None:
    demonstrated.window.go(ToSearch())
    QTest.keyClicks(demonstrated.window.page(SearchPage).field, "projet")
    QTest.keyClick(demonstrated.window.page(SearchPage).field, Qt.Key.Key_Down)
    found = demonstrated.window.page(SearchPage).rows.current
    assert found is not None
    window = _other_look(demonstrated)
    again = window.page(SearchPage).rows.current
    assert window.page(SearchPage).field.text() == "projet"
    assert again is not None
    assert again.entry.id == found.entry.id
    # The arrows go through the questions in their list, which has the focus since then.
    demonstrated.qtbot.waitUntil(window.page(SearchPage).rows.hasFocus)


def test_a_name_that_is_typed_and_not_kept_waits_behind_the_settings(
    demonstrated: Driven,
) -> None:
    demonstrated.window.go(ToStructure())
    form = demonstrated.window.page(ProfilePage).form
    assert form is not None
    form.name.setFocus()
    QTest.keyClicks(form.name, " et Cie")
    demonstrated.window.go(ToPreferences())
    window = _other_look(demonstrated)
    window.go(Back())
    form = window.page(ProfilePage).form
    assert form is not None
    assert form.name.text() == "Les Deux Rives et Cie"
    demonstrated.idle()
    assert demonstrated.current.structure.name == "Les Deux Rives et Cie"


def test_an_action_stays_open_with_what_is_typed_and_the_filters_chosen(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    window.go(ToPlan())
    demonstrated.qtbot.waitUntil(lambda: window.page(PlanPage).desk.current is not None)
    page = window.page(PlanPage)
    page.filters.choose_order("priority")
    page.edit(page.table.rows.rows[1].action)
    name = page.editor.action
    page.editor.fields.milestones_section.title.setChecked(True)
    page.editor.milestones.title.setText("Réunir l’équipe")
    page.editor.due.line.setText("bientôt")
    page.editor.milestones.title.setFocus()
    window = _other_look(demonstrated)
    page = window.page(PlanPage)
    assert window.pages.currentWidget() is page
    assert page.editor.action == name
    assert page.filters.order.by == "priority"
    assert page.editor.milestones.title.text() == "Réunir l’équipe"
    assert page.editor.due.line.text() == "bientôt"
    demonstrated.qtbot.waitUntil(page.editor.milestones.title.hasFocus)


def test_what_is_supposed_stays_supposed(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToPlan())
    demonstrated.qtbot.waitUntil(lambda: window.page(PlanPage).desk.current is not None)
    with demonstrated.qtbot.waitSignal(window.page(PlanPage).desk.projected):
        window.page(PlanPage).what_if.click()
    ticked = window.page(PlanPage).supposed.ticked
    assert ticked
    with demonstrated.qtbot.waitSignal(window.page(PlanPage).desk.projected):
        window.page(PlanPage).supposed.tick(frozenset(sorted(ticked)[:1]))
    window = _other_look(demonstrated)
    assert window.page(PlanPage).what_if.isChecked()
    assert window.page(PlanPage).supposed.ticked == frozenset(sorted(ticked)[:1])


@contextmanager
def _full(driven: Driven) -> Iterator[None]:
    """Refuse every write meanwhile, as a full disk does."""
    database = driven.program.data.database
    assert database is not None

    def allow(pages: int) -> None:
        with database._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    driven.program._lane.run(lambda: allow(1))
    yield
    driven.program._lane.run(lambda: allow(1_000_000))


def test_what_could_not_be_saved_is_still_said(demonstrated: Driven) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    with _full(demonstrated):
        with demonstrated.qtbot.waitSignal(session.not_saved) as told:
            AnsweringPresenter(session).comment(LEVEL, "Long. " * 9000)
        assert isinstance((told.args or [None])[0], NotSaved)
        said = window.banner.words.text()
        window = _other_look(demonstrated)
        assert window.banner.isVisible()
        assert window.banner.words.text() == said
        assert window.bar.saved.text() == "Pas encore enregistré"
    demonstrated.saved(window.banner.retry.click)
    assert not window.banner.isVisible()
    assert session.unsaved == 0


def test_a_structure_that_is_being_added_stays_as_far_as_it_was_told(
    demonstrated: Driven,
) -> None:
    demonstrated.window.bar.wanted.emit(ToBeginning())
    demonstrated.window.page(WelcomePage).onward.click()
    QTest.keyClicks(demonstrated.window.page(WelcomePage).name, "Trois Rives")
    window = _other_look(demonstrated)
    assert window.pages.currentWidget() is window.page(WelcomePage)
    # The way back to the structure that is open stays at hand meanwhile.
    assert window.bar.isVisible()
    assert window.page(WelcomePage).name.text() == "Trois Rives"
    demonstrated.qtbot.waitUntil(window.page(WelcomePage).name.hasFocus)


def test_a_report_that_is_being_made_is_followed_to_its_end(
    demonstrated: Driven, tmp_path: Path
) -> None:
    window, path = demonstrated.window, tmp_path / "rapport.pdf"
    window.exports.ask_path = lambda _title, _name, _kinds: path
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.written):
        window.export("pdf")
        window = _other_look(demonstrated)
    assert path.name in window.strip.toast.words.text()
    assert not window.exports.work.isVisible()


@pytest.mark.parametrize(
    ("to", "page"),
    [
        (ToHome(), HomePage),
        (ToResults(), ResultsPage),
        (ToPreferences(), PreferencesPage),
        (ToHelp(), HelpPage),
    ],
)
def test_the_focus_in_the_bar_stays_in_the_bar(
    demonstrated: Driven, to: Destination, page: type[Page]
) -> None:
    demonstrated.window.go(to)
    demonstrated.window.bar.tabs()[RESULTS].setFocus()
    window = _other_look(demonstrated)
    assert window.pages.currentWidget() is window.page(page)
    # With larger words, the tabs may have gone into the menu.
    tab = window.bar.tabs()[RESULTS]
    stop = tab if tab.isVisible() else window.bar.menu
    demonstrated.qtbot.waitUntil(stop.hasFocus)


def test_the_focus_on_a_tab_stays_on_it_where_it_has_room(demonstrated: Driven) -> None:
    demonstrated.window.go(ToResults())
    former = demonstrated.window
    former.bar.tabs()[RESULTS].setFocus()
    former.settings_wanted.emit(former.settings._replace(look="dark"))
    window = demonstrated.window
    assert window is not former
    window.activateWindow()
    assert not window.bar.menu.isVisible()
    demonstrated.qtbot.waitUntil(window.bar.tabs()[RESULTS].hasFocus)
