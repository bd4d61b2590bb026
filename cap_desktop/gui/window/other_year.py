"""The bar under the top bar that says that another year than the one in progress is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cap_desktop.domain.scoring.standing import Standing
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import BODY, SEMIBOLD, Look
from cap_desktop.gui.session.tasks import OpenYear
from cap_desktop.i18n import _


class OtherYearBar(QFrame):
    """Tinted, on every page, until the year in progress is open again."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self.setProperty("box", "otherYear")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(6), px(20), px(6))
        row.setSpacing(px(10))
        row.addWidget(IconLabel(look, "calendar", "accent"))
        self.words = label(look, "", BODY, SEMIBOLD)
        row.addWidget(self.words, 1)
        self.back = button(look, "")
        self.back.clicked.connect(self._go_back)
        row.addWidget(self.back)
        self._newest = ""
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Appear where the open year is not the newest one."""
        newest = standing.years[0]
        self._newest = newest.assessment
        said = _("Vous regardez {year}", year=standing.year)
        if standing.is_sealed:
            said = _("Vous regardez {year}, terminée : lecture seule", year=standing.year)
        self.words.setText(said)
        self.back.setText(_("Revenir à {year}", year=newest.year))
        self.setVisible(newest.assessment != standing.assessment)

    def _go_back(self) -> None:
        self.wanted.emit(OpenYear(self._newest))
