"""The top bar: whose data these are, the journey as tabs, and what is at hand everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from cap_desktop.domain.scoring.standing import OtherStructure, Standing
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, dressed, label
from cap_desktop.gui.kit.room import Tab
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import BODY, BUTTON, SEMIBOLD, SMALL, TOP_BAR, Look
from cap_desktop.gui.session.destinations import (
    Destination,
    ToBeginning,
    ToHelp,
    ToPreferences,
    ToStructure,
)
from cap_desktop.gui.session.tasks import OpenYear, Task
from cap_desktop.gui.window.page_tab import PageTab, PageTabs
from cap_desktop.i18n import _

WHOLE = 1240
"""Effective width from which every tab has its words."""

PLACED = 600
"""Effective width under which the page alone says where one is."""

SLOW_MS = 400
ANNOUNCED_MS = 60_000
NAME_WIDTH = 190


class SavedSign(QWidget):
    """Whether what was typed is on the disk: an icon and words, never colour alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._tone = "", "success"
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), 0, 0, 0)
        self.words = label(look, "", SMALL, tone="success")
        self.words.setWordWrap(False)
        row.addWidget(self.words)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._show_saving)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(ANNOUNCED_MS)

    def text(self) -> str:
        """What the sign says."""
        return self.words.text()

    def begin(self) -> None:
        """Something is being saved; only a slow disk is worth a word."""
        if not self._slow.isActive():
            self._slow.start()

    def show_saved(self, at: str) -> None:
        """Say when everything was saved; aloud at most once a minute."""
        self._slow.stop()
        self._say("check", "success", _("Enregistré à {at}", at=at))
        if not self._quiet.isActive():
            self._quiet.start()
            self._announce()

    def settle(self) -> None:
        """Nothing waits any more, and nothing new was saved."""
        self._slow.stop()
        if self.words.text() == _("Enregistrement…"):
            self._say("", "secondary", "")

    def show_unsaved(self) -> None:
        """Say that something waits for the disk."""
        self._slow.stop()
        self._say("triangle-alert", "danger", _("Pas encore enregistré"))
        self._announce()

    def follow(self, former: SavedSign) -> None:
        """Show what another sign says."""
        self._say(former._icon, former._tone, former.words.text())

    def _show_saving(self) -> None:
        self._say("", "secondary", _("Enregistrement…"))

    def _say(self, icon: str, tone: str, words: str) -> None:
        self._icon, self._tone = icon, tone
        self.words.setProperty("tone", tone)
        self.words.setText(words)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.update()

    def _announce(self) -> None:
        announce(self, self.words.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            painter = QPainter(self)
            side = self._look.px(18)
            place = QRectF(0, (self.height() - side) / 2, side, side)
            icons.paint(painter, self._icon, place, self._look.colour(self._tone))
            painter.end()


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
        self.structures = self._make_structures()
        row.addWidget(self.structures)
        row.addSpacing(px(12))
        self.menu = self._make_menu()
        row.addWidget(self.menu)
        self._tabs = PageTabs(px(12))
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
        self.undo = self._tool(row, _("Annuler"), "undo-2", self.undo_wanted.emit)
        self.undo.setEnabled(False)
        to_help, to_preferences = self._asks(ToHelp()), self._asks(ToPreferences())
        self.help = self._tool(row, _("Aide (F1)"), "circle-question-mark", to_help)
        self.adjust = self._tool(row, _("Réglages"), "settings", to_preferences)
        self.fit(0)

    # --- Showing ----------------------------------------------------------------------

    def show_standing(self, standing: Standing | None) -> None:
        """Name the structure; without one, only what is at hand everywhere remains."""
        shown = None if standing is None else (standing.name, standing.others)
        if shown is not None and shown == self._shown:
            return
        self._shown = shown
        self._has_pages = standing is not None
        self.structures.setEnabled(standing is not None)
        self.fit(self._width)
        if standing is None:
            self.structures.setText(_("CAP Desktop"))
            return
        short = self.structures.fontMetrics().elidedText(
            standing.name, Qt.TextElideMode.ElideRight, self.look.px(NAME_WIDTH)
        )
        self.structures.setText(f" {_plain(short)}")
        self.structures.setToolTip(standing.name)
        self.structures.setAccessibleName(_("Structure : {name}", name=standing.name))
        for owner in (self.structures, self.menu):
            menu = owner.menu()
            assert menu is not None
            menu.clear()
            if owner is self.menu:
                self._add_journey(menu)
            self._add_structures(menu, standing)

    def _add_structures(self, menu: QMenu, standing: Standing) -> None:
        self._add(menu, _("Votre structure et son profil"), self._asks(ToStructure()))
        menu.addSeparator()
        for other in standing.others:
            self._add(menu, _plain(other.name), self._asks(OpenYear(other.assessment)))
        self._add(menu, _("Ajouter une structure"), self._asks(ToBeginning()))

    def _add_journey(self, menu: QMenu) -> None:
        """What has no room beside the menu."""
        for tab in self._journey:
            self._add(menu, _(tab.words), self._asks(tab.to))
        self._add(menu, _("Annuler"), self.undo_wanted.emit)
        self._add(menu, _("Réglages"), self._asks(ToPreferences()))
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
        self.undo.setToolTip(words)
        self.undo.setAccessibleName(words)

    def fit(self, width: float) -> None:
        """Keep what has room at this effective width; the rest goes into a menu."""
        self._width = width
        is_whole = width >= WHOLE
        self._tabs.setVisible(self._has_pages and is_whole)
        self.menu.setVisible(self._has_pages and not is_whole)
        self.place.setVisible(self._has_pages and PLACED <= width < WHOLE)
        self.structures.setVisible(is_whole or not self._has_pages)
        self.undo.setVisible(self._has_pages and is_whole)
        self.adjust.setVisible(is_whole or not self._has_pages)

    _shown: tuple[str, tuple[OtherStructure, ...]] | None = None
    _has_pages = False
    _width = 0.0

    # --- Building ---------------------------------------------------------------------

    def _make_structures(self) -> QToolButton:
        look = self.look
        made = QToolButton()
        made.setProperty("kind", "structure")
        made.setFont(look.font(BODY, SEMIBOLD))
        made.setMinimumHeight(look.px(BUTTON))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = look.px(26)
        ratio = made.devicePixelRatioF()
        made.setIcon(icons.icon("compass", look.colour("accent"), side, ratio))
        made.setIconSize(QSize(side, side))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self._menu_of(made))
        return made

    def _menu_of(self, owner: QWidget) -> QMenu:
        """A menu that opens on its first item, which a screen reader says then."""
        menu = QMenu(owner)

        def stand() -> None:
            if menu.isVisible() and menu.activeAction() is None:
                menu.setActiveAction(menu.actions()[0])

        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, stand))
        return menu

    def _make_menu(self) -> QPushButton:
        made = button(self.look, _("Menu"), "", "menu")
        made.setMenu(self._menu_of(made))
        return made

    def _add(self, menu: QMenu, text: str, act: Callable[[], None]) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)

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
        made.setToolTip(text)
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: act())
        row.addWidget(made)
        return made


def _plain(name: str) -> str:
    """A name as Qt shows it whole: an ampersand would underline what follows it."""
    return name.replace("&", "&&")
