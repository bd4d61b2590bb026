"""The top bar: whose data these are, the journey, the year, and what is at hand everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from cap_desktop.domain.scoring.standing import Standing
from cap_desktop.gui.kit.basics import button, dressed, label
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.room import Tab
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BUTTON, SEMIBOLD, TOP_BAR, Look
from cap_desktop.gui.session.destinations import Destination, ToHelp, ToPreferences, ToSearch
from cap_desktop.gui.session.tasks import Task
from cap_desktop.gui.window.chevron_button import add_act, menu_of
from cap_desktop.gui.window.page_tab import PageTab, PageTabs
from cap_desktop.gui.window.saved_sign import SavedSign
from cap_desktop.gui.window.structure_choice import StructureChoice
from cap_desktop.gui.window.year_choice import YearChoice, may_be_removed
from cap_desktop.i18n import _

WIDE = 1320
"""Effective width from which the name of the structure and the sign have all their room."""

WORDS = 1180
"""Effective width from which every tab has its words."""

ICONS = 900
"""Effective width from which the tabs are there, by their icons."""

PLACED = 600
"""Effective width under which the page alone says where one is."""

NAME_WIDTH, SHORT_NAME = 190, 120


class TopBar(QFrame):
    """What it offers are intents; the window knows where they lead."""

    wanted = Signal(object)
    """A ``Destination`` or a ``Task``."""
    undo_wanted = Signal()

    def __init__(self, look: Look, tabs: Sequence[Tab] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        px = look.px
        self.setProperty("box", "bar")
        self.setFixedHeight(px(TOP_BAR))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(4))
        self.structures = StructureChoice(look, self.wanted.emit)
        row.addWidget(self.structures)
        row.addSpacing(px(8))
        self.menu = self._make_menu()
        row.addWidget(self.menu)
        self._tabs = PageTabs()
        self._steps = {tab.words: self._step(tab) for tab in tabs}
        self._journey = tuple(tabs)
        row.addWidget(self._tabs)
        self.place = label(look, "", BODY, SEMIBOLD, "accent")
        self.place.setWordWrap(False)
        self.place.setContentsMargins(px(12), 0, 0, 0)
        row.addWidget(self.place)
        row.addStretch(1)
        self.saved = SavedSign(look)
        row.addWidget(self.saved)
        row.addSpacing(px(8))
        self.year = YearChoice(look, self.wanted.emit)
        row.addWidget(self.year)
        row.addSpacing(px(4))
        self.search = self._tool(row, _("Rechercher (Ctrl+F)"), "search", self._asks(ToSearch()))
        self.undo = self._tool(row, _("Annuler"), "undo-2", self.undo_wanted.emit)
        self.undo.setEnabled(False)
        to_help, to_preferences = self._asks(ToHelp()), self._asks(ToPreferences())
        self.help = self._tool(row, _("Aide (F1)"), "circle-question-mark", to_help)
        self.adjust = self._tool(row, _("Réglages"), "settings", to_preferences)
        self.fit(0)

    # --- Showing ----------------------------------------------------------------------

    def show_standing(self, standing: Standing | None) -> None:
        """Name the structure and the year; without one, only what is at hand everywhere."""
        shown = standing and (
            standing.name,
            standing.others,
            # How far a year has come is not said here, and changes with every answer.
            [(year.year, year.assessment, year.sealed_at) for year in standing.years],
            standing.assessment,
            standing.is_sealed,
            may_be_removed(standing),
        )
        if shown is not None and shown == self._shown:
            return
        self._shown = shown
        self._has_pages = standing is not None
        self.fit(self._width)
        if standing is None:
            self.structures.show_nobody()
            return
        self.year.show_standing(standing)
        self.structures.show_standing(standing, self._name_width)
        menu = self._folded
        menu.clear()
        self._add_journey(menu)
        self.structures.fill(menu, standing)

    def _add_journey(self, menu: QMenu) -> None:
        """What has no room beside the menu."""
        for tab in self._journey:
            add_act(menu, _(tab.words), self._asks(tab.to))
        add_act(menu, _("Rechercher"), self._asks(ToSearch()))
        add_act(menu, _("Annuler"), self.undo_wanted.emit)
        add_act(menu, _("Réglages"), self._asks(ToPreferences()))
        menu.addSeparator()

    def tabs(self) -> tuple[PageTab, ...]:
        """The steps of the journey, in order."""
        return tuple(self._steps.values())

    def show_tab(self, tab: Tab | None, place: str = "") -> None:
        """Mark where the person is; None for a page outside the journey, which has a `place`."""
        self._tabs.show_current(None if tab is None else self._steps.get(tab.words))
        said = place or ("" if tab is None else tab.words)
        self.place.setText(_(said) if said else "")

    def show_undo(self, what: str) -> None:
        """Say what would be taken back; nothing where the words are empty."""
        words = _("Annuler : {what}", what=what) if what else _("Annuler")
        self.undo.setEnabled(bool(what))
        give_hint(self.undo, words)
        self.undo.setAccessibleName(words)

    def fit(self, width: float) -> None:
        """Keep what has room at this effective width; the rest goes into a menu."""
        self._width = width
        has_tabs, has_words = width >= ICONS, width >= WORDS
        self._tabs.setVisible(self._has_pages and has_tabs)
        self._tabs.space(self.look.px(12 if width >= WIDE else 4))
        for words, step in self._steps.items():
            step.setText(f" {_(words)}" if has_words else "")
            give_hint(step, "" if has_words else _(words))
        self.menu.setVisible(self._has_pages and not has_tabs)
        self.place.setVisible(self._has_pages and PLACED <= width < ICONS)
        self.structures.setVisible(has_tabs or not self._has_pages)
        self.structures.fit(self._name_width)
        self.saved.show_words(are_shown=width >= WIDE or not has_tabs)
        for tool in (self.search, self.undo):
            tool.setVisible(self._has_pages and has_tabs)
        self.year.setVisible(self._has_pages)
        self.adjust.setVisible(has_tabs or not self._has_pages)

    @property
    def _name_width(self) -> int:
        return self.look.px(NAME_WIDTH if self._width >= WIDE else SHORT_NAME)

    _shown: object = None
    _has_pages = False
    _width = 0.0

    # --- Building ---------------------------------------------------------------------

    def _make_menu(self) -> QPushButton:
        made = button(self.look, _("Menu"), "", "menu")
        self._folded = menu_of(made)
        made.setMenu(self._folded)
        return made

    def _asks(self, wanted: Destination | Task) -> Callable[[], None]:
        return lambda: self.wanted.emit(wanted)

    def _step(self, tab: Tab) -> PageTab:
        made = dressed(PageTab(_(tab.words)), self.look, "tab", tab.icon)
        made.setAccessibleName(_(tab.words))
        made.clicked.connect(self._asks(tab.to))
        self._tabs.add(made)
        return made

    def _tool(self, row: QHBoxLayout, text: str, icon: str, act: Callable[[], None]) -> QToolButton:
        look = self.look
        made = QToolButton()
        made.setProperty("kind", "tool")
        made.setFixedSize(QSize(look.px(BUTTON), look.px(BUTTON)))
        side = look.px(20)
        colour = look.colour("text_secondary")
        made.setIcon(icons.icon(icon, colour, side, made.devicePixelRatioF()))
        made.setIconSize(QSize(side, side))
        give_hint(made, text)
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: act())
        row.addWidget(made)
        return made
