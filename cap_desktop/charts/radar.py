"""Every theme around a circle, from 0 in the middle to 100: this year solid, last year dashed."""

from __future__ import annotations

from math import cos, pi, sin

from cap_desktop.charts.score_bar import standings_table
from cap_desktop.charts.shapes import XY, Dot, Figure, Line, Point, Polygon, Shape, TextShape
from cap_desktop.i18n import _
from cap_desktop.words.score_line import ScoreLine

RINGS = (25, 50, 75, 100)
LABELLED = (50, 100)
CODE = 15
GRADUATION = 12
APART = 19
"""From the ring to the middle of a code: no letter touches it."""
ROOM = 30
"""What the axis codes take around the circle."""
DASH = (4.0, 3.0)


def radar(
    standings: tuple[ScoreLine, ...],
    years: tuple[str, str],
    decimals: int,
    width: float,
    height: float,
) -> Figure:
    """Draw the standings; without ``years[1]`` there is one outline.

    A theme without a score has no dot, and the outline goes through the middle of nothing:
    it is drawn only between neighbours that both have one.
    """
    radius = max(min(width, height) / 2 - ROOM, 20.0)
    centre = (width / 2, height / 2)
    count = max(len(standings), 1)
    turns = [2 * pi * rank / count - pi / 2 for rank in range(len(standings))]

    def at(rank: int, share: float) -> XY:
        reach = radius * share / 100
        return (centre[0] + reach * cos(turns[rank]), centre[1] + reach * sin(turns[rank]))

    shapes: list[Shape] = [
        Polygon(tuple(at(rank, ring) for rank in range(len(standings))), stroke="line")
        for ring in RINGS
    ]
    for rank, item in enumerate(standings):
        shapes.append(Line(centre, at(rank, 100), "line"))
        x, y = at(rank, 100)
        place = (
            x + APART * cos(turns[rank]),
            y + APART * sin(turns[rank]),
        )
        shapes.append(TextShape(place, item.code, CODE, bold=True))
    shapes += [
        TextShape(
            (centre[0] + 4, centre[1] - radius * ring / 100 + 8),
            str(ring),
            GRADUATION,
            "text_secondary",
            "start",
        )
        for ring in LABELLED
    ]
    former = [None if item.former is None else float(item.former) for item in standings]
    now = [None if item.score is None else float(item.score) for item in standings]
    before = tuple(None if value is None else at(rank, value) for rank, value in enumerate(former))
    places = tuple(None if value is None else at(rank, value) for rank, value in enumerate(now))
    if years[1]:
        shapes += _outline(before, "previous_year", 1.6, DASH)
    shapes += _outline(places, "accent", 2.4, (), fill="accent")
    shapes += [Dot(place, 4.5, "accent", "surface") for place in places if place is not None]
    return Figure(
        width,
        height,
        tuple(shapes),
        summary(standings, years),
        standings_table(standings, decimals, years, _("Les thèmes, de 0 à 100")),
        tuple(
            Point(
                places[rank] or at(rank, 0),
                item.name,
                item.point(decimals),
            )
            for rank, item in enumerate(standings)
        ),
    )


def _outline(
    places: tuple[XY | None, ...],
    stroke: str,
    width: float,
    dash: tuple[float, ...],
    fill: str = "",
) -> list[Shape]:
    """A closed outline, or its pieces where some theme has no score."""
    known = tuple(place for place in places if place is not None)
    if len(known) == len(places) and len(known) > 2:
        return [Polygon(known, fill, 0.14, stroke, width, dash)]
    ends = zip(places, (*places[1:], *places[:1]), strict=True)
    return [
        Line(start, end, stroke, width, dash)
        for start, end in ends
        if start is not None and end is not None and start != end
    ]


def summary(standings: tuple[ScoreLine, ...], years: tuple[str, str]) -> str:
    """One sentence: how many themes have a score, the highest one and the lowest one."""
    scored = [item for item in standings if item.score is not None]
    if not scored:
        return _("Aucun thème n’a encore de score en {year}.", year=years[0])
    best = max(scored, key=lambda item: item.score or 0)
    least = min(scored, key=lambda item: item.score or 0)
    if best is least:
        return _(
            "Un seul thème a un score en {year}\u00a0: {best}.", year=years[0], best=best.title
        )
    return _(
        "{known} thèmes sur {count} ont un score en {year}, du plus ancré, {best}, "
        "au moins ancré, {least}.",
        known=len(scored),
        count=len(standings),
        year=years[0],
        best=best.title,
        least=least.title,
    )
