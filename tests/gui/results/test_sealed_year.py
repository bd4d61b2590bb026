"""A sealed year shows what was sealed, and says calmly what the rules of today would print."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.results.years_page import YearsPage
from cap_desktop.gui.session.destinations import ToHome, ToResults, ToYears
from tests.folders import write_digests
from tests.gui.driving import Driven


@pytest.fixture
def older_rules(
    open_window: Callable[[], Driven], tmp_path: Path, demonstration: Path, qtbot: QtBot
) -> Driven:
    """The window on 2025, whose sealed results are not those that today's rules would give."""
    folder = tmp_path / "donnees"
    shutil.copytree(demonstration, folder)
    with closing(sqlite3.connect(folder / "cap.db")) as file:
        (name, text) = file.execute(
            "SELECT a.id, a.results FROM assessments a JOIN structures s ON s.id = a.structure_id "
            "WHERE s.name = 'Les Deux Rives' AND a.year = 2025"
        ).fetchone()
        tree = json.loads(text)
        first = next(iter(tree["parts"]))
        tree["parts"][first] |= {"score": "12.3", "estimate": "12.3", "band": "emergent"}
        file.execute("UPDATE assessments SET results = ? WHERE id = ?", (json.dumps(tree), name))
        write_digests(file, "results")
        file.execute("DELETE FROM standing")
        file.commit()
    driven = open_window()
    with qtbot.waitSignal(driven.window.session.opened):
        driven.window.session.opener.open(name)
    driven.window.resize(1366, 720)
    return driven


def _words(page: QWidget) -> str:
    shown = [found.text() for found in page.findChildren(QLabel) if found.isVisible()]
    named = [
        f"{found.accessibleName()} {found.accessibleDescription()}"
        for found in page.findChildren(QWidget)
        if found.isVisible()
    ]
    return "\n".join([*shown, *named]).replace("\u00a0", " ")


def test_the_sealed_score_is_shown_everywhere(older_rules: Driven, qtbot: QtBot) -> None:
    window = older_rules.window
    window.go(ToResults())
    qtbot.waitUntil(lambda: "12,3" in _words(window.page(ResultsPage)))
    window.go(ToHome())
    qtbot.waitUntil(lambda: "12,3" in _words(window.page(HomePage)))
    today = older_rules.current.recount
    assert today is not None
    assert today != older_rules.current.results


def test_what_today_would_print_is_said_and_nothing_else_is_said_of_other_years(
    older_rules: Driven, qtbot: QtBot
) -> None:
    window = older_rules.window
    window.go(ToResults())
    said = window.page(ResultsPage).recount
    assert said.isVisible()
    assert "Le calcul a changé depuis" in said.text()
    window.go(ToYears())
    qtbot.waitUntil(lambda: window.page(YearsPage).compared is not None)
    assert "2025 : Ces résultats restent" in _words(window.page(YearsPage))
    newest = window.session.years[0]
    with qtbot.waitSignal(window.session.opened):
        window.session.opener.open(newest.id)
    window.go(ToResults())
    assert not window.page(ResultsPage).recount.isVisible()


def test_a_year_that_is_opened_again_counts_by_the_rules_of_today(
    older_rules: Driven, qtbot: QtBot
) -> None:
    window = older_rules.window
    window.go(ToResults())
    qtbot.waitUntil(lambda: "12,3" in _words(window.page(ResultsPage)))
    older_rules.saved(window.session.reopen)
    assert older_rules.current.recount is None
    assert not window.page(ResultsPage).recount.isVisible()
    qtbot.waitUntil(lambda: "12,3" not in _words(window.page(ResultsPage)))
