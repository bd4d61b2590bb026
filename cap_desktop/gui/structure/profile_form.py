"""The name and the profile of a structure, asked the same way at first launch and later."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import ProfileField
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.choice_card import ChoiceCard
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.kit.field_fault import show_fault
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import BODY, FOCUS_OFFSET, FOCUS_WIDTH, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _, mark

NAME_WIDTH = 560
WIDE = 640
"""From this effective width on, fields stand side by side."""
ABREAST = ((4, 820), (3, WIDE), (2, 420), (1, 0))
"""How many cards stand side by side, from which effective width on."""
PAIR = 2
RING = FOCUS_WIDTH + FOCUS_OFFSET
ACRONYM = re.compile(r"(?P<line>.+) \((?P<title>[A-Z]{2,})\)")
BETWEEN_FIELDS = 2
REQUIRED = mark("Obligatoire")


class ProfileForm(QWidget):
    """Shows a name and a profile; only the name is required, and said when `is_complete` asks."""

    changed = Signal()

    def __init__(
        self, look: Look, fields: tuple[ProfileField, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fields = fields
        self.grids: dict[str, ChoiceGrid] = {}
        self._blocks: list[tuple[ProfileField, QWidget]] = []
        self._is_wide: bool | None = None
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(look.px(20))
        self._layout.setVerticalSpacing(look.px(BETWEEN_FIELDS))
        self.changed.connect(self._clear_mended)
        self._name_block = self._named()
        for item in fields:
            self._blocks.append((item, self._field(item)))
        self._arrange(is_wide=True, columns=ABREAST[0][0])

    @property
    def boxes(self) -> Mapping[str, Mapping[str, ChoiceCard]]:
        """The cards, by field and by option."""
        return {field: grid.boxes for field, grid in self.grids.items()}

    @property
    def name_typed(self) -> str:
        """The name, without the spaces around it."""
        return " ".join(self.name.text().split())

    def profile(self) -> dict[str, tuple[str, ...]]:
        """What is ticked, by field; a field without a tick is not there."""
        found = {field: grid.values for field, grid in self.grids.items()}
        return {field: options for field, options in found.items() if options}

    def show_values(self, name: str, profile: Profile) -> None:
        """Show what is kept, without announcing it as a change."""
        was_blocked = self.name.blockSignals(True)
        self.name.setText(name)
        self.name.blockSignals(was_blocked)
        for field, grid in self.grids.items():
            grid.show_values(profile.get(field, ()))
        self._show_fault(is_missing=False)

    def is_complete(self) -> bool:
        """Say under the name that it is missing, and tell whether it is not."""
        self._show_fault(is_missing=not self.name_typed)
        return bool(self.name_typed)

    def _show_fault(self, *, is_missing: bool) -> None:
        show_fault(self.fault, self.fault.text() if is_missing else "", self.name)

    def focus_missing(self) -> QWidget:
        """Put the focus on the name; return its whole block."""
        self.name.setFocus()
        return self._name_block

    def warn(self, said: str) -> None:
        """Say something of the name that does not keep it from being taken; nothing to be quiet."""
        self.doubt.setText(said)
        self.doubt.setVisible(bool(said))
        if self.fault.isHidden():
            described = f"{said} {_(REQUIRED)}" if said else _(REQUIRED)
            self.name.setAccessibleDescription(described)

    def _clear_mended(self) -> None:
        """A name that is there is not called missing: nothing new is, while one types."""
        if self.name_typed:
            self._show_fault(is_missing=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() / self._look.scale
        columns = next(number for number, least in ABREAST if room >= least)
        self._arrange(is_wide=room >= WIDE, columns=columns)

    # --- Building ---------------------------------------------------------------------

    def _named(self) -> QWidget:
        asked = label(self._look, _("Nom de votre structure"), BODY, SEMIBOLD)
        self.name = TextLine()
        self.name.setAccessibleName(_("Nom de votre structure"))
        self.name.setAccessibleDescription(_(REQUIRED))
        self.name.setMaximumWidth(self._look.px(NAME_WIDTH))
        self.name.textEdited.connect(self.changed)
        asked.setBuddy(self.name)
        # The words stand over the frame of the cards, inside their focus ring.
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(RING, 0, RING, 0)
        column.setSpacing(self._look.px(4))
        self.fault = label(
            self._look, _("Écrivez le nom de votre structure."), SMALL, SEMIBOLD, "danger"
        )
        self.doubt = label(self._look, "", SMALL, SEMIBOLD, "warning")
        for widget in (asked, self.name, self.fault, self.doubt):
            column.addWidget(widget)
        for hidden in (self.fault, self.doubt):
            hidden.hide()
        return block

    def _field(self, item: ProfileField) -> QWidget:
        options = {option.id: _parts(option.label) for option in item.options}
        grid = ChoiceGrid(self._look, options, multiple=item.multiple, about=item.label)
        grid.chosen.connect(self.changed)
        self.grids[item.id] = grid
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        asked = label(self._look, item.label, BODY, SEMIBOLD)
        asked.setContentsMargins(RING, 0, RING, 0)
        column.addWidget(asked)
        column.addWidget(grid)
        column.addStretch(1)
        return block

    def _arrange(self, *, is_wide: bool, columns: int) -> None:
        for item, _block in self._blocks:
            self.grids[item.id].arrange(_abreast(item, columns))
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        self._layout.addWidget(self._name_block, 0, 0, 1, PAIR)
        row, column = 1, 0
        for item, block in self._blocks:
            is_half = is_wide and len(item.options) <= PAIR
            if column and not is_half:
                row, column = row + 1, 0
            self._layout.addWidget(block, row, column, 1, 1 if is_half else PAIR)
            column += 1 if is_half else PAIR
            if column >= PAIR:
                row, column = row + 1, 0
        for rank in range(PAIR):
            self._layout.setColumnStretch(rank, 1)


def _abreast(item: ProfileField, columns: int) -> int:
    """As many as there is room for in full rows; a number that no row divides takes them all."""
    number = len(item.options)
    full = next(abreast for abreast in range(min(columns, number), 0, -1) if number % abreast == 0)
    return full if full > 1 or number <= columns + 1 else columns


def _parts(text: str) -> tuple[str, str]:
    """« Association intermédiaire (AI) » is known by its acronym: that is its title."""
    found = ACRONYM.fullmatch(text)
    return (found["title"], found["line"]) if found else (text, "")
