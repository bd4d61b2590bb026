"""What a person who does not see the screen meets, page by page, with a screen reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from cap_desktop.errors import NotSaved
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.choice_fields import SeveralField
from cap_desktop.gui.answering.level_field import LevelField
from cap_desktop.gui.kit.fold import FoldTitle
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import (
    ToHelp,
    ToPlan,
    ToQuestion,
    ToResults,
)
from cap_desktop.gui.structure.welcome_page import HELLO, STRUCTURE, WHO, WelcomePage
from cap_desktop.gui.window.main_window import MainWindow
from tests.gui.accessible import DESCRIPTION, NAME, Role, walk
from tests.gui.driving import Driven
from tests.gui.pages import each_page, settle

MEANINGLESS = {Role.NoRole, Role.Client, Role.Grouping, Role.Pane, Role.Window}
MOST_STOPS = 120


def _interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def _focusable(window: MainWindow) -> list[QWidget]:
    return [
        item
        for item in window.findChildren(QWidget)
        if item.isVisible()
        and item.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not item.objectName().startswith("qt_")
    ]


def _faults_of_names(window: MainWindow) -> list[object]:
    faults: list[object] = []
    said: Counter[tuple[str, str, str, str]] = Counter()
    for widget in _focusable(window):
        found = _interface(widget)
        name, description = found.text(NAME).strip(), found.text(DESCRIPTION).strip()
        if not name or found.role() in MEANINGLESS:
            faults.append((type(widget).__name__, name, found.role()))
        around = found.parent()
        # The name of a group is said on entering it.
        group = around.text(NAME) if around.role() == Role.Grouping else ""
        said[found.role().name, name, description, group] += 1
    return faults + [what for what, times in said.items() if times > 1]


def _faults_of_order(window: MainWindow) -> list[object]:
    """Steps of the Tab key that go up, or back to the left on one line, inside one zone."""
    faults: list[object] = []
    for one, other in pairwise(_stops(window)):
        if _zone(one) is not _zone(other):
            continue
        a, b = _place(one, window), _place(other, window)
        goes_up = b.bottom() <= a.top() and b.left() < a.right()
        is_beside = b.top() < a.bottom() and a.top() < b.bottom()
        if (one, other) == _around_the_foot(window):
            continue
        if goes_up or (is_beside and b.right() <= a.left()):
            faults.append((one.accessibleName(), other.accessibleName()))
    return faults


def _around_the_foot(window: MainWindow) -> tuple[QWidget, QWidget] | None:
    """What else may be answered comes just after the answers, then « Précédente », « Suivante ».

    It is the one place where Tab goes back to the left, so that « Suivante » is near the answers.
    """
    page = window.pages.currentWidget()
    if not isinstance(page, AnsweringPage):
        return None
    footer = page.columns.footer
    shown = [item for item in (footer.unknown, footer.discuss, footer.more) if item.isVisible()]
    return (shown[-1], footer.back) if shown else None


def _stops(window: MainWindow) -> list[QWidget]:
    """What the Tab key reaches from the top of the window until it comes back."""
    stops: list[QWidget] = []
    window.bar.structures.setFocus()
    while (focused := QApplication.focusWidget()) is not None and focused not in stops:
        stops.append(focused)
        assert len(stops) < MOST_STOPS
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return stops


def _zone(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _headings(window: MainWindow) -> list[str]:
    page = window.pages.currentWidget()
    assert page is not None
    found = [_interface(item) for item in page.findChildren(QWidget) if item.isVisible()]
    return [item.text(NAME) for item in found if item.role() == Role.Heading]


def test_whatever_takes_the_focus_says_its_name_and_its_role_and_no_other_says_the_same(
    demonstrated: Driven,
) -> None:
    for page in each_page(demonstrated):
        assert len(_focusable(demonstrated.window)) > 8, page
        assert _faults_of_names(demonstrated.window) == [], page


def test_the_tab_key_follows_the_reading_on_every_page(demonstrated: Driven) -> None:
    for page in each_page(demonstrated):
        assert len(_stops(demonstrated.window)) > 5, page
        assert _faults_of_order(demonstrated.window) == [], page


def test_every_page_has_a_heading_that_says_what_it_is(demonstrated: Driven) -> None:
    for page in each_page(demonstrated):
        headings = _headings(demonstrated.window)
        assert headings, page
        assert all(headings), page
    demonstrated.window.go(ToHelp())
    assert _headings(demonstrated.window)[:2] == ["Aide", "Comment ça se passe"]


def test_the_first_launch_is_read_in_order(open_window: Callable[[], Driven]) -> None:
    driven = open_window()
    window = driven.window
    for step in (HELLO, STRUCTURE, WHO):
        window.page(WelcomePage).show_step(step)
        settle(driven)
        assert _faults_of_names(window) == []
        assert _headings(window)


# --- What is said without the focus going there --------------------------------------------


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that listens is told."""
    heard: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message().replace("\u00a0", " "))

    # What is imported at its first use finds the roles and the states there too.
    public = {name: getattr(QAccessible, name) for name in dir(QAccessible) if name[0] != "_"}
    reader = SimpleNamespace(**public | {"isActive": lambda: True, "updateAccessibility": tell})
    monkeypatch.setattr(QtGui, "QAccessible", reader)
    return heard


