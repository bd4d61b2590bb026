"""Closing while something waits: nothing is lost, and nothing is called saved that is not."""

import gc
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.domain.plan.plan import Action
from cap_desktop.errors import CapError, NotSaved
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.session.destinations import ToPlan, ToQuestion
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.window.closing import LOSE, STAY
from cap_desktop.gui.window.main_window import MainWindow
from tests.folders import clock
from tests.gui.driving import Driven
from tests.patience import PATIENCE

FIRST, OTHER = "projet_ecrit", "besoins_territoire"


class Disk:
    """Fills the disk under the open program, and frees it again."""

    def __init__(self, driven: Driven) -> None:
        self._driven = driven

    def fill(self, *, is_full: bool) -> None:
        """No page more than the file has, or as many as it wants."""
        database = self._driven.database
        pages = 1 if is_full else 1_000_000
        with database._engine.connect() as file:
            file.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


@pytest.fixture
def disk(demonstrated: Driven) -> Disk:
    return Disk(demonstrated)


def _long(rank: int) -> str:
    """A text that takes pages of its own."""
    return f"{rank} " + "Long. " * 9000


def test_what_waits_behind_a_saved_answer_still_waits_after_coming_back(
    demonstrated: Driven, disk: Disk, qtbot: QtBot
) -> None:
    session, intents = (
        demonstrated.window.session,
        AnsweringPresenter(demonstrated.window.session),
    )
    go_on = Event()
    lane = demonstrated.lane
    lane.submit(lambda: go_on.wait(PATIENCE), lambda _done: None, lambda _error: None)
    intents.comment(FIRST, "court")
    intents.comment(OTHER, _long(1))
    saved: list[str] = []
    session.saved.connect(saved.append)
    asked: list[CapError] = []

    def stay(error: CapError) -> str:
        asked.append(error)
        # What the lane said of the first answer is delivered while the question is asked.
        qtbot.waitUntil(lambda: not lane.is_busy)
        return STAY

    demonstrated.window.decide = stay
    real = lane.run

    def run(work: object) -> object:
        if work is session.saver._changes[0].work:
            # The first answer was made by the lane before: it is not made twice.
            real(lambda: disk.fill(is_full=True))
        return real(work)  # type: ignore[arg-type] # what the lane was given

    go_on.set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lane, "run", run)
        assert not demonstrated.window.close()
    assert [type(error) for error in asked] == [NotSaved]
    assert session.unsaved == 1
    assert saved == []
    assert AnsweringPresenter(session).intended(OTHER).comment == _long(1)
    lane.run(lambda: disk.fill(is_full=False))
    qtbot.waitUntil(lambda: session.unsaved == 0)
    assert demonstrated.current.answer(OTHER).comment == _long(1)
    assert demonstrated.current.answer(FIRST).comment == "court"
    assert len(saved) == 1


def test_a_file_that_vanished_before_it_was_copied_is_told_at_closing(
    demonstrated: Driven, tmp_path: Path
) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"photo")
    lane, go_on = demonstrated.lane, Event()
    lane.submit(lambda: go_on.wait(PATIENCE), lambda _done: None, lambda _error: None)
    intents = AnsweringPresenter(demonstrated.window.session)
    intents.add_evidence(FIRST, source)
    intents.comment(OTHER, "dit avant de fermer")
    source.unlink()
    asked: list[CapError] = []

    def close_anyway(error: CapError) -> str:
        asked.append(error)
        return LOSE

    demonstrated.window.decide = close_anyway
    go_on.set()
    assert demonstrated.window.close()
    assert len(asked) == 1
    assert not isinstance(asked[0], NotSaved)
    assert "photo.jpg" in str(asked[0])
    assert demonstrated.current.answer(OTHER).comment == "dit avant de fermer"


