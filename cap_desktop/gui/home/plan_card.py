"""How far the plan under way is, on the home page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from cap_desktop.domain.scoring.standing import PlanStanding
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    CARD_PADDING,
    FIELD_GAP,
    SEMIBOLD,
    SMALL,
    Look,
)
from cap_desktop.i18n import _, counted
from cap_desktop.words.action_states import late_count


class PlanCard(QFrame):
    """Actions done out of all, those that are late, and the way to the plan."""

    opened = Signal()

    def __init__(self, look: Look, plan: PlanStanding, today: date) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("box", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        side = px(CARD_PADDING)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(px(FIELD_GAP))
        head = QHBoxLayout()
        title = _("Plan d’amélioration {year}", year=plan.year)
        head.addWidget(label(look, title, CARD, SEMIBOLD), 1)
        late = plan.late(today.isoformat())
        if late:
            head.addWidget(self._late_tag(late))
        column.addLayout(head)
        column.addLayout(self._bar(plan))
        go = button(look, _("Ouvrir le plan"))
        go.setAccessibleName(f"{go.text()}\u00a0: {title}")
        go.clicked.connect(self.opened)
        column.addWidget(go, alignment=Qt.AlignmentFlag.AlignLeft)

    def _bar(self, plan: PlanStanding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(12))
        bar = QProgressBar()
        bar.setRange(0, plan.total)
        bar.setValue(plan.done)
        bar.setTextVisible(False)
        said = counted(
            "{number} action terminée sur {total}",
            "{number} actions terminées sur {total}",
            plan.done,
            total=plan.total,
        )
        bar.setAccessibleName(said)
        row.addWidget(bar, 1)
        count = label(self._look, f"{plan.done} / {plan.total}", BODY, BOLD)
        count.setWordWrap(False)
        row.addWidget(count)
        return row

    def _late_tag(self, late: int) -> QWidget:
        tag = QFrame()
        tag.setProperty("box", "warning")
        row = QHBoxLayout(tag)
        px = self._look.px
        row.setContentsMargins(px(8), px(2), px(8), px(2))
        row.setSpacing(px(6))
        row.addWidget(IconLabel(self._look, "triangle-alert", "warning", 16))
        words = late_count(late)
        said = label(self._look, words, SMALL, SEMIBOLD, "warning")
        said.setWordWrap(False)
        row.addWidget(said)
        return tag
