"""« Écouter »: reads a question where Qt's speech is installed, and is not there elsewhere."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering import voice
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.listening import spoken
from cap_desktop.gui.answering.voice import Voice
from cap_desktop.gui.session.destinations import ToQuestion, ToResults
from tests.gui.driving import Driven
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[3]
LEVEL, NEXT, FIGURE, LIST = "projet_individuel", "projet_ecrit", "participation_ag", "rgpd_liste"


@pytest.fixture
def mute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page find no speech of its own, whatever is installed on this machine."""
    monkeypatch.setattr(voice, "find_spec", lambda _name: None)


@pytest.fixture
def listened(mute: None, demonstrated: Driven) -> Driven:  # noqa: ARG001 - for what it does
    """The answering page with an engine of Qt that makes no sound; it knows no French."""
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)
    demonstrated.window.go(ToQuestion(LEVEL))
    listening = demonstrated.window.page(AnsweringPage).pane.listening
    listening.use(Voice("mock", QLocale.Language.English, listening))
    return demonstrated


def _question(driven: Driven, name: str) -> Any:
    return driven.current.questionnaire.outline.by_id[name].question


@pytest.mark.usefixtures("mute")
def test_without_speech_there_is_no_button_and_its_key_does_nothing(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    demonstrated.window.go(ToQuestion(LEVEL))
    page = demonstrated.window.page(AnsweringPage)
    qtbot.waitUntil(page.pane.title.hasFocus)
    before = dict(demonstrated.current.kept)
    QTest.keyClick(page, Qt.Key.Key_L)
    assert not page.pane.listening.button.isVisible()
    assert page.entry is not None
    assert page.entry.id == LEVEL
    assert demonstrated.current.kept == before


def test_nothing_of_it_is_imported_by_the_answering_page() -> None:
    code = (
        "import sys, cap_desktop.gui.answering.answering_page; "
        "sys.exit('PySide6.QtTextToSpeech' in sys.modules)"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=False, timeout=PATIENCE
        ).returncode
        == 0
    )


def test_a_practice_is_read_with_each_of_its_levels(demonstrated: Driven) -> None:
    question = _question(demonstrated, LEVEL)
    texts = spoken(question)
    assert texts[0] == question.title
    assert len(texts) == 1 + len(question.levels)
    level = question.levels[2]
    assert texts[3] == f"Niveau 2. {level.title}. {level.description}"


def test_other_questions_are_read_with_what_they_propose(demonstrated: Driven) -> None:
    assert spoken(_question(demonstrated, FIGURE)) == (_question(demonstrated, FIGURE).title,)
    lines = tuple(item.title for item in _question(demonstrated, LIST).choices)
    assert spoken(_question(demonstrated, LIST))[1:] == lines


def test_the_key_reads_and_stops(listened: Driven, qtbot: QtBot) -> None:
    page = listened.window.page(AnsweringPage)
    listening = page.pane.listening
    assert listening.button.isVisible()
    assert listening.button.accessibleName() == "Écouter"
    QTest.keyClick(page, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: listening.button.accessibleName() == "Arrêter")
    QTest.keyClick(page, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: listening.button.accessibleName() == "Écouter")


def _move(driven: Driven) -> None:
    driven.window.go(ToQuestion(NEXT))


def _leave(driven: Driven) -> None:
    driven.window.go(ToResults())


@pytest.mark.parametrize("act", [_move, _leave])
def test_what_is_read_stops_when_the_question_is_left(
    listened: Driven, act: Callable[[Driven], None]
) -> None:
    reader = listened.window.page(AnsweringPage).pane.listening
    reader.button.click()
    assert reader._voice is not None
    assert reader._voice.is_speaking
    act(listened)
    assert not reader._voice.is_speaking


def test_a_voice_of_another_language_only_is_no_voice(listened: Driven) -> None:
    listening = listened.window.page(AnsweringPage).pane.listening
    listening.use(Voice("mock", QLocale.Language.French, listening))
    assert not listening.button.isVisible()
    QTest.keyClick(listened.window.page(AnsweringPage), Qt.Key.Key_L)
    assert listening._voice is not None
    assert not listening._voice.is_speaking
