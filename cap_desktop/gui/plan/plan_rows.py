"""The rows of the plan's table: values, worked out once from the plan."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from cap_desktop.domain.plan.plan_order import ActionFilter, ActionOrder, in_order
from cap_desktop.domain.text import curly
from cap_desktop.gui.plan.plan_words import Sign, due_words, state_sign
from cap_desktop.i18n import _
from cap_desktop.words.action_states import priority_words
from cap_desktop.words.alerts import unticked
from cap_desktop.words.numbers import figure
from cap_desktop.words.standings import rank_of

if TYPE_CHECKING:
    from cap_desktop.domain.plan.ideas import Idea
    from cap_desktop.domain.plan.plan import Action
    from cap_desktop.services.local.open_plan import OpenPlan


@dataclass(frozen=True, slots=True)
class LevelBadge:
    """A theme: its code and its title, and the colour of its score; rank 0 without a score.

    Without a code, there is no theme, and nothing is drawn.
    """

    code: str
    title: str
    rank: int
    score: str


class RowOrder(NamedTuple):
    """What the rows are sorted by, and which way."""

    by: ActionOrder = "given"
    is_descending: bool = False


GIVEN = RowOrder()


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What the table shows of one action."""

    action: str
    badge: LevelBadge
    title: str
    owner: str
    due: str
    is_late: bool
    priority: int
    priority_words: str
    sign: Sign
    progress: int

    @property
    def sentence(self) -> str:
        """The whole row, said aloud."""
        said = [self.title, self.badge.title, self.sign.words]
        said.append(_("priorité {words}", words=self.priority_words.lower()))
        if self.owner:
            said.append(_("pilote\u00a0: {name}", name=self.owner))
        if self.due != "–":
            said.append(_("échéance\u00a0: {day}", day=self.due))
        return ", ".join(item for item in said if item)


class Badges:
    """The badge of every theme of a plan's year."""

    def __init__(self, opened: OpenPlan) -> None:
        outline = opened.results.questionnaire.outline
        self._themes = {theme.id: theme for theme in outline.themes()}
        self._opened = opened

    @property
    def scores(self) -> dict[str, Fraction | None]:
        """The score of every theme: badges are the same while these are."""
        nodes = self._opened.results.nodes
        return {name: nodes[name].score for name in self._themes}

    def of(self, theme: str) -> LevelBadge:
        """The badge of a theme; an empty one for what is none."""
        results = self._opened.results
        entry = self._themes.get(theme)
        if entry is None:
            return LevelBadge("", "", 0, "")
        node = results.nodes[theme]
        rank = rank_of(results, node)
        decimals = results.questionnaire.settings.decimals
        score = "" if node.score is None else figure(node.score, decimals)
        return LevelBadge(entry.code, entry.label, rank, score)

    def missing(self, idea: Idea) -> list[str]:
        """What is not ticked, where an idea answers a list of compliance."""
        return unticked(idea, self._opened.results)


def plan_rows(
    opened: OpenPlan, order: RowOrder, chosen: ActionFilter, badges: Badges
) -> tuple[PlanRow, ...]:
    """The rows to show, in the order that was asked for."""
    themes = [theme.id for theme in opened.results.questionnaire.outline.themes()]
    kept = [action for action in opened.actions if chosen.keeps(action, opened.today)]
    return tuple(
        _row(action, badges, is_late=action.id in opened.late)
        for action in in_order(
            kept, order.by, themes, opened.late, is_descending=order.is_descending
        )
    )


def _row(action: Action, badges: Badges, *, is_late: bool) -> PlanRow:
    return PlanRow(
        action=action.id,
        badge=badges.of(action.themes[0] if action.themes else ""),
        title=curly(action.title),
        owner=action.owner.strip(),
        due=due_words(action.due),
        is_late=is_late,
        priority=action.priority,
        priority_words=priority_words(action),
        sign=state_sign(action, is_late=is_late),
        progress=action.progress,
    )
