"""Results: the two scores side by side, every theme as a line, and what to look at first."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.charts.legend import bands_legend, years_legend
from cap_desktop.charts.radar import radar
from cap_desktop.domain.scoring.recount import recounted_parts
from cap_desktop.gui.kit.basics import button, card, emptied, label
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.chart_view import ChartView
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.theme_bar import ThemeBar
from cap_desktop.gui.look.look import (
    BODY,
    CAPTION,
    CARD,
    GAP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    Look,
)
from cap_desktop.gui.results.closing_row import ClosingRow
from cap_desktop.gui.results.fresh_page import FreshPage
from cap_desktop.gui.results.part_score import PartScoreCard
from cap_desktop.gui.results.point_list import PointList
from cap_desktop.gui.results.result_lines import check_lines, priority_lines, strength_lines
from cap_desktop.gui.results.result_tables import indicators_table
from cap_desktop.gui.results.results_in_tables import ResultsInTables
from cap_desktop.gui.results.results_overview import Overview, YearBefore, overview
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.scores import common_base, recounted

SHOWN = 3
TWO_COLUMNS = 980
THREE_COLUMNS = 1240
SIDE = 20
NOWHERE = Qt.AlignmentFlag(0)
BESIDE, ASIDE = 97, 36
"""How the width is shared between the charts and what stands beside them."""


class ResultsPage(FreshPage):
    """Shows what was computed; every theme, part, question and indicator leads to itself."""

    trace_wanted = Signal(str)
    question_wanted = Signal(str)
    years_wanted = Signal()
    plan_wanted = Signal()
    report_wanted = Signal(str)
    letter_keys = True

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent)
        self._year_before = YearBefore()
        self._scores: list[PartScoreCard] = []
        self.bars: list[ThemeBar] = []
        self._shown: tuple[OpenAssessment, Overview] | None = None
        self._build()
        bind_keys(self, {"T": self.swap}, are_on=lambda: self.letter_keys)

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(px(MARGIN), px(SIDE), px(MARGIN), px(MARGIN))
        column.setSpacing(px(GAP))
        self.recount = label(self.look, "", BODY, tone="secondary")
        column.addWidget(self.recount)
        column.addWidget(self._charts())
        self.tables = ResultsInTables(self.look)
        self.tables.swapped.connect(self.swap)
        self.tables.chosen.connect(self._open)
        column.addWidget(self.tables)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(px(GAP))
        self.checks = PointList(self.look, _("À vérifier"))
        self.checks.chosen.connect(self._open)
        top = Qt.AlignmentFlag.AlignTop
        self._below.addWidget(self.checks, BESIDE, top)
        self._below.addWidget(self._actions(), ASIDE, top)
        column.addLayout(self._below)
        column.addWidget(self._indicators())
        column.addStretch(1)
        self.tables.hide()
        self._arrange()

    def _charts(self) -> QWidget:
        self.charts = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.charts)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._aside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for box in (self._columns, self._pair, self._aside):
            box.setSpacing(self.look.px(GAP))
        self._pair.addLayout(self._left(), 40)
        self._pair.addWidget(self._bars_card(), 60)
        self._columns.addLayout(self._pair, BESIDE)
        self._columns.addLayout(self._aside, ASIDE)
        self.strengths = PointList(self.look, _("Vos points forts"))
        self.strengths.chosen.connect(self.trace_wanted)
        self.first = PointList(self.look, _("À travailler en premier"))
        self.first.chosen.connect(self._open)
        self._aside.addWidget(self.strengths)
        self._aside.addWidget(self.first)
        self._aside.addStretch(1)
        return self.charts

    def _left(self) -> QVBoxLayout:
        px = self.look.px
        left = QVBoxLayout()
        left.setSpacing(px(12))
        self._scores_row = QHBoxLayout()
        self._scores_row.setSpacing(px(GAP))
        left.addLayout(self._scores_row)
        frame, inside = card(self.look)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside.setContentsMargins(px(16), px(14), px(16), px(12))
        inside.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(label(self.look, _("Vue d’ensemble"), CARD, SEMIBOLD), 1)
        self._years = ChartView(self.look, 150, 26, takes_its_height=True)
        head.addWidget(self._years)
        inside.addLayout(head)
        self.radar = ChartView(self.look, 280, 270)
        self.radar.chosen.connect(self.trace_wanted)
        inside.addWidget(self.radar, 1)
        notice = _("Une position déclarée par vous-mêmes\u00a0: ni un label, ni une certification.")
        inside.addWidget(label(self.look, notice, CAPTION, tone="secondary"))
        left.addWidget(frame, 1)
        return left

    def _bars_card(self) -> QFrame:
        px = self.look.px
        frame, inside = card(self.look)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside.setContentsMargins(px(14), px(12), px(14), px(12))
        inside.setSpacing(px(4))
        head = QHBoxLayout()
        self._bars_title = label(self.look, "", CARD, SEMIBOLD)
        head.addWidget(self._bars_title, 1)
        self.to_tables = button(self.look, _("Voir en tableau"), "", "grid-3x3")
        self.to_tables.setToolTip(_("Touche T"))
        self.to_tables.clicked.connect(self.swap)
        head.addWidget(self.to_tables)
        inside.addLayout(head)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(0)
        inside.addLayout(self._bars, 1)
        self._bands = ChartView(self.look, 300, 26, takes_its_height=True)
        inside.addWidget(self._bands)
        self._common = label(self.look, "", CAPTION, tone="secondary")
        inside.addWidget(self._common)
        return frame

    def _actions(self) -> QWidget:
        """The ways on from the results."""
        made = QWidget()
        self.ways = QVBoxLayout(made)
        self.ways.setContentsMargins(0, 0, 0, 0)
        self.ways.setSpacing(self.look.px(8))
        self.years = button(self.look, _("Comparer deux années"), "", "calendar")
        self.years.clicked.connect(self.years_wanted)
        self.closing = ClosingRow(self.look)
        self.closing.seal_wanted.connect(self.session.seal)
        self.closing.reopen_wanted.connect(self.session.reopen)
        self.answer = button(self.look, _("Commencer à répondre"), "main", "clipboard-list")
        self.answer.clicked.connect(lambda: self.question_wanted.emit(""))
        self.plan = button(self.look, _("Préparer le plan"), "main", "list-checks")
        self.plan.clicked.connect(self.plan_wanted)
        self.report = button(self.look, _("Créer le rapport"), "", "file-text")
        self.report.setMenu(QMenu(self.report))
        self.main_ways = QWidget()
        first = QVBoxLayout(self.main_ways)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(self.look.px(8))
        first.addWidget(self.answer)
        first.addWidget(self.plan)
        first.addWidget(self.report)
        self.ways.addWidget(self.years)
        self.ways.addWidget(self.closing)
        return made

    def offer_report(self, kind: str, words: str) -> None:
        """Add a kind to what « Créer le rapport » offers; `report_wanted` then names it."""
        menu = self.report.menu()
        assert menu is not None
        menu.addAction(words, lambda: self.report_wanted.emit(kind))

    def _indicators(self) -> QFrame:
        self._indicators_card, inside = card(self.look)
        inside.addWidget(label(self.look, _("Vos indicateurs"), CARD, SEMIBOLD))
        hint = _("Ils se lisent à côté des scores, et n’y entrent pas.")
        inside.addWidget(label(self.look, hint, SMALL, tone="secondary"))
        self.indicators = FittedTable(self.look)
        self.indicators.chosen.connect(self.question_wanted)
        inside.addWidget(self.indicators)
        return self._indicators_card

    # --- Arranging --------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Three columns, two with the rest below, or one."""
        wide = self.width() / self.look.scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide >= THREE_COLUMNS else down)
        self._pair.setDirection(across if wide >= TWO_COLUMNS else down)
        between = TWO_COLUMNS <= wide < THREE_COLUMNS
        self._aside.setDirection(across if between else down)
        self._below.setDirection(across if wide >= TWO_COLUMNS else down)
        for frame in (self.strengths, self.first):
            self._aside.setStretchFactor(frame, int(between))
            self._aside.setAlignment(frame, Qt.AlignmentFlag.AlignTop if between else NOWHERE)
        self._place_main_ways(is_aside=wide >= THREE_COLUMNS and not self.charts.isHidden())
        self._aside.setStretch(self._aside.count() - 1, int(not between))

    def _place_main_ways(self, *, is_aside: bool) -> None:
        """What comes next: in sight beside the charts, or first of what is below."""
        before = self._aside.indexOf(self.main_ways) >= 0
        if before == is_aside and self.main_ways.parentWidget() is not None:
            return
        if is_aside:
            self._aside.insertWidget(self._aside.indexOf(self.first) + 1, self.main_ways)
        else:
            self.ways.insertWidget(0, self.main_ways)
        # Qt hides what changes its parent.
        self.main_ways.show()

    def swap(self) -> None:
        """Show the tables in place of the charts, or the charts again."""
        to_tables = not self.tables.isVisibleTo(self)
        if to_tables and self._shown is not None:
            self.tables.show_results(*self._shown)
        self.charts.setVisible(not to_tables)
        self.tables.setVisible(to_tables)
        self._arrange()
        (self.tables.to_charts if to_tables else self.to_tables).setFocus()

    def left_off(self) -> bool:
        """Whether the tables stand in place of the charts."""
        return self.tables.isVisibleTo(self)

    def go_on(self, left_off: bool) -> None:
        if left_off:
            self.swap()

    # --- Showing ----------------------------------------------------------------------

    def draw(self, opened: OpenAssessment) -> None:
        """Show the scores of an assessment."""
        both = self._year_before.beside(self.session.former, opened, self.session.path)
        shown = overview(opened, both)
        self._show_scores(shown)
        self._show_radar(shown)
        self._show_bars(opened, shown)
        self._show_lists(opened, shown)
        self._show_recount(opened)
        self._shown = (opened, shown)
        if self.tables.isVisibleTo(self):
            self.tables.show_results(opened, shown)
        same = frozenset() if both.path is None else both.path.identical_ids
        spread = (4, 1, 1, 5, 1) if both.former else (4, 1, 5, 1)
        self.indicators.show_table(indicators_table(opened, both.former, same), spread)
        self._indicators_card.setVisible(bool(opened.results.indicators))
        self.years.setVisible(len(self.session.years) > 1)
        is_empty = not opened.standing.done
        self.answer.setVisible(is_empty)
        self.plan.setVisible(not is_empty)
        self.report.setVisible(not is_empty)
        assessment = opened.assessment
        self.closing.show_year(assessment.year, is_sealed=assessment.is_sealed)
        self._order()

    def _order(self) -> None:
        """Let the Tab key follow the reading."""
        stops: list[QWidget] = [made.why for made in self._scores]
        stops += [self.radar, self.to_tables, *self.bars]
        stops += [*self.strengths.buttons, *self.first.buttons, *self.tables.stops]
        stops += [self.answer, self.plan, self.report, *self.checks.buttons]
        stops += [self.years, *self.closing.stops, self.indicators]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _show_scores(self, shown: Overview) -> None:
        while len(self._scores) < len(shown.parts):
            made = PartScoreCard(self.look)
            made.why_wanted.connect(self.trace_wanted)
            self._scores.append(made)
            self._scores_row.addWidget(made, 1)
        for made, item in zip(self._scores, shown.parts, strict=False):
            made.show_standing(item.part, item.title, shown.decimals, shown.years[1])
        for made in self._scores[len(shown.parts) :]:
            made.hide()

    def _show_radar(self, shown: Overview) -> None:
        self.radar.show_figure(
            lambda width, height: radar(shown.themes, shown.years, shown.decimals, width, height)
        )
        legend = years_legend(shown.years)
        self._years.setFixedWidth(round(self.look.scale * legend.width))
        self._years.show_figure(lambda _width, _height: legend)

    def _show_bars(self, opened: OpenAssessment, shown: Overview) -> None:
        count = len(shown.themes)
        self._bars_title.setText(counted("Le thème", "Les {number} thèmes", count))
        emptied(self._bars)
        self.bars.clear()
        for item in shown.parts:
            heading = f"{item.part.code} · {item.part.title}"
            name = label(self.look, heading, CAPTION, SEMIBOLD, "secondary")
            name.setContentsMargins(self.look.px(6), self.look.px(4), 0, 0)
            self._bars.addWidget(name)
            for standing in item.themes:
                bar = ThemeBar(self.look, standing, shown.decimals)
                bar.clicked.connect(
                    lambda _checked=False, name=standing.name: self.trace_wanted.emit(name)
                )
                self._bars.addWidget(bar)
                self.bars.append(bar)
        bands = tuple((band.title, band.from_) for band in opened.questionnaire.settings.bands)
        last = shown.years[1]
        self._bands.show_figure(lambda width, _height: bands_legend(bands, last, width))
        self._common.setVisible(shown.common is not None)
        if shown.common is not None:
            tick = _("Le trait est le score publié en {year}.", year=last)
            self._common.setText(f"{common_base(shown.common)} {tick}")

    def _show_recount(self, opened: OpenAssessment) -> None:
        """Say where the rules of today would print something else of a sealed year."""
        today = opened.recount
        self.recount.setVisible(today is not None)
        if today is not None:
            decimals = opened.questionnaire.settings.decimals
            self.recount.setText(recounted(recounted_parts(opened.results, today), decimals))

    def _show_lists(self, opened: OpenAssessment, shown: Overview) -> None:
        self.strengths.show_lines(
            strength_lines(shown, SHOWN), _("Ils s’affichent dès qu’un thème a assez de réponses.")
        )
        self.first.show_lines(priority_lines(opened, SHOWN), _("Rien ne ressort pour l’instant."))
        self.checks.show_lines(check_lines(opened), _("Aucune alerte, aucun chiffre à revoir."))

    def _open(self, name: str) -> None:
        """Open a question, or show how a theme is made."""
        opened = self.session.current
        if opened is None:
            return
        is_question = name in opened.questionnaire.outline.by_id
        (self.question_wanted if is_question else self.trace_wanted).emit(name)
