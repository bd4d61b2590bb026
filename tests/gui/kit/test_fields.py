"""Fields as people use them: what is typed, pasted, chosen in a calendar, or passed over."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, Quotient
from cap_desktop.domain.questionnaire.questions import NumberQuestion
from cap_desktop.gui.answering.figure_field import FigureField
from cap_desktop.gui.kit.day_field import DayField
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.presentation.figures import GaugeValues
from cap_desktop.gui.session.destinations import (
    ToHelp,
    ToHome,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToScore,
    ToSearch,
    ToStructure,
    ToYears,
)
from tests.gui.driving import Driven

TODAY = date(2026, 11, 24)


def _figure(qtbot: QtBot, **fields: object) -> tuple[FigureField, list[Any]]:
    asked = {"id": "q", "kind": "number", "title": "Combien\u00a0?", "unit": "%", **fields}
    field = FigureField(Look(), NumberQuestion.model_validate(asked))
    qtbot.addWidget(field)
    field.show_answer(NO_ANSWER)
    heard: list[Any] = []
    field.answered.connect(heard.append)
    return field, heard


def _ratio(qtbot: QtBot, numerator: str, denominator: str) -> tuple[FigureField, list[Any]]:
    labels = {"numerator_label": numerator, "denominator_label": denominator}
    return _figure(qtbot, input="ratio", **labels)


def _type(field: FigureField, *texts: str) -> None:
    for line, text in zip(field.lines, texts, strict=True):
        line.setText(text)
    field.flush()


def test_a_negative_figure_that_was_saved_is_no_fault_and_the_other_one_can_change(
    qtbot: QtBot,
) -> None:
    field, heard = _ratio(qtbot, "Fonds propres, en euros", "Charges, en euros")
    field.show_answer(Answer(value=Quotient(Fraction(-12000), Fraction(300000))))
    field.flush()
    assert field.fault.isHidden()
    _type(field, field.lines[0].text(), "310 000 €")
    assert heard == [Quotient(Fraction(-12000), Fraction(310000))]


def test_a_figure_that_is_left_stands_as_the_program_writes_it(qtbot: QtBot) -> None:
    field, heard = _figure(qtbot, unit="€")
    for typed, shown in (("12.50", "12,5"), ("1250 €", "1\u00a0250"), ("007", "7")):
        _type(field, typed)
        assert field.lines[0].text() == shown
        assert field.fault.isHidden()
    assert heard == [Fraction(25, 2), Fraction(1250), Fraction(7)]


def test_people_are_counted_whole_and_what_was_saved_before_is_no_fault(qtbot: QtBot) -> None:
    field, heard = _figure(qtbot, unit="personnes")
    _type(field, "12,5")
    assert heard == []
    assert field.fault.text() == "Écrivez un nombre entier, par exemple 12."
    assert field.lines[0].text() == "12,5"
    _type(field, "12 personnes")
    assert heard == [Fraction(12)]
    older, _heard = _figure(qtbot, unit="personnes")
    older.show_answer(Answer(value=Fraction(25, 2)))
    older.flush()
    assert older.fault.isHidden()


def test_the_members_of_a_ratio_are_counted_whole_and_its_averages_are_not(qtbot: QtBot) -> None:
    field, heard = _ratio(qtbot, "Membres présents", "Membres à jour")
    _type(field, "32 membres", "33,3")
    assert heard == []
    _type(field, "32 membres", "45 membres")
    assert heard == [Quotient(Fraction(32), Fraction(45))]
    field, heard = _ratio(qtbot, "Départs de permanents", "Effectif moyen de permanents")
    _type(field, "2", "7,5")
    assert heard == [Quotient(Fraction(2), Fraction(15, 2))]


def test_a_rate_is_never_typed_in_place_of_a_count(qtbot: QtBot) -> None:
    field, heard = _ratio(qtbot, "Membres présents", "Membres à jour")
    _type(field, "50 %", "45")
    assert heard == []
    assert field.fault.text() == "Écrivez un nombre, par exemple 12 ou 12,5."


def _reading_of(value: int, former: int | None = None, unit: str = "personnes") -> GaugeValues:
    known = None if former is None else Fraction(former)
    return GaugeValues(unit, 1, 2026, Fraction(value), 2025, known, ())


@pytest.mark.parametrize(
    ("unit", "value", "former", "note"),
    [
        ("personnes", 99_999_999, None, "C’est bien 99\u00a0999\u00a0999\u00a0?"),
        ("personnes", 450, None, ""),
        ("€", 2_500_000, None, ""),
        ("€", 250_000_000, None, "C’est bien 250\u00a0000\u00a0000\u00a0?"),
        ("%", 90, 60, "Très différent de 2025. C’est bien 90\u00a0%\u00a0?"),
        ("%", 80, 60, ""),
    ],
)
def test_a_doubt_is_asked_and_the_answer_is_kept_all_the_same(
    qtbot: QtBot, unit: str, value: int, former: int | None, note: str
) -> None:
    field, heard = _figure(qtbot, unit=unit)
    _type(field, str(value))
    assert heard == [Fraction(value)]
    field.show_answer(Answer(value=Fraction(value)))
    field.show_reading(_reading_of(value, former, unit))
    assert field.fault.isHidden()
    assert field.note.text() == note
    assert field.note.isHidden() is not bool(note)


# --- Days -----------------------------------------------------------------------------------


@pytest.fixture
def due(qtbot: QtBot) -> DayField:
    field = DayField(Look(), name="Échéance", today=lambda: TODAY)
    qtbot.addWidget(field)
    field.show_answer(NO_ANSWER)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("31 mars", "31/03/2027"), ("mars 2027", "31/03/2027"), ("15-3-27", "15/03/2027")],
)
def test_a_day_that_is_left_is_shown_in_figures(due: DayField, typed: str, shown: str) -> None:
    heard: list[Any] = []
    due.answered.connect(heard.append)
    due.line.setFocus()
    QTest.keyClicks(due.line, typed)
    QTest.keyClick(due.line, Qt.Key.Key_Tab)
    assert due.line.text() == shown
    assert [f"{day:%d/%m/%Y}" for day in heard] == [shown]
    assert due.fault.isHidden()


def test_a_day_is_chosen_in_a_calendar_by_the_keyboard_alone(due: DayField, qtbot: QtBot) -> None:
    heard: list[Any] = []
    due.answered.connect(heard.append)
    due.line.setFocus()
    QTest.keyClicks(due.line, "31/03/2027")
    QTest.keyClick(due.line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is due.calendar
    QTest.keyClick(due.calendar, Qt.Key.Key_Space)
    popup = due.calendar.calendar
    assert popup is not None
    month = popup.findChild(QCalendarWidget)
    assert isinstance(month, QCalendarWidget)
    assert month.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert month.locale().name() == "fr_FR"
    assert month.selectedDate().toString("yyyy-MM-dd") == "2027-03-31"
    days = month.findChild(QWidget, "qt_calendar_calendarview")
    assert isinstance(days, QWidget)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert due.line.text() == "01/04/2027"
    assert heard == [date(2027, 3, 31), date(2027, 4, 1)]
    qtbot.waitUntil(due.line.hasFocus)


# --- All pages ------------------------------------------------------------------------------


def test_what_is_pasted_on_one_line_stays_on_it(qtbot: QtBot) -> None:
    line = TextLine()
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText("Les Deux\r\nRives\u2028du Lac")
    line.paste()
    assert line.text() == "Les Deux Rives du Lac"
    assert line.cursorPosition() == len(line.text())


def _pages(driven: Driven) -> dict[str, Callable[[], object]]:
    window = driven.window

    def edit() -> None:
        window.go(ToPlan())
        table = window.page(PlanPage).table
        driven.qtbot.waitUntil(lambda: len(table.rows.rows) > 1)
        window.page(PlanPage).edit(table.rows.rows[1].action)

    return {
        "home": lambda: window.go(ToHome()),
        "ratio": lambda: window.go(ToQuestion("participation_ag")),
        "results": lambda: window.go(ToResults()),
        "plan": edit,
        "trace": lambda: window.go(ToScore("pratiques")),
        "years": lambda: window.go(ToYears()),
        "preferences": lambda: window.go(ToPreferences()),
        "profile": lambda: window.go(ToStructure()),
        "help": lambda: window.go(ToHelp()),
        "search": lambda: window.go(ToSearch()),
    }


def _turn(widget: QWidget) -> None:
    place = QPointF(5, 5)
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    buttons = Qt.MouseButton.NoButton
    turn = QWheelEvent(place, place, QPoint(), QPoint(0, -120), buttons, keys, phase, False)
    QApplication.sendEvent(widget, turn)


def _cut_when_focused(made: QPushButton) -> bool:
    option = QStyleOptionButton()
    made.initStyleOption(option)
    option.state |= QStyle.StateFlag.State_HasFocus
    room = made.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, made)
    icon = 0 if made.icon().isNull() else made.iconSize().width()
    return room.width() < made.fontMetrics().horizontalAdvance(made.text()) + icon


def test_on_every_page_the_wheel_changes_no_input_and_no_focused_button_is_cut(
    demonstrated: Driven,
) -> None:
    window = demonstrated.window
    seen = 0
    for name, show in _pages(demonstrated).items():
        show()
        demonstrated.idle()
        QApplication.processEvents()
        for box in window.findChildren(QComboBox):
            assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus, (name, box.accessibleName())
            if box.isVisible() and box.count() > 1:
                before = box.currentIndex()
                _turn(box)
                assert box.currentIndex() == before, (name, box.accessibleName())
                seen += 1
        assert [item for item in window.findChildren(QAbstractSpinBox) if item.isVisible()] == []
        for line in window.findChildren(QLineEdit):
            assert isinstance(line, TextLine), (name, line.accessibleName())
        cut = [
            made.text()
            for made in window.findChildren(QPushButton)
            if made.isVisible()
            and made.text()
            and made.property("kind") not in ("painted", "icon")
            and _cut_when_focused(made)
        ]
        assert cut == [], name
    assert seen > 2