def test_a_new_question_is_said_and_a_save_once_a_minute(
    demonstrated: Driven, said: list[str]
) -> None:
    window = demonstrated.window
    window.go(ToQuestion("projet_individuel"))
    assert said[-1].startswith("Question 1 sur 10. Comment chaque personne construit")
    said.clear()
    for key in (Qt.Key.Key_4, Qt.Key.Key_1):
        demonstrated.saved(partial(QTest.keyClick, window.page(AnsweringPage), key))
    assert [words for words in said if words.startswith("Enregistré à")] == ["Enregistré à 14 h 32"]


def test_a_disk_that_refuses_is_said_with_what_to_do(
    demonstrated: Driven, said: list[str], tmp_path: Path
) -> None:
    window = demonstrated.window
    window.session.not_saved.emit(NotSaved(tmp_path / "cap.db", "full"))
    assert said == [window.banner.words.text().replace("\u00a0", " ")]
    assert said[0].startswith("Pas encore enregistré : le disque est plein.")


def test_an_action_that_is_removed_is_said_with_the_way_back(
    demonstrated: Driven, said: list[str]
) -> None:
    window = demonstrated.window
    window.go(ToPlan())
    demonstrated.qtbot.waitUntil(lambda: len(window.page(PlanPage).table.rows.rows) > 1)
    demonstrated.saved(
        lambda: window.page(PlanPage).remove(window.page(PlanPage).table.rows.rows[1].action)
    )
    assert any("Annuler" in words for words in said)


def test_the_way_of_a_file_that_is_written_is_said(demonstrated: Driven, said: list[str]) -> None:
    window = demonstrated.window
    window.exports.work.begin("Le rapport")
    window.exports.work.end()
    window.strip.toast.say(
        "Enregistré : rapport.pdf", ("Ouvrir le dossier", lambda: None), stays=True
    )
    assert "Enregistré : rapport.pdf Ouvrir le dossier" in said


def test_a_year_that_is_terminated_and_reopened_is_said(
    demonstrated: Driven, said: list[str]
) -> None:
    demonstrated.saved(demonstrated.window.session.seal)
    assert said.count("Année 2026, terminée, lecture seule") == 1
    said.clear()
    demonstrated.saved(demonstrated.window.session.reopen)
    assert said.count("Année 2026, en cours") == 1


def test_the_steps_of_the_first_launch_are_said(
    open_window: Callable[[], Driven], said: list[str]
) -> None:
    window = open_window().window
    page = window.page(WelcomePage)
    assert page.onward.accessibleDescription() == "Étape 1 sur 3 · Bienvenue"
    page.onward.click()
    assert said[-1] == "Étape 2 sur 3 · Votre structure"
    assert page.onward.accessibleDescription() == ""
    page.name.setText("Les Cigales")
    page.onward.click()
    assert said[-1] == "Étape 3 sur 3 · Qui répond ?"


def test_the_window_is_never_named_after_the_page_of_beginning(
    open_window: Callable[[], Driven],
) -> None:
    driven = open_window()
    titles: list[str] = []
    driven.window.windowTitleChanged.connect(titles.append)
    page = driven.window.page(WelcomePage)
    page.onward.click()
    page.name.setText("Les Cigales")
    page.onward.click()
    page.go.click()
    driven.qtbot.waitUntil(lambda: driven.window.session.is_ready and not driven.lane.is_busy)
    assert [title for title in titles if "Les Cigales" in title]
    assert [title for title in titles if "Ajouter" in title] == []


def test_a_fold_is_said_by_who_opens_it_only(demonstrated: Driven, said: list[str]) -> None:
    window = demonstrated.window
    window.activateWindow()
    window.go(ToQuestion("projet_ecrit"))
    settle(demonstrated)
    assert "déplié" not in said
    title = next(item for item in window.findChildren(FoldTitle) if item.isVisible())
    title.setFocus()
    demonstrated.qtbot.waitUntil(title.hasFocus)
    title.click()
    assert said[-1] in ("déplié", "replié")


