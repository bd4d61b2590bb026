"""Where every part and every theme stands, with the codes that name them all along a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cap_desktop.charts.portrait import ThemeGroup
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.outline import NodeEntry, QuestionEntry
from cap_desktop.domain.questionnaire.tree import Part, Theme
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.reports.report_data import ReportData
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.standings import standing_of


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme; ``entries`` are the questions asked of this structure, with their numbers."""

    part: Part
    theme: Theme
    node: NodeEntry
    standing: ScoreLine
    entries: tuple[tuple[int, QuestionEntry], ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part and its themes."""

    part: Part
    standing: ScoreLine
    themes: tuple[ThemeView, ...]


@dataclass(frozen=True, slots=True)
class ReportOverview:
    """A year laid out for reading; ``years`` are this one and the one it is compared with."""

    data: ReportData
    parts: tuple[PartView, ...]
    years: tuple[str, str]

    @property
    def themes(self) -> tuple[ThemeView, ...]:
        """The themes of every part, in order."""
        return tuple(theme for part in self.parts for theme in part.themes)

    @property
    def groups(self) -> tuple[ThemeGroup, ...]:
        """The same as the charts want them."""
        return tuple(
            (part.standing, tuple(theme.standing for theme in part.themes)) for part in self.parts
        )

    @property
    def standings(self) -> tuple[ScoreLine, ...]:
        """Where each theme stands, in order."""
        return tuple(theme.standing for theme in self.themes)

    def theme(self, name: str) -> ThemeView:
        """One theme by its id."""
        return next(theme for theme in self.themes if theme.theme.id == name)

    def entries(self) -> Iterator[tuple[str, QuestionEntry, Resolved]]:
        """Every question asked of this structure: its number « A1.3 », and where it stands."""
        for theme in self.themes:
            for number, entry in theme.entries:
                resolved = self.data.results.questions[entry.id]
                yield f"{theme.standing.code}.{number}", entry, resolved

    def before(self, question: str) -> Resolved | None:
        """The same question a year ago, where it meant the same and was asked."""
        former = self.data.former
        name = None if former is None else former.kept.get(question)
        if former is None or name is None:
            return None
        found = former.results.questions[name]
        return found if found.is_asked else None

    def themes_of(self, action: Action) -> tuple[ThemeView, ...]:
        """The themes of an action, those of its questions where it names none."""
        by_id = self.data.questionnaire.outline.by_id
        names = set(action.themes) or {
            by_id[name].theme for name in action.questions if name in by_id
        }
        return tuple(theme for theme in self.themes if theme.theme.id in names)


def overview(data: ReportData) -> ReportOverview:
    """Lay a year out."""
    former = data.former
    is_compared = former is not None and former.comparison is not None
    last = str(former.year) if former is not None and is_compared else ""
    parts = tuple(_part(data, part) for part in data.questionnaire.parts)
    return ReportOverview(data, parts, (str(data.year), last))


def _part(data: ReportData, part: Part) -> PartView:
    shown = {theme.id for theme in data.questionnaire.outline.themes_of(part.id)}
    themes = (theme for axis in part.axes for theme in axis.themes if theme.id in shown)
    return PartView(
        part,
        _standing(data, part.id),
        tuple(_theme(data, part, theme) for theme in themes),
    )


def _theme(data: ReportData, part: Part, theme: Theme) -> ThemeView:
    node = data.questionnaire.outline.nodes[theme.id]
    states = data.results.questions
    shown = [entry for entry in node.questions if states[entry.id].is_asked]
    standing = _standing(data, theme.id)
    return ThemeView(part, theme, node, standing, tuple(enumerate(shown, start=1)))


def _standing(data: ReportData, name: str) -> ScoreLine:
    entry, former = data.questionnaire.outline.nodes[name], data.former
    if former is None:
        return standing_of(data.results, entry)
    return standing_of(data.results, entry, former.comparison, str(former.year))
