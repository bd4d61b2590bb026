"""« Pour vous situer »: the scale of a figure, and one sentence under it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cap_desktop.domain.questionnaire.questions import MeasuredQuestion
from cap_desktop.gui.answering.gauge import Gauge
from cap_desktop.gui.answering.target_field import TargetField
from cap_desktop.gui.kit.basics import label
from cap_desktop.gui.look.look import CARD, CARD_PADDING, SEMIBOLD, SMALL, Look
from cap_desktop.gui.presentation.figures import GaugeValues, situation
from cap_desktop.i18n import _


class SituationCard(QFrame):
    """Hidden where there is nothing to be read beside."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._has_target = False
        self.setProperty("box", "card")
        side = look.px(CARD_PADDING)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(side, look.px(16), side, look.px(14))
        column.setSpacing(look.px(8))
        column.addWidget(label(look, _("Pour vous situer"), CARD, SEMIBOLD))
        self.gauge = Gauge(look)
        column.addWidget(self.gauge)
        self.sentence = label(look, "", SMALL, SEMIBOLD, "secondary")
        column.addWidget(self.sentence)

    def ask_target(self, question: MeasuredQuestion) -> TargetField:
        """Ask for the structure's own target under the scale; done once, by who owns the card."""
        target = TargetField(self._look, question)
        self._column.addWidget(target)
        self._has_target = True
        return target

    def show_reading(self, found: GaugeValues) -> None:
        """Show what a figure is read beside."""
        words = situation(found)
        has_anything = found.value is not None or found.former is not None or bool(found.marks)
        self.gauge.setVisible(found.has_scale and has_anything)
        if found.has_scale and has_anything:
            self.gauge.show_reading(found)
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))
        self.setVisible(self._has_target or (found.has_scale and has_anything) or bool(words))
