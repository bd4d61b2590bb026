"""What holds, what to work on first, what to look at again, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button
from cap_desktop.gui.kit.hints import unmarked
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.presentation.exports import REPORTS, Export, words_of
from cap_desktop.gui.results.point_button import PointLine
from cap_desktop.gui.results.point_list import PointList
from cap_desktop.gui.results.result_lines import priority_lines, strength_lines
from cap_desktop.gui.results.results_overview import Overview
from cap_desktop.gui.session.destinations import ToPlan, ToQuestion
from cap_desktop.gui.session.tasks import WriteExport
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment

STRENGTHS = 3
SPACE = 6
NO_LIMIT = 16777215


class NextSteps(QWidget):
    """Announces a theme or a question, or a place or a task."""

    chosen = Signal(str)
    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.strengths = PointList(look, _("Vos points forts"), "sprout")
        self.first = PointList(look, _("À travailler en premier"), "target")
        for made in (self.strengths, self.first):
            made.chosen.connect(self.chosen)
            self._whole.addWidget(made)
        last = QWidget()
        column = QVBoxLayout(last)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._whole.setSpacing(px(SPACE))
        self.checks = button(look, "", "link", "triangle-alert")
        self.checks.setMenu(QMenu(self.checks))
        self.answer = button(look, "", "main")
        self.answer.clicked.connect(lambda: self.wanted.emit(ToQuestion()))
        self.plan = button(look, _("Préparer le plan"), "main")
        self.plan.clicked.connect(lambda: self.wanted.emit(ToPlan()))
        self.report = button(look, _("Créer le rapport"))
        reports = QMenu(self.report)
        self.report.setMenu(reports)
        for export in REPORTS:
            self._offer(reports, export)
        column.addWidget(self.checks, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(px(8))
        for way in (self.answer, self.plan, self.report):
            self._ways.addWidget(way, 1)
        column.addLayout(self._ways)
        self._whole.addWidget(last, 1)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What the Tab key goes through."""
        lines = [*self.strengths.buttons, *self.first.buttons]
        return [*lines, self.checks, self.answer, self.plan, self.report]

    def stand(self, width: int, *, is_wide: bool) -> None:
        """Be a column of this width at 100 %, 0 for all there is; `is_wide` for side by side."""
        way = QBoxLayout.Direction
        self._whole.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self.setMinimumWidth(self._look.px(width) if width else 0)
        self.setMaximumWidth(self._look.px(width) if width else NO_LIMIT)
        top = Qt.AlignmentFlag.AlignTop if is_wide else Qt.AlignmentFlag(0)
        for made in (self.strengths, self.first):
            self._whole.setStretchFactor(made, int(is_wide))
            self._whole.setAlignment(made, top)
        self._fit_ways()

    def show_results(self, opened: OpenAssessment, shown: Overview) -> None:
        """Show what stands out; one prepares a plan once a part has its score."""
        self.strengths.show_lines(
            strength_lines(shown, STRENGTHS),
            _("Ils s’affichent dès qu’un thème a assez de réponses."),
        )
        self.first.show_lines(priority_lines(opened), _("Rien ne ressort pour l’instant."))
        has_score = any(item.part.score is not None for item in shown.parts)
        is_begun = bool(opened.standing.done)
        words = _("Continuer à répondre") if is_begun else _("Commencer à répondre")
        self.answer.setText(words)
        self.answer.setAccessibleName(words)
        self.answer.setVisible(not has_score)
        self.plan.setVisible(has_score)
        self.report.setVisible(is_begun)
        self._fit_ways()

    def _fit_ways(self) -> None:
        """One under the other where their words are too long for the column."""
        ways = [way for way in (self.answer, self.plan, self.report) if not way.isHidden()]
        needed = sum(way.sizeHint().width() for way in ways)
        needed += self._ways.spacing() * (len(ways) - 1)
        way = QBoxLayout.Direction
        is_tight = needed > self.maximumWidth()
        self._ways.setDirection(way.TopToBottom if is_tight else way.LeftToRight)

    def show_checks(self, words: str, lines: Sequence[PointLine]) -> None:
        """What stands apart from the scores, each leading to itself."""
        self.checks.setVisible(bool(words))
        self.checks.setText(f" {words}")
        self.checks.setAccessibleName(words)
        menu = self.checks.menu()
        assert menu is not None
        menu.clear()
        for line in lines:
            self._lead_to(menu, line)

    def _offer(self, menu: QMenu, export: Export) -> None:
        menu.addAction(words_of(export), lambda: self.wanted.emit(WriteExport(export.kind)))

    def _lead_to(self, menu: QMenu, line: PointLine) -> None:
        said = f"{line.title} ({line.reason})"
        menu.addAction(unmarked(said), lambda: self.chosen.emit(line.name))
