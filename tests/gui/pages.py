"""The way to every page of the window, and to every state of a page that has other controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import (
    ToCopies,
    ToCopy,
    ToDamage,
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
    ToYourData,
)
from cap_desktop.gui.window.main_window import MainWindow
from tests.folders import clock
from tests.gui.driving import Driven

QUESTIONS = (
    "projet_individuel",
    "personnes_parcours",
    "personnes_par_encadrant",
    "taux_sorties_dynamiques",
    "rgpd_liste",
    "priorites_projet",
)


def _pages(window: MainWindow) -> Iterator[tuple[str, tuple[Callable[[], object], ...]]]:
    """Every page and every state of a page that has other controls, and the way there."""
    yield "home", (lambda: window.go(ToHome()),)
    for question in QUESTIONS:
        yield question, (partial(window.go, ToQuestion(question)),)
    yield "whole theme", (window.page(AnsweringPage).show_theme,)
    yield (
        "end of a theme",
        (partial(window.go, ToQuestion("conseils_conformite")), window.page(AnsweringPage).go_next),
    )
    yield "results", (lambda: window.go(ToResults()),)
    yield "tables", (window.page(ResultsPage).swap,)
    yield "trace", (partial(window.go, ToScore("pratiques")),)
    yield "years", (lambda: window.go(ToYears()),)
    yield "plan", (lambda: window.go(ToPlan()),)
    yield (
        "action",
        (partial(window.page(PlanPage).edit, window.page(PlanPage).table.rows.rows[1].action),),
    )
    yield "supposed", (window.page(PlanPage).close_editor, window.page(PlanPage).what_if.click)
    yield "preferences", (lambda: window.go(ToPreferences()),)
    yield "copies", (lambda: window.go(ToCopies()),)
    yield "copy", (lambda: window.go(ToCopy(f"cap-{clock():%Y-%m-%d}.db")),)
    yield "damage", (lambda: window.go(ToDamage()),)
    yield "your data", (lambda: window.go(ToYourData()),)
    yield "profile", (lambda: window.go(ToStructure()),)
    yield "help", (lambda: window.go(ToHelp()),)
    yield "search", (lambda: window.go(ToSearch()),)


def each_page(driven: Driven) -> Iterator[str]:
    """Show the pages one after the other, each until it stands still."""
    window = driven.window
    window.go(ToPlan())
    driven.qtbot.waitUntil(lambda: len(window.page(PlanPage).table.rows.rows) > 1)
    for name, way in _pages(window):
        for step in way:
            step()
        settle(driven)
        yield name


def settle(driven: Driven) -> None:
    """Wait until what was asked for is shown."""
    driven.idle()
    for _turn in range(4):
        QApplication.processEvents()
