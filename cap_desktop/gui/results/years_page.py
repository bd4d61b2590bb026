"""Two years side by side: scores, movements, and the answers that changed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import card, label, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.year_choice import YearChoice
from cap_desktop.gui.look.look import (
    BODY,
    CAPTION,
    CARD,
    FIELD_GAP,
    GAP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    Look,
)
from cap_desktop.gui.results.result_views import ResultViews
from cap_desktop.gui.results.year_tables import changes_table, notes, scores_table
from cap_desktop.gui.session.destinations import Destination, ToQuestion, ToScore, ToYears
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.assessments import ComparedYears
from cap_desktop.words.two_years import how_to_compare

TOP = 10
ROOM_FOR_BOTH = 640
"""From this effective width on, the two years are chosen side by side."""


class YearsPage(Page):
    """Asks for two years, and shows them once they are read."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.session = session
        self.compared: ComparedYears | None = None
        self._build()
        session.years_compared.connect(self._show)
        session.changed.connect(self._ask)
        session.opened.connect(self._forget)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        px = self.look.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        page.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(MARGIN), px(TOP), px(MARGIN), px(TOP))
        column.setSpacing(px(FIELD_GAP))
        self.views = ResultViews(self.look, self, ToYears)
        self.views.name_page(_("Deux années côte à côte"))
        column.addWidget(self.views)
        column.addLayout(self._choices())
        self._notes = label(self.look, "", BODY, tone="secondary")
        column.addWidget(self._notes)
        frame, within = card(self.look)
        within.addWidget(label(self.look, _("Les scores"), CARD, SEMIBOLD))
        self.scores = FittedTable(self.look)
        self.scores.chosen.connect(lambda node: self.wanted.emit(ToScore(node)))
        within.addWidget(self.scores)
        self._method = label(self.look, how_to_compare(), CAPTION, tone="secondary")
        within.addWidget(self._method)
        column.addWidget(frame)
        self._changes_card, within = card(self.look)
        self._changes_title = label(self.look, "", CARD, SEMIBOLD)
        within.addWidget(self._changes_title)
        hint = _("Les textes libres ne sont pas comparés.")
        within.addWidget(label(self.look, hint, SMALL, tone="secondary"))
        self.changes = FittedTable(self.look)
        self.changes.chosen.connect(lambda name: self.wanted.emit(ToQuestion(name)))
        within.addWidget(self.changes)
        column.addWidget(self._changes_card)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() / self.look.scale < ROOM_FOR_BOTH
        way = QBoxLayout.Direction
        self._both.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _choices(self) -> QBoxLayout:
        both = self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        both.setSpacing(self.look.px(FIELD_GAP))
        self.older = YearChoice(self.look, _("Première année"))
        self.newer = YearChoice(self.look, _("Seconde année"))
        for box in (self.older, self.newer):
            name = label(self.look, box.accessibleName(), BODY, SEMIBOLD)
            name.setBuddy(box)
            name.setWordWrap(False)
            box.currentIndexChanged.connect(self._ask)
            row = QHBoxLayout()
            row.setSpacing(self.look.px(FIELD_GAP))
            row.addWidget(name)
            row.addWidget(box)
            row.addSpacing(self.look.px(GAP))
            both.addLayout(row)
        both.addStretch(1)
        return both

    # --- Asking -----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def show_destination(self, _to: Destination) -> None:
        self.views.arrive()

    def refresh(self) -> None:
        """Propose the open year and the one before it, and compare what is chosen."""
        opened, years = self.session.current, self.session.years
        if opened is None:
            return
        before = [item for item in years if item.year < opened.assessment.year]
        first = before[0] if before else opened.assessment
        if not {self.older.chosen, self.newer.chosen} <= {item.id for item in years}:
            self.older.show_years(years, first.id)
            self.newer.show_years(years, opened.assessment.id)
        self._ask()

    def left_off(self) -> tuple[str, str]:
        """The two years that are chosen."""
        return (self.older.chosen, self.newer.chosen)

    def go_on(self, left_off: tuple[str, str]) -> None:
        for box, chosen in zip((self.older, self.newer), left_off, strict=True):
            box.show_years(self.session.years, chosen)

    def _forget(self) -> None:
        """Another year is open: it is the one to compare next time."""
        self.older.show_years((), "")
        self.newer.show_years((), "")

    def _ask(self) -> None:
        if self.older.chosen and self.newer.chosen and self.isVisible():
            self.session.compare_years(self.older.chosen, self.newer.chosen)

    # --- Showing ----------------------------------------------------------------------

    def _show(self, compared: ComparedYears) -> None:
        asked = {self.older.chosen, self.newer.chosen}
        if asked != {compared.old.assessment.id, compared.new.assessment.id}:
            return
        self.compared = compared
        self._notes.setText("\n".join(notes(compared)))
        self._method.setVisible(compared.comparison is not None)
        spread = (4, 1, 1) if compared.comparison is None else (4, 1, 1, 2, 4)
        self.scores.show_table(scores_table(compared), spread)
        changes = changes_table(compared, is_open=self._is_newer_open(compared))
        self.changes.show_table(changes, (4, 2, 2, 2))
        count = len(changes.rows)
        self._changes_title.setText(
            counted("{number} réponse a changé", "{number} réponses ont changé", count)
        )
        self._changes_card.setVisible(compared.comparison is not None)
        self.changes.setVisible(count > 0)

    def _is_newer_open(self, compared: ComparedYears) -> bool:
        """True where the newer year is the open one: its questions can be looked at."""
        opened = self.session.current
        return opened is not None and opened.assessment.id == compared.new.assessment.id
