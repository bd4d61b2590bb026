"""Results: the two scores side by side, every theme as a line, and what to look at first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.exact import published
from cap_desktop.domain.nodes import NodeScore
from cap_desktop.domain.outline import NodeEntry
from cap_desktop.gui.theme import (
    BODY,
    BOLD,
    CARD,
    DISPLAY,
    GAP,
    HEADING,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Theme,
)
from cap_desktop.gui.widgets.fresh_page import FreshPage
from cap_desktop.gui.widgets.pieces import button, card, emptied, label, rule
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.services.assessments import OpenAssessment

SHOWN = 3
TWO_COLUMNS = 980


class ScoreBar(QWidget):
    """A bar from 0 to 100 with the bounds drawn behind it; its words say the same."""

    def __init__(self, theme: Theme, node: NodeScore, rank: int, former: int | None = None) -> None:
        super().__init__()
        self._theme, self._node, self._rank, self._former = theme, node, rank, former
        self.setMinimumHeight(theme.px(22))
        self.setMinimumWidth(theme.px(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, node = self._theme, self._node
        tall = theme.px(14)
        top = (self.height() - tall) / 2
        whole = QRectF(1, top, self.width() - 2, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("subtle"))
        painter.drawRoundedRect(whole, tall / 2, tall / 2)
        if node.estimate is not None and node.lower is not None and node.upper is not None:
            low, high = int(node.lower), int(node.upper)
            left = whole.left() + whole.width() * low / 100
            spread = QRectF(left, top, whole.width() * (high - low) / 100, tall)
            painter.setBrush(theme.colour("accent_soft_border"))
            painter.drawRect(spread)
            level = theme.colours.levels[self._rank]
            bar = QRectF(whole.left(), top, whole.width() * int(node.estimate) / 100, tall)
            painter.setBrush(QColor(level.fill))
            painter.setPen(QPen(QColor(level.outline), 1))
            painter.drawRoundedRect(bar, tall / 3, tall / 3)
        if self._former is not None:
            x = whole.left() + whole.width() * self._former / 100
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawLine(int(x), int(top) - 3, int(x), int(top) + tall + 3)
        painter.end()


class ResultsPage(FreshPage):
    """Shows what was computed; a click on a theme opens it."""

    theme_wanted = Signal(str)

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(theme, workspace, parent)
        px = theme.px
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        self._column.setSpacing(px(GAP))
        self._parts: QBoxLayout | None = None

    def _direction(self) -> QBoxLayout.Direction:
        is_wide = self.width() / self.theme.scale >= TWO_COLUMNS
        direction = QBoxLayout.Direction
        return direction.LeftToRight if is_wide else direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._parts is not None:
            self._parts.setDirection(self._direction())

    def draw(self, opened: OpenAssessment) -> None:
        """Show the scores of an assessment."""
        self._parts = None
        emptied(self._column)
        self._column.addWidget(label(self.theme, _("Vos résultats"), TITLE, BOLD))
        notice = _("Une position déclarée par vous-mêmes : ni un label, ni une certification.")
        self._column.addWidget(label(self.theme, notice, BODY, tone="secondary"))
        self._column.addWidget(self._closing(opened), alignment=Qt.AlignmentFlag.AlignLeft)
        row = QBoxLayout(self._direction())
        row.setSpacing(self.theme.px(GAP))
        self._parts = row
        for part in opened.questionnaire.outline.parts:
            row.addWidget(self._part(opened, part), 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._show_first(opened)
        self._show_indicators(opened)
        self._column.addStretch(1)

    def _closing(self, opened: OpenAssessment) -> QWidget:
        """Close the year, or open it again."""
        year = opened.assessment.year
        if opened.assessment.is_sealed:
            act = button(self.theme, _("Rouvrir {year}", year=year), "", "rotate-ccw")
            act.clicked.connect(self.workspace.reopen)
        else:
            act = button(self.theme, _("Terminer {year}", year=year), "", "lock")
            act.clicked.connect(self.workspace.seal)
        return act

    def _part(self, opened: OpenAssessment, part: NodeEntry) -> QWidget:
        theme = self.theme
        frame, column = card(theme)
        node = opened.results.nodes[part.id]
        column.addWidget(label(theme, part.title, HEADING, BOLD))
        column.addWidget(label(theme, _score(node), DISPLAY, BOLD))
        column.addWidget(label(theme, _words(opened, node), BODY, tone="secondary"))
        for axis in part.children:
            column.addWidget(rule())
            column.addWidget(label(theme, axis.title, SMALL, SEMIBOLD, "secondary"))
            for item in axis.children:
                column.addLayout(self._line(opened, item))
        column.addStretch(1)
        return frame

    def _line(self, opened: OpenAssessment, item: NodeEntry) -> QHBoxLayout:
        theme = self.theme
        node = opened.results.nodes[item.id]
        row = QHBoxLayout()
        short = next(
            found.short_title
            for part in opened.questionnaire.parts
            for axis in part.axes
            for found in axis.themes
            if found.id == item.id
        )
        name = button(theme, short, "row")
        name.setAccessibleName(f"{item.title}\u00a0: {_score(node)}, {_words(opened, node)}")
        name.setMinimumWidth(theme.px(210))
        name.clicked.connect(lambda: self.theme_wanted.emit(item.id))
        bar = ScoreBar(theme, node, _rank(opened, node), self._before(item.id))
        bar.setAccessibleName(f"{short}\u00a0: {_score(node)}")
        figure = label(theme, _score(node), CARD, BOLD)
        figure.setWordWrap(False)
        figure.setMinimumWidth(theme.px(44))
        row.addWidget(name)
        row.addWidget(bar, 1)
        row.addWidget(figure)
        return row

    def _before(self, theme: str) -> int | None:
        """Last year's score of the theme, where the same questionnaire gave it."""
        current, former = self.workspace.current, self.workspace.former
        if current is None or former is None:
            return None
        if former.assessment.questionnaire != current.assessment.questionnaire:
            return None
        score = former.results.nodes[theme].score
        return None if score is None else int(score)

    def _show_first(self, opened: OpenAssessment) -> None:
        found = opened.results.advice.priorities[:SHOWN]
        if not found:
            return
        frame, column = card(self.theme)
        column.addWidget(label(self.theme, _("À travailler d’abord"), HEADING, BOLD))
        titles = {item.id: item.title for item in opened.questionnaire.suggestions}
        for item in found:
            column.addWidget(rule())
            node = opened.questionnaire.outline.nodes.get(item.target)
            entry = opened.results.questions.get(item.target)
            name = node.title if node else entry.entry.question.title if entry else ""
            column.addWidget(label(self.theme, name, BODY, SEMIBOLD))
            ideas = " · ".join(titles[name] for name in item.suggestions)
            column.addWidget(label(self.theme, ideas, SMALL, tone="secondary"))
        self._column.addWidget(frame)

    def _show_indicators(self, opened: OpenAssessment) -> None:
        alerts = [opened.results.questions[name].entry.question for name in opened.results.alerts]
        if not alerts and not opened.results.checks:
            return
        frame, column = card(self.theme)
        column.addWidget(label(self.theme, _("À vérifier"), HEADING, BOLD))
        for question in alerts:
            column.addWidget(rule())
            column.addWidget(label(self.theme, question.title, BODY))
        for check in opened.results.checks:
            column.addWidget(rule())
            column.addWidget(label(self.theme, check.message, BODY))
        self._column.addWidget(frame)


def _score(node: NodeScore) -> str:
    return "–" if node.score is None else published(node.score, 0)


def _words(opened: OpenAssessment, node: NodeScore) -> str:
    if node.coverage is None:
        return _("Non applicable")
    if node.score is None:
        return _(
            "Provisoire : {coverage} % des questions ont une réponse.",
            coverage=published(node.coverage, 0),
        )
    band = opened.results.band_of(node)
    return "" if band is None else band.title


def _rank(opened: OpenAssessment, node: NodeScore) -> int:
    """The colour of a score: its band, from 1 to 4."""
    band = opened.results.band_of(node)
    bands = [item.id for item in opened.questionnaire.settings.bands]
    return 1 if band is None else min(bands.index(band.id) + 1, 4)
