"""Results: both scores, every theme as a line, what holds and what to work on, in one sight."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from cap_desktop.domain.scoring.indicators import count_of
from cap_desktop.domain.scoring.recount import recounted_parts
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.hints import give_hint, unmarked
from cap_desktop.gui.look.look import BODY, MARGIN, Look
from cap_desktop.gui.results.closing_row import ClosingRow
from cap_desktop.gui.results.fresh_page import FreshPage
from cap_desktop.gui.results.next_steps import NextSteps
from cap_desktop.gui.results.result_lines import check_lines, checks_words
from cap_desktop.gui.results.result_views import ResultViews
from cap_desktop.gui.results.results_in_tables import ResultsInTables
from cap_desktop.gui.results.results_overview import Overview, YearBefore, overview
from cap_desktop.gui.results.scores_card import ScoresCard
from cap_desktop.gui.results.theme_row import ThemeRow
from cap_desktop.gui.results.themes_card import ThemesCard
from cap_desktop.gui.session.destinations import Destination, ToQuestion, ToResults, ToScore
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.preferences import Preferences
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.counts import before_a_score
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import recounted
from cap_desktop.words.standings import band_rank

TWO_COLUMNS, THREE_COLUMNS, ROOMY = 900, 1180, 1700
LEFT, ROOMY_LEFT, RIGHT = 342, 440, 340
SPACE, TOP = 12, 10


class ResultsPage(FreshPage):
    """Shows what was computed; every theme, part and question leads to itself."""

    letter_keys = True

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent)
        self._year_before = YearBefore()
        self._shown: tuple[OpenAssessment, Overview] | None = None
        self._build()
        bind_keys(self, {"T": self.swap}, are_on=lambda: self.letter_keys)

    @property
    def rows(self) -> list[ThemeRow]:
        """The themes, in order."""
        return self.themes.rows

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(px(MARGIN), px(TOP), px(MARGIN), px(TOP))
        column.setSpacing(px(SPACE))
        self.views = ResultViews(self.look, self, ToResults)
        self.why = button(
            self.look, _("Pourquoi ces scores\u00a0?"), "quiet", "circle-question-mark"
        )
        self.why.setMenu(QMenu(self.why))
        self.swapper = button(self.look, _("Voir en tableau"), "", "grid-3x3")
        give_hint(self.swapper, _("Touche T"))
        self.swapper.clicked.connect(self.swap)
        self.closing = ClosingRow(self.look)
        self.closing.seal_wanted.connect(self.session.seal)
        self.closing.reopen_wanted.connect(self.session.reopen)
        for made in (self.why, self.swapper, self.closing.ways):
            self.views.offer(made)
        self.recount = label(self.look, "", BODY, tone="secondary")
        column.addWidget(self.views)
        column.addWidget(self.closing.question)
        column.addWidget(self.recount)
        column.addWidget(self._columns(), 1)

    def _columns(self) -> QWidget:
        made = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(self.look.px(SPACE))
        self.charts = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.charts)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(self.look.px(SPACE))
        self.scores = ScoresCard(self.look)
        self.scores.chosen.connect(self._explain)
        self.themes = ThemesCard(self.look)
        self.themes.chosen.connect(self._explain)
        self._pair.addWidget(self.scores)
        self._pair.addWidget(self.themes, 1)
        self.tables = ResultsInTables(self.look)
        self.tables.chosen.connect(self._open)
        self.tables.hide()
        self.next = NextSteps(self.look)
        self.next.wanted.connect(self.wanted)
        self.next.chosen.connect(self._open)
        self._across.addWidget(self.charts, 1)
        self._across.addWidget(self.tables, 1, Qt.AlignmentFlag.AlignTop)
        self._across.addWidget(self.next)
        return made

    # --- Arranging --------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / self.look.scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        has_three, has_two = wide >= THREE_COLUMNS, wide >= TWO_COLUMNS
        self._across.setDirection(across if has_three else down)
        self._pair.setDirection(across if has_two else down)
        left = ROOMY_LEFT if wide >= ROOMY else LEFT
        self.scores.hold_width(left if has_two else 0)
        self.next.stand(RIGHT if has_three else 0, is_wide=has_two and not has_three)

    def swap(self) -> None:
        """Show the tables in place of the charts, or the charts again."""
        to_tables = not self.left_off()
        if to_tables and self._shown is not None:
            self.tables.show_results(*self._shown)
        self.charts.setVisible(not to_tables)
        self.tables.setVisible(to_tables)
        words = _("Voir en graphiques") if to_tables else _("Voir en tableau")
        self.swapper.setText(f" {words}")
        self.swapper.setAccessibleName(words)
        self.swapper.setFocus()

    def left_off(self) -> bool:
        """Whether the tables stand in place of the charts."""
        return self.tables.isVisibleTo(self)

    def go_on(self, left_off: bool) -> None:
        if left_off:
            self.swap()

    # --- Showing ----------------------------------------------------------------------

    def show_destination(self, _to: Destination) -> None:
        self.refresh()
        self.views.arrive()

    def follow(self, preferences: Preferences) -> None:
        self.letter_keys = preferences.letter_keys

    def draw(self, opened: OpenAssessment) -> None:
        """Show the scores of an assessment."""
        both = self._year_before.beside(self.session.former, opened, self.session.path)
        shown = overview(opened, both)
        year = opened.assessment.year
        self.views.name_page(_("Résultats {year}", year=year))
        states = opened.results.questions
        self.scores.show_results(
            shown,
            before_a_score(count_of(states.values())),
            {
                part.id: before_a_score(count_of(states[entry.id] for entry in part.questions))
                for part in opened.questionnaire.outline.parts
            },
        )
        found = opened.questionnaire.settings.bands
        bands = tuple((band.title, band.from_, band_rank(found, band)) for band in found)
        self.themes.show_results(shown, bands)
        self.next.show_results(opened, shown)
        self.next.show_checks(checks_words(opened), check_lines(opened))
        self._show_recount(opened)
        self._shown = (opened, shown)
        if self.left_off():
            self.tables.show_results(opened, shown)
        self._offer_reasons(shown)
        sealed = opened.assessment.is_sealed
        self.closing.show_year(opened.assessment.id, year, is_sealed=sealed)
        self._order()

    def _offer_reasons(self, shown: Overview) -> None:
        menu = self.why.menu()
        assert menu is not None
        menu.clear()
        for item in shown.parts:
            self._offer_reason(menu, item.part)

    def _offer_reason(self, menu: QMenu, part: ScoreLine) -> None:
        menu.addAction(unmarked(f"{part.code} · {part.title}"), lambda: self._explain(part.name))

    def _order(self) -> None:
        """Let the Tab key follow the reading."""
        stops: list[QWidget] = [*self.views.stops, self.why, self.swapper, *self.closing.stops]
        stops += [self.scores.radar, *self.rows, *self.tables.stops, *self.next.stops]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _show_recount(self, opened: OpenAssessment) -> None:
        """Say where the rules of today would print something else of a sealed year."""
        today = opened.recount
        self.recount.setVisible(today is not None)
        if today is not None:
            decimals = opened.questionnaire.settings.decimals
            self.recount.setText(recounted(recounted_parts(opened.results, today), decimals))

    def _open(self, name: str) -> None:
        """Open a question, or show how a theme is made."""
        opened = self.session.current
        if opened is None:
            return
        is_question = name in opened.questionnaire.outline.by_id
        self.wanted.emit(ToQuestion(name) if is_question else ToScore(name))

    def _explain(self, node: str) -> None:
        self.wanted.emit(ToScore(node))
