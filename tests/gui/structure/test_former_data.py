"""A person who changes computers opens the old folder; damaged data go on from a safety copy."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.errors import (
    CapError,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseTooNew,
    DataMissing,
    NotOpened,
    OnlyRemains,
    OutputDenied,
)
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.home.home_page import HomePage
from cap_desktop.gui.kit.decision import Decision
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.destinations import ToBeginning
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.gui.window import recovery
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.former_data import HeldYear, SafetyCopy
from cap_desktop.services.folder.safety_copies import keep_daily_copy
from cap_desktop.storage.local.database import Database
from tests.folders import clock
from tests.gui.driving import Driven, Open


def _choosing(folder: Path) -> Callable[[str], Path | None]:
    return lambda _title: folder


def test_an_existing_folder_is_opened_at_the_first_launch(
    open_window: Open, qtbot: QtBot, demonstration: Path, tmp_path: Path
) -> None:
    driven = open_window()
    window = driven.window
    window.arrivals.ask_folder = _choosing(demonstration)
    with qtbot.waitSignal(window.session.opened):
        window.page(WelcomePage).open_former.click()
    assert driven.current.structure.name == "Les Deux Rives"
    assert window.pages.currentWidget() is window.page(HomePage)
    assert not window.banner.isVisible()
    qtbot.waitUntil(lambda: DataFolder(tmp_path / "donnees").copy_of(clock().date()).exists())
    driven.saved(lambda: AnsweringPresenter(window.session).comment("projet_ecrit", "Relu ici"))
    driven.close()
    again = open_window()
    assert again.current.answer("projet_ecrit").comment == "Relu ici"


def test_a_folder_without_data_is_refused_and_the_first_launch_goes_on(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    driven = open_window()
    window = driven.window
    (tmp_path / "photos").mkdir()
    window.arrivals.ask_folder = _choosing(tmp_path / "photos")
    with qtbot.waitSignal(window.session.not_saved) as told:
        window.page(WelcomePage).open_former.click()
    assert told.args is not None
    assert isinstance(told.args[0], DataMissing)
    assert "ne contient pas de données CAP" in window.banner.words.text().replace("\u00a0", " ")
    assert window.page(WelcomePage).onward.isEnabled()
    assert window.page(WelcomePage).open_former.isEnabled()
    assert window.page(WelcomePage).open_former.text().strip() == "Ouvrir un dossier CAP existant"


def test_nothing_chosen_changes_nothing(open_window: Open) -> None:
    driven = open_window()
    driven.window.page(WelcomePage).open_former.click()
    assert driven.window.page(WelcomePage).onward.isEnabled()


def test_evidence_that_did_not_come_is_named(
    open_window: Open, qtbot: QtBot, demonstrated: Driven, tmp_path: Path
) -> None:
    file = tmp_path / "statuts.pdf"
    file.write_bytes(b"x")
    demonstrated.saved(
        lambda: AnsweringPresenter(demonstrated.window.session).add_evidence(
            "projet_individuel", file
        )
    )
    demonstrated.close()
    (tmp_path / "donnees").rename(tmp_path / "cle")
    shutil.rmtree(tmp_path / "cle" / "preuves")
    driven = open_window()
    driven.window.arrivals.ask_folder = _choosing(tmp_path / "cle")
    with qtbot.waitSignal(driven.window.session.opened):
        driven.window.page(WelcomePage).open_former.click()
    qtbot.waitUntil(driven.window.strip.toast.isVisible)
    assert "1 preuve n’y était pas" in driven.window.strip.toast.words.text()
    assert "statuts.pdf" in driven.window.strip.toast.words.text()


def test_a_new_structure_offers_no_other_folder(demonstrated: Driven) -> None:
    demonstrated.window.go(ToBeginning())
    assert not demonstrated.window.page(WelcomePage).open_former.isVisible()


# --- Damaged data --------------------------------------------------------------------------


@pytest.fixture
def damaged(tmp_path: Path, demonstration: Path) -> Path:
    """A folder with the safety copies of two days, whose data cannot be read any more."""
    folder = tmp_path / "donnees"
    shutil.copytree(demonstration, folder)
    database = Database(DataFolder(folder).database)
    for day in (22, 23):
        keep_daily_copy(database, DataFolder(folder), date(2026, 11, day))
    database.close()
    DataFolder(folder).database.write_bytes(os.urandom(50_000))
    return folder


def _started(program: app.Program, qtbot: QtBot) -> CapError:
    with qtbot.waitSignal(program.session.refused) as told:
        program.open()
    assert told.args is not None
    error = told.args[0]
    assert isinstance(error, CapError)
    return error


def test_damaged_data_go_on_from_the_copy_that_is_chosen(damaged: Path, qtbot: QtBot) -> None:
    looks.load_fonts()
    before = DataFolder(damaged).database.read_bytes()
    program = app.Program(damaged, clock)
    offered: list[SafetyCopy] = []
    shown: list[HeldYear] = []

    def choose(
        _theme: Look, error: CapError, copies: Sequence[SafetyCopy], held: recovery.Held
    ) -> date | None:
        assert isinstance(error, DatabaseDamaged)
        shown.extend(held(copies[0].day))
        offered.extend(copies)
        return copies[0].day

    program.recovery.choose_copy = choose
    error = _started(program, qtbot)
    assert program.go_on(error)
    qtbot.waitUntil(lambda: program.session.is_ready)
    assert [item.day.day for item in offered] == [23, 22]
    assert all(item.answers > 500 for item in offered)
    assert sum(year.answers for year in shown) == offered[0].answers
    assert ("Les Deux Rives", 2026) in {(year.structure, year.year) for year in shown}
    current = program.session.current
    assert current is not None
    assert current.structure.name == "Les Deux Rives"
    said = program.window.strip.toast.words.text().replace("\u00a0", " ")
    assert "copie du 23 novembre 2026" in said
    aside = damaged / "cap-endommagee-2026-11-24.db"
    assert aside.name in said
    assert aside.read_bytes() == before
    with qtbot.waitSignal(program.session.saved):
        AnsweringPresenter(program.session).comment("projet_ecrit", "Après la copie")
    program.close()
    program.window.deleteLater()


def test_a_person_may_leave_damaged_data_as_they_are(damaged: Path, qtbot: QtBot) -> None:
    looks.load_fonts()
    before = DataFolder(damaged).database.read_bytes()
    program = app.Program(damaged, clock)
    program.recovery.choose_copy = lambda *_asked: None
    assert not program.go_on(_started(program, qtbot))
    program.close()
    program.window.deleteLater()
    assert DataFolder(damaged).database.read_bytes() == before


PAST = Path(__file__).resolve().parents[2] / "data" / "databases"
COPIES = tuple(SafetyCopy(date(2026, 11, day), day * 10) for day in range(23, 13, -1))
ERROR = DatabaseDamaged(Path("/x/cap.db"))


def test_the_copies_are_offered_by_date_with_their_answers(qtbot: QtBot) -> None:
    looks.load_fonts()
    dialog = recovery.offer(Look(), ERROR, COPIES)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    texts = [made.text().strip().replace("\u00a0", " ") for made in dialog.buttons.values()]
    assert texts == [
        "Fermer CAP Desktop",
        "Voir les copies plus anciennes",
        "Regarder le 21 novembre 2026 (210 réponses)",
        "Regarder le 22 novembre 2026 (220 réponses)",
        "Regarder le 23 novembre 2026 (230 réponses)",
    ]
    qtbot.waitUntil(dialog.buttons["2026-11-23"].hasFocus)


def test_without_any_copy_one_is_asked_for_or_one_begins_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks.load_fonts()
    said: list[str] = []

    def leave(dialog: Decision) -> int:
        qtbot.addWidget(dialog)
        assert list(dialog.buttons) == ["close", "begin", "other"]
        said.append(dialog.accessibleDescription())
        dialog.reject()
        return 0

    monkeypatch.setattr(Decision, "exec", leave)
    assert recovery.choose_alone(Look(), ERROR) == "close"
    assert "Aucune copie de sécurité n’est dans ce dossier." in said[0]
    assert "Restaurez" not in said[0]


@pytest.mark.parametrize("chosen", ["begin", "other", "close"])
def test_damaged_data_without_any_copy_shut_nobody_out(
    damaged: Path, tmp_path: Path, qtbot: QtBot, chosen: str
) -> None:
    looks.load_fonts()
    folder = DataFolder(damaged)
    before = folder.database.read_bytes()
    copy = tmp_path / "cle" / "cap-2026-11-23.db"
    copy.parent.mkdir()
    (folder.copies / copy.name).rename(copy)
    shutil.rmtree(folder.copies)
    program = app.Program(damaged, clock)
    program.recovery.choose_alone = lambda *_asked: chosen
    program.recovery.ask_copy = lambda _window: copy
    assert program.go_on(_started(program, qtbot)) == (chosen != "close")
    if chosen == "other":
        qtbot.waitUntil(lambda: program.session.is_ready)
        assert program.session.current is not None
        assert program.session.current.structure.name == "Les Deux Rives"
    elif chosen == "begin":
        qtbot.waitUntil(lambda: program.data.database is not None)
        said = program.window.strip.toast.words.text().replace("\u00a0", " ")
        assert said == "Le fichier abîmé est gardé : cap-endommagee-2026-11-24.db"
    qtbot.waitUntil(lambda: not program._lane.is_busy)
    program.close()
    program.window.deleteLater()
    aside = damaged / "cap-endommagee-2026-11-24.db"
    kept = folder.database if chosen == "close" else aside
    assert kept.read_bytes() == before


def test_the_oldest_copies_are_reached_by_the_dialogs_one_after_the_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks.load_fonts()
    older = recovery.OLDER
    wanted = iter(
        # The first one that is looked at is not the one.
        ["2026-11-23", recovery.COPIES, older, older, older, "2026-11-14", recovery.RESTORE]
    )
    years = (HeldYear("Les Deux Rives", 2026, 140, 8),)
    said: list[str] = []

    def press(dialog: Decision) -> int:
        qtbot.addWidget(dialog)
        said.append(dialog.accessibleDescription().replace("\u00a0", " "))
        dialog.buttons[next(wanted)].click()
        return 1

    monkeypatch.setattr(Decision, "exec", press)
    assert recovery.choose_copy(Look(), ERROR, COPIES, lambda _day: years) == date(2026, 11, 14)
    assert said[1].startswith("Les Deux Rives 2026 : 140 réponses, 8 actions Rouverte et lisible.")
    assert said[1] == said[-1]


# --- Data that cannot be opened now, or that are gone -----------------------------------------


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "IMMEDIATE"])
def test_locked_data_are_tried_again_and_open_once_the_lock_passed(
    lock: str,
    demonstration: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks.load_fonts()
    monkeypatch.setattr("cap_desktop.storage.file.connect.BUSY_SECONDS", 0.05)
    folder = tmp_path / "donnees"
    shutil.copytree(demonstration, folder)
    program = app.Program(folder, clock)
    told: list[CapError] = []
    with closing(sqlite3.connect(DataFolder(folder).database, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        error = _started(program, qtbot)
        other.execute("ROLLBACK")

    def again(_theme: Look, asked: CapError) -> bool:
        told.append(asked)
        return True

    program.recovery.ask_again = again
    assert program.go_on(error)
    qtbot.waitUntil(lambda: program.session.is_ready)
    assert [type(item) for item in told] == [NotOpened]
    with qtbot.waitSignal(program.session.saved):
        AnsweringPresenter(program.session).comment("projet_ecrit", "Après le verrou")
    program.close()
    program.window.deleteLater()


@pytest.mark.parametrize(
    ("error", "acts"),
    [
        (NotOpened(Path("/x/cap.db"), "locked"), ["close", "retry"]),
        (OutputDenied(Path("/x"), errno.EROFS), ["close", "retry"]),
        (DatabaseTooNew(Path("/x/cap.db")), ["close"]),
    ],
)
def test_only_what_passes_can_be_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: CapError, acts: list[str]
) -> None:
    looks.load_fonts()
    offered: list[str] = []

    def press(dialog: Decision) -> int:
        qtbot.addWidget(dialog)
        offered.extend(dialog.buttons)
        dialog.buttons[offered[-1]].click()
        return 1

    monkeypatch.setattr(Decision, "exec", press)
    assert recovery.ask_again(Look(), error) == ("retry" in acts)
    assert offered == acts


def test_data_that_are_gone_are_not_taken_for_a_first_launch(damaged: Path, qtbot: QtBot) -> None:
    looks.load_fonts()
    DataFolder(damaged).database.unlink()
    program = app.Program(damaged, clock)
    program.recovery.choose_copy = lambda _theme, _error, copies, _held: copies[0].day
    error = _started(program, qtbot)
    assert isinstance(error, DatabaseGone)
    assert not DataFolder(damaged).database.exists()
    assert program.go_on(error)
    qtbot.waitUntil(lambda: program.session.is_ready)
    assert program.session.current is not None
    assert program.window.strip.toast.words.text().replace("\u00a0", " ") == (
        "La copie du 23 novembre 2026 est ouverte."
    )
    program.close()
    program.window.deleteLater()


@pytest.mark.parametrize("chosen", ["begin", "cap-avant-0004.db", "close"])
def test_where_only_remains_are_found_one_goes_on_or_leaves(
    tmp_path: Path, qtbot: QtBot, chosen: str
) -> None:
    looks.load_fonts()
    folder = tmp_path / "donnees"
    folder.mkdir()
    shutil.copy(PAST / "v0003.db", folder / "cap-avant-0004.db")
    program = app.Program(folder, clock)
    offered: list[str] = []

    def choose(
        _look: Look, error: CapError, copies: recovery.UpgradeCopies, held: recovery.HeldIn
    ) -> str:
        assert isinstance(error, OnlyRemains)
        assert held(copies[0][0])
        offered.extend(path.name for path, _answers in copies)
        return chosen

    program.recovery.choose_remains = choose
    error = _started(program, qtbot)
    assert not DataFolder(folder).database.exists()
    assert program.go_on(error) == (chosen != "close")
    if chosen == "begin":
        qtbot.waitUntil(DataFolder(folder).database.exists)
    elif chosen != "close":
        qtbot.waitUntil(lambda: program.session.is_ready)
        assert program.session.current is not None
    assert offered == ["cap-avant-0004.db"]
    qtbot.waitUntil(lambda: not program._lane.is_busy)
    program.close()
    program.window.deleteLater()


def test_remains_are_offered_with_a_way_on_and_escape_changes_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks.load_fonts()
    offered: list[str] = []

    def leave(dialog: Decision) -> int:
        qtbot.addWidget(dialog)
        offered.extend(dialog.buttons)
        dialog.reject()
        return 0

    monkeypatch.setattr(Decision, "exec", leave)
    error = OnlyRemains(Path("/x/cap.db"), ("evidence", "upgrade"))
    copies = ((Path("/x/cap-avant-0004.db"), 12),)
    assert recovery.choose_remains(Look(), error, copies, lambda _path: ()) == "close"
    assert offered == ["close", "begin", "retry", "cap-avant-0004.db"]


# --- The copy of the day ------------------------------------------------------------------------


def test_a_program_left_open_makes_the_copy_of_each_day(
    demonstration: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    looks.load_fonts()
    folder = tmp_path / "donnees"
    shutil.copytree(demonstration, folder)
    now = [clock()]
    program = app.Program(folder, lambda: now[0])
    program.open()
    qtbot.waitUntil(DataFolder(folder).copy_of(now[0].date()).exists)
    now[0] += timedelta(days=3)
    with qtbot.waitSignal(program.session.saved):
        AnsweringPresenter(program.session).comment("projet_ecrit", "Trois jours après")
    qtbot.waitUntil(DataFolder(folder).copy_of(now[0].date()).exists)
    program.close()
    program.window.deleteLater()
