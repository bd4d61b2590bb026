"""What a person sees: every word that a page paints, where it lies, and what is wrong with it.

A widget is painted on a device that draws nothing and notes each line of text: its words, the
box of its ink, and what cuts it. It says the truth whoever paints: a label, a style, a chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

SLACK = 1.5
"""Pixels by which the box of a letter may differ from its ink."""

CUT_MARK = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it was painted, in the coordinates of its widget."""

    text: str
    ink: QRectF
    clip: QRectF | None
    """What the painter kept of it; None where nothing cuts."""


class _Engine(QPaintEngine):
    """Notes texts; what has no words is let go."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.lines: list[Line] = []

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def begin(self, _device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802 - Qt's own name
        pass

    def drawTextItem(self, place: Any, item: QTextItem) -> None:  # noqa: N802 - Qt's own name
        painter = self.painter()
        box = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(place)
        moved = painter.combinedTransform()
        clip = moved.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        self.lines.append(Line(item.text(), moved.mapRect(box), clip))


def _let_go(_engine: _Engine, *_what: Any, **_flags: Any) -> None:
    """Draw nothing."""


for _drawn in (
    *("Path", "Rects", "Lines", "Polygon", "Ellipse", "Points"),
    *("Pixmap", "Image", "TiledPixmap"),
):
    setattr(_Engine, f"draw{_drawn}", _let_go)


class _Paper(QPaintDevice):
    """As large as a widget; its engine notes what is written."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._widget = widget

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's own name
        return self.engine

    def metric(self, what: QPaintDevice.PaintDeviceMetric) -> int:
        return self._widget.metric(what)


def painted_lines(widget: QWidget) -> list[Line]:
    """The lines of text that a widget paints itself, without its children."""
    paper = _Paper(widget)
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return [line for line in paper.engine.lines if line.text.strip()]


def faults(page: QWidget) -> list[str]:
    """What is wrong on a page, in words for whoever reads the test; nothing is right."""
    seen = [widget for widget in (page, *page.findChildren(QWidget)) if widget.isVisible()]
    lines = {widget: painted_lines(widget) for widget in seen if not _scrolls_its_words(widget)}
    found = [fault for widget, written in lines.items() for fault in _cut(widget, written)]
    found += [fault for widget, written in lines.items() for fault in _unwritten(widget, written)]
    found += [fault for widget, written in lines.items() for fault in _shortened(widget, written)]
    found += list(_outside(page, seen))
    found += list(_overlapping(seen))
    found += list(_overwritten(page, lines))
    return found


def _scrolls_its_words(widget: QWidget) -> bool:
    """Tell whether a person typed more than the field shows, and can move in it."""
    field = widget.parentWidget() if isinstance(widget.parentWidget(), QPlainTextEdit) else widget
    if isinstance(field, QLineEdit):
        return bool(field.text())
    return isinstance(field, QPlainTextEdit) and bool(field.toPlainText())


def _cut(widget: QWidget, lines: list[Line]) -> Iterator[str]:
    """The lines of which a part is not painted."""
    room = _room(widget)
    for line in lines:
        for what, box in (("its widget", room), ("the painter", line.clip)):
            if box is not None and not _holds(box, line.ink):
                yield f"{_name(widget)} cuts « {line.text} » by {what}: {line.ink} in {box}"
                break


def _unwritten(widget: QWidget, lines: list[Line]) -> Iterator[str]:
    """The words that are not painted at all: Qt leaves out the lines that nobody would see."""
    if isinstance(widget, QLabel):
        written = "".join(line.text for line in lines)
        if "".join(widget.text().split()) != "".join(written.split()):
            yield f"{_name(widget)} writes only « {written} »"
    is_bare = widget.layout() is None and widget.sizePolicy().hasHeightForWidth()
    if is_bare and widget.height() < widget.heightForWidth(widget.width()):
        needed = widget.heightForWidth(widget.width())
        yield f"{_name(widget)} is {widget.height()} high and needs {needed}"


