"""What the signs of a chart mean: the years, the bands and their thresholds."""

from __future__ import annotations

from fractions import Fraction

from cap_desktop.charts.shapes import Bar, ChartTable, Figure, Line, Shape, TextShape
from cap_desktop.i18n import _
from cap_desktop.words.numbers import plain

SIZE = 13
LINE = 26.0
SAMPLE = 26.0
BADGE = 18.0
APART = 12.0
SLACK = 4.0
LETTER, FIGURE, SPACE = 0.52, 0.62, 0.25
"""The mean widths of what is written, next to its size."""


def _wide(words: str) -> float:
    figures = sum(letter.isdigit() for letter in words)
    spaces = words.count(" ") + words.count("\u00a0")
    letters = len(words) - figures - spaces
    return SIZE * (LETTER * letters + FIGURE * figures + SPACE * spaces)


def years_legend(years: tuple[str, str]) -> Figure:
    """A solid sample for this year, a dashed one for the year before."""
    shapes: list[Shape] = []
    x, middle = 0.0, LINE / 2
    for year, stroke, width, dash in (
        (years[0], "accent", 2.4, ()),
        (years[1], "previous_year", 1.6, (4.0, 3.0)),
    ):
        if year:
            shapes.append(Line((x, middle), (x + SAMPLE, middle), stroke, width, dash))
            shapes.append(
                TextShape((x + SAMPLE + 6, middle), year, SIZE, "text_secondary", "start")
            )
            x += SAMPLE + 6 + _wide(year) + APART
    said = _("Trait plein\u00a0: {year}.", year=years[0])
    if years[1]:
        said += " " + _("Tirets\u00a0: {year}.", year=years[1])
    return Figure(x - APART + SLACK, LINE, tuple(shapes), said, ChartTable("", (), ()))


LegendBand = tuple[str, Fraction, int]
"""The name of a band, the score it starts at, its number and colour."""


def bands_legend(bands: tuple[LegendBand, ...], former: str, width: float) -> Figure:
    """The names of the bands with the score they start at, and last year's tick."""
    shapes: list[Shape] = []
    x, middle = 0.0, LINE / 2
    said = []
    for name, start, level in bands:
        words = name if start == 0 else _("{band} dès {start}", band=name, start=plain(start))
        said.append(words)
        needed = BADGE + 5 + _wide(words)
        if x and x + needed > width:
            x, middle = 0.0, middle + LINE
        box = (x, middle - BADGE / 2)
        fill, stroke = f"level_{level}_fill", f"level_{level}_outline"
        shapes.append(Bar(box, BADGE, BADGE, fill, stroke, radius=5))
        centre = (x + BADGE / 2, middle)
        shapes.append(TextShape(centre, str(level), 12, f"level_{level}_ink", bold=True))
        shapes.append(TextShape((x + BADGE + 5, middle), words, SIZE, "text_secondary", "start"))
        x += needed + APART
    if former:
        if x + 10 + _wide(former) > width:
            x, middle = 0.0, middle + LINE
        shapes.append(Line((x + 1.5, middle - 9), (x + 1.5, middle + 9), "text", 3))
        shapes.append(TextShape((x + 10, middle), former, SIZE, "text_secondary", "start"))
        said.append(_("trait\u00a0: {year}", year=former))
    return Figure(
        width,
        middle + LINE / 2,
        tuple(shapes),
        _("Lecture des couleurs\u00a0: {bands}.", bands=", ".join(said)),
        ChartTable("", (), ()),
    )
