"""The drawings of the interface (Lucide), in the colour and at the size asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cap_desktop import paths


@lru_cache(maxsize=128)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def paint(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon in a place."""
    _drawing(name, colour.name()).render(painter, place)


def icon(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QIcon:
    """An icon for a button, sharp on a screen of this pixel ratio."""
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
