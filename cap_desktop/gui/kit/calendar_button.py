"""A calendar that opens from the end of a line, to choose a day without typing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
)

from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import FOCUS_WIDTH, SMALL, Look
from cap_desktop.i18n import _

SIDE = 30
ICON = 18
WIDE, TALL = 400, 320


class CalendarButton(QToolButton):
    """Stands inside the line, after it for Tab; `day` is where the calendar opens, else today."""

    picked = Signal(object)

    def __init__(self, look: Look, line: QLineEdit, day: Callable[[], date | None]) -> None:
        super().__init__(line)
        self._look, self._line, self._day = look, line, day
        side = look.px(SIDE)
        self.setIcon(icons.icon("calendar", look.colour("text_secondary"), look.px(ICON)))
        self.setIconSize(QSize(look.px(ICON), look.px(ICON)))
        self.setFixedSize(side, side)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = _("Choisir dans un calendrier\u00a0: {line}", line=line.accessibleName())
        self.setAccessibleName(name)
        give_hint(self, _("Choisir dans un calendrier"))
        line.setTextMargins(0, 0, side - look.px(6), 0)
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, FOCUS_WIDTH + look.px(2), 0)
        inside.addStretch(1)
        inside.addWidget(self)
        self.calendar: QDialog | None = None
        self.clicked.connect(self._open)

    def _open(self) -> None:
        popup = self.calendar = QDialog(self, Qt.WindowType.Popup)
        popup.setProperty("box", "popup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setAccessibleName(_("Calendrier"))
        column = QVBoxLayout(popup)
        edge = self._look.px(8)
        column.setContentsMargins(edge, edge, edge, edge)
        month = _month(self._look, self._day())
        month.clicked.connect(lambda day: self._choose(date(day.year(), day.month(), day.day())))
        month.activated.connect(lambda day: self._choose(date(day.year(), day.month(), day.day())))
        column.addWidget(month)
        popup.adjustSize()
        popup.move(self._place_of(popup.size()))
        popup.show()
        month.setFocus()

    def _place_of(self, size: QSize) -> QPoint:
        """Under the line, over it where the screen ends."""
        place = self._line.mapToGlobal(QPoint(0, self._line.height()))
        screen = self.screen().availableGeometry()
        if place.y() + size.height() > screen.bottom():
            place.setY(self._line.mapToGlobal(QPoint(0, 0)).y() - size.height())
        place.setX(max(min(place.x(), screen.right() - size.width()), screen.left()))
        place.setY(max(place.y(), screen.top()))
        return place

    def _choose(self, day: date) -> None:
        popup, self.calendar = self.calendar, None
        if popup is None:  # Qt says the same day twice, clicked then activated
            return
        popup.close()
        self.picked.emit(day)
        self._line.setFocus()


def _month(look: Look, day: date | None) -> QCalendarWidget:
    made = QCalendarWidget()
    made.setLocale(QLocale(QLocale.Language.French, QLocale.Country.France))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setAccessibleName(_("Jour"))
    made.setFont(look.font(SMALL))
    made.setMinimumSize(look.px(WIDE), look.px(TALL))
    plain = QTextCharFormat()
    plain.setForeground(look.colour("text"))
    for week_day in Qt.DayOfWeek:
        made.setWeekdayTextFormat(week_day, plain)
    if day is not None:
        made.setSelectedDate(QDate(day.year, day.month, day.day))
    for name, icon, words in (
        ("qt_calendar_prevmonth", "arrow-left", _("Mois précédent")),
        ("qt_calendar_nextmonth", "arrow-right", _("Mois suivant")),
    ):
        step = made.findChild(QToolButton, name)
        if isinstance(step, QToolButton):
            step.setIcon(icons.icon(icon, look.colour("text"), look.px(ICON)))
            step.setAccessibleName(words)
            give_hint(step, words)
    return made
