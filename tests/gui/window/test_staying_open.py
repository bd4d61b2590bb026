"""A window that stays open after all, or that starts over: what is typed goes where it belongs."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop.errors import AssessmentSealed, CapError, DatabaseDamaged, NotSaved
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.window.closing import LOSE, STAY, may_close
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from tests.gui.driving import Driven
from tests.patience import PATIENCE

FIRST, OTHER = "projet_ecrit", "besoins_territoire"


def _hold_lane(driven: Driven) -> Event:
    go_on = Event()
    lane = driven.lane
    lane.submit(lambda: go_on.wait(PATIENCE), lambda _done: None, lambda _error: None)
    return go_on


def test_a_window_that_stays_after_everything_was_saved_says_so(
    demonstrated: Driven, qtbot: QtBot
) -> None:
    session = demonstrated.program.session
    go_on, done = _hold_lane(demonstrated), []
    AnsweringPresenter(session).comment(FIRST, "attend")
    session.saver.when_saved(lambda: done.append("report"), lambda _error: None)
    go_on.set()
    with qtbot.waitSignal(session.saved):
        assert not may_close(session, lambda: "action", lambda _error: STAY)
    assert done == ["report"]


def test_a_window_that_stays_after_the_disk_refused_saves_what_comes_next(
    demonstrated: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = demonstrated.program.session
    services = demonstrated.services()

    def full(*_about: object) -> object:
        raise NotSaved(tmp_path / "cap.db", "full")

    with monkeypatch.context() as patch:
        patch.setattr(services.answering, "record_answer", full)
        with qtbot.waitSignal(session.not_saved):
            AnsweringPresenter(session).comment(FIRST, "refusé")
    assert not may_close(session, lambda: "action", lambda _error: STAY)
    assert session.unsaved == 0
    with qtbot.waitSignal(session.saved):
        AnsweringPresenter(session).comment(OTHER, "ensuite")
    assert demonstrated.current.answer(OTHER).comment == "ensuite"


def test_what_stands_behind_a_refused_change_is_saved_where_the_window_stays(
    demonstrated: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = demonstrated.program.session
    services = demonstrated.services()
    refusals = iter([NotSaved(tmp_path / "cap.db", "full"), AssessmentSealed(2026)])
    real = services.answering.record_answer

    def refuse(*about: object) -> OpenAssessment:
        refusal = next(refusals, None)
        if refusal is not None:
            raise refusal
        return real(*about)  # type: ignore[arg-type] # what the window asked

    monkeypatch.setattr(services.answering, "record_answer", refuse)
    with qtbot.waitSignal(session.not_saved):
        AnsweringPresenter(session).comment(FIRST, "refusé")
    AnsweringPresenter(session).comment(OTHER, "ensuite")
    assert not may_close(session, lambda: "", lambda _error: STAY)
    qtbot.waitUntil(lambda: session.unsaved == 0)
    assert demonstrated.current.answer(OTHER).comment == "ensuite"


def test_data_that_cannot_be_opened_do_not_keep_the_window_from_closing(
    demonstrated: Driven, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = demonstrated.program.session
    go_on = _hold_lane(demonstrated)
    AnsweringPresenter(session).comment(FIRST, "attend")
    asked: list[CapError] = []

    def close_anyway(error: CapError) -> str:
        asked.append(error)
        return LOSE if len(asked) < 5 else STAY

    def damaged() -> LocalServices:
        raise DatabaseDamaged(tmp_path / "cap.db")

    monkeypatch.setattr(session._services, "get", damaged)
    go_on.set()
    assert may_close(session, lambda: "", close_anyway)
    assert [type(error) for error in asked] == [DatabaseDamaged]


def test_an_opening_that_failed_is_not_tried_again_with_a_later_answer(
    demonstrated: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = demonstrated.program.session
    here = demonstrated.current.assessment.id
    other = next(year.id for year in session.years if year.id != here)
    services = demonstrated.services()

    def locked(*_about: object) -> object:
        raise NotSaved(tmp_path / "cap.db", "locked")

    with monkeypatch.context() as patch:
        patch.setattr(services.assessments, "show", locked)
        with qtbot.waitSignal(session.not_saved):
            session.opener.open(other)
    demonstrated.saved(lambda: AnsweringPresenter(session).comment(FIRST, "une autre fois"))
    with monkeypatch.context() as patch:
        patch.setattr(services.answering, "record_answer", locked)
        with qtbot.waitSignal(session.not_saved):
            AnsweringPresenter(session).comment(OTHER, "refusé")
    with qtbot.waitSignal(session.saved):
        session.try_again()
    demonstrated.idle()
    assert demonstrated.current.assessment.id == here


def _begun_elsewhere(driven: Driven) -> str:
    """Begin a year behind the back of the window: a start is on the newest one."""
    services, here = driven.services(), driven.current
    year = here.assessment
    begun = driven.lane.run(
        lambda: services.assessments.begin(
            here.structure.id, year.year + 1, year.questionnaire, here.profile
        )
    )
    return begun.assessment.id


@pytest.mark.parametrize("is_read_first", [True, False])
def test_starting_over_shows_what_the_data_hold_now_and_undoes_nothing_in_it(
    demonstrated: Driven, is_read_first: bool
) -> None:
    session = demonstrated.program.session
    here = demonstrated.current.assessment
    demonstrated.saved(lambda: AnsweringPresenter(session).comment(FIRST, "de cette année"))
    left: list[str] = []
    session.leaving.connect(lambda: left.append(demonstrated.current.assessment.id))

    def first() -> OpenAssessment | None:
        return demonstrated.program.data.first_assessment() if is_read_first else None

    other = _begun_elsewhere(demonstrated)
    with demonstrated.qtbot.waitSignal(session.ready):
        session.opener.start(first, demonstrated.program.data.open)
    assert demonstrated.current.assessment.id == other
    assert left == [here.id]
    assert not session.undo_stack.canUndo()
