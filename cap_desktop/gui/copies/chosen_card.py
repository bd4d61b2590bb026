"""« Ce que je choisis » : the answers that a copy has otherwise, each of which can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.look.look import CARD, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _, counted

if TYPE_CHECKING:
    from cap_desktop.services.folder.chosen_answers import AnswerThen

LONGEST = 120
"""Letters of a comment that are shown: the card is for choosing, not for reading it whole."""


class ChosenCard(QFrame):
    """Nothing is ticked at first: what nobody ticks stays as it is today."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("box", "card")
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(16))
        column.setSpacing(px(10))
        self.title = label(look, "", CARD, SEMIBOLD)
        column.addWidget(self.title)
        words = _("Cochez ce que vous voulez reprendre. Le reste d’aujourd’hui ne bouge pas.")
        column.addWidget(label(look, words, SMALL, tone="secondary"))
        self._holder = QVBoxLayout()
        column.addLayout(self._holder)
        column.addStretch(1)
        self.grid: ChoiceGrid | None = None
        self._answers: dict[str, tuple[str, str]] = {}

    def show_answers(self, found: Sequence[AnswerThen]) -> None:
        """Show what can be taken back; nothing is ticked."""
        emptied(self._holder)
        self.grid = None
        count = len(found)
        self.title.setText(
            counted("La réponse différente", "Les {number} réponses différentes", count)
        )
        self._answers = {
            str(rank): (one.assessment, one.question) for rank, one in enumerate(found)
        }
        if found:
            are_several = len({(one.structure, one.year) for one in found}) > 1
            options = {
                str(rank): (one.title, _line(one, with_year=are_several))
                for rank, one in enumerate(found)
            }
            about = self.title.text()
            self.grid = ChoiceGrid(self._look, options, multiple=True, about=about)
            self.grid.chosen.connect(lambda _values: self.changed.emit())
            self._holder.addWidget(self.grid)
        self.changed.emit()

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """What is ticked, each an assessment and a question."""
        values = () if self.grid is None else self.grid.values
        return tuple(self._answers[name] for name in values)


def _line(one: AnswerThen, *, with_year: bool) -> str:
    """« Aujourd’hui : 3 · En place. Dans la copie : 2 · En chemin. »."""
    said = [
        _("Aujourd’hui\u00a0: {now}.", now=one.now),
        _("Dans la copie\u00a0: {then}.", then=one.then),
    ]
    if one.comment_now != one.comment_then:
        said.append(_comment(one.comment_then))
    if with_year:
        said.insert(0, f"{one.structure} {one.year}.")
    return " ".join(said)


def _comment(text: str) -> str:
    if not text:
        return _("Sans commentaire alors.")
    shown = " ".join(text.split())
    if len(shown) > LONGEST:
        shown = shown[: LONGEST - 1].rstrip() + "…"
    return _("Commentaire d’alors\u00a0: «\u00a0{text}\u00a0»", text=shown)
