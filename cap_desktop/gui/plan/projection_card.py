"""« Et si… »: the scores where the ticked actions succeed, beside today's; nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout

from cap_desktop.domain.plan.gains import Projection, ScoreChange
from cap_desktop.domain.scoring.scoring import Results, band_at
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.kit.theme_bar import ThemeBar
from cap_desktop.gui.look.look import CAPTION, CARD, SEMIBOLD, SMALL, Look
from cap_desktop.gui.plan.plan_rows import Badges
from cap_desktop.i18n import _, counted
from cap_desktop.words.numbers import figure
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.standings import band_rank


class ProjectionCard(QFrame):
    """Both parts and every theme that moves, as the bars of the results show them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("box", "hero")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(4))
        column.addWidget(label(look, _("Et si ces actions réussissent"), CARD, SEMIBOLD))
        self.words = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.words)
        inside = QFrame()
        inside.setProperty("box", "row")
        self._bars = QVBoxLayout(inside)
        self._bars.setContentsMargins(px(8), px(6), px(8), px(6))
        self._bars.setSpacing(0)
        column.addWidget(inside)
        legend = _(
            "La barre est le score projeté, le trait celui d’aujourd’hui. Rien n’est changé."
        )
        column.addWidget(label(look, legend, CAPTION, tone="secondary"))
        self.bars: list[ThemeBar] = []

    def show_projection(self, found: Projection, results: Results, badges: Badges) -> None:
        """Show the scores that a projection brings."""
        emptied(self._bars)
        moving = [change for change in found.themes if change.before != change.after]
        standings = [*self._parts(found.parts, results)]
        standings += [self._theme_standing(change, results, badges) for change in moving]
        decimals = results.questionnaire.settings.decimals
        self.bars = [ThemeBar(self._look, standing, decimals) for standing in standings]
        for bar in self.bars:
            self._bars.addWidget(bar)
        said = (
            counted(
                "Une pratique atteint son niveau visé.",
                "{number} pratiques atteignent leur niveau visé.",
                len(found.levels),
            )
            if found.levels
            else _("Cochez des actions liées à une pratique pour voir ce qu’elles changent.")
        )
        self.words.setText(said)
        scores = [_score_words(standing, decimals) for standing in standings]
        announce(self, " ".join([said, *scores]) if found.levels else said)

    def _parts(self, changes: Iterable[ScoreChange], results: Results) -> Iterable[ScoreLine]:
        nodes = results.questionnaire.outline.nodes
        for change in changes:
            part = nodes[change.node]
            yield self._standing(change, part.code, part.label, results)

    def _theme_standing(self, change: ScoreChange, results: Results, badges: Badges) -> ScoreLine:
        badge = badges.of(change.node)
        return self._standing(change, badge.code, badge.title, results)

    def _standing(self, change: ScoreChange, code: str, title: str, results: Results) -> ScoreLine:
        """As on the results, with today's score in the place of last year's."""
        node = replace(results.nodes[change.node], estimate=change.after)
        band = band_at(results.questionnaire, node)
        return ScoreLine(
            name=change.node,
            code=code,
            title=title,
            score=change.after,
            lower=change.after,
            upper=change.after,
            coverage=results.nodes[change.node].coverage,
            rank=0 if band is None else band_rank(results.questionnaire.settings.bands, band),
            band="" if band is None else band.title,
            former=change.before,
            delta=change.points,
        )


def _score_words(line: ScoreLine, decimals: int) -> str:
    """« Gouvernance : de 50 à 54,2. »; nothing for a score that is not there."""
    if line.score is None or line.former is None:
        return ""
    before, after = figure(line.former, decimals), figure(line.score, decimals)
    return _("{title}\u00a0: de {before} à {after}.", title=line.title, before=before, after=after)
