"""One year of the structure on the home page: a row that opens it, or the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.scoring.standing import YearStanding
from cap_desktop.gui.home.stairs import Stairs
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.painted_control import PaintedControl
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, CARD, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.days import day_words

RING = 2


class OpenYearRow(QFrame):
    """The year that every page shows: ringed and named as open."""

    def __init__(self, look: Look, year: YearStanding) -> None:
        super().__init__()
        self.setProperty("box", "open")
        _fill(self, look, year, is_open=True)


class YearRow(PaintedControl, QPushButton):
    """Another year: the whole row opens it."""

    def __init__(self, look: Look, year: YearStanding) -> None:
        super().__init__()
        self.look = look
        self.setProperty("kind", "painted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Ouvrir l’année {year}", year=year.year))
        _fill(self, look, year, is_open=False)
        words = self.findChildren(QLabel)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        said = (part.accessibleName() or part.text() for part in words[1:])
        self.setAccessibleDescription(", ".join(said))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return inside.totalHeightForWidth(width) if inside is not None else 0

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.totalSizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        inside = self.layout()
        return inside.totalMinimumSize() if inside is not None else super().minimumSizeHint()

    def draw(self, painter: QPainter) -> None:
        """Leave the words to the labels that stand on it."""


def _fill(row: QWidget, look: Look, year: YearStanding, *, is_open: bool) -> None:
    px = look.px
    inside = QHBoxLayout(row)
    # The ring of the open year takes its own room from the margin: all rows line up.
    ring = RING if is_open else 0
    inside.setContentsMargins(px(10) - ring, px(8) - ring, px(10) - ring, px(8) - ring)
    inside.setSpacing(px(12))
    name = label(look, str(year.year), CARD, BOLD)
    name.setWordWrap(False)
    if is_open:
        name.setAccessibleName(_("Année {year}, ouverte", year=year.year))
    inside.addWidget(name)
    words = QVBoxLayout()
    words.setSpacing(0)
    state = label(look, _("Terminée") if year.sealed_at else _("En cours"), BODY, SEMIBOLD)
    note = (
        _("le {day}", day=day_words(year.sealed_at, with_year=True))
        if year.sealed_at
        else _("Version {version}", version=year.version)
    )
    head = QHBoxLayout()
    head.setSpacing(px(8))
    head.addWidget(state)
    if is_open:
        opened = label(look, _("ouverte"), CAPTION, SEMIBOLD, "accent")
        opened.setWordWrap(False)
        head.addWidget(opened)
    head.addStretch(1)
    words.addLayout(head)
    words.addWidget(label(look, note, SMALL, tone="secondary"))
    inside.addLayout(words, 1)
    inside.addLayout(_scores(look, year))


def _scores(look: Look, year: YearStanding) -> QGridLayout:
    """The score of each part, or how much is filled in while there is none."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(8))
    grid.setVerticalSpacing(0)
    shown = [part for part in year.parts if part.score is not None]
    for line, part in enumerate(shown):
        name = label(look, part.code, SMALL, tone="secondary")
        figure = label(look, part.score or "", BODY, BOLD)
        for words in (name, figure):
            words.setWordWrap(False)
        figure.setAccessibleName(_("{part} : {score} sur 100", part=part.title, score=part.score))
        grid.addWidget(name, line, 0)
        grid.addWidget(Stairs(look, part.rank), line, 1)
        grid.addWidget(figure, line, 2, Qt.AlignmentFlag.AlignRight)
    if not shown:
        grid.addWidget(_share(look, year), 0, 0)
    return grid


def _share(look: Look, year: YearStanding) -> QFrame:
    tag = QFrame()
    tag.setProperty("box", "soft")
    inside = QHBoxLayout(tag)
    inside.setContentsMargins(look.px(10), look.px(4), look.px(10), look.px(4))
    share = f"{100 * year.done // max(year.asked, 1)}\u00a0%"
    words = label(look, share, SMALL, BOLD, "accent")
    words.setWordWrap(False)
    words.setAccessibleName(_("{share} rempli", share=share))
    inside.addWidget(words)
    return tag
