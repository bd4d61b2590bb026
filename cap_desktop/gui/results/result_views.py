"""The head of the results: their title, the views they are read in, and what a view offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cap_desktop.gui.kit.accessible_roles import tell_as
from cap_desktop.gui.kit.basics import Title
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BOLD, BUTTON, HEADING, SEMIBOLD, SMALL, Look
from cap_desktop.gui.session.destinations import Destination, ToIndicators, ToResults, ToYears
from cap_desktop.i18n import _, mark

VIEWS: tuple[tuple[str, str, Destination], ...] = (
    (mark("Vue d’ensemble"), "chart-bar", ToResults()),
    (mark("Indicateurs"), "target", ToIndicators()),
    (mark("Deux années"), "equal", ToYears()),
)
ICON = 18
ONE_ROW, TITLE_BESIDE, OFFERS_BESIDE = 1300, 760, 680
"""Effective widths of the page from which the pieces of the head stand beside each other."""


class ViewTab(QPushButton):
    """One view; the shown one is filled."""

    def __init__(self, look: Look, words: str, icon: str, place: str) -> None:
        super().__init__(f" {words}")
        tell_as(ViewTab, "tab")
        self.setAccessibleName(words)
        self.setProperty("kind", "view")
        self.setProperty("place", place)
        self.setFont(look.font(SMALL, SEMIBOLD))
        self.setMinimumHeight(look.px(BUTTON - 4))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)
        side, ratio = look.px(ICON), self.devicePixelRatioF()
        made = icons.icon(icon, look.colour("text"), side, ratio)
        filled = icons.icon(icon, look.colour("on_accent"), side, ratio).pixmap(side, side)
        made.addPixmap(filled, QIcon.Mode.Normal, QIcon.State.On)
        self.setIcon(made)
        self.setIconSize(filled.size() / filled.devicePixelRatio())


class ResultViews(QWidget):
    """Announces the view that is chosen; Ctrl+PgUp and Ctrl+PgDn go to its neighbours."""

    wanted = Signal(object)

    def __init__(self, look: Look, page: Page, shown: type[Destination]) -> None:
        super().__init__()
        self._look, self._page = look, page
        page.installEventFilter(self)
        self._rank = next(at for at, view in enumerate(VIEWS) if type(view[2]) is shown)
        self.title = _heading(look)
        self.tabs: list[ViewTab] = []
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._start = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._offers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for box in (self._whole, self._start, self._offers):
            box.setSpacing(look.px(12))
        self._start.addWidget(self.title)
        self._start.addWidget(self._views())
        self._start.addStretch(1)
        self._whole.addLayout(self._start, 1)
        self._whole.addLayout(self._offers)
        self.setMinimumHeight(look.px(BUTTON))
        self.wanted.connect(page.wanted)
        for key, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            turn = QShortcut(QKeySequence(key), page)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(lambda step=step: self._go(self._rank + step))

    def offer(self, made: QWidget) -> None:
        """Put something at the right of the views."""
        self._offers.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)

    def name_page(self, title: str) -> None:
        """Say what is shown, in the words that are heard first."""
        self.title.setText(title)

    def arrive(self) -> None:
        """Begin at the title, as a reader does."""
        self.title.setFocus()

    @property
    def stops(self) -> Sequence[QWidget]:
        """What the Tab key goes through first."""
        return [self.title, *self.tabs]

    def _views(self) -> QWidget:
        made = QWidget()
        made.setAccessibleName(_("Vues des résultats"))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(made)
        places = ("first", *("middle",) * (len(VIEWS) - 2), "last")
        for rank, ((words, icon, _to), place) in enumerate(zip(VIEWS, places, strict=True)):
            tab = ViewTab(self._look, _(words), icon, place)
            tab.setChecked(rank == self._rank)
            tab.clicked.connect(lambda _checked=False, rank=rank: self._go(rank))
            group.addButton(tab)
            row.addWidget(tab)
            self.tabs.append(tab)
        return made

    def _go(self, rank: int) -> None:
        # This page keeps its own view marked for the day one comes back.
        self.tabs[self._rank].setChecked(True)
        if 0 <= rank < len(VIEWS) and rank != self._rank:
            self.wanted.emit(VIEWS[rank][2])

    def eventFilter(self, found: QObject, event: QEvent) -> bool:
        # The page says how wide this may be: its own width never goes under its words.
        if found is self._page and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        wide = self._page.width() / self._look.scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(across if wide >= ONE_ROW else down)
        self._start.setDirection(across if wide >= TITLE_BESIDE else down)
        self._offers.setDirection(across if wide >= OFFERS_BESIDE else down)


def _heading(look: Look) -> Title:
    made = Title()
    made.setFont(look.font(HEADING, BOLD))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
