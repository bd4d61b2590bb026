"""What is answered is kept: at once, on a full disk, in a copy of each day, at the end."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cap_desktop import app
from cap_desktop.errors import CapError, CopyNotMade, NotSaved
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.window.closing import STAY
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.safety_copies import summary_of
from tests.folders import clock
from tests.gui.driving import Driven, Open, begun, first_launch


def test_an_answer_given_and_the_window_closed_at_once_is_kept(
    open_window: Open, tmp_path: Path
) -> None:
    driven = begun(open_window)
    driven.window.go(ToQuestion("projet_ecrit"))
    driven.saved(lambda: QTest.keyClick(driven.window.page(AnsweringPage), Qt.Key.Key_3))
    driven.close()
    program = app.Program(tmp_path / "donnees", clock)

    def answer_and_close() -> None:
        program.window.go(ToQuestion("projet_ecrit"))
        program.window.page(AnsweringPage).comment.edit.setPlainText("Au vol")
        # Nothing is imported yet to save with.
        assert program.data.database is None
        program.close()

    program.session.opened.connect(answer_and_close)
    with driven.qtbot.waitSignal(program.session.opened):
        program.open()
    again = open_window()
    assert again.current.answer("projet_ecrit").comment == "Au vol"
    assert again.current.answer("projet_ecrit").value == "n3"
    again.close()


def _full(driven: Driven, *, is_full: bool) -> None:
    """Leave the file no page to grow into, or all it wants."""
    database = driven.program.data.database
    assert database is not None

    def fill_or_free() -> None:
        with database._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {1 if is_full else 1_000_000}")

    driven.program._lane.run(fill_or_free)


def test_a_full_disk_is_said_and_the_answer_is_saved_once_there_is_room(
    open_window: Open, qtbot: QtBot
) -> None:
    driven = begun(open_window)
    window, session = driven.window, driven.window.session
    window.go(ToQuestion("projet_ecrit"))
    _full(driven, is_full=True)
    long = "Fiche signée. " * 4000
    with qtbot.waitSignal(session.not_saved):
        window.page(AnsweringPage).comment.edit.setPlainText(long)
        window.page(AnsweringPage).comment.flush()
    assert window.banner.isVisible()
    assert "disque est plein" in window.banner.words.text()
    assert window.bar.saved.text() == "Pas encore enregistré"
    assert session.unsaved == 1
    assert driven.current.answer("projet_ecrit").comment == ""
    _full(driven, is_full=False)
    driven.saved(window.banner.retry.click)
    assert driven.current.answer("projet_ecrit").comment == long
    assert session.unsaved == 0
    assert not window.banner.isVisible()
    driven.close()


def test_a_comment_and_a_level_given_at_once_are_both_kept(open_window: Open) -> None:
    driven = begun(open_window)
    session = driven.window.session
    with driven.qtbot.waitSignal(session.saved):
        AnsweringPresenter(session).comment("projet_ecrit", "En même temps")
        level = replace(AnsweringPresenter(session).intended("projet_ecrit"), value="n3")
        AnsweringPresenter(session).put("projet_ecrit", level, "niveau")
    kept = driven.current.answer("projet_ecrit")
    assert (kept.comment, kept.value) == ("En même temps", "n3")
    driven.close()
    again = open_window()
    assert again.current.answer("projet_ecrit") == kept
    again.close()


def test_a_copy_of_each_day_is_kept(open_window: Open, tmp_path: Path) -> None:
    begun(open_window).close()
    driven = open_window()
    driven.idle()
    assert summary_of(DataFolder(tmp_path / "donnees")).copies == (clock().date(),)
    driven.close()


def test_the_first_day_has_its_copy_too(open_window: Open, tmp_path: Path) -> None:
    driven = begun(open_window)
    driven.saved(
        lambda: AnsweringPresenter(driven.window.session).comment("projet_ecrit", "Le premier jour")
    )
    driven.idle()
    assert summary_of(DataFolder(tmp_path / "donnees")).copies == (clock().date(),)
    driven.close()


def test_a_copy_that_was_refused_is_made_with_the_next_answer(
    open_window: Open, tmp_path: Path
) -> None:
    driven = first_launch(open_window)
    session = driven.window.session
    told: list[CapError] = []
    session.not_saved.connect(told.append)
    copies = DataFolder(tmp_path / "donnees").copies
    assert not copies.exists()
    copies.touch()

    def comment(text: str) -> None:
        driven.saved(lambda: AnsweringPresenter(session).comment("projet_ecrit", text))
        driven.idle()

    comment("Sans place")
    comment("Toujours sans place")
    assert [type(error) for error in told] == [CopyNotMade]
    copies.unlink()
    comment("De nouveau")
    assert summary_of(DataFolder(tmp_path / "donnees")).copies == (clock().date(),)
    driven.close()


def test_closing_never_loses_a_word_without_asking(open_window: Open) -> None:
    driven = begun(open_window)
    window = driven.window
    window.go(ToQuestion("projet_ecrit"))
    _full(driven, is_full=True)
    asked: list[CapError] = []

    def stay(error: CapError) -> str:
        asked.append(error)
        return STAY

    window.decide = stay
    window.page(AnsweringPage).comment.edit.setPlainText("Long. " * 9000)
    assert not window.close()
    assert window.isVisible()
    assert isinstance(asked[0], NotSaved)
    _full(driven, is_full=False)
    assert window.close()
    assert len(asked) == 1
    driven.close()
    again = open_window()
    assert again.current.answer("projet_ecrit").comment == "Long. " * 9000
    again.close()
