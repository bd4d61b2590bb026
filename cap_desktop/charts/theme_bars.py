"""Every theme as a bar under its part: the list that always stands beside a radar."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.charts.portrait import ThemeGroup
from cap_desktop.charts.radar import summary
from cap_desktop.charts.score_bar import score_bar, standings_table
from cap_desktop.charts.shapes import Bar, Figure, Line, Shape, TextShape
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.two_years import EQUALLY_SHORT

ROW, HEADING, APART = 12.5, 16.0, 4.0
CODE, NAME, SCORE, CHANGE = 20.0, 106.0, 27.0, 70.0
SIZE, TITLE, SMALLER = 10, 11, 9
COLUMNS = 12.0
THICK = 11.0
LETTER = 5.0
"""More than the mean width of a letter of the smallest size."""
MOST = 0.6
"""How much of a bar words may take."""


def theme_bars(
    groups: tuple[ThemeGroup, ...], years: tuple[str, str], decimals: int, width: float
) -> Figure:
    """Draw the bars and the scores; with a second year, its scores and the change apart."""
    drawing = _Drawing(width, decimals, bool(years[1]))
    y = 0.0
    shapes: list[Shape] = []
    if years[1]:
        shapes += drawing.names(years)
        y += COLUMNS
    for rank, (part, themes) in enumerate(groups):
        y += APART if rank else 0.0
        title = f"{part.code} · {part.title}"
        middle = y + HEADING / 2
        shapes.append(TextShape((0, middle), title, TITLE, anchor="start", bold=True))
        shapes += drawing.figures(part, middle)
        y += HEADING
        for theme in themes:
            shapes += drawing.row(theme, y)
            y += ROW
    themes = tuple(theme for _part, found in groups for theme in found)
    table = standings_table(themes, decimals, years, _("Les thèmes, de 0 à 100"))
    said = _("Une barre par thème. {summary}", summary=summary(themes, years))
    return Figure(width, y, tuple(shapes), said, table)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Where the columns stand; every figure ends on the right of its column."""

    width: float
    decimals: int
    compares: bool

    @property
    def score_end(self) -> float:
        return self.width - (CHANGE if self.compares else 0.0)

    @property
    def former_end(self) -> float:
        return self.score_end - SCORE

    @property
    def bar(self) -> tuple[float, float]:
        left = CODE + NAME
        end = self.former_end - (SCORE if self.compares else 0.0) - 4
        return left, max(end - left, 20.0)

    def names(self, years: tuple[str, str]) -> list[Shape]:
        """What the columns hold."""
        middle = COLUMNS / 2
        said = (
            (self.former_end, years[1]),
            (self.score_end, years[0]),
            (self.width, _(EQUALLY_SHORT)),
        )
        return [
            TextShape((end, middle), words, SMALLER, "text_secondary", "end") for end, words in said
        ]

    def figures(self, item: ScoreLine, middle: float) -> list[Shape]:
        """The published scores, then the change at equal questions."""
        score = figure(item.score, self.decimals)
        shapes: list[Shape] = [
            TextShape((self.score_end, middle), score, SIZE, "text", "end", bold=True)
        ]
        if self.compares:
            past, change = figure(item.former, self.decimals), item.change(self.decimals)
            quiet = "text_secondary"
            shapes.append(TextShape((self.former_end, middle), past, SIZE, quiet, "end"))
            shapes.append(TextShape((self.width, middle), change, SMALLER, quiet, "end"))
        return shapes

    def row(self, theme: ScoreLine, top: float) -> list[Shape]:
        """One theme: its name, its bar, its figures."""
        middle = top + ROW / 2
        left, length = self.bar
        drawn = score_bar(theme, length, THICK, self.decimals)
        return [
            TextShape((0, middle), theme.code, SIZE, "text_secondary", "start"),
            TextShape((CODE, middle), theme.title, SIZE, anchor="start"),
            *(_moved(shape, left, top + (ROW - THICK) / 2) for shape in drawn.shapes),
            *_no_band(theme, left + length, middle, length),
            *self.figures(theme, middle),
        ]


def _no_band(theme: ScoreLine, end: float, middle: float, room: float) -> list[Shape]:
    """Why a score has no level, at the end of its bar, in full or in short by the room.

    It stands on white: a bar of a report is too thin to be written on.
    """
    told = theme.why_no_band()
    if not told:
        return []
    said = next((said for said in told if len(said) * LETTER <= room * MOST), told[-1])
    wide = len(said) * LETTER
    ground = Bar((end - wide, middle - ROW / 2), wide, ROW, "surface")
    return [ground, TextShape((end, middle), said, SMALLER, "text", "end")]


def _moved(shape: Shape, x: float, y: float) -> Shape:
    """A shape of a bar, in its row."""
    if isinstance(shape, Bar):
        place = (shape.place[0] + x, shape.place[1] + y)
        return Bar(
            place, shape.width, shape.height, shape.fill, shape.stroke, shape.radius, shape.hatched
        )
    if isinstance(shape, Line):
        start, end = ((place[0] + x, place[1] + y) for place in (shape.start, shape.end))
        return Line(start, end, shape.stroke, shape.width, shape.dash)
    raise TypeError(shape)
