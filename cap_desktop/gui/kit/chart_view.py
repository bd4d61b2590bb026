"""A chart on the screen: paints its shapes in the theme's colours, and lets the keyboard in."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cap_desktop.charts.shapes import XY, Bar, Dot, Figure, Line, Polygon, Shape, TextShape
from cap_desktop.gui.kit.accessible_roles import tell_role
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.look.look import BOLD, FOCUS_WIDTH, SEMIBOLD, SMALL, Look

Build = Callable[[float, float], Figure]
REACH = 18
"""How near a click must be to a point of the chart."""
RING = 10


class ChartView(QWidget):
    """Shows a figure built for its size; arrows move over its points, Entrée opens one."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, width: int, height: int, *, takes_its_height: bool = False
    ) -> None:
        """The least width and height, in pixels at 100 %; a legend takes the height it needs."""
        super().__init__()
        self._takes_its_height = takes_its_height
        tell_role(ChartView, QAccessible.Role.Chart)
        self._look = look
        self._build: Build | None = None
        self._figure: Figure | None = None
        self._at = -1
        self.setMinimumSize(look.px(width), look.px(height))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if takes_its_height else policy.Expanding)

    def show_figure(self, build: Build) -> None:
        """Show another figure; `build` is given the width and the height it may take."""
        self._build, self._figure = build, None
        figure = self.figure
        self.setAccessibleName(figure.table.title or figure.summary)
        self.setAccessibleDescription(figure.summary)
        has_points = bool(figure.points)
        policy = Qt.FocusPolicy.StrongFocus if has_points else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if has_points else Qt.CursorShape.ArrowCursor
        )
        self._at = min(self._at, len(figure.points) - 1)
        self._take_height()
        self.update()

    @property
    def figure(self) -> Figure:
        """The figure at the present size."""
        if self._figure is None:
            if self._build is None:
                raise LookupError("no figure was shown")
            scale = self._look.scale
            self._figure = self._build(self.width() / scale, self.height() / scale)
        return self._figure

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    # --- Drawing ----------------------------------------------------------------------

    def resizeEvent(self, _event: object) -> None:
        self._figure = None
        self._take_height()

    def _take_height(self) -> None:
        if self._takes_its_height and self._build is not None:
            self.setFixedHeight(round(self.figure.height * self._look.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._build is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_figure(painter, self._look, self.figure)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._look.colour("focus"), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = FOCUS_WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        if self._at >= 0:
            place, ring = self._on_screen(self.figure.points[self._at].place), self._look.px(RING)
            painter.setPen(QPen(self._look.colour("text"), FOCUS_WIDTH))
            painter.drawEllipse(place, ring, ring)
            self._paint_words(painter, place)

    def _paint_words(self, painter: QPainter, place: QPointF) -> None:
        """Say the point beside it, for as long as the keyboard is there."""
        look, px = self._look, self._look.px
        painter.setFont(look.font(SMALL, SEMIBOLD))
        words = self.figure.points[self._at].words
        room = QRectF(0, 0, self.width() - px(24), self.height())
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        box = painter.boundingRect(room, wrap, words).adjusted(-px(8), -px(5), px(8), px(5))
        above = place.y() - px(RING + 4) - box.height() >= 0
        top = place.y() - px(RING + 4) - box.height() if above else place.y() + px(RING + 4)
        left = min(max(place.x() - box.width() / 2, px(4)), self.width() - box.width() - px(4))
        box.moveTo(left, top)
        painter.setPen(QPen(look.colour("control_border"), look.thick(1)))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setPen(look.colour("text"))
        painter.drawText(box, wrap, words)

    def _on_screen(self, place: XY) -> QPointF:
        return QPointF(*place) * self._look.scale

    # --- Moving -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = event.key(), len(self.figure.points) if self._build else 0
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        if count and key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            start = self._at if self._at >= 0 else (-1 if steps[Qt.Key(key)] > 0 else 0)
            self._stop_at((start + steps[Qt.Key(key)]) % count)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.chosen.emit(self.figure.points[self._at].name)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._build is None or event.button() != Qt.MouseButton.LeftButton:
            return
        for rank, point in enumerate(self.figure.points):
            apart = self._on_screen(point.place) - event.position()
            if apart.manhattanLength() <= self._look.px(REACH):
                self._stop_at(rank)
                self.chosen.emit(point.name)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._at >= 0 and self._build:
            # For whoever comes back; later, a reader would say the point twice.
            self.setAccessibleDescription(self.figure.points[self._at].words)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _stop_at(self, rank: int) -> None:
        self._at = rank
        announce(self, self.figure.points[rank].words)
        self.update()


def paint_figure(painter: QPainter, look: Look, figure: Figure) -> None:
    """Draw a figure at the painter's origin, at the text size of the theme."""
    painter.save()
    painter.scale(look.scale, look.scale)
    for shape in figure.shapes:
        _paint(shape, painter, look)
    painter.restore()


def named_colour(look: Look, name: str) -> QColor:
    """The colour of a name of the charts: one of the palette, or of a level."""
    if name.startswith("level_"):
        _level, rank, kind = name.split("_")
        return QColor(getattr(look.colours.levels[int(rank)], kind))
    return look.colour(name)


def _pen(look: Look, stroke: str, width: float, dash: tuple[float, ...]) -> QPen:
    if not stroke:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(named_colour(look, stroke), width)
    # Square ends would fill the gaps of a dash.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen


@singledispatch
def _paint(shape: Shape, _painter: QPainter, _theme: Look) -> None:
    raise TypeError(shape)


@_paint.register
def _paint_polygon(shape: Polygon, painter: QPainter, look: Look) -> None:
    outline = QPolygonF([QPointF(*place) for place in shape.places])
    painter.setPen(_pen(look, shape.stroke, shape.width, shape.dash))
    if shape.fill:
        colour = named_colour(look, shape.fill)
        colour.setAlphaF(shape.opacity)
        painter.setBrush(colour)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(outline)


@_paint.register
def _paint_line(shape: Line, painter: QPainter, look: Look) -> None:
    painter.setPen(_pen(look, shape.stroke, shape.width, shape.dash))
    painter.drawLine(QPointF(*shape.start), QPointF(*shape.end))


@_paint.register
def _paint_dot(shape: Dot, painter: QPainter, look: Look) -> None:
    painter.setPen(_pen(look, shape.stroke, 1.6, ()))
    painter.setBrush(named_colour(look, shape.fill))
    painter.drawEllipse(QPointF(*shape.place), shape.radius, shape.radius)


@_paint.register
def _paint_bar(shape: Bar, painter: QPainter, look: Look) -> None:
    colour = named_colour(look, shape.fill)
    style = Qt.BrushStyle.BDiagPattern if shape.hatched else Qt.BrushStyle.SolidPattern
    pen = _pen(look, shape.stroke, look.thick(1), ()) if shape.stroke else look.ground_pen()
    painter.setPen(pen)
    painter.setBrush(QBrush(colour, style))
    half = pen.widthF() / 2 if pen.style() != Qt.PenStyle.NoPen else 0
    box = QRectF(*shape.place, shape.width, shape.height).adjusted(half, half, -half, -half)
    if box.width() > 0:
        painter.drawRoundedRect(box, shape.radius, shape.radius)


_ANCHORS = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
_SHIFTS = {"start": 0.0, "middle": -200.0, "end": -400.0}


@_paint.register
def _paint_text(shape: TextShape, painter: QPainter, look: Look) -> None:
    font = look.font(shape.size, BOLD) if shape.bold else look.font(shape.size)
    # The painter is scaled already.
    font.setPixelSize(shape.size)
    painter.setFont(font)
    painter.setPen(named_colour(look, shape.colour))
    x, y = shape.place
    box = QRectF(x + _SHIFTS[shape.anchor], y - shape.size, 400, 2 * shape.size)
    painter.drawText(box, _ANCHORS[shape.anchor] | Qt.AlignmentFlag.AlignVCenter, shape.words)