def test_a_year_that_cannot_be_opened_says_nothing_of_answers_and_is_asked_again(
    demonstrated: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    other = next(year.id for year in session.years if year.id != demonstrated.current.assessment.id)
    services = demonstrated.services()

    def locked(_assessment: str) -> object:
        raise NotSaved(tmp_path / "cap.db", "locked")

    with monkeypatch.context() as patch:
        patch.setattr(services.assessments, "show", locked)
        with qtbot.waitSignal(session.not_saved):
            session.opener.open(other)
    assert "Pas encore enregistré" not in window.bar.saved.words.text()
    assert "Pas encore enregistré" not in window.banner.words.text()
    assert window.banner.retry.isVisibleTo(window)
    with qtbot.waitSignal(session.opened):
        window.banner.retry.click()
    assert demonstrated.current.assessment.id == other
    assert window.banner.isHidden()


def test_a_report_waits_for_what_is_being_saved(
    demonstrated: Driven, disk: Disk, qtbot: QtBot, tmp_path: Path
) -> None:
    window, session = demonstrated.window, demonstrated.window.session
    path = tmp_path / "rapport.html"
    window.exports.ask_path = lambda _title, _name, _kinds: path
    demonstrated.lane.run(lambda: disk.fill(is_full=True))
    with qtbot.waitSignal(session.not_saved):
        AnsweringPresenter(session).comment(FIRST, _long(2))
    with qtbot.waitSignal(window.exports.failed) as told:
        window.export("html")
    assert told.args is not None
    assert isinstance(told.args[0], NotSaved)
    assert not path.exists()
    demonstrated.lane.run(lambda: disk.fill(is_full=False))
    session.try_again()
    window.export("html")
    qtbot.waitUntil(path.exists)
    assert _long(2).strip()[:40] in path.read_text(encoding="utf-8")


def test_a_closed_program_leaves_no_window_behind(
    qtbot: QtBot, tmp_path: Path, demonstration: Path
) -> None:
    shutil.copytree(demonstration, tmp_path / "donnees")

    def opened_and_closed() -> weakref.ref[MainWindow]:
        program = app.Program(tmp_path / "donnees", clock)
        program.open()
        qtbot.waitUntil(lambda: program.session.is_ready)
        program.window.go(ToQuestion())
        program.window.go(ToPlan())
        qtbot.waitUntil(lambda: program.window.page(PlanPage).desk.current is not None)
        qtbot.waitUntil(lambda: not program._lane.is_busy)
        program.close()
        program.window.deleteLater()
        return weakref.ref(program.window)

    window = opened_and_closed()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert window() is None


# --- Between « done » and « heard of » --------------------------------------------------------


def _seal(session: Session) -> None:
    session.seal()


def _rename(session: Session) -> None:
    session.change_year(lambda services, year: services.assessments.rename_structure(year, "Neuf"))


def _add(session: Session) -> None:
    action = Action(id="a", title="Titre", priority=2, state="todo")
    session.keep(lambda services, year: services.plans.add(year, action, "Direction"), _not_shown)


def _not_shown(_brought: object) -> None:
    pass


@pytest.mark.parametrize("change", [_seal, _rename, _add])
def test_a_change_that_was_made_and_not_heard_of_is_made_once_and_asks_nothing(
    demonstrated: Driven, change: Callable[[Session], None]
) -> None:
    session, asked = demonstrated.window.session, list[CapError]()
    demonstrated.idle()
    year, before = demonstrated.current.assessment.id, _lines(demonstrated)

    def stay(error: CapError) -> str:
        asked.append(error)
        return STAY

    demonstrated.window.decide = stay
    change(session)
    demonstrated.lane.drain()  # it is made, and its news wait behind what the window does now
    assert demonstrated.window.close()
    assert asked == []
    assert session.unsaved == 0
    plans = demonstrated.services().plans
    history = demonstrated.lane.run(lambda: plans.history(year, "a"))
    assert (_lines(demonstrated) - before, len(history)) == ((0, 1) if change is _add else (1, 0))


def _lines(driven: Driven) -> int:
    def read() -> int:
        with driven.database.begin() as tx:
            return len(tx.journal.lines())

    return driven.lane.run(read)
