"""One score as a bar from 0 to 100, with last year's as a tick."""

from __future__ import annotations

from cap_desktop.charts.shapes import Bar, ChartTable, Figure, Line, Shape
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.two_years import EQUALLY

TICK = 3.0


def score_bar(standing: ScoreLine, width: float, height: float, decimals: int) -> Figure:
    """Draw a standing in a box: an outline without a level, its bounds while provisional."""
    thick = min(14.0, height - 6)
    top = (height - thick) / 2
    shapes: list[Shape] = [Bar((0, top), width, thick, "subtle", radius=3)]
    if standing.score is not None:
        fill, outline = colours_of(standing)
        reach = width * float(standing.score) / 100
        shapes.append(Bar((0, top), reach, thick, fill, outline, radius=3))
    elif standing.coverage and standing.lower is not None and standing.upper is not None:
        left, right = float(standing.lower), float(standing.upper)
        spread = width * (right - left) / 100
        shapes.append(
            Bar(
                (width * left / 100, top),
                max(spread, TICK),
                thick,
                "control_border",
                "control_border",
                radius=3,
                hatched=True,
            )
        )
    if standing.former is not None:
        x = min(max(width * float(standing.former) / 100, TICK / 2), width - TICK / 2)
        shapes.append(Line((x, top - 3), (x, top + thick + 3), "surface", TICK + 2))
        shapes.append(Line((x, top - 3), (x, top + thick + 3), "text", TICK))
    sentence = standing.sentence(decimals)
    return Figure(width, height, tuple(shapes), sentence, standings_table((standing,), decimals))


def colours_of(standing: ScoreLine) -> tuple[str, str]:
    """The fill and the outline of a score: those of its band, an outline alone without one."""
    if not standing.band:
        return "subtle", "text_secondary"
    return f"level_{standing.rank}_fill", f"level_{standing.rank}_outline"


def standings_table(
    standings: tuple[ScoreLine, ...],
    decimals: int,
    years: tuple[str, str] | None = None,
    title: str = "",
) -> ChartTable:
    """Standings as a table; ``years`` names this year's column and last year's."""
    this, last = years or (_("Score"), "")
    columns = (last, this, _(EQUALLY)) if last else (this,)
    header = (_("Thème"), *columns, _("Lecture"))
    rows = []
    for item in standings:
        score = figure(item.score, decimals)
        scores = (figure(item.former, decimals), score, item.change(decimals)) if last else (score,)
        name = f"{item.code} {item.title}".strip()
        rows.append((name, *scores, _read(item, decimals)))
    names = tuple(item.name for item in standings)
    return ChartTable(title, header, tuple(rows), names, tuple(range(1, len(header) - 1)))


def _read(item: ScoreLine, decimals: int) -> str:
    bounds = item.bounds(decimals)
    return f"{item.reading()} ({bounds})" if bounds else item.reading()
