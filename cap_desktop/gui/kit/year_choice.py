"""A choice of one year."""

from __future__ import annotations

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.gui.kit.chevron_box import ChevronBox
from cap_desktop.gui.look.look import Look


class YearChoice(ChevronBox):
    """Its data are ids of assessments."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.setMinimumWidth(look.px(110))

    @property
    def chosen(self) -> str:
        """The assessment of the year, an empty text where there is none."""
        return self.currentData() or ""

    def show_years(self, years: tuple[Assessment, ...], chosen: str) -> None:
        """Propose other years, without announcing it as a choice."""
        former = self.blockSignals(True)
        self.clear()
        for item in years:
            self.addItem(str(item.year), item.id)
        self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(former)
