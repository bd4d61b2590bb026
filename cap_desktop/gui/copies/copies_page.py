"""« Copies et récupération »: every copy, a second folder, and whether all is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.copies.check_card import CheckCard
from cap_desktop.gui.copies.copies_presenter import CopiesPresenter
from cap_desktop.gui.copies.copy_table import CopyTable
from cap_desktop.gui.copies.copy_words import (
    ICONS,
    difference_words,
    moment,
    page_title,
    size_words,
    time_words,
    when,
    why,
)
from cap_desktop.gui.copies.second_card import SecondCard
from cap_desktop.gui.copies.trail import TrailHead
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, card, label, scrolled, stand_beside
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.work_bar import WorkBar
from cap_desktop.gui.look.look import BODY, CARD, GAP, MARGIN, SEMIBOLD, SMALL, Look
from cap_desktop.gui.session.destinations import (
    Destination,
    ToCopy,
    ToDamage,
    ToPreferences,
    ToYourData,
)
from cap_desktop.gui.session.tasks import ChangePreferences
from cap_desktop.i18n import _, counted, mark
from cap_desktop.words.days import MONTHS

if TYPE_CHECKING:
    from pathlib import Path

    from cap_desktop.gui.platform.system_dialogs import FileDialogs
    from cap_desktop.preferences import Preferences
    from cap_desktop.services.folder.copies import SecondFolder
    from cap_desktop.services.folder.copy_list import CopyDetails, KnownCopy

AT_ONCE = 7
SIDE_WIDTH = 356
TWO_COLUMNS = 1100
ONE_ROW = 860
"""Effective widths from which the cards, and the buttons and the title, stand side by side."""
HINT = mark("«\u00a0Regarder\u00a0» ne change rien. Vous choisissez ensuite ce que vous reprenez.")


class CopiesPage(Page):
    """Shows what is known at once; what is in each copy comes one after the other."""

    def __init__(
        self,
        look: Look,
        desk: CopiesPresenter,
        preferences: Preferences,
        dialogs: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._desk, self._preferences = look, desk, preferences
        self._dialogs = dialogs
        self._known: tuple[KnownCopy, ...] = ()
        self._details: dict[str, CopyDetails] = {}
        self._second: SecondFolder | None = None
        self._are_all_shown = False
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self._lay()
        self._follow_desk()

    def _follow_desk(self) -> None:
        desk = self._desk
        desk.listed.connect(self._show_known)
        desk.looked_at.connect(self._show_details)
        desk.second_seen.connect(self._show_second)
        desk.second_taken.connect(self._choose_second)
        desk.made.connect(lambda: self._say(_("La copie est faite.")))
        desk.received.connect(lambda name: self.wanted.emit(ToCopy(name)))
        desk.checks.changed.connect(self._show_check)
        desk.checks.checked.connect(self._say_check)
        desk.checks.progressed.connect(self.check.show_progress)
        desk.busy.connect(self._show_busy)

    # --- Showing ------------------------------------------------------------------------

    def show_destination(self, _to: Destination) -> None:
        self.refresh()
        self.make.setFocus()

    def refresh(self) -> None:
        """Ask which copies there are by now."""
        self._are_all_shown = False
        self._hint.setText(_(HINT))
        self._details.clear()
        self._show_check()
        self._show_busy(self._desk.doing)
        self._desk.list_copies()

    def follow(self, preferences: Preferences) -> None:
        """Take the second folder that is chosen now."""
        if preferences.second_folder != self._preferences.second_folder:
            self._desk.list_copies()
        self._preferences = preferences

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way, room = QBoxLayout.Direction, self.width() / self.look.scale
        is_wide = room >= TWO_COLUMNS
        stand_beside(self._columns, self._side, self.look.px(SIDE_WIDTH), is_wide=is_wide)
        self._head.setDirection(way.LeftToRight if room >= ONE_ROW else way.TopToBottom)

    def _show_known(self, known: tuple[KnownCopy, ...]) -> None:
        if not self.isVisible():
            return
        self._known = known
        self._details = {
            copy.name: self._details[copy.name] for copy in known if copy.name in self._details
        }
        self._count.setText(
            counted(
                "{number} copie sur cet ordinateur",
                "{number} copies sur cet ordinateur",
                len(known),
            )
        )
        oldest = min((copy.day for copy in known), default=None)
        self._oldest.setText(
            ""
            if oldest is None
            else _(
                "La plus ancienne\u00a0: {month} {year}",
                month=_(MONTHS[oldest.month - 1]),
                year=oldest.year,
            )
        )
        self._draw()
        self._look_at_next()

    def _show_details(self, name: str, details: CopyDetails) -> None:
        self._details[name] = details
        if self.isVisible():
            self._draw()
            self._look_at_next()

    def _look_at_next(self) -> None:
        """Look at the next copy that is shown, while somebody looks."""
        waiting = [copy.name for copy in self._shown if copy.name not in self._details]
        if waiting:
            self._desk.look_at(waiting[0])

    @property
    def _shown(self) -> tuple[KnownCopy, ...]:
        return self._known if self._are_all_shown else self._known[:AT_ONCE]

    def _draw(self) -> None:
        today = self._desk.today
        rows = []
        for copy in self._shown:
            found = self._details.get(copy.name)
            count = "" if found is None or found.count is None else str(found.count)
            said = "…" if found is None else difference_words(found)
            rows.append(
                (when(copy, today), why(copy), size_words(copy.size), count, said, _("Regarder"))
            )
        names = tuple(copy.name for copy in self._shown)
        signs = tuple(ICONS[copy.kind] for copy in self._shown)
        self.table.show_copies(tuple(rows), names, signs)
        left = len(self._known) - len(self._shown)
        self.older.setVisible(left > 0)
        words = counted("Voir la plus ancienne", "Voir les {number} plus anciennes", left)
        self.older.setText(f" {words}")
        self.older.setAccessibleName(words)
        self._name()

    def _name(self) -> None:
        damaged = sum(details.state in ("damaged", "altered") for details in self._details.values())
        last, today = self._desk.checks.last, self._desk.today
        check = None if last is None else last.check
        words = page_title(len(self._known), damaged, self._second, check, today)
        self._trail.title.setText(words)

    def _show_second(self, second: SecondFolder | None) -> None:
        self._second = second
        self.second.show_folder(second, self._desk.today)
        self._name()

    def _show_check(self) -> None:
        checks = self._desk.checks
        last, at = checks.last, ""
        if last is not None:
            at = moment(last.at.date(), time_words(last.at), self._desk.today)
        self.check.show_check(None if last is None else last.check, at)
        self.check.show_busy(is_busy=checks.is_running)
        self._name()

    def _say_check(self) -> None:
        if self.isVisible():
            self.check.say()

    def _show_busy(self, doing: str) -> None:
        if doing == "copy":
            self._work.begin(_("Copie de vos données"))
        else:
            self._work.end()

    def _say(self, words: str) -> None:
        """Say what was done, where the page says what it does."""
        self._hint.setText(words)
        announce(self, words)

    # --- Intents ------------------------------------------------------------------------

    def _check(self) -> None:
        """The same button stops what it began."""
        checks = self._desk.checks
        if checks.is_running:
            checks.stop()
        else:
            checks.check()

    def _see_all(self) -> None:
        self._are_all_shown = True
        first = self._known[AT_ONCE].name if len(self._known) > AT_ONCE else ""
        self._draw()
        self.table.go_to(first)
        self._look_at_next()

    def _open_received(self) -> None:
        files = self._dialogs.ask_files(self, _("Ouvrir une copie reçue"))
        if files:
            self._desk.receive(files[0])

    def _ask_second(self) -> None:
        folder = self._dialogs.ask_folder(self, _("Choisir un deuxième dossier"))
        if folder is not None:
            self._desk.try_second(folder)

    def _choose_second(self, folder: Path) -> None:
        self._keep_second(str(folder))
        self._say(_("La dernière copie est aussi dans ce dossier."))

    def _drop_second(self) -> None:
        self._keep_second("")
        self.second.choose.setFocus()
        self._say(_("Ce dossier ne reçoit plus de copies. Rien n’y est supprimé."))

    def _keep_second(self, folder: str) -> None:
        self.wanted.emit(ChangePreferences(self._preferences._replace(second_folder=folder)))
        self._desk.list_copies()

    # --- Building -----------------------------------------------------------------------

    def _lay(self) -> None:
        px = self.look.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        inside = QWidget()
        page.addWidget(scrolled(inside), 1)
        self._work = WorkBar(self.look)
        self._work.stop.hide()
        page.addWidget(self._work)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(GAP))
        column.setSpacing(px(16))
        column.addLayout(self._make_head())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(16))
        self._columns.addWidget(self._list(), 1)
        self._side = QWidget()
        aside = QVBoxLayout(self._side)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(px(16))
        self.second = SecondCard(self.look)
        self.second.choose.clicked.connect(self._ask_second)
        self.second.drop.clicked.connect(self._drop_second)
        self.check = CheckCard(self.look)
        self.check.ask.clicked.connect(self._check)
        self.check.mend.clicked.connect(
            lambda: self._desk.open_anew(lambda: self.wanted.emit(ToDamage()))
        )
        aside.addWidget(self.second)
        aside.addWidget(self.check)
        aside.addWidget(self._where())
        aside.addStretch(1)
        self._columns.addWidget(self._side)
        column.addLayout(self._columns, 1)

    def _where(self) -> QFrame:
        """Where the data are moved from is the page that says what is kept where."""
        px = self.look.px
        frame = QFrame()
        frame.setProperty("box", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(18), px(8), px(18), px(8))
        row.setSpacing(px(10))
        row.addWidget(IconLabel(self.look, "hard-drive"))
        row.addWidget(label(self.look, _("Où sont vos données"), BODY), 1)
        self.to_data = button(self.look, _("Déplacer"), "quiet")
        self.to_data.setAccessibleName(_("Déplacer mes données"))
        self.to_data.clicked.connect(lambda: self.wanted.emit(ToYourData()))
        row.addWidget(self.to_data)
        return frame

    def _make_head(self) -> QBoxLayout:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(self.look.px(12))
        self._trail = TrailHead(self.look, ((_("Réglages"), ToPreferences()),), self.wanted.emit)
        self._trail.here.setText(_("Copies et récupération"))
        self._head.addWidget(self._trail, 1)
        self.receive = button(self.look, _("Ouvrir une copie reçue"), icon="folder-open")
        self.receive.clicked.connect(self._open_received)
        self.make = button(self.look, _("Faire une copie maintenant"), "main", "download")
        self.make.clicked.connect(self._desk.copy_now)
        self._head.addWidget(self.receive)
        self._head.addWidget(self.make)
        return self._head

    def _list(self) -> QFrame:
        look, px = self.look, self.look.px
        frame, column = card(look)
        column.setContentsMargins(px(6), px(12), px(6), px(10))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setContentsMargins(px(12), 0, px(12), 0)
        self._count = label(look, "", CARD, SEMIBOLD)
        self._oldest = label(look, "", SMALL, tone="secondary")
        self._oldest.setWordWrap(False)
        head.addWidget(self._count, 1)
        head.addWidget(self._oldest)
        column.addLayout(head)
        self.table = CopyTable(look)
        self.table.chosen.connect(lambda name: self.wanted.emit(ToCopy(name)))
        column.addWidget(self.table)
        self.older = button(look, _("Voir les plus anciennes"), "quiet", "chevron-down")
        self.older.clicked.connect(self._see_all)
        row = QHBoxLayout()
        row.addWidget(self.older)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(4), px(12), 0)
        foot.setSpacing(px(10))
        foot.addWidget(IconLabel(look, "info"))
        self._hint = label(look, _(HINT), BODY, tone="secondary")
        foot.addWidget(self._hint, 1)
        column.addLayout(foot)
        return frame
