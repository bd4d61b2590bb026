"""The name and the profile of a structure, asked the same way at first launch and later."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import ProfileField
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.choice_card import ChoiceCard
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.kit.field_fault import show_fault
from cap_desktop.gui.look.look import BODY, FOCUS_OFFSET, FOCUS_WIDTH, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _

NAME_WIDTH = 560
WIDE = 640
"""From this effective width on, fields stand side by side."""
TWO_ABREAST = 420
PAIR = 2
COLUMNS = 3
NAME = "name"
ACRONYM = re.compile(r"(?P<line>.+) \((?P<title>[A-Z]{2,})\)")
BETWEEN_FIELDS = 14


class ProfileForm(QWidget):
    """Shows a name and a profile; what is required is said only when `is_complete` is asked."""

    changed = Signal()

    def __init__(
        self, look: Look, fields: tuple[ProfileField, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fields = fields
        self.faults: dict[str, QLabel] = {}
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
        self._arrange(is_wide=True, columns=COLUMNS)

    @property
    def boxes(self) -> Mapping[str, Mapping[str, ChoiceCard]]:
        """The cards, by field and by option."""
        return {field: grid.boxes for field, grid in self.grids.items()}

    @property
    def name_typed(self) -> str:
        """The name, without the spaces around it."""
        return self.name.text().strip()

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
        self._show_faults(())

    def is_complete(self) -> bool:
        """Say under its field what is missing, and tell whether nothing is."""
        missing = self._missing()
        self._show_faults(missing)
        return not missing

    def _clear_mended(self) -> None:
        """What is not missing any more is not called missing: nothing new is, while one types."""
        shown = {field for field, fault in self.faults.items() if not fault.isHidden()}
        self._show_faults(tuple(shown.intersection(self._missing())))

    def _show_faults(self, missing: tuple[str, ...]) -> None:
        for field, fault in self.faults.items():
            fields = (self.name,) if field == NAME else tuple(self.grids[field].boxes.values())
            show_fault(fault, fault.text() if field in missing else "", *fields)

    def focus_missing(self) -> QWidget:
        """Put the focus on the first field that misses something; return its whole block."""
        first = next(iter(self._missing()), NAME)
        if first == NAME:
            self.name.setFocus()
            return self._name_block
        self.grids[first].focus_first()
        return next(block for field, block in self._blocks if field.id == first)

    def _missing(self) -> tuple[str, ...]:
        profile = self.profile()
        names = () if self.name_typed else (NAME,)
        fields = (field.id for field in self._fields if field.required and field.id not in profile)
        return (*names, *fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() / self._look.scale
        columns = COLUMNS if room >= WIDE else PAIR if room >= TWO_ABREAST else 1
        self._arrange(is_wide=room >= WIDE, columns=columns)

    # --- Building ---------------------------------------------------------------------

    def _named(self) -> QWidget:
        asked = label(self._look, _("Nom de votre structure"), BODY, SEMIBOLD)
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Nom de votre structure"))
        self.name.setAccessibleDescription(_("Obligatoire"))
        self.name.setMaximumWidth(self._look.px(NAME_WIDTH))
        self.name.textEdited.connect(self.changed)
        asked.setBuddy(self.name)
        return self._block(asked, self.name, NAME, _("Écrivez le nom de votre structure."))

    def _field(self, item: ProfileField) -> QWidget:
        options = {option.id: _parts(option.label) for option in item.options}
        about = _("{field}, obligatoire", field=item.label) if item.required else item.label
        grid = ChoiceGrid(self._look, options, multiple=item.multiple, about=about)
        grid.chosen.connect(self.changed)
        self.grids[item.id] = grid
        text = (
            _("Choisissez au moins une réponse.") if item.multiple else _("Choisissez une réponse.")
        )
        asked = label(self._look, item.label, BODY, SEMIBOLD)
        return self._block(asked, grid, item.id, text)

    def _block(self, asked: QWidget, control: QWidget, name: str, fault: str) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        # The words stand over the frame of the cards, inside their focus ring.
        spare = FOCUS_WIDTH + FOCUS_OFFSET
        asked.setContentsMargins(spare, 0, spare, 0)
        column.addWidget(asked)
        if isinstance(control, QLineEdit):
            holder = QVBoxLayout()
            holder.setContentsMargins(spare, 0, spare, 0)
            holder.addWidget(control)
            column.addLayout(holder)
        else:
            column.addWidget(control)
        said = label(self._look, fault, SMALL, SEMIBOLD, "danger")
        said.setContentsMargins(spare, 0, spare, 0)
        said.hide()
        self.faults[name] = said
        column.addWidget(said)
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
    """As many as there is room for, without leaving the last one alone on its row."""
    number = len(item.options)
    if number <= PAIR:
        return min(number, columns)
    if number == COLUMNS + 1:
        return number if columns == COLUMNS else min(columns, PAIR)
    return columns


def _parts(text: str) -> tuple[str, str]:
    """« Association intermédiaire (AI) » is known by its acronym: that is its title."""
    found = ACRONYM.fullmatch(text)
    return (found["title"], found["line"]) if found else (text, "")
