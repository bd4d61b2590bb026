"""What the results pages read out of an assessment: where each theme stands, and what moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cap_desktop.domain.comparison.comparison import Comparison, compare
from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.domain.questionnaire.outline import NodeEntry
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.standings import standing_of


@dataclass(frozen=True, slots=True)
class PartOverview:
    """A part and its themes."""

    part: ScoreLine
    title: str
    themes: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the charts show; ``common`` counts the questions both years share."""

    parts: tuple[PartOverview, ...]
    years: tuple[str, str]
    decimals: int
    common: int | None

    @property
    def themes(self) -> tuple[ScoreLine, ...]:
        """The themes of every part, in order."""
        return tuple(theme for part in self.parts for theme in part.themes)

    def strengths(self, count: int) -> tuple[ScoreLine, ...]:
        """The best standings first; of equals, the first in the questionnaire."""
        scored = [item for item in self.themes if item.score is not None]
        return tuple(sorted(scored, key=lambda item: -(item.score or 0))[:count])


class BothYears(NamedTuple):
    """The year before, where it can be compared, how its questions became this year's, and how."""

    former: OpenAssessment | None = None
    path: Succession | None = None
    comparison: Comparison | None = None


class YearBefore:
    """Compares the open year with the one before; once for a pair of results."""

    def __init__(self) -> None:
        self._comparison: Comparison | None = None
        self._compared: tuple[Results, Results] | None = None

    def beside(
        self, former: OpenAssessment | None, opened: OpenAssessment, path: Succession | None
    ) -> BothYears:
        """The two years compared along ``path``, as far as that can be."""
        if former is None or path is None:
            return BothYears()
        return BothYears(former, path, self._known_comparison(former, opened, path))

    def _known_comparison(
        self, former: OpenAssessment, opened: OpenAssessment, path: Succession
    ) -> Comparison | None:
        known = self._compared
        if known is None or known[0] is not former.results or known[1] is not opened.results:
            self._compared = (former.results, opened.results)
            self._comparison = compare(former.results, opened.results, path)
        return self._comparison


def overview(opened: OpenAssessment, both: BothYears) -> Overview:
    """Read where every part and every theme stands."""
    former, comparison = both.former, both.comparison
    last = "" if former is None or comparison is None else str(former.assessment.year)
    outline = opened.questionnaire.outline

    def standing(entry: NodeEntry) -> ScoreLine:
        return standing_of(opened.results, entry, comparison, last)

    parts = [
        PartOverview(
            standing(part),
            part.title,
            tuple(standing(theme) for theme in outline.themes_of(part.id)),
        )
        for part in outline.parts
    ]
    return Overview(
        tuple(parts),
        (str(opened.assessment.year), last),
        opened.questionnaire.settings.decimals,
        _common(opened, former, comparison),
    )


def _common(
    opened: OpenAssessment, former: OpenAssessment | None, comparison: Comparison | None
) -> int | None:
    """How many questions are compared, where the questionnaire changed between the years."""
    if former is None or comparison is None:
        return None
    if former.assessment.questionnaire == opened.assessment.questionnaire:
        return None
    units = [unit for movement in comparison.parts.values() for unit in movement.units]
    return sum(unit.is_usable for unit in units)
