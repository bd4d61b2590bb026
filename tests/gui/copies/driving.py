"""How a test makes copies, and what it does with the pages of copies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.copies.copies_page import CopiesPage
from cap_desktop.gui.copies.copy_page import WHOLE, CopyPage
from cap_desktop.gui.session.destinations import ToCopies, ToCopy
from tests.folders import clock
from tests.gui.driving import Driven

TODAY = f"cap-{clock():%Y-%m-%d}.db"
QUESTION = "projet_ecrit"


def plain(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u00a0", " ")


def say(driven: Driven, comment: str, question: str = QUESTION) -> None:
    """Write a comment, and wait until it is saved."""
    driven.saved(lambda: AnsweringPresenter(driven.window.session).comment(question, comment))
    driven.idle()


def comment_of(driven: Driven, question: str = QUESTION) -> str:
    """The comment that is kept now."""
    return driven.current.answer(question).comment or ""


def copies_page(driven: Driven) -> CopiesPage:
    """The page of copies, once everything on it is known."""
    driven.window.go(ToCopies())
    driven.idle()
    return driven.window.page(CopiesPage)


def copy_page(driven: Driven, name: str = TODAY, what: str = WHOLE) -> CopyPage:
    """The page of a copy, once it is compared, and what to take back is chosen."""
    driven.window.go(ToCopy(name))
    driven.idle()
    page = driven.window.page(CopyPage)
    if page.what.isVisible():
        page.what.boxes[what].click()
    return page


def opened(driven: Driven, act: Callable[[], object]) -> None:
    """Do something, and wait until other data are open and all of it is told."""
    with driven.qtbot.waitSignal(driven.window.session.opened):
        act()
    driven.idle()


def flip(database: Path, question: str = QUESTION, year: str | None = None) -> None:
    """Damage the record of an answer, as a disk does: its digest stays."""
    with closing(sqlite3.connect(database)) as file:
        found = file.execute(
            "SELECT rowid FROM answers WHERE question = ? AND (? IS NULL OR assessment_id = ?)",
            (question, year, year),
        ).fetchall()
        assert found
        for (row,) in found:
            file.execute("UPDATE answers SET record = 'x' || record WHERE rowid = ?", (row,))
        file.commit()
