"""The open actions of the former plan: a person ticks those that go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from cap_desktop.gui.kit.basics import button, emptied, label
from cap_desktop.gui.look.look import BODY, CAPTION, CARD, SEMIBOLD, SMALL, Look
from cap_desktop.gui.plan.plan_words import due_words
from cap_desktop.i18n import _
from cap_desktop.services.local.open_plan import OpenPlan


class CarryCard(QFrame):
    """Announces the ids that were ticked."""

    carried = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("box", "card")
        column = QVBoxLayout(self)
        side = px(16)
        column.setContentsMargins(side, px(12), side, px(12))
        column.setSpacing(px(6))
        self.title = label(look, "", CARD, SEMIBOLD)
        column.addWidget(self.title)
        note = _("Elles gardent leur suivi et leur historique.")
        column.addWidget(label(look, note, SMALL, tone="secondary"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        column.addLayout(self._rows)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.take = button(look, _("Reprendre les actions cochées"), "main")
        self.take.clicked.connect(self._carry)
        row.addWidget(self.take)
        back = button(look, _("Revenir"), "quiet")
        back.clicked.connect(self.left)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        self.boxes: dict[str, QCheckBox] = {}

    def show_candidates(self, opened: OpenPlan) -> None:
        """Propose the open actions of the former plan, every one ticked."""
        year = "" if opened.former is None else str(opened.former.year)
        self.title.setText(_("Reprendre le plan {year}", year=year))
        if list(self.boxes) == [action.id for action in opened.candidates]:
            return
        emptied(self._rows)
        self.boxes = {}
        for action in opened.candidates:
            box = QCheckBox()
            box.setChecked(True)
            box.setAccessibleName(action.title)
            box.toggled.connect(self._count)
            words = label(self._look, action.title, BODY)
            words.setBuddy(box)
            note = " · ".join(
                item
                for item in (action.owner.strip(), due_words(action.due))
                if item and item != "–"
            )
            line = QHBoxLayout()
            line.setSpacing(self._look.px(8))
            line.addWidget(box)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(words)
            if note:
                texts.addWidget(label(self._look, note, CAPTION, tone="secondary"))
            line.addLayout(texts, 1)
            self._rows.addLayout(line)
            self.boxes[action.id] = box
        self._count()

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def _count(self) -> None:
        self.take.setEnabled(bool(self._chosen()))

    def _carry(self) -> None:
        self.carried.emit(self._chosen())