def _room(widget: QWidget) -> QRectF:
    """Where a widget can be seen; what scrolls is seen further than its edge."""
    room = QRectF(widget.rect())
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        if view.verticalScrollBar().maximum() > 0:
            room.adjust(0, -1e6, 0, 1e6)
        if view.horizontalScrollBar().maximum() > 0:
            room.adjust(-1e6, 0, 1e6, 0)
    return room


def _holds(box: QRectF, ink: QRectF) -> bool:
    return box.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(ink)


def _shortened(widget: QWidget, lines: list[Line]) -> Iterator[str]:
    """The lines that Qt ended with « … », whose whole is not to be had otherwise."""
    for line in lines:
        if line.text.endswith(CUT_MARK) and not _is_said(widget, line.text.strip()):
            yield f"{_name(widget)} shortens « {line.text} »"


def _is_said(widget: QWidget, text: str) -> bool:
    """Tell whether a widget was given these words, or gives them whole beside."""
    beside = (widget.toolTip(), widget.accessibleDescription())
    return text in _own_words(widget) or any(text.rstrip(CUT_MARK) in whole for whole in beside)


def _own_words(widget: QWidget) -> str:
    """What a widget was given to say."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    view = widget.parentWidget()
    if isinstance(view, QHeaderView):
        sections = range(view.count())
        return " ".join(str(view.model().headerData(rank, view.orientation())) for rank in sections)
    if isinstance(view, QAbstractItemView):
        model = view.model()
        columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
        cells = product(range(model.rowCount()), range(columns))
        return " ".join(str(model.index(row, column).data()) for row, column in cells)
    return widget.accessibleName()


def _outside(page: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """The widgets that lie partly beside their parent, where it does not scroll."""
    for widget in seen:
        parent = widget.parentWidget()
        if widget is page or parent is None or widget.isWindow() or _is_scrolled(widget):
            continue
        if not parent.rect().contains(widget.geometry()):
            yield f"{_name(widget)} {widget.geometry()} leaves {_name(parent)} {parent.rect()}"


def _is_scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    area = None if parent is None else parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _overlapping(seen: list[QWidget]) -> Iterator[str]:
    """The neighbours that lie on each other."""
    families: dict[int, list[QWidget]] = {}
    for widget in seen:
        parent = widget.parentWidget()
        if parent is not None and not widget.isWindow() and not _is_a_part(parent):
            families.setdefault(id(parent), []).append(widget)
    for family in families.values():
        for one, other in combinations(family, 2):
            common: QRect = one.geometry().intersected(other.geometry())
            if common.width() > 1 and common.height() > 1:
                yield f"{_name(one)} {one.geometry()} lies on {_name(other)} {other.geometry()}"


def _is_a_part(parent: QWidget) -> bool:
    """Tell whether Qt itself arranges what is inside, as the bars of a scrolling area."""
    return isinstance(parent, QAbstractScrollArea | QLineEdit | QComboBox)


def _overwritten(page: QWidget, lines: dict[QWidget, list[Line]]) -> Iterator[str]:
    """The words painted over other words, in what is seen of them."""
    placed: list[tuple[QRectF, str]] = []
    for widget, written in lines.items():
        seen = QRectF(widget.visibleRegion().boundingRect())
        moved = QPointF(widget.mapTo(page, QPoint()))
        placed += [(line.ink.intersected(seen).translated(moved), line.text) for line in written]
    for (box, text), (other_box, other) in combinations(placed, 2):
        common = box.intersected(other_box)
        if common.width() > SLACK and common.height() > SLACK:
            yield f"« {text} » is written over « {other} »: {common}"


def _name(widget: QWidget) -> str:
    words = _own_words(widget)[:40] if not isinstance(widget, QAbstractItemView) else ""
    return f"{type(widget).__name__}({words!r})"
