"""What a structure is known by outside, asked once: nothing here is required."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.answers.identity import Identity, siret_digits, siret_fault
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.kit.choice import Choice
from cap_desktop.gui.kit.day_field import DayField
from cap_desktop.gui.kit.text_line import TextLine
from cap_desktop.gui.look.look import (
    BUTTON,
    CARD,
    FOCUS_OFFSET,
    FOCUS_WIDTH,
    SEMIBOLD,
    SMALL,
    Look,
)
from cap_desktop.i18n import _
from cap_desktop.words.territories import REGIONS, departments, region_of, siret_words

WIDE = 640
"""From this effective width on, fields stand side by side."""
ABREAST = 3
RING = FOCUS_WIDTH + FOCUS_OFFSET
NOWHERE = ""


class IdentityForm(QWidget):
    """Shows an identity; `edited` says that another one can be kept."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = Identity()
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 0, RING, 0)
        column.setSpacing(look.px(8))
        column.addWidget(label(look, _("Pour vos documents"), CARD, SEMIBOLD))
        text = _("Tout est facultatif. Demandé une fois, pour toutes les années.")
        column.addWidget(label(look, text, SMALL, tone="secondary"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(20))
        self._grid.setVerticalSpacing(look.px(12))
        column.addLayout(self._grid)
        self.siret = self._line(_("SIRET, 14 chiffres"))
        self.fault = label(look, "", SMALL, SEMIBOLD, "danger")
        self.fault.hide()
        self.region = Choice(look, _("Région"))
        self.department = Choice(look, _("Département"))
        self.agreement = self._line(_("Numéro de convention ou d’agrément"))
        self.since = DayField(look, name=_("Convention, du"))
        self.until = DayField(look, name=_("Convention, au"))
        self._blocks = (
            self._block(self.siret, self.fault),
            self._block(self.region),
            self._block(self.department),
            self._block(self.agreement),
            self.since,
            self.until,
        )
        for choice in (self.region, self.department):
            choice.setMinimumHeight(look.px(BUTTON))
        self.siret.editingFinished.connect(self._check)
        self.agreement.editingFinished.connect(self._announce)
        self.region.chosen.connect(self._move)
        self.department.chosen.connect(self._settle)
        for day in (self.since, self.until):
            day.answered.connect(self._announce)
        self._columns = 0
        self.show_identity(Identity())
        self._arrange(ABREAST)

    # --- Showing ----------------------------------------------------------------------

    def show_identity(self, identity: Identity) -> None:
        """Show what is kept, in the place of what is typed."""
        self._shown = identity
        self.siret.setText(siret_words(identity.siret))
        self.agreement.setText(identity.agreement)
        self._offer(identity.region, identity.department)
        self.since.show_other(Answer(value=identity.agreement_from))
        self.until.show_other(Answer(value=identity.agreement_until))
        self.fault.hide()

    def identity(self) -> Identity:
        """What is typed; a number or a day that cannot be read is as it was."""
        digits = siret_digits(self.siret.text())
        is_read = not digits or siret_fault(digits) is None
        return Identity(
            digits if is_read else self._shown.siret,
            self.region.currentData() or NOWHERE,
            self.department.currentData() or NOWHERE,
            " ".join(self.agreement.text().split()),
            self._day(self.since, self._shown.agreement_from),
            self._day(self.until, self._shown.agreement_until),
        )

    def unread_words(self) -> str:
        """What is typed and cannot be kept, as a part of a sentence; empty without."""
        digits = siret_digits(self.siret.text())
        if digits and siret_fault(digits) is not None:
            return _("le numéro SIRET")
        unread = [
            day for day in (self.since, self.until) if day.line.text() and self._typed(day) is None
        ]
        return _("les dates de la convention") if unread else ""

    def _day(self, field: DayField, shown: date | None) -> date | None:
        return self._typed(field) if not field.line.text() or self._typed(field) else shown

    def _typed(self, field: DayField) -> date | None:
        found = field.read(field.line.text().strip())
        return found if isinstance(found, date) else None

    # --- Choosing ---------------------------------------------------------------------

    def _check(self) -> None:
        digits = siret_digits(self.siret.text())
        fault = siret_fault(digits) if digits else None
        said = {
            None: "",
            "digits": _("Un SIRET compte 14 chiffres."),
            "sum": _("Un chiffre de ce SIRET est faux\u00a0: relisez-le."),
        }[fault]
        is_new = bool(said) and said != self.fault.text()
        self.fault.setText(said)
        self.fault.setVisible(bool(said))
        self.siret.setAccessibleDescription(said)
        if is_new:
            announce(self.fault, said)
        if fault is None:
            self.siret.setText(siret_words(digits))
            self._announce()

    def _move(self, region: str) -> None:
        kept = self.department.currentData() or NOWHERE
        self._offer(region, kept if kept in departments(region) else NOWHERE)
        self._announce()

    def _settle(self, department: str) -> None:
        """A department is in one region: nobody has to say it."""
        self._offer(region_of(department) or self.region.currentData() or NOWHERE, department)
        self._announce()

    def _offer(self, region: str, department: str) -> None:
        nothing = (NOWHERE, _("Non précisé"))
        self.region.show_options((nothing, *((name, name) for name in REGIONS)), region)
        near = ((name, name) for name in departments(region))
        self.department.show_options((nothing, *near), department)

    def _announce(self) -> None:
        if self.identity() != self._shown:
            self._shown = self.identity()
            self.edited.emit()

    # --- Building ---------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(ABREAST if event.size().width() / self._look.scale >= WIDE else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for rank, block in enumerate(self._blocks):
            self._grid.addWidget(block, rank // columns, rank % columns)
        for column in range(ABREAST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _line(self, name: str) -> TextLine:
        made = TextLine()
        made.setAccessibleName(name)
        made.setMinimumHeight(self._look.px(BUTTON))
        return made

    def _block(self, control: QWidget, fault: QWidget | None = None) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(4))
        asked = label(self._look, control.accessibleName(), SMALL, SEMIBOLD)
        asked.setBuddy(control)
        column.addWidget(asked)
        column.addWidget(control)
        if fault is not None:
            column.addWidget(fault)
        column.addStretch(1)
        return block
