"""What is typed while something is saved, undone or typed on: what is shown is what is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cap_desktop.domain.text import as_kept
from cap_desktop.gui.answering.answer_fields import FigureField, TextField
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.target_field import TargetField
from cap_desktop.gui.kit import text_field
from cap_desktop.gui.look import look as looks
from cap_desktop.gui.look.palettes import LIGHT
from cap_desktop.gui.session.destinations import ToQuestion
from tests.gui.driving import Driven

LEVEL, FIGURE, SHARE, REASONED = (
    "projet_ecrit",
    "etp_realises",
    "participation_ag",
    "ventes",
)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Another program holds the file: what is saved meanwhile waits."""
    holder = sqlite3.connect(folder / "donnees" / "cap.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def _comment(driven: Driven) -> TextField:
    driven.window.go(ToQuestion(LEVEL))
    driven.window.page(AnsweringPage).columns.ensure_help()
    comment = driven.window.page(AnsweringPage).comment
    comment.edit.setFocus()
    comment.edit.moveCursor(QTextCursor.MoveOperation.End)
    return comment


def _wait(driven: Driven) -> None:
    session = driven.window.session
    driven.qtbot.waitUntil(lambda: not session.unsaved and not driven.lane.is_busy)


def test_a_comment_undone_before_it_is_saved_is_gone_at_once_and_stays_gone(
    demonstrated: Driven, tmp_path: Path
) -> None:
    comment, page = _comment(demonstrated), demonstrated.window.page(AnsweringPage)
    before = demonstrated.current.answer(LEVEL).comment
    with _held(tmp_path):
        QTest.keyClicks(comment.edit, " Zut")
        comment.flush()
        assert demonstrated.window.session.unsaved == 1
        demonstrated.window.session.undo_stack.undo()
        assert comment.edit.toPlainText() == before
    _wait(demonstrated)
    page.go_next()
    page.go_back()
    page.go_next()
    _wait(demonstrated)
    assert demonstrated.current.answer(LEVEL).comment == before


def test_a_comment_done_again_before_it_is_saved_is_shown(
    demonstrated: Driven, tmp_path: Path
) -> None:
    comment = _comment(demonstrated)
    stack = demonstrated.window.session.undo_stack
    with _held(tmp_path):
        QTest.keyClicks(comment.edit, " Zut")
        comment.flush()
        stack.undo()
        stack.redo()
        assert comment.edit.toPlainText().endswith(" Zut")
    _wait(demonstrated)
    assert demonstrated.current.answer(LEVEL).comment.endswith(" Zut")


def test_undoing_while_one_types_takes_back_what_is_typed(demonstrated: Driven) -> None:
    comment = _comment(demonstrated)
    before = demonstrated.current.answer(LEVEL)
    demonstrated.window.page(AnsweringPage).pane.title.setFocus()
    demonstrated.saved(
        lambda: QTest.keyClick(demonstrated.window.page(AnsweringPage), Qt.Key.Key_0)
    )
    comment.edit.setFocus()
    QTest.keyClicks(comment.edit, " Zut")
    demonstrated.saved(demonstrated.window.bar.undo.click)
    _wait(demonstrated)
    assert demonstrated.current.answer(LEVEL).comment == before.comment
    assert demonstrated.current.answer(LEVEL).value == "n0"
    assert comment.edit.toPlainText() == before.comment


def test_a_figure_undone_before_it_is_saved_is_the_one_that_is_kept(
    demonstrated: Driven, tmp_path: Path
) -> None:
    demonstrated.window.go(ToQuestion(FIGURE))
    field = demonstrated.window.page(AnsweringPage).field
    assert isinstance(field, FigureField)
    (line,) = field.lines
    before, shown = demonstrated.current.answer(FIGURE).value, line.text()
    with _held(tmp_path):
        line.setText("777")
        field.flush()
        demonstrated.window.session.undo_stack.undo()
        assert line.text() == shown
        # What was undone can be typed again.
        line.setText("777")
        field.flush()
        demonstrated.window.session.undo_stack.undo()
    _wait(demonstrated)
    field.flush()
    _wait(demonstrated)
    assert line.text() == shown
    assert demonstrated.current.answer(FIGURE).value == before
    line.setText("777")
    demonstrated.saved(field.flush)
    assert demonstrated.current.answer(FIGURE).value == 777


def test_a_target_undone_before_it_is_saved_is_the_one_that_is_kept(
    demonstrated: Driven, tmp_path: Path
) -> None:
    demonstrated.window.go(ToQuestion(SHARE))
    target = demonstrated.window.page(AnsweringPage).pane.target
    assert isinstance(target, TargetField)
    before, shown = demonstrated.current.answer(SHARE).target, target.line.text()
    assert before != Fraction(61)
    with _held(tmp_path):
        target.line.setText("61")
        target.flush()
        demonstrated.window.session.undo_stack.undo()
        assert target.line.text() == shown
    _wait(demonstrated)
    target.flush()
    _wait(demonstrated)
    assert demonstrated.current.answer(SHARE).target == before


def test_what_is_typed_without_a_pause_is_kept_on_the_way_and_undone_at_once(
    demonstrated: Driven,
) -> None:
    comment, stack = _comment(demonstrated), demonstrated.window.session.undo_stack
    before = demonstrated.current.answer(LEVEL).comment
    comment._pause.setInterval(60_000)  # nobody pauses
    comment._longest.setInterval(50)
    demonstrated.saved(lambda: QTest.keyClicks(comment.edit, " un"))
    assert demonstrated.current.answer(LEVEL).comment == f"{before} un"
    comment.edit.moveCursor(QTextCursor.MoveOperation.Left)
    place = comment.edit.textCursor().position()
    demonstrated.saved(lambda: QTest.keyClicks(comment.edit, "de"))
    assert comment.edit.textCursor().position() == place + 2
    assert comment.edit.document().isUndoAvailable()
    assert demonstrated.current.answer(LEVEL).comment == f"{before} uden"
    assert stack.count() == 1
    comment.flush()
    QTest.keyClicks(comment.edit, "!")
    comment.flush()
    assert stack.count() == 2
    _wait(demonstrated)
    demonstrated.saved(stack.undo)
    demonstrated.saved(stack.undo)
    assert demonstrated.current.answer(LEVEL).comment == before
    demonstrated.saved(stack.redo)
    assert demonstrated.current.answer(LEVEL).comment == f"{before} uden"


def test_a_text_is_kept_within_a_few_seconds_however_one_types() -> None:
    assert 2000 <= text_field.LONGEST_MS <= 3000


def test_a_reason_that_is_required_cannot_be_emptied_unseen(typed_reasons: Driven) -> None:
    typed_reasons.window.go(ToQuestion(REASONED))
    page = typed_reasons.window.page(AnsweringPage)
    QTest.keyClick(page, Qt.Key.Key_N)
    typed_reasons.idle()
    reason = page.pane.na_reason.field
    typed_reasons.saved(lambda: reason.edit.setPlainText("Pas de vente"))
    typed_reasons.idle()
    reason.edit.setPlainText("")
    assert reason.fault.isHidden()
    reason.flush()
    assert reason.fault.text() == "Écrivez une raison. La précédente reste enregistrée."
    assert reason.fault.isVisibleTo(page)
    assert typed_reasons.current.answer(REASONED).reason == "Pas de vente"
    reason.edit.setPlainText("Rien à vendre")
    assert reason.fault.isHidden()
    typed_reasons.saved(reason.flush)
    assert typed_reasons.current.answer(REASONED).reason == "Rien à vendre"


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=ascii
)
def test_every_end_of_a_line_that_is_pasted_ends_a_line(qtbot: QtBot, end: str) -> None:
    field = TextField(looks.Look(LIGHT), "Commentaire")
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setText(f"première{end}seconde\ttroi\x07sième")
    field.edit.insertFromMimeData(pasted)
    assert field.edit.kept_text() == "première\nseconde troisième"
    assert field.edit.document().blockCount() == 2
    field.edit.setPlainText(f"première{end}seconde")
    assert field.edit.kept_text() == "première\nseconde"


def test_a_very_long_text_is_read_at_the_pause_and_not_at_every_key(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = TextField(looks.Look(LIGHT), "Commentaire", limit=30_000)
    qtbot.addWidget(field)
    field.edit.setPlainText("mot\n" * 10_000)
    field.flush()
    assert field.fault.text() == "Raccourcissez ce texte pour l’enregistrer."
    reads: list[str] = []
    clean = as_kept

    def read(text: str) -> str:
        reads.append(text)
        return clean(text)

    monkeypatch.setattr(text_field, "as_kept", read)
    QTest.keyClicks(field.edit, "abc")
    assert reads == []
    field.flush()
    assert reads
    assert "40003 caractères" in field._count.text().replace("\u202f", "")
