"""First launch: who you are, in one page; everything stays on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.questionnaire import ProfileField, Questionnaire
from cap_desktop.gui.theme import BODY, CARD, GAP, MARGIN, SEMIBOLD, SMALL, TITLE, Theme
from cap_desktop.gui.theme import BOLD as BOLD_WEIGHT
from cap_desktop.gui.widgets.pieces import button, card, label
from cap_desktop.i18n import _

WIDTH = 860
COLUMNS = 2
LONG = 38


class WelcomePage(QWidget):
    """Asks for a name and a profile; `begun` carries both."""

    begun = Signal(str, object)

    def __init__(
        self, theme: Theme, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._boxes: dict[str, dict[str, QCheckBox | QRadioButton]] = {}
        self._faults: dict[str, QWidget] = {}
        px = theme.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        outer.setSpacing(px(GAP))
        title = _("Bienvenue. Parlons de votre structure.")
        outer.addWidget(label(theme, title, TITLE, BOLD_WEIGHT))
        outer.addWidget(
            label(
                theme,
                _(
                    "Ces réponses choisissent les questions qui vous concernent. "
                    "Tout reste sur cet ordinateur."
                ),
                BODY,
                tone="secondary",
            )
        )
        frame, column = card(theme)
        asked = label(theme, _("Nom de votre structure"), CARD, SEMIBOLD)
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Nom de votre structure"))
        asked.setBuddy(self.name)
        column.addWidget(asked)
        column.addWidget(self.name)
        column.addWidget(self._fault("name", _("Écrivez le nom de votre structure.")))
        outer.addWidget(frame)
        for item in questionnaire.profile_fields:
            outer.addWidget(self._field(item))
        self.go = button(theme, _("Commencer"), "main", "arrow-right")
        self.go.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.go.clicked.connect(self._begin)
        outer.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignRight)
        outer.addStretch(1)
        inside.setMaximumWidth(px(WIDTH))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setWidget(inside)
        page.addWidget(scroll)

    def _field(self, item: ProfileField) -> QWidget:
        frame, column = card(self.theme)
        column.addWidget(label(self.theme, item.label, CARD, SEMIBOLD))
        grid = QGridLayout()
        grid.setSpacing(self.theme.px(8))
        group = QButtonGroup(frame)
        group.setExclusive(not item.multiple)
        self._boxes[item.id] = {}
        columns = 1 if any(len(option.label) > LONG for option in item.options) else COLUMNS
        for rank, option in enumerate(item.options):
            box: QCheckBox | QRadioButton = (
                QCheckBox(option.label) if item.multiple else QRadioButton(option.label)
            )
            box.setAccessibleDescription(item.label)
            group.addButton(box)
            self._boxes[item.id][option.id] = box
            grid.addWidget(box, rank // columns, rank % columns)
        column.addLayout(grid)
        column.addWidget(self._fault(item.id, _("Choisissez au moins une réponse.")))
        return frame

    def _fault(self, name: str, text: str) -> QWidget:
        fault = label(self.theme, text, SMALL, tone="danger")
        fault.hide()
        self._faults[name] = fault
        return fault

    def profile(self) -> dict[str, tuple[str, ...]]:
        """What is ticked, by field."""
        found = {
            field: tuple(name for name, box in boxes.items() if box.isChecked())
            for field, boxes in self._boxes.items()
        }
        return {field: options for field, options in found.items() if options}

    def _begin(self) -> None:
        profile = self.profile()
        self._faults["name"].setVisible(not self.name.text().strip())
        for field in self._boxes:
            self._faults[field].setVisible(field not in profile)
        if not self.name.text().strip():
            self.name.setFocus()
            return
        for field, boxes in self._boxes.items():
            if field not in profile:
                next(iter(boxes.values())).setFocus()
                return
        self.begun.emit(self.name.text().strip(), profile)
