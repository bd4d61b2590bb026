"""The structure in the top bar: its own pages, the others, and those that were put away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from cap_desktop.domain.scoring.standing import Standing
from cap_desktop.domain.text import curly, french_order
from cap_desktop.gui.kit.hints import give_hint, unmarked
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.destinations import Destination, ToBeginning, ToStructure
from cap_desktop.gui.session.tasks import ArchiveStructure, BringBackStructure, OpenYear, Task
from cap_desktop.gui.window.chevron_button import ChevronButton, add_act
from cap_desktop.i18n import _

ICON = 26


class StructureChoice(ChevronButton):
    """Shows whose data these are; what is chosen is for the window."""

    def __init__(self, look: Look, meet: Callable[[Destination | Task], None]) -> None:
        super().__init__(look, "structure", "compass", "accent", ICON)
        self._meet = meet
        self._name = ""

    def show_nobody(self) -> None:
        """Without a structure, the program says its own name."""
        self.setText(_("CAP Desktop"))
        self.setEnabled(False)

    def show_standing(self, standing: Standing, width: int) -> None:
        """Name the structure in a width, and list the others."""
        self.setEnabled(True)
        self._name = standing.name
        self.fit(width)
        self.setAccessibleName(_("Structure : {name}", name=standing.name))
        self.choices.clear()
        self.fill(self.choices, standing)

    def fit(self, width: int) -> None:
        """Keep the name within a width."""
        if self._name:
            mode = Qt.TextElideMode.ElideRight
            whole = curly(self._name)
            short = self.fontMetrics().elidedText(whole, mode, width)
            # A reader says a tip as well: it is there for a name that is cut.
            give_hint(self, "" if short == whole else whole)
            self.setText(" " + unmarked(short))

    def fill(self, menu: QMenu, standing: Standing) -> None:
        """Add to a menu what can be done with structures."""
        add_act(menu, _("Votre structure et son profil"), partial(self._meet, ToStructure()))
        menu.addSeparator()
        known = sorted(standing.others, key=lambda other: french_order(other.name))
        others = [other for other in known if not other.is_archived]
        for other in others:
            add_act(menu, other.name, partial(self._meet, OpenYear(other.assessment)))
        add_act(menu, _("Ajouter une structure"), partial(self._meet, ToBeginning()))
        if others:
            away = partial(self._meet, ArchiveStructure(others[0].assessment))
            add_act(menu, _("Archiver « {name} »", name=standing.name), away)
        for other in known:
            if other.is_archived:
                back = partial(self._meet, BringBackStructure(other.assessment))
                add_act(menu, _("Reprendre « {name} », archivée", name=other.name), back)
