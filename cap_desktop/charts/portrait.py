"""The year's portrait of a structure: one petal a theme, its score printed in it.

There is no grand total: the middle holds the score of each part, or nothing.
"""

from __future__ import annotations

from math import cos, pi, sin

from cap_desktop.charts.radar import summary
from cap_desktop.charts.score_bar import colours_of, standings_table
from cap_desktop.charts.shapes import XY, Anchor, Dot, Figure, Line, Polygon, Shape, TextShape
from cap_desktop.i18n import _
from cap_desktop.words.numbers import figure
from cap_desktop.words.score_line import ScoreLine

WIDTH, HEIGHT = 488.0, 392.0
INNER, OUTER = 60.0, 160.0
RINGS = (25, 50, 75, 100)
BETWEEN = 0.022
"""Half of the white between two petals, in radians."""
APART = 0.11
"""The white between two parts."""
STEPS = 10
LABEL, SCORE, CENTRE, CENTRE_NAME = 10, 11, 21, 10
LABEL_GAP = 11.0
LINE = 12.0
LONGEST = 12
"""A longer name goes on two lines."""
SHORTEST = 30.0
"""A shorter petal has its score outside."""

ThemeGroup = tuple[ScoreLine, tuple[ScoreLine, ...]]
"""A part and its themes."""


def portrait(groups: tuple[ThemeGroup, ...], decimals: int, year: str) -> Figure:
    """Draw every theme of every part, in order from the top, clockwise."""
    centre = (WIDTH / 2, HEIGHT / 2)
    themes = tuple(theme for _part, found in groups for theme in found)
    shapes: list[Shape] = [
        Dot(centre, INNER + (OUTER - INNER) * ring / 100, "surface", "line")
        for ring in reversed(RINGS)
    ]
    shapes.append(Dot(centre, INNER, "surface", "line"))
    turn = -pi / 2 + APART / 2
    step = (2 * pi - APART * len(groups)) / max(len(themes), 1)
    for _part, found in groups:
        for theme in found:
            shapes += _petal(theme, centre, (turn + BETWEEN, turn + step - BETWEEN), decimals)
            turn += step
        turn += APART
    shapes += _middle(tuple(part for part, _found in groups), centre, decimals)
    return Figure(
        WIDTH,
        HEIGHT,
        tuple(shapes),
        _("Un pétale par thème. {summary}", summary=summary(themes, (year, ""))),
        standings_table(themes, decimals, (year, ""), _("Les thèmes, de 0 à 100")),
    )


def _petal(theme: ScoreLine, centre: XY, turns: tuple[float, float], decimals: int) -> list[Shape]:
    middle = (turns[0] + turns[1]) / 2
    shapes: list[Shape] = []
    if theme.score is None:
        outline = _sector(centre, turns, INNER + 4, OUTER)
        shapes.append(Polygon(outline, stroke="control_border", width=0.8, dash=(3.0, 3.0)))
        place = _at(centre, middle, (INNER + OUTER) / 2)
        shapes.append(TextShape(place, figure(None, decimals), SCORE, "text_secondary"))
    else:
        fill, stroke = colours_of(theme)
        reach = INNER + max((OUTER - INNER) * float(theme.score) / 100, 1.5)
        outline = _sector(centre, turns, INNER, reach)
        shapes.append(Polygon(outline, fill, stroke=stroke))
        is_inside = reach - INNER >= SHORTEST
        place = _at(centre, middle, reach - 14 if is_inside else reach + 11)
        ink = f"level_{theme.rank}_ink" if is_inside and theme.band else "text"
        shapes.append(TextShape(place, figure(theme.score, decimals), SCORE, ink, bold=True))
    return [*shapes, *_label(theme.title, centre, middle)]


def _at(centre: XY, turn: float, radius: float) -> XY:
    return (centre[0] + radius * cos(turn), centre[1] + radius * sin(turn))


def _sector(centre: XY, turns: tuple[float, float], inner: float, outer: float) -> tuple[XY, ...]:
    way = [turns[0] + (turns[1] - turns[0]) * part / STEPS for part in range(STEPS + 1)]
    return (
        *(_at(centre, turn, outer) for turn in way),
        *(_at(centre, turn, inner) for turn in reversed(way)),
    )


def _label(name: str, centre: XY, turn: float) -> list[Shape]:
    lines = _lines(name)
    x, y = _at(centre, turn, OUTER + LABEL_GAP)
    side = cos(turn)
    anchor: Anchor = "start" if side > 0.12 else "end" if side < -0.12 else "middle"
    # A block of lines stands above the circle at its top, below at its foot.
    y += LINE * (len(lines) - 1) * (sin(turn) - 1) / 2
    return [
        TextShape((x, y + LINE * rank), line, LABEL, anchor=anchor)
        for rank, line in enumerate(lines)
    ]


def _lines(name: str) -> tuple[str, ...]:
    """The name on one line, or on two of about the same length."""
    words = name.split(" ")
    if len(name) <= LONGEST or len(words) < 2:
        return (name,)
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(cuts, key=lambda cut: max(len(cut[0]), len(cut[1])))


def _middle(parts: tuple[ScoreLine, ...], centre: XY, decimals: int) -> list[Shape]:
    """The score of each of two parts; other numbers of parts leave the middle empty."""
    if len(parts) != 2:
        return []
    x, y = centre
    first, second = parts
    return [
        Line((x - INNER * 0.72, y), (x + INNER * 0.72, y), "line"),
        TextShape((x, y - 35), first.title, CENTRE_NAME, "text_secondary"),
        TextShape((x, y - 16), figure(first.score, decimals), CENTRE, "accent", bold=True),
        TextShape((x, y + 17), figure(second.score, decimals), CENTRE, "accent", bold=True),
        TextShape((x, y + 36), second.title, CENTRE_NAME, "text_secondary"),
    ]
