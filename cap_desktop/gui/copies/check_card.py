"""The card of the check-up: what was looked at, what was found, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cap_desktop.gui.copies.copy_words import check_lines
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, emptied, label, section_title
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _, counted

if TYPE_CHECKING:
    from cap_desktop.services.folder.check_up import CheckUp

NAMED = 6
"""How many findings are named; how many there are is said besides."""


class CheckCard(QFrame):
    """Its lines are drawn anew with each check-up."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._look = look
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(16))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(section_title(look, "shield-check", _("Vérification")), 1)
        self._at = label(look, "", CAPTION, tone="secondary")
        self._at.setWordWrap(False)
        head.addWidget(self._at)
        column.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        column.addLayout(self._lines)
        self.words = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.words)
        self.mend = button(look, _("Réparer"), icon="rotate-ccw")
        column.addWidget(self.mend)
        self.ask = button(look, _("Vérifier mes données"), icon="shield-check")
        column.addWidget(self.ask)
        self._check: CheckUp | None = None
        self.show_check(None, "")

    def show_check(self, check: CheckUp | None, at: str) -> None:
        """Show what came of the last check-up."""
        self._check = check
        emptied(self._lines)
        self._at.setText("" if check is None else at)
        if check is not None:
            for words, count, is_whole in check_lines(check):
                self._lines.addLayout(self._line(words, count, is_whole=is_whole))
            for item in check.findings[:NAMED]:
                self._lines.addWidget(
                    label(self._look, _("Abîmé\u00a0: {name}", name=item.name), SMALL)
                )
        self.mend.setVisible(
            check is not None and any(i.place == "database" for i in check.findings)
        )
        self.show_busy(is_busy=False)

    def show_busy(self, *, is_busy: bool) -> None:
        """Say that it runs, or what it said."""
        self.words.setText(_("Vérification…") if is_busy else self._summary())
        words = _("Arrêter") if is_busy else _("Vérifier mes données")
        self.ask.setText(f" {words}")
        self.ask.setAccessibleName(_("Arrêter la vérification") if is_busy else words)

    def show_progress(self, place: str, done: int, total: int) -> None:
        """Say how far it is."""
        said = {
            "database": _("Vérification… chaque réponse est relue"),
            "evidence": _("Vérification… les preuves sont relues"),
        }
        copies = _("Vérification… copie {done} sur {total}", done=done + 1, total=total)
        self.words.setText(said.get(place, copies))

    def _summary(self) -> str:
        check = self._check
        if check is None:
            return _("Pas encore faite. Elle se fait seule une fois par mois.")
        count = len(check.findings)
        if count > NAMED:
            return counted("Et {number} autre.", "Et {number} autres.", count - NAMED)
        if count:
            return _("Ce qui manque se reprend dans une copie.")
        return _("Tout est lisible et inchangé.")

    def say(self) -> None:
        """Say aloud what came of it."""
        announce(self, self.words.text())

    def _line(self, words: str, count: str, *, is_whole: bool) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        icon, tone = ("circle-check", "success") if is_whole else ("triangle-alert", "warning")
        row.addWidget(IconLabel(look, icon, tone))
        shown = label(look, words if is_whole else _("{what}\u00a0: à voir", what=words), SMALL)
        row.addWidget(shown, 1)
        number = label(look, count, SMALL, SEMIBOLD, "secondary")
        number.setWordWrap(False)
        row.addWidget(number)
        return row
