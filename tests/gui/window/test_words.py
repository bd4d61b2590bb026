"""On every page, in every window a person may have, each word is whole and lies on no other.

The narrowest and the largest are tried each time, all of them with `CAP_EVERY_BUTTON=1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cap_desktop.errors import DatabaseDamaged, NotSaved
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.answering.level_option import LevelOption
from cap_desktop.gui.answering.search_page import SearchPage
from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.kit.fold import FoldTitle
from cap_desktop.gui.kit.section import FoldingSection
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.years_page import YearsPage
from cap_desktop.gui.session.destinations import (
    Destination,
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
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.gui.window.main_window import MainWindow
from cap_desktop.notices.details import details
from cap_desktop.notices.errors import explained
from tests.gui.driving import Driven, Open, begun
from tests.gui.painted import faults, painted_lines
from tests.length import IS_WHOLE

Views = Iterator[str]

ALL_WINDOWS = (
    (100, 1024, 640),
    (100, 1366, 720),
    (125, 1024, 640),
    (150, 1366, 720),
    (200, 1024, 640),
    (200, 1366, 720),
)
WINDOWS = ALL_WINDOWS if IS_WHOLE else (ALL_WINDOWS[0], ALL_WINDOWS[4])
EXTREMES = (ALL_WINDOWS[0], *ALL_WINDOWS[4:]) if IS_WHOLE else ALL_WINDOWS[4:5]
QUESTIONS = (
    "projet_individuel",
    "personnes_parcours",
    "personnes_par_encadrant",
    "taux_sorties_dynamiques",
    "rgpd_liste",
    "priorites_projet",
)
NA_WITH_REASON = "renouvellement_ca"
LONG = "Accompagner vers la professionnalisation interprofessionnelle et interdépartementale"
"""Longer than any field, with the longest words that a structure writes."""


# --- The check itself -----------------------------------------------------------------------


def _page(qtbot: QtBot) -> tuple[QWidget, QVBoxLayout]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    # Another test may have left larger texts.
    looks.dress(application, Look())
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    page.resize(400, 300)
    return page, column


def _shown(page: QWidget) -> list[str]:
    page.show()
    _settle()
    return faults(page)


def _label(words: str) -> QLabel:
    made = QLabel(words)
    made.setWordWrap(True)
    return made


def test_a_page_with_room_for_all_has_no_fault(qtbot: QtBot) -> None:
    page, column = _page(qtbot)
    for made in (_label("Deux mots " * 20), QPushButton("Continuer"), QLineEdit("Trop " * 60)):
        column.addWidget(made)
    assert _shown(page) == []


def test_a_label_with_one_line_too_few_is_found(qtbot: QtBot) -> None:
    page, column = _page(qtbot)
    cut = _label("Deux mots " * 20)
    cut.setFixedHeight(24)
    column.addWidget(cut)
    assert any("writes only" in fault for fault in _shown(page))


def test_a_button_and_a_field_narrower_than_their_words_are_found(qtbot: QtBot) -> None:
    page, column = _page(qtbot)
    button, field = QPushButton("Enregistrer ces changements"), QLineEdit()
    field.setPlaceholderText("Écrivez un ou plusieurs mots")
    for made in (button, field):
        made.setFixedWidth(60)
        column.addWidget(made)
    assert len(_shown(page)) == 2


def test_a_word_that_is_shortened_is_found_unless_the_whole_is_said(qtbot: QtBot) -> None:
    page, column = _page(qtbot)
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels(["Et si…"])
    table.setItem(0, 0, QTableWidgetItem("Professionnalisation"))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setColumnWidth(0, 70)
    column.addWidget(table)
    assert any("shortens" in fault for fault in _shown(page))
    table.viewport().setToolTip("Professionnalisation")
    assert faults(page) == []


def test_neighbours_that_lie_on_each_other_are_found(qtbot: QtBot) -> None:
    page, _column = _page(qtbot)
    for left in (10, 40):
        made = QLabel("Résultats", page)
        made.setGeometry(left, 10, 80, 20)
    found = _shown(page)
    assert any("lies on" in fault for fault in found)
    assert any("written over" in fault for fault in found)


def test_what_leaves_its_parent_is_found_where_nothing_scrolls(qtbot: QtBot) -> None:
    page, column = _page(qtbot)
    area = QScrollArea()
    inside = QWidget()
    inside.setFixedSize(900, 900)
    area.setWidget(inside)
    column.addWidget(area)
    assert _shown(page) == []
    beside = QWidget(inside)
    beside.setGeometry(880, 10, 60, 20)
    beside.show()
    assert any("leaves" in fault for fault in faults(page))


# --- What comes late -------------------------------------------------------------------------


def test_the_answer_of_last_year_is_tagged_even_where_it_comes_after_the_question(
    demonstrated: Driven,
) -> None:
    session = demonstrated.window.session
    opened, former = demonstrated.current, session.former
    session.former = None
    demonstrated.window.go(ToQuestion("projet_individuel"))
    assert "Votre réponse 2025" not in _written(demonstrated.window)
    session.former = former
    session.changed.emit(opened)
    assert "Votre réponse 2025" in _written(demonstrated.window)


def _written(window: MainWindow) -> set[str]:
    options = window.page(AnsweringPage).findChildren(LevelOption)
    return {line.text for option in options for line in painted_lines(option)}


# --- The pages ------------------------------------------------------------------------------


def _settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def _found(driven: Driven, views: Views) -> list[str]:
    """The faults of every view, once it is drawn."""
    found = []
    for name in views:
        # What is read behind a page comes in, else it may be drawn while the page is looked at.
        driven.idle()
        _settle()
        driven.window.grab()
        _settle()
        found += [f"{name}: {fault}" for fault in faults(driven.window)]
    return found


def _take(driven: Driven, percent: int, width: int, height: int) -> None:
    driven.window.settings_wanted.emit(driven.window.settings.with_text_size(percent))
    driven.window.resize(width, height)


def _views(driven: Driven) -> Views:
    """Every page of the window, one after the other."""
    window = driven.window
    window.go(ToHome())
    yield "home"
    yield from _answering(window)
    window.go(ToYears())
    if len(window.session.years) > 1:
        driven.qtbot.waitUntil(lambda: window.page(YearsPage).compared is not None)
    yield "years"
    aside: tuple[tuple[str, Destination], ...] = (
        ("preferences", ToPreferences()),
        ("profile", ToStructure()),
        ("help", ToHelp()),
        ("search", ToSearch()),
    )
    for name, to in aside:
        window.go(to)
        yield name
    window.page(SearchPage).field.setText("zzz")
    yield "search without a result"
    yield from _results(driven)
    yield from _plan(driven)
    window.banner.say(explained(NotSaved(Path("cap.db"), "full")).title, can_retry=True)
    window.bar.saved.show_unsaved()
    yield "not saved"


def _answering(window: MainWindow) -> Views:
    for question in QUESTIONS:
        window.go(ToQuestion(question))
        for title in window.page(AnsweringPage).findChildren(FoldTitle):
            title.setChecked(True)
        yield question
    window.page(AnsweringPage).show_theme()
    yield "theme"
    window.go(ToQuestion(QUESTIONS[4]))
    window.page(AnsweringPage).go_next()
    yield "end of the theme"


def _results(driven: Driven) -> Views:
    window = driven.window
    window.go(ToResults())
    yield "results"
    window.page(ResultsPage).swap()
    yield "results in tables"
    window.page(ResultsPage).swap()
    if not driven.current.assessment.is_sealed:
        window.page(ResultsPage).closing.ask.click()
        yield "closing of the year"
    part = driven.current.questionnaire.parts[0]
    for node in (part.id, part.axes[0].id, part.axes[0].themes[0].id):
        window.go(ToScore(node))
        yield f"trace of {node}"


def _plan(driven: Driven) -> Views:
    window = driven.window
    window.go(ToPlan())
    driven.qtbot.waitUntil(lambda: window.page(PlanPage).desk.current is not None)
    yield "plan"
    opened = window.page(PlanPage).desk.current
    assert opened is not None
    if opened.actions:
        window.page(PlanPage).what_if.click()
        driven.qtbot.waitUntil(lambda: bool(window.page(PlanPage).projection.bars))
        yield "what if"
        window.page(PlanPage).what_if.click()
        window.page(PlanPage).edit(opened.actions[0].id)
        for section in window.page(PlanPage).editor.findChildren(FoldingSection):
            section.open(is_open=True)
        yield "action"
        window.page(PlanPage).close_editor()


@pytest.mark.parametrize(("percent", "width", "height"), WINDOWS)
def test_every_word_is_whole(demonstrated: Driven, percent: int, width: int, height: int) -> None:
    _take(demonstrated, percent, width, height)
    assert _found(demonstrated, _views(demonstrated)) == []


@pytest.mark.parametrize(("percent", "width", "height"), EXTREMES)
def test_every_word_is_whole_at_first_launch(
    open_window: Open, percent: int, width: int, height: int
) -> None:
    driven = open_window()
    _take(driven, percent, width, height)
    assert _found(driven, _first_launch(driven)) == []
    driven.close()


def _first_launch(driven: Driven) -> Views:
    welcome = driven.window.page(WelcomePage)
    for step in range(3):
        welcome.show_step(step)
        yield f"step {step}"
    welcome.show_step(1)
    QTest.mouseClick(welcome.go, Qt.MouseButton.LeftButton)
    yield "step 1 with its faults"


@pytest.mark.parametrize(("percent", "width", "height"), EXTREMES)
def test_every_word_is_whole_in_an_empty_year(
    open_window: Open, percent: int, width: int, height: int
) -> None:
    driven = begun(open_window)
    _take(driven, percent, width, height)
    assert _found(driven, _views(driven)) == []
    driven.close()


@pytest.mark.parametrize(("percent", "width", "height"), EXTREMES)
def test_every_word_is_whole_in_a_closed_year(
    demonstrated: Driven, percent: int, width: int, height: int
) -> None:
    _take(demonstrated, percent, width, height)
    demonstrated.saved(demonstrated.window.session.seal)
    assert _found(demonstrated, _views(demonstrated)) == []


@pytest.mark.parametrize(("percent", "width", "height"), EXTREMES)
def test_every_long_text_is_whole(
    demonstrated: Driven, percent: int, width: int, height: int
) -> None:
    _take(demonstrated, percent, width, height)
    window = demonstrated.window
    window.go(ToPlan())
    demonstrated.qtbot.waitUntil(lambda: window.page(PlanPage).desk.current is not None)
    opened = window.page(PlanPage).desk.current
    assert opened is not None
    action = opened.actions[0].id
    long = {"title": LONG, "owner": LONG, "goal": LONG}
    demonstrated.saved(lambda: window.page(PlanPage).desk.change(action, "action changée", **long))
    demonstrated.saved(lambda: StructurePresenter(window.session).rename(LONG))
    intents = AnsweringPresenter(window.session)
    for question in QUESTIONS:
        demonstrated.saved(partial(intents.comment, question, LONG))
        intents.discuss(question, discuss=True)
    demonstrated.qtbot.waitUntil(lambda: not window.session.unsaved)
    assert _found(demonstrated, _views(demonstrated)) == []


@pytest.mark.parametrize(("percent", "width", "height"), EXTREMES)
def test_the_reason_of_what_is_not_applicable_is_asked_whole(
    demonstrated: Driven, percent: int, width: int, height: int
) -> None:
    _take(demonstrated, percent, width, height)
    window = demonstrated.window
    window.go(ToQuestion(NA_WITH_REASON))
    window.page(AnsweringPage).footer.na.click()
    assert window.page(AnsweringPage).pane.na_reason.isVisible()
    assert _found(demonstrated, iter(["reason"])) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_of_a_decision_is_whole(qtbot: QtBot, scale: float) -> None:
    looks.load_fonts()
    error = DatabaseDamaged(Path("/home/claire/Documents/associations/cap.db"))
    acts = (
        DecisionAct("close", "Fermer CAP Desktop"),
        DecisionAct("restore", "Restaurer la copie d’hier"),
    )
    dialog = Decision(Look(scale=scale), explained(error), acts, details(error))
    qtbot.addWidget(dialog)
    dialog.show()
    _settle()
    assert faults(dialog) == []
