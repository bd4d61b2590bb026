"""Figures of the charts as inline SVG, with their title and their sentence."""

from __future__ import annotations

from functools import singledispatch
from html import escape

from cap_desktop.charts.shapes import Bar, Dot, Figure, Line, Polygon, Shape, TextShape
from cap_desktop.domain.text import showable
from cap_desktop.reports.pdf.styles import colour


def drawing(figure: Figure, number: int) -> str:
    """A figure as wide as the page allows; ``number`` makes its ids unique there."""
    shapes = "".join(_drawn(shape, number) for shape in figure.shapes)
    title = _words(figure.table.title or figure.summary)
    hatching = (
        f'<defs><pattern id="hatch-{number}" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" '
        f'stroke="{colour("control_border")}" stroke-width="1.6"/></pattern></defs>'
    )
    has_hatching = any(isinstance(shape, Bar) and shape.hatched for shape in figure.shapes)
    return (
        f'<svg role="img" aria-labelledby="figure-{number} figure-{number}-said" '
        f'viewBox="0 0 {_n(figure.width)} {_n(figure.height)}" '
        f'style="max-width:{_n(figure.width * 1.6)}px">'
        f'<title id="figure-{number}">{title}</title>'
        f'<desc id="figure-{number}-said">{_words(figure.summary)}</desc>'
        f"{hatching if has_hatching else ''}{shapes}</svg>"
    )


def _words(text: str) -> str:
    return escape(showable(text), quote=True)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _paint(fill: str, stroke: str, width: float, dash: tuple[float, ...] = ()) -> str:
    said = f' fill="{colour(fill) if fill else "none"}"'
    if stroke:
        said += f' stroke="{colour(stroke)}" stroke-width="{_n(width)}"'
    if dash:
        said += f' stroke-dasharray="{" ".join(map(_n, dash))}"'
    return said


@singledispatch
def _drawn(shape: Shape, _number: int) -> str:
    raise TypeError(shape)


@_drawn.register
def _polygon(shape: Polygon, _number: int) -> str:
    places = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.places)
    paint = _paint(shape.fill, shape.stroke, shape.width, shape.dash)
    opacity = f' fill-opacity="{_n(shape.opacity)}"' if shape.opacity < 1 else ""
    return f'<polygon points="{places}"{paint}{opacity}/>'


@_drawn.register
def _line(shape: Line, _number: int) -> str:
    (x1, y1), (x2, y2) = shape.start, shape.end
    paint = _paint("", shape.stroke, shape.width, shape.dash)
    return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"{paint}/>'


@_drawn.register
def _dot(shape: Dot, _number: int) -> str:
    x, y = shape.place
    paint = _paint(shape.fill, shape.stroke, 1.6)
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(shape.radius)}"{paint}/>'


@_drawn.register
def _bar(shape: Bar, number: int) -> str:
    if shape.width <= 0:
        return ""
    x, y = shape.place
    paint = _paint(shape.fill, shape.stroke, 1)
    if shape.hatched:
        paint = _paint("", shape.stroke, 1).replace('fill="none"', f'fill="url(#hatch-{number})"')
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(shape.width)}" height="{_n(shape.height)}" '
        f'rx="{_n(min(shape.radius, shape.width / 2))}"{paint}/>'
    )


@_drawn.register
def _text(shape: TextShape, _number: int) -> str:
    x, y = shape.place
    weight = ' font-weight="700"' if shape.bold else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" dy="0.35em" font-size="{shape.size}" '
        f'text-anchor="{shape.anchor}" fill="{colour(shape.colour)}"{weight}>'
        f"{_words(shape.words)}</text>"
    )
