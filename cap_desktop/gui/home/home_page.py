"""Home: where the team stands, and the one thing to do now.

It is drawn from a `Standing` alone, so that it is there before anything heavy is imported.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.scoring.standing import Standing, YearStanding
from cap_desktop.domain.text import curly
from cap_desktop.gui.home.home_words import (
    ThingToDo,
    journey_steps,
    things_to_do,
    title,
    what_now,
)
from cap_desktop.gui.home.journey import journey_column, journey_row
from cap_desktop.gui.home.plan_card import PlanCard
from cap_desktop.gui.home.year_row import OpenYearRow, YearRow
from cap_desktop.gui.kit.basics import button, card, emptied, label, rule, scrolled, stand_beside
from cap_desktop.gui.kit.focus_kept import focus_kept
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    GAP,
    HEADING,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.session.destinations import (
    Destination,
    ToPlan,
    ToQuestion,
    ToResults,
    ToStructure,
)
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.tasks import BeginYear, OpenYear
from cap_desktop.i18n import _, counted
from cap_desktop.words.days import day_words

SIDE_WIDTH = 392
TWO_COLUMNS = 1160
ROWS = 820
"""Effective width from which what belongs together stands side by side."""
ICON_TILE = 40
TALLEST_HERO = 300
"""In a first year it takes the room that other years give to what comes next."""
"""Qt's own word for « as wide as there is room »."""


