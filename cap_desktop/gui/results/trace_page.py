"""« Pourquoi ce score »: from a part to its axes, its themes, its questions, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.exact import ZERO
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.trace import Trace, trace
from cap_desktop.gui.kit.basics import button, card, emptied, label
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.fitted_table import FittedTable
from cap_desktop.gui.kit.hints import unmarked
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    FIELD_GAP,
    GAP,
    HEADING,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.results.fresh_page import FreshPage
from cap_desktop.gui.results.trace_tables import formula, lines_table, others_table, outcome
from cap_desktop.gui.session.destinations import Destination, ToQuestion, ToScore, ToTheme
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.numbers import percent
from cap_desktop.words.score_line import NO_SCORE_YET, no_band, score_in_band


class TracePage(FreshPage):
    """Shows how one score is made; Alt+← or Échap goes back the way one came."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent)
        self.name = ""
        self._trail: list[str] = []
        self._build()
        bind_keys(self, dict.fromkeys(BACK, self.go_back), in_texts=True)
        session.opened.connect(self._forget_trail)

    # --- Moving -----------------------------------------------------------------------

    def show_destination(self, to: Destination) -> None:
        if isinstance(to, ToScore):
            self.show_score(to.node)

    def show_score(self, name: str) -> None:
        """Show how the score of a part, an axis or a theme is made, coming from elsewhere."""
        self._trail.clear()
        self._show(name)

    def go_deeper(self, name: str) -> None:
        """Show a child of what is shown, or the question."""
        opened = self.session.current
        if opened is None:
            return
        if name in opened.questionnaire.outline.nodes:
            self._trail.append(self.name)
            self._show(name)
        else:
            self.wanted.emit(ToQuestion(name))

    def go_back(self) -> None:
        """Return to where one came from, on the line that led here."""
        if not self._trail:
            self.step_back()
            return
        came_from = self.name
        self._show(self._trail.pop())
        self.lines.go_to(came_from)

    def left_off(self) -> tuple[str, ...]:
        """The score that is shown, after those that led to it."""
        return (*self._trail, self.name)

    def go_on(self, left_off: tuple[str, ...]) -> None:
        *self._trail, self.name = left_off

    def refresh(self) -> None:
        opened = self.session.current
        # Another year may come from a version without this node.
        if opened is not None and self.name in opened.questionnaire.outline.nodes:
            super().refresh()

    def _show(self, name: str) -> None:
        self.name, self._stale = name, True
        self.refresh()
        self.back.setFocus()

    def _forget_trail(self) -> None:
        self.name = ""
        self._trail.clear()

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(px(MARGIN), px(GAP), px(MARGIN), px(MARGIN))
        column.setSpacing(px(FIELD_GAP))
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(label(self.look, _("Pourquoi ce score\u00a0?"), BODY, SEMIBOLD, "accent"))
        self._title = label(self.look, "", TITLE, BOLD)
        words.addWidget(self._title)
        head.addLayout(words, 1)
        self.back = button(self.look, _("Revenir"), icon="arrow-left")
        self.back.clicked.connect(self.go_back)
        head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        above = QHBoxLayout()
        self._path = QHBoxLayout()
        self._path.setSpacing(px(4))
        above.addLayout(self._path)
        above.addStretch(1)
        column.addLayout(above)
        self._result = label(self.look, "", HEADING, BOLD, "accent")
        column.addWidget(self._result)
        self._formula = label(self.look, "", BODY)
        column.addWidget(self._formula)
        frame, inside = card(self.look)
        inside.addWidget(label(self.look, _("Ce qui compte"), CARD, SEMIBOLD))
        self.lines = FittedTable(self.look)
        self.lines.chosen.connect(self.go_deeper)
        inside.addWidget(self.lines)
        self._outcome = label(self.look, "", SMALL, tone="secondary")
        inside.addWidget(self._outcome)
        column.addWidget(frame)
        self._others_card, inside = card(self.look)
        inside.addWidget(label(self.look, _("Ce qui ne compte pas"), CARD, SEMIBOLD))
        self.others = FittedTable(self.look)
        self.others.chosen.connect(self.go_deeper)
        inside.addWidget(self.others)
        column.addWidget(self._others_card)
        self.answer = button(self.look, _("Répondre à ce thème"), "", "clipboard-list")
        self.answer.clicked.connect(self._answer)
        column.addWidget(self.answer, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _answer(self) -> None:
        self.wanted.emit(ToTheme(self.name))

    # --- Showing ----------------------------------------------------------------------

    def draw(self, opened: OpenAssessment) -> None:
        """Show how the score is made."""
        traced = trace(opened.results, self.name)
        settings = opened.questionnaire.settings
        self._title.setText(traced.node.title)
        self._show_path(opened.questionnaire)
        self._result.setText(_score(opened, traced))
        self._formula.setText(formula(traced.node.level))
        self.lines.show_table(lines_table(traced, settings.decimals), (8, 1, 1, 1, 1))
        self.lines.setVisible(traced.before_caps is not None)
        least = percent(getattr(settings.min_coverage, traced.node.level))
        self._outcome.setText("\n".join(outcome(traced, settings.decimals, least)))
        others = others_table(traced)
        self.others.show_table(others, (3, 2))
        self._others_card.setVisible(bool(others.rows))
        self.answer.setVisible(traced.node.level == "theme")

    def _show_path(self, questionnaire: Questionnaire) -> None:
        """The nodes above, each leading to its own score."""
        emptied(self._path)
        for name, title in _above(questionnaire, self.name):
            if self._path.count():
                self._path.addWidget(IconLabel(self.look, "chevron-right", size=16))
            # In a button, a single « & » would underline the next letter.
            step = button(self.look, unmarked(title), "link")
            step.setAccessibleName(title)
            step.clicked.connect(lambda _checked=False, name=name: self.go_deeper(name))
            self._path.addWidget(step)


def _above(questionnaire: Questionnaire, name: str) -> list[tuple[str, str]]:
    """The part and the axis that hold a node, with their short titles."""
    for part in questionnaire.parts:
        for axis in part.axes:
            if name == axis.id or name in {theme.id for theme in axis.themes}:
                found = [(part.id, part.label)]
                return found if name == axis.id else [*found, (axis.id, axis.label)]
    return []


def _score(opened: OpenAssessment, traced: Trace) -> str:
    node = traced.score
    if node.score is None:
        return _(NO_SCORE_YET)
    decimals, band = opened.questionnaire.settings.decimals, opened.results.band_of(node)
    reading = no_band(node.coverage or ZERO) if band is None else band.title
    return score_in_band(node.score, decimals, reading)
