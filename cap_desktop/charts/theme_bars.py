"""Every theme as a bar under its part: the list that always stands beside a radar."""

from __future__ import annotations

from cap_desktop.charts.portrait import ThemeGroup
from cap_desktop.charts.radar import summary
from cap_desktop.charts.score_bar import score_bar, standings_table
from cap_desktop.charts.shapes import Bar, Figure, Line, Shape, TextShape
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure
from cap_desktop.words.score_line import ScoreLine
from cap_desktop.words.scores import signed

ROW, HEADING, APART = 13.5, 18.0, 7.0
CODE, NAME, SCORE, DELTA = 22.0, 112.0, 30.0, 30.0
SIZE, TITLE = 10, 11
THICK = 12.0


def theme_bars(
    groups: tuple[ThemeGroup, ...], years: tuple[str, str], decimals: int, width: float
) -> Figure:
    """Draw the bars, the scores and, with a second year, the movements."""
    moved = DELTA if years[1] else 0.0
    left = CODE + NAME
    length = max(width - left - SCORE - moved - 4, 20.0)
    shapes: list[Shape] = []
    y = 0.0
    for rank, (part, themes) in enumerate(groups):
        y += APART if rank else 0.0
        title = f"{part.code} · {part.title}"
        score = figure(part.score, decimals)
        shapes.append(TextShape((0, y + HEADING / 2), title, TITLE, anchor="start", bold=True))
        at = (left + length + SCORE, y + HEADING / 2)
        shapes.append(TextShape(at, score, TITLE, anchor="end", bold=True))
        y += HEADING
        for theme in themes:
            shapes += _row(theme, y, (left, length), decimals, width if moved else 0.0)
            y += ROW
    themes = tuple(theme for _part, found in groups for theme in found)
    table = standings_table(themes, decimals, years, _("Les thèmes, de 0 à 100"))
    said = _("Une barre par thème. {summary}", summary=summary(themes, years))
    return Figure(width, y, tuple(shapes), said, table)


def _row(
    theme: ScoreLine, top: float, bar: tuple[float, float], decimals: int, end: float
) -> list[Shape]:
    middle = top + ROW / 2
    left, length = bar
    drawn = score_bar(theme, length, THICK, decimals)
    moved = [_moved(shape, left, top + (ROW - THICK) / 2) for shape in drawn.shapes]
    shapes: list[Shape] = [
        TextShape((0, middle), theme.code, SIZE, "text_secondary", "start"),
        TextShape((CODE, middle), theme.title, SIZE, anchor="start"),
        *moved,
        TextShape(
            (left + length + SCORE, middle),
            figure(theme.score, decimals),
            SIZE,
            "text",
            "end",
            True,
        ),
    ]
    if end:
        words = figure(None, 0) if theme.delta is None else signed(theme.delta, decimals)
        shapes.append(TextShape((end, middle), words, SIZE, "text_secondary", "end"))
    return shapes


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
