"""What was damaged: what can still be read, what a copy has, and the choice between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.copies.copies_presenter import CopiesPresenter
from cap_desktop.gui.copies.intact_row import IntactRow, held_words
from cap_desktop.gui.kit.basics import Title, button, card, emptied, label, scrolled, stand_beside
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.button_rows import ButtonRows
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    GAP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.session.destinations import Destination, ToCopies
from cap_desktop.gui.session.tasks import SettleDamage
from cap_desktop.i18n import _, counted
from cap_desktop.words.damaged import damaged_title
from cap_desktop.words.days import whole_day

if TYPE_CHECKING:
    from cap_desktop.services.folder.damage import DamagedItem, DamageReport

SIDE_WIDTH = 316
TWO_COLUMNS = 1000
PAIRS = 760
"""Effective width from which what belongs together stands side by side."""


class DamagePage(Page):
    """Each thing by its name; nothing is taken back, nor left, without being asked."""

    def __init__(self, look: Look, desk: CopiesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._desk = look, desk
        self._items: tuple[DamagedItem, ...] = ()
        self._pairs: list[QBoxLayout] = []
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self._lay()
        desk.damage_found.connect(self._show)

    # --- Showing ------------------------------------------------------------------------

    def show_destination(self, _to: Destination) -> None:
        self.refresh()
        self.later.setFocus()

    def refresh(self) -> None:
        """Ask what is still to be told."""
        self._desk.find_damage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        way, room = QBoxLayout.Direction, self.width() / self.look.scale
        is_wide = room >= TWO_COLUMNS
        stand_beside(self._columns, self._aside, self.look.px(SIDE_WIDTH), is_wide=is_wide)
        for pair in self._pairs:
            pair.setDirection(way.LeftToRight if room >= PAIRS else way.TopToBottom)
        acts = self.later.sizeHint().width() + self.take.sizeHint().width()
        is_row = acts + self.look.px(3 * MARGIN) <= self.width()
        self._foot.setDirection(way.LeftToRight if is_row else way.TopToBottom)

    def _show(self, report: DamageReport | None) -> None:
        items = () if report is None else report.items
        self._items = tuple(item for item in items if not item.is_mended)
        self._intact.show_years(() if report is None else report.intact)
        emptied(self._cards)
        self._pairs.clear()
        names = [item.name for item in self._items]
        self._title.setText(damaged_title(names) if names else _("Rien n’est à reprendre."))
        for item in self._items:
            self._cards.addWidget(self._card(item))
        ready = self._ready
        self.take.setVisible(bool(ready))
        for shown in (self._lost, self._badge, self._aside, self._intact):
            shown.setVisible(bool(self._items))
        words = (
            _("Reprendre de la copie du {day}", day=_day(ready[0]))
            if len(ready) == 1
            else counted("Reprendre {number} élément", "Reprendre les {number}", len(ready))
        )
        self.take.setText(f" {words}")
        self.take.setAccessibleName(words)
        self._arrange()

    @property
    def _ready(self) -> tuple[DamagedItem, ...]:
        return tuple(item for item in self._items if item.copy is not None)

    # --- Intents ------------------------------------------------------------------------

    def _take_all(self) -> None:
        self._settle(self._ready, are_taken=True)

    def _settle(self, items: tuple[DamagedItem, ...], *, are_taken: bool) -> None:
        numbers = tuple(item.number for item in items)
        name = items[0].name if len(items) == 1 else ""
        self.wanted.emit(SettleDamage(numbers, name, are_taken))

    # --- Building -----------------------------------------------------------------------

    def _lay(self) -> None:
        look, px = self.look, self.look.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        inside = QWidget()
        page.addWidget(scrolled(inside), 1)
        page.addWidget(self._make_foot())
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(GAP))
        column.setSpacing(px(16))
        head = QHBoxLayout()
        head.setSpacing(px(16))
        badge = self._badge = QFrame()
        badge.setProperty("box", "warning")
        badge.setFixedSize(px(52), px(52))
        within = QVBoxLayout(badge)
        within.setContentsMargins(0, 0, 0, 0)
        drawing = IconLabel(look, "triangle-alert", "warning", 26)
        within.addWidget(drawing, alignment=Qt.AlignmentFlag.AlignCenter)
        head.addWidget(badge)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = label(look, "", TITLE, BOLD)
        words.addWidget(self._title)
        self._lost = label(
            look,
            _("Le disque a perdu quelques octets. Cela arrive\u00a0; ce n’est pas votre fait."),
            BODY,
            tone="secondary",
        )
        words.addWidget(self._lost)
        head.addLayout(words, 1)
        column.addLayout(head)
        self._intact = IntactRow(look)
        column.addWidget(self._intact)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(16))
        front = QWidget()
        self._cards = QVBoxLayout(front)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(px(16))
        self._aside = self._make_aside()
        self._columns.addWidget(front, 1)
        self._columns.addWidget(self._aside)
        column.addLayout(self._columns)
        column.addStretch(1)

    def _make_aside(self) -> QFrame:
        look = self.look
        frame, column = card(look)
        column.addWidget(label(look, _("Pour la suite"), CARD, SEMIBOLD))
        words = _("Ce disque vieillit peut-être. Faites une copie sur une clé aujourd’hui.")
        column.addWidget(label(look, words, BODY))
        self.to_copies = button(look, _("Copies et récupération"), icon="shield-check")
        self.to_copies.clicked.connect(lambda: self.wanted.emit(ToCopies()))
        column.addWidget(self.to_copies)
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(IconLabel(look, "lock"))
        words = _("Ce qui a été lu est gardé à part. Rien n’est effacé.")
        row.addWidget(label(look, words, BODY, tone="secondary"), 1)
        column.addLayout(row)
        column.addStretch(1)
        return frame

    def _make_foot(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("box", "foot")
        row = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, bar)
        row.setContentsMargins(px(MARGIN), px(10), px(MARGIN), px(10))
        row.setSpacing(px(16))
        self.later = button(look, _("Plus tard"))
        self.later.clicked.connect(self.step_back)
        row.addWidget(self.later)
        row.addStretch(1)
        self.take = button(look, _("Reprendre"), "main", "rotate-ccw")
        self.take.clicked.connect(self._take_all)
        row.addWidget(self.take)
        return bar

    def _card(self, item: DamagedItem) -> QFrame:
        look, px = self.look, self.look.px
        frame, column = card(look)
        about = " · ".join(part for part in (item.structure, str(item.year or "")) if part)
        column.addWidget(label(look, about, SMALL, SEMIBOLD, "accent"))
        name = label(look, "", CARD, SEMIBOLD)
        assert isinstance(name, Title)
        name.setText(item.name[:1].upper() + item.name[1:])
        column.addWidget(name)
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(px(16))
        pair.addWidget(
            self._side(
                _("Aujourd’hui"), _("Illisible\u00a0: la place est vide."), "", "triangle-alert"
            )
        )
        if item.copy is None:
            pair.addWidget(
                self._side(_("Dans les copies"), _("Aucune copie ne l’a."), "", "rotate-ccw")
            )
        else:
            title = _("Copie du {day}", day=_day(item))
            said = item.then or _("Elle y est, entière.")
            comment = (
                _("Commentaire\u00a0: «\u00a0{text}\u00a0»", text=item.comment)
                if item.comment
                else ""
            )
            held = held_words(item)
            pair.addWidget(self._side(title, said, comment, "rotate-ccw", held, is_soft=True))
        self._pairs.append(pair)
        column.addLayout(pair)
        if item.is_sealed:
            words = _("Les scores de {year} sont gardés tels que publiés.", year=item.year)
            column.addWidget(label(look, words, SMALL, tone="secondary"))
        leave = button(look, _("Laisser vide"), "quiet")
        leave.setAccessibleName(_("Laisser vide\u00a0: {name}", name=item.name))
        leave.clicked.connect(lambda: self._settle((item,), are_taken=False))
        acts = [leave]
        if item.copy is not None and len(self._ready) > 1:
            take = button(look, _("Reprendre de la copie du {day}", day=_day(item)))
            take.setAccessibleName(
                _("Reprendre de la copie du {day}\u00a0: {name}", day=_day(item), name=item.name)
            )
            take.clicked.connect(lambda: self._settle((item,), are_taken=True))
            acts.append(take)
        column.addWidget(ButtonRows(look, acts))
        return frame

    def _side(
        self,
        title: str,
        said: str,
        comment: str,
        icon: str,
        held: str = "",
        *,
        is_soft: bool = False,
    ) -> QFrame:
        look = self.look
        frame, column = card(look, "soft" if is_soft else "row")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(IconLabel(look, icon, "accent" if is_soft else "text_secondary"))
        row.addWidget(label(look, title, BODY, SEMIBOLD), 1)
        column.addLayout(row)
        column.addWidget(label(look, said, BODY))
        if comment:
            column.addWidget(label(look, comment, BODY))
        if held:
            column.addWidget(label(look, held, SMALL, tone="secondary"))
        column.addStretch(1)
        return frame


def _day(item: DamagedItem) -> str:
    assert item.copy is not None
    return whole_day(item.copy)