class IconTile(QWidget):
    """A drawing on a quiet square, at the left of a thing to do."""

    def __init__(self, look: Look, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon, self._tone = look, icon, tone
        self.setFixedSize(QSize(look.px(ICON_TILE), look.px(ICON_TILE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.ground_pen())
        painter.setBrush(self._look.colour("subtle"))
        radius = self._look.px(8)
        half = self._look.colours.ground_edge / 2
        tile = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(tile, radius, radius)
        inset = self._look.px(10)
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, self._icon, place, self._look.colour(self._tone))
        painter.end()


class HomePage(Page):
    """Shows the open assessment as a whole."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.session = session
        self._shown: tuple[Standing, date, bool, bool] | None = None
        self.now: QPushButton | None = None
        self._lay()
        session.opened.connect(self._forget)
        session.changed.connect(self._forget)
        session.day_changed.connect(self._forget)

    def _lay(self) -> None:
        px = self.look.px
        inside = QWidget()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inside)
        page.addWidget(self._area)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        row.setContentsMargins(px(MARGIN), px(GAP), px(MARGIN), px(GAP))
        row.setSpacing(px(GAP + 4))
        self._row = row
        self._main = QVBoxLayout()
        self._main.setSpacing(px(GAP))
        self._side = QVBoxLayout()
        self._side.setSpacing(px(GAP))
        self._side.setContentsMargins(0, 0, 0, 0)
        # Two widgets, one made before the other: a screen reader goes through them in this order.
        self._front, self._aside = QWidget(inside), QWidget(inside)
        self._front.setLayout(self._main)
        self._main.setContentsMargins(0, 0, 0, 0)
        self._aside.setLayout(self._side)
        row.addWidget(self._front, 1)
        row.addWidget(self._aside)

    # --- Showing ----------------------------------------------------------------------

    def show_destination(self, _to: Destination) -> None:
        self.refresh()
        self.focus_main()

    def refresh(self) -> None:
        """Draw the page again where what it says changed since."""
        standing = self.session.standing
        today = self.session.today
        shown = None if standing is None else (standing, today, self._is_wide, self._has_rows)
        if standing is None or shown == self._shown:
            return
        # Another year is another page: the focus of the one before would land on another year.
        is_same = self._shown is not None and self._shown[0].assessment == standing.assessment
        self._shown = shown
        if is_same:
            self._draw_again(standing)
        else:
            self._draw(standing)

    def _draw_again(self, standing: Standing) -> None:
        """Draw the page anew, with the person where they were on it."""
        place = self._area.verticalScrollBar().value()
        is_on_main = self.now is not None and self.now.hasFocus()
        with focus_kept(self):
            self._draw(standing)
        if is_on_main and self.now is not None:
            # It may propose something else by now, under another name.
            QTimer.singleShot(0, self.now, self.now.setFocus)
        # The focus moves the page before it is laid out: it stays where it was.
        QTimer.singleShot(0, self._area, lambda: self._area.verticalScrollBar().setValue(place))

    def focus_main(self) -> None:
        """Put the focus on the one thing to do."""
        if self.now is not None:
            self.now.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stand_beside(self._row, self._aside, self.look.px(SIDE_WIDTH), is_wide=self._is_wide)
        if self._shown is not None:
            self.refresh()

    @property
    def _is_wide(self) -> bool:
        return self.width() / self.look.scale >= TWO_COLUMNS

    @property
    def _has_rows(self) -> bool:
        return self.width() / self.look.scale >= ROWS

    def _forget(self) -> None:
        if self.isVisible():
            self.refresh()

    def _draw(self, standing: Standing) -> None:
        emptied(self._main)
        emptied(self._side)
        head = QVBoxLayout()
        head.setSpacing(self.look.px(2))
        head.addWidget(label(self.look, title(standing), TITLE, BOLD))
        about = _(
            "{name} · CAP {year}, commencé le {day}",
            name=curly(standing.name),
            year=standing.year,
            day=day_words(standing.begun_at),
        )
        head.addWidget(label(self.look, about, BODY, tone="secondary"))
        self._main.addLayout(head)
        steps, hero = self._steps(standing), self._hero(standing)
        # In one column, the one thing to do comes first: it is in sight.
        for frame in (steps, hero) if self._has_rows else (hero, steps):
            self._main.addWidget(frame)
        self._show_then(standing)
        is_first = len(standing.years) == 1
        if is_first:
            hero.setMaximumHeight(self.look.px(TALLEST_HERO))
            self._main.setStretchFactor(hero, 1)
            # On a large screen, what it does not take spreads nothing else apart.
            self._main.addStretch()
        else:
            self._main.addStretch(1)
        self._side.addWidget(self._years(standing))
        if standing.plan is not None and standing.plan.total:
            plan = PlanCard(self.look, standing.plan, self.session.today)
            plan.opened.connect(lambda: self.wanted.emit(ToPlan()))
            self._side.addWidget(plan)
        if is_first:
            self._side.addWidget(self._how_it_goes(), 1)
        else:
            self._side.addStretch(1)

    # --- The journey ------------------------------------------------------------------

    def _steps(self, standing: Standing) -> QWidget:
        frame, column = card(self.look)
        steps = journey_steps(standing)
        column.addLayout(
            journey_row(self.look, steps) if self._has_rows else journey_column(self.look, steps)
        )
        return frame

    # --- Now --------------------------------------------------------------------------

    def _hero(self, standing: Standing) -> QWidget:
        look = self.look
        frame, column = card(look, "hero")
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(label(look, _("À faire maintenant"), SMALL, SEMIBOLD, "accent"))
        next_act = what_now(standing)
        words.addWidget(label(look, next_act.title, HEADING, BOLD))
        words.addWidget(label(look, next_act.note, BODY, tone="secondary"))
        words.addStretch(1)
        now = button(look, next_act.act, "main", "arrow-right")
        now.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        now.setMinimumHeight(look.px(52))
        elsewhere = ToPlan() if next_act.is_plan else ToResults()
        to = ToQuestion(next_act.question) if next_act.question else elsewhere
        now.clicked.connect(lambda: self.wanted.emit(to))
        self.now = now
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.LeftToRight if self._has_rows else direction.TopToBottom)
        row.addLayout(words, 1)
        row.addWidget(now, alignment=Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row, 1)
        if not standing.is_sealed:
            column.addLayout(self._bar(standing))
        return frame

    def _bar(self, standing: Standing) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        bar = QProgressBar()
        bar.setProperty("box", "hero")
        bar.setRange(0, max(standing.asked, 1))
        bar.setValue(standing.done)
        bar.setTextVisible(False)
        said = counted(
            "{number} question remplie sur {asked}",
            "{number} questions remplies sur {asked}",
            standing.done,
            asked=standing.asked,
        )
        bar.setAccessibleName(said)
        count = label(self.look, f"{standing.done} / {standing.asked}", BODY, BOLD)
        count.setWordWrap(False)
        row.addWidget(bar, 1)
        row.addWidget(count)
        return row

    # --- Then -------------------------------------------------------------------------

    def _show_then(self, standing: Standing) -> None:
        rows = things_to_do(standing, self.session.today)
        if not rows:
            return
        frame, column = card(self.look)
        column.addWidget(label(self.look, _("Ensuite"), CARD, SEMIBOLD))
        for rank, task in enumerate(rows):
            if rank:
                column.addWidget(rule())
            row = QHBoxLayout()
            row.setSpacing(self.look.px(16))
            row.addWidget(IconTile(self.look, task.icon, task.tone))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(self.look, task.title, BODY, SEMIBOLD))
            words.addWidget(label(self.look, task.note, SMALL, tone="secondary"))
            row.addLayout(words, 1)
            go = button(self.look, task.act)
            go.setAccessibleName(f"{task.act}\u00a0: {task.title}")
            go.clicked.connect(lambda _checked=False, task=task: self._open(task))
            row.addWidget(go)
            column.addLayout(row)
        self._main.addWidget(frame)

    def _open(self, task: ThingToDo) -> None:
        elsewhere = ToStructure() if task.is_profile else ToPlan()
        self.wanted.emit(ToQuestion(task.question) if task.question else elsewhere)

    # --- The years --------------------------------------------------------------------

    def _years(self, standing: Standing) -> QWidget:
        frame, column = card(self.look)
        head = QHBoxLayout()
        head.addWidget(label(self.look, _("Vos évaluations"), CARD, SEMIBOLD), 1)
        newest = standing.years[0]
        if newest.sealed_at:
            following = newest.year + 1
            more = button(self.look, _("Commencer {year}", year=following), "quiet", "plus")
            more.clicked.connect(lambda: self.wanted.emit(BeginYear(following)))
            head.addWidget(more)
        column.addLayout(head)
        rows = QVBoxLayout()
        rows.setSpacing(self.look.px(4))
        for year in standing.years:
            if year.assessment == standing.assessment:
                rows.addWidget(OpenYearRow(self.look, year))
            else:
                rows.addWidget(self._other_year(year))
        column.addLayout(rows)
        return frame

    def _other_year(self, year: YearStanding) -> YearRow:
        row = YearRow(self.look, year)
        row.clicked.connect(lambda: self.wanted.emit(OpenYear(year.assessment)))
        return row

    def _how_it_goes(self) -> QWidget:
        """The four lines of a first year."""
        look = self.look
        frame, column = card(look)
        column.addWidget(label(look, _("Comment ça se passe"), CARD, SEMIBOLD))
        for icon, line in (
            ("list-checks", _("Répondez une question à la fois, dans l’ordre que vous voulez.")),
            (
                "check",
                _("Chaque réponse est enregistrée aussitôt. Arrêtez-vous quand vous voulez."),
            ),
            ("flag", _("Marquez « à discuter » ce qui mérite d’en parler à plusieurs.")),
            (
                "chart-bar",
                _("À la fin, vous lisez deux scores et vous choisissez par où commencer."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(look.px(16))
            row.addWidget(IconTile(look, icon, "accent"))
            row.addWidget(label(look, line, BODY, tone="secondary"), 1)
            column.addLayout(row, 1)
        return frame
