"""The answering page: what is typed stays, a theme has an end, keys reach everything."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cap_desktop.gui.answering.answer_fields import (
    FigureField,
    LevelField,
    SeveralField,
    TextField,
)
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.question_row import QuestionRow
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import ToQuestion, ToResults
from cap_desktop.words.numbers import figure
from tests.gui.accessible import DESCRIPTION, accessible
from tests.gui.driving import Driven, refuse_to_save


def _at(driven: Driven, question: str) -> AnsweringPage:
    driven.window.go(ToQuestion(question))
    return driven.window.page(AnsweringPage)


def _theme(page: AnsweringPage) -> str:
    """The theme of the question that is shown; none where a whole theme is."""
    return "" if page.entry is None else page.entry.theme


def _is_read_only(page: AnsweringPage) -> bool:
    return page.field is not None and page.field.is_kept


def _figures(page: AnsweringPage) -> FigureField:
    assert isinstance(page.field, FigureField)
    return page.field


def _fails(driven: Driven, act: Callable[[], object]) -> None:
    with driven.qtbot.waitSignal(driven.window.session.not_saved):
        act()


# --- Nothing typed is lost -----------------------------------------------------------------


def test_a_comment_that_cannot_be_saved_stays_in_its_field(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_ecrit")
    refuse_to_save(demonstrated)
    page.comment.edit.setPlainText("À relire en juin")
    _fails(demonstrated, page.flush)
    assert page.comment.edit.toPlainText() == "À relire en juin"


def test_a_comment_that_cannot_be_saved_is_found_again_on_coming_back(
    demonstrated: Driven,
) -> None:
    page = _at(demonstrated, "projet_ecrit")
    refuse_to_save(demonstrated)
    page.comment.edit.setPlainText("À relire en juin")
    _fails(demonstrated, page.go_next)
    assert page.comment.edit.toPlainText() != "À relire en juin"
    page.go_back()
    assert page.comment.edit.toPlainText() == "À relire en juin"


def test_a_figure_that_cannot_be_saved_stays_in_its_field(demonstrated: Driven) -> None:
    page = _at(demonstrated, "residents_qpv")
    field = _figures(page)
    refuse_to_save(demonstrated)
    field.lines[0].setText("17")
    _fails(demonstrated, field.flush)
    assert field.lines[0].text() == "17"
    assert demonstrated.current.answer("residents_qpv").value == 0


def test_a_refused_figure_is_found_again_with_its_sentence(demonstrated: Driven) -> None:
    page = _at(demonstrated, "residents_qpv")
    _figures(page).lines[0].setText("beaucoup")
    page.go_next()
    page.go_back()
    field = _figures(page)
    assert field.lines[0].text() == "beaucoup"
    assert "Écrivez un nombre" in field.fault.text()


def test_a_comment_and_a_level_given_at_once_are_both_kept(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_ecrit")
    assert demonstrated.current.answer("projet_ecrit").value != "n4"
    page.comment.edit.setPlainText("Voté en juin")
    page.flush()
    QTest.keyClick(page, Qt.Key.Key_4)
    demonstrated.qtbot.waitUntil(lambda: demonstrated.current.answer("projet_ecrit").value == "n4")
    assert demonstrated.current.answer("projet_ecrit").comment == "Voté en juin"
    assert page.comment.edit.toPlainText() == "Voté en juin"


def test_a_saved_text_that_is_undone_goes_back(demonstrated: Driven) -> None:
    page = _at(demonstrated, "priorites_projet")
    assert isinstance(page.field, TextField)
    before = page.field.edit.toPlainText()
    page.field.edit.setPlainText("Une seule")
    demonstrated.saved(page.flush)
    demonstrated.saved(demonstrated.window.session.undo_stack.undo)
    assert page.field.edit.toPlainText() == before


def test_control_characters_that_are_pasted_do_not_stop_the_saving(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_ecrit")
    page.comment.edit.setPlainText("Un\tdeux\x07")
    demonstrated.saved(page.flush)
    assert demonstrated.current.answer("projet_ecrit").comment == "Un deux"


# --- Levels and choices --------------------------------------------------------------------


def test_choosing_the_same_level_again_changes_nothing(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    level = demonstrated.current.answer("projet_individuel").value
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_0 + int(str(level)[1])))
    assert not demonstrated.window.session.undo_stack.canUndo()


def test_delete_takes_the_answer_back_and_keeps_the_comment(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_ecrit")
    comment = demonstrated.current.answer("projet_ecrit").comment
    assert comment
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_Delete))
    answer = demonstrated.current.answer("projet_ecrit")
    assert (answer.value, answer.comment) == (None, comment)


def test_digits_choose_among_the_lines_of_a_list_and_letters_keep_their_meaning(
    demonstrated: Driven,
) -> None:
    page = _at(demonstrated, "rgpd_liste")
    assert isinstance(page.field, SeveralField)
    before = demonstrated.current.answer("rgpd_liste").value
    assert isinstance(before, tuple)
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_1))
    assert demonstrated.current.answer("rgpd_liste").value == ("registre", *before)
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_1))
    assert demonstrated.current.answer("rgpd_liste").value == before
    assert isinstance(page.field, SeveralField)
    assert page.field.choose(4), "a fourth line, which D must not tick"
    demonstrated.idle()
    ticked = demonstrated.current.answer("rgpd_liste").value
    discussed = demonstrated.current.is_discussed("rgpd_liste")
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_D))
    assert demonstrated.current.answer("rgpd_liste").value == ticked
    assert demonstrated.current.is_discussed("rgpd_liste") is not discussed


def test_arrows_walk_through_the_levels_and_choose(demonstrated: Driven, qtbot: QtBot) -> None:
    page = _at(demonstrated, "projet_individuel")
    assert isinstance(page.field, LevelField)
    demonstrated.window.activateWindow()
    second, third = page.field.options[2:4]
    qtbot.waitUntil(lambda: third.y() > second.y())
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    demonstrated.saved(lambda: QTest.keyClick(second, Qt.Key.Key_Down))
    assert third.hasFocus()
    assert demonstrated.current.answer("projet_individuel").value == "n3"


def test_tab_leads_from_the_question_to_its_answers(demonstrated: Driven, qtbot: QtBot) -> None:
    page = _at(demonstrated, "projet_individuel")
    assert isinstance(page.field, LevelField)
    demonstrated.window.activateWindow()
    qtbot.waitUntil(page.pane.title.hasFocus)
    qtbot.waitUntil(page.field.options[2].isVisible)
    QTest.keyClick(page.pane.title, Qt.Key.Key_Tab)
    assert page.field.options[2].hasFocus()


def test_last_years_level_is_recalled_and_never_chosen(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    assert isinstance(page.field, LevelField)
    assert page.field.options[1]._former == "Votre réponse 2025"
    assert page.help.former.said.text() == "Amorcé"
    demonstrated.saved(lambda: QTest.keyClick(page, Qt.Key.Key_Delete))
    assert not any(option.isChecked() for option in page.field.options)


def test_a_year_before_that_is_read_later_is_recalled_too(demonstrated: Driven) -> None:
    session = demonstrated.window.session
    former, session.former = session.former, None
    page = _at(demonstrated, "projet_individuel")
    assert isinstance(page.field, LevelField)
    assert page.field.options[1]._former == ""
    session.former = former
    session.changed.emit(demonstrated.current)
    assert page.field.options[1]._former == "Votre réponse 2025"


# --- Not applicable ------------------------------------------------------------------------


def test_a_required_reason_is_asked_in_place_and_saved_as_typed(typed_reasons: Driven) -> None:
    page = _at(typed_reasons, "ventes")
    card = page.pane.na_reason
    assert not card.isVisible()
    typed_reasons.saved(lambda: QTest.keyClick(page, Qt.Key.Key_N))
    assert card.isVisible()
    assert page.field is not None
    assert not page.field.isEnabled()
    assert not typed_reasons.current.answer("ventes").na
    typed_reasons.saved(lambda: card.field.edit.setPlainText("Nous sommes une société."))
    typed_reasons.idle()
    answer = typed_reasons.current.answer("ventes")
    assert (answer.na, answer.reason, answer.value) == (True, "Nous sommes une société.", None)
    typed_reasons.saved(page.footer.na.click)
    typed_reasons.idle()
    assert not typed_reasons.current.answer("ventes").na
    assert not card.isVisible()


def test_not_applicable_without_its_reason_is_taken_back_at_once(typed_reasons: Driven) -> None:
    page = _at(typed_reasons, "ventes")
    page._set_na()
    page._set_na()
    assert not page.pane.na_reason.isVisible()
    assert page.field is not None
    assert page.field.isEnabled()
    assert not page.footer.na.isChecked()


# --- Keys and frames -----------------------------------------------------------------------


def test_f6_goes_round_the_zones(demonstrated: Driven, qtbot: QtBot) -> None:
    page = _at(demonstrated, "projet_individuel")
    demonstrated.window.activateWindow()
    qtbot.waitUntil(page.pane.title.hasFocus)
    top = demonstrated.window.bar.structures
    for zone in (page.comment.edit, page.next, top, page.themes, page.pane.title):
        QTest.keyClick(page, Qt.Key.Key_F6)
        assert zone.hasFocus()


def test_one_column_keeps_everything_one_click_away(demonstrated: Driven) -> None:
    page = _at(demonstrated, "participation_ag")
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings.with_text_size(200))
    demonstrated.window.go(ToQuestion("participation_ag"))
    page = demonstrated.window.page(AnsweringPage)
    assert not page.themes.isVisible()
    assert not page.help.isVisible()
    assert page.columns.open_themes.accessibleName() == "Thèmes\u00a0: Gouvernance · 2 / 7"
    assert page.footer.more.isVisible()
    assert not page.footer.na.isVisible()
    page.columns.open_help.click()
    assert page.help.isVisible()
    assert not page.pane.isVisible()
    page._escape()
    assert page.pane.isVisible()


def test_no_button_is_cut_in_the_smallest_window_at_twice_the_size(demonstrated: Driven) -> None:
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings.with_text_size(200))
    demonstrated.window.resize(1024, 640)
    demonstrated.window.go(ToQuestion("participation_ag"))
    page = demonstrated.window.page(AnsweringPage)
    demonstrated.qtbot.waitUntil(lambda: page.footer.next.text() == "Suivante ")
    footer = page.footer
    shown = (footer.back, footer.discuss, footer.more, footer.next, page.columns.open_themes)
    demonstrated.qtbot.waitUntil(
        lambda: all(item.width() >= item.sizeHint().width() for item in shown)
    )
    assert all(item.mapTo(page, item.rect().topRight()).x() < page.width() for item in shown)


def test_no_row_of_questions_is_cut_at_twice_the_size(demonstrated: Driven) -> None:
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings.with_text_size(200))
    demonstrated.window.resize(1024, 640)
    page = _at(demonstrated, "taux_sorties_dynamiques")
    demonstrated.qtbot.waitUntil(lambda: _are_whole(page.pane, 4))
    page.show_theme()
    demonstrated.qtbot.waitUntil(lambda: _are_whole(page.summary, 25))


def _are_whole(inside: QWidget, count: int) -> bool:
    """True when so many rows are seen, each as high as its words need."""
    rows = [row for row in inside.findChildren(QuestionRow) if row.isVisibleTo(inside)]
    return len(rows) == count and all(
        row.height() >= row.heightForWidth(row.width()) for row in rows
    )


def test_a_sealed_year_says_so_and_is_opened_again(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    demonstrated.saved(demonstrated.window.session.seal)
    assert page.pane._sealed_words.text() == "Évaluation terminée le 24\u00a0novembre\u00a02026."
    assert page.field is not None
    # It can still be read with the arrows; nothing of it changes.
    assert page.field.isEnabled()
    assert _is_read_only(page)
    before = demonstrated.current.answer("projet_individuel")
    QTest.keyClick(page, Qt.Key.Key_4)
    demonstrated.idle()
    assert demonstrated.current.answer("projet_individuel") == before
    assert not demonstrated.window.session.undo_stack.canUndo()
    demonstrated.saved(page.pane.reopen.click)
    assert page.field.isEnabled()
    assert not _is_read_only(page)
    assert not page.pane.reopen.isVisible()


def test_folds_say_whether_they_are_open(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_individuel")
    fold = page.help.why
    told = accessible(fold.title)
    assert told.state().collapsed
    assert not told.state().expanded
    assert told.text(DESCRIPTION) == ""
    fold.title.click()
    assert fold.words.isVisible()
    assert told.state().expanded
    assert not told.state().collapsed
    assert told.text(DESCRIPTION) == fold.words.text()
    page.go_next()
    assert page.help.why.words.isVisible()


def test_the_summary_says_the_score_that_the_results_say(demonstrated: Driven) -> None:
    page = _at(demonstrated, "projet_ecrit")
    theme = _theme(page)
    while page.entry is not None:
        page.go_next()
    score = figure(demonstrated.current.results.nodes[theme].score, 1)
    assert "," in score
    assert score in [item.text() for item in page.summary.findChildren(QLabel)]
    demonstrated.window.go(ToResults())
    bars = [item.accessibleName() for item in demonstrated.window.page(ResultsPage).rows]
    assert any(f"{score} sur 100" in words for words in bars)


def test_a_level_chosen_by_its_digit_comes_into_sight_where_the_text_is_large(
    demonstrated: Driven,
) -> None:
    demonstrated.window.settings_wanted.emit(demonstrated.window.settings._replace(text_size=200))
    window = demonstrated.window
    window.go(ToQuestion("projet_individuel"))
    demonstrated.qtbot.waitUntil(window.page(AnsweringPage).pane.isVisible)
    window.activateWindow()
    demonstrated.qtbot.waitUntil(window.isActiveWindow)
    area = window.page(AnsweringPage).columns.question_area
    # A person presses a key on a page that is laid out.
    demonstrated.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    demonstrated.saved(lambda: QTest.keyClick(window.page(AnsweringPage), Qt.Key.Key_4))
    field = window.page(AnsweringPage).field
    assert isinstance(field, LevelField)
    chosen = field.options[4]
    demonstrated.qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    top = chosen.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + min(chosen.height(), 40) <= area.viewport().height()