def test_a_heading_that_is_shown_again_is_no_new_text(demonstrated: Driven) -> None:
    title = demonstrated.window.page(AnsweringPage).pane.title
    title.setText("Une question")
    heard: list[str] = []
    title.setAccessibleName = heard.append  # type: ignore[method-assign]
    title.setText("Une question")
    assert heard == []
    title.setText("Une autre")
    assert heard == ["Une autre"]


def test_what_is_chosen_with_the_keys_in_a_closed_list_is_said(
    demonstrated: Driven, said: list[str]
) -> None:
    window = demonstrated.window
    window.activateWindow()
    window.go(ToPlan())
    settle(demonstrated)
    orders = window.page(PlanPage).filters.orders
    orders.setFocus()
    demonstrated.qtbot.waitUntil(orders.hasFocus)
    said.clear()
    QTest.keyClick(orders, Qt.Key.Key_Down)
    assert said == ["Par priorité"]
    assert _interface(orders).text(NAME) == "Trier"
    assert _interface(orders).text(QAccessible.Text.Value) == "Par priorité"


def test_the_question_is_not_said_again_at_every_answer(demonstrated: Driven) -> None:
    window = demonstrated.window
    for question in ("projet_ecrit", "rgpd_liste"):
        window.go(ToQuestion(question))
        settle(demonstrated)
        field = window.page(AnsweringPage).field
        assert isinstance(field, LevelField | SeveralField)
        around = _interface(field.findChildren(QAbstractButton)[1]).parent()
        # Orca says the name of what is around a choice at each arrow; the heading has said it.
        while around.role() != Role.Window and around.object() is not window:
            assert around.text(NAME) == ""
            around = around.parent()


def test_a_point_of_a_chart_is_said_once(demonstrated: Driven, said: list[str]) -> None:
    window = demonstrated.window
    window.activateWindow()
    window.go(ToResults())
    settle(demonstrated)
    radar = window.page(ResultsPage).scores.radar
    radar.setFocus()
    demonstrated.qtbot.waitUntil(radar.hasFocus)
    summary = radar.accessibleDescription()
    said.clear()
    QTest.keyClick(radar, Qt.Key.Key_Right)
    words = radar.figure.points[0].words
    assert said == [words.replace("\u00a0", " ")]
    # A change of the description under the focus is said as well.
    assert radar.accessibleDescription() == summary
    radar.clearFocus()
    radar.setFocus()
    demonstrated.qtbot.waitUntil(lambda: radar.accessibleDescription() == words)


def test_the_end_of_a_theme_is_said_with_its_score(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.go(ToQuestion("conseils_conformite"))
    settle(demonstrated)
    page = window.page(AnsweringPage)
    page.go_next()
    settle(demonstrated)
    focused = QApplication.focusWidget()
    assert focused is not None
    found = _interface(focused)
    assert found.role() == Role.Heading
    assert "vous avez tout parcouru" in found.text(NAME)
    assert found.text(DESCRIPTION) == "50,0 sur 100, En chemin"


def test_a_year_that_is_reopened_leads_to_the_question(demonstrated: Driven) -> None:
    window = demonstrated.window
    window.activateWindow()
    demonstrated.saved(window.session.seal)
    window.go(ToQuestion("projet_ecrit"))
    settle(demonstrated)
    pane = window.page(AnsweringPage).pane
    pane.reopen.setFocus()
    demonstrated.qtbot.waitUntil(pane.reopen.hasFocus)
    demonstrated.saved(pane.reopen.click)
    settle(demonstrated)
    assert pane.title.hasFocus()


def test_a_year_that_is_terminated_is_said_in_another_look_too(
    demonstrated: Driven, said: list[str]
) -> None:
    former = demonstrated.window
    former.settings_wanted.emit(former.settings.with_text_size(125))
    assert demonstrated.window is not former
    settle(demonstrated)
    said.clear()
    demonstrated.saved(demonstrated.window.session.seal)
    assert said.count("Année 2026, terminée, lecture seule") == 1


def test_both_scores_are_read_before_their_themes(demonstrated: Driven) -> None:
    demonstrated.window.go(ToResults())
    settle(demonstrated)
    scores = demonstrated.window.page(ResultsPage).scores
    names = [item.text(NAME) for item in walk(_interface(scores)) if not item.state().invisible]
    ranks = [
        next(rank for rank, name in enumerate(names) if name.startswith(words))
        for words in ("Nos pratiques, 52,6", "Utilité sociale, 48,0", "14 thèmes")
    ]
    assert ranks == sorted(ranks)
