"""The improvement plan: its actions in a table, one action beside, ideas, « Et si… »."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cap_desktop.domain.plan.ideas import Idea
from cap_desktop.domain.plan.plan import TOO_MANY, Action
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.tab_order import follow_reading
from cap_desktop.gui.kit.zones import Zone
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.plan.plan_editor import EditorLeftOff, PlanEditor
from cap_desktop.gui.plan.plan_layout import PlanLayout
from cap_desktop.gui.plan.plan_presenter import PlanPresenter
from cap_desktop.gui.plan.plan_rows import Badges, plan_rows
from cap_desktop.gui.plan.plan_words import summary
from cap_desktop.gui.plan.supposed import Supposed
from cap_desktop.gui.presentation.exports import PLANS, REPORTS, words_of
from cap_desktop.gui.session.destinations import Destination, ToPlan, ToQuestion
from cap_desktop.gui.session.presenters import Presenters
from cap_desktop.gui.session.tasks import WriteExport
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_plan import OpenPlan


class PlanLeftOff(NamedTuple):
    """The choices above the table, the ticks of « Et si… » where it is on, the open action."""

    chosen: tuple[str, ...]
    ticked: frozenset[str] | None
    editor: EditorLeftOff


class PlanPage(Page):
    """Shows the plan as it is kept; every change is an intent for the desk."""

    @classmethod
    def of(cls, look: Look, presenters: Presenters) -> PlanPage:
        """The page on the one presenter of plans of a session."""
        return cls(look, presenters.of(PlanPresenter))

    def __init__(self, look: Look, desk: PlanPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.desk = look, desk
        made = self.body = PlanLayout(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)
        self.table, self.filters, self.projection = made.table, made.filters, made.projection
        self.ideas, self.empty, self.carry = made.ideas, made.empty, made.carry
        self.what_if, self.export, self.new = made.what_if, made.export, made.new
        self._editor: PlanEditor | None = None
        self._opened: OpenPlan | None = None
        self._wanted, self._is_new = "", False
        self._sought = ""
        """The action to be on once it is there."""
        self._begun: Action | None = None
        """The action that was begun last, as it was then."""
        self._waits_for_focus = False
        self.supposed = Supposed(desk, self.table, self.projection)
        for export in (*REPORTS, *PLANS):
            self.offer_export(export.kind, words_of(export))
        self._connect()
        self._bind_keys()

    def _connect(self) -> None:
        desk, table = self.desk, self.table
        desk.plan_changed.connect(self._show)
        desk.session.leaving.connect(self._leave_year)
        self.new.clicked.connect(self.write_action)
        self.what_if.toggled.connect(self._suppose)
        self.empty.written.connect(self.write_action)
        self.empty.carry_wanted.connect(self._choose_former)
        self.body.choose_former.clicked.connect(self._choose_former)
        self.carry.carried.connect(self._carry)
        self.carry.left.connect(self._leave_former)
        for ideas in (self.ideas, self.empty):
            ideas.added.connect(self._add_idea)
            ideas.hidden_away.connect(desk.hide_idea)
        self.ideas.shown_again.connect(desk.show_ideas_again)
        self.filters.changed.connect(self._show_rows)
        self.filters.moved.connect(lambda step: self._shift(table.current, step))
        self.body.show_all.clicked.connect(self.filters.show_all)
        table.chosen.connect(self.edit)
        table.visited.connect(self._visit)
        table.shifted.connect(self._shift)
        table.dropped.connect(desk.move)
        table.removal_wanted.connect(lambda names: self.remove(*names))
        table.several_chosen.connect(self.body.several.show_number)
        several = self.body.several
        several.changed.connect(
            lambda label, fields: desk.change_all(table.selected, label, **fields)
        )
        several.removal_wanted.connect(lambda: self.remove(*table.selected))
        table.order_wanted.connect(self.filters.choose_order)
        self.body.export_wanted.connect(lambda kind: self.wanted.emit(WriteExport(kind)))

    def _bind_keys(self) -> None:
        bind_keys(self, {"Ctrl+N": self.write_action}, in_texts=True)

    @property
    def editor(self) -> PlanEditor:
        """One action; made when the first one is opened."""
        if self._editor is None:
            made = self._editor = PlanEditor(self.look, self.desk)
            made.left.connect(self.close_editor)
            made.removal_wanted.connect(self.remove)
            made.copy_wanted.connect(self._duplicate)
            made.question_wanted.connect(lambda name: self.wanted.emit(ToQuestion(name)))
            self.body.add_editor(made)
        return self._editor

    @property
    def edited(self) -> str:
        """The action that is open, empty without one."""
        return "" if self._editor is None else self._editor.action

    def offer_export(self, kind: str, words: str) -> None:
        """Add a kind to what « Exporter » offers; `export_wanted` then names it."""
        self.body.offer_export(kind, words)

    # --- Showing ----------------------------------------------------------------------

    def show_destination(self, to: Destination) -> None:
        self.refresh()
        if isinstance(to, ToPlan) and self.desk.intended(to.action) is not None:
            self._seek(to.action)
        elif not self.edited:
            self.focus_main()

    def is_at(self, to: Destination) -> bool:
        if not isinstance(to, ToPlan):
            return False
        is_there = self.desk.intended(to.action) is not None
        return not is_there or to.action == self.edited

    def _seek(self, name: str) -> None:
        """Be on an action: the one beside the table where one is open, or its row."""
        self._sought = name
        if self._opened is not None and name in [item.id for item in self._opened.actions]:
            self._sought = ""
            if self.edited:
                self.edit(name)
                return
            if name not in [row.action for row in self.table.rows.rows]:
                self.filters.show_all()
            self.table.show_current(name)
            self.table.setFocus()

    def refresh(self) -> None:
        """Read the plan where something changed since it was read."""
        self.desk.refresh()
        if self._opened is not self.desk.current and self.desk.current is not None:
            self._show(self.desk.current)

    def left_off(self) -> PlanLeftOff:
        """What is looked at, supposed and typed."""
        return PlanLeftOff(self.filters.chosen, self.supposed.ticked, self.editor.left_off())

    def go_on(self, left_off: PlanLeftOff) -> None:
        self.editor.take(left_off.editor)
        self.refresh()
        if self._opened is None:
            return
        self.filters.choose(left_off.chosen)
        if left_off.ticked is not None:
            self.what_if.setChecked(True)
            self.supposed.tick(left_off.ticked)
        self.edit(left_off.editor.action)

    def flush(self) -> None:
        """Announce what is typed."""
        if self.edited:
            self.editor.flush()

    def leave(self) -> None:
        """Announce what is typed, add what may be, and drop what was begun and not written."""
        if self._editor is not None:
            self._editor.add_entries()
            if self._begun is not None and self._begun.id == self.edited:
                self.close_editor()

    def unsaved_words(self) -> str:
        """What is typed here and is neither saved nor about to be, as a part of a sentence."""
        return "" if self._editor is None else self._editor.unsaved_words()

    def _leave_year(self) -> None:
        """Close the action and show nothing: another year is opened."""
        if self._editor is not None:
            self._editor.leave_year()
        self._opened, self._wanted = None, ""
        self.body.show_unread()
        self.body.arrange()

    def focus_main(self) -> None:
        """Put the keyboard on the one thing to do, at the top of the page."""
        self._waits_for_focus = self._opened is None
        if self._opened is not None:
            (self.new if self._opened.actions else self.empty.write).setFocus()

    def zones(self) -> tuple[Zone, ...]:
        """The top with its ideas, the actions, the one that is open."""
        main = self.new if self.new.isVisible() else self.empty.write
        zones = ((self.body.area, main), (self.table, self.table))
        if not self.edited:
            return zones
        return (*zones, (self.editor, self.editor.texts["title"].edit))

    def _show(self, opened: OpenPlan) -> None:
        was_empty = self._opened is not None and not self._opened.actions
        self._opened = opened
        self._badges = Badges(opened)
        self.body.title.setText(_("Plan d’amélioration {year}", year=opened.assessment.year))
        self.body.count.setText(summary(opened))
        self._show_parts(opened)
        self.filters.show_plan(opened)
        self._show_rows()
        self.supposed.take(opened, self._badges)
        self._show_edited(opened)
        is_other = was_empty == bool(opened.actions)
        if self._waits_for_focus or (is_other and self.isVisible() and not self.edited):
            self.focus_main()
        follow_reading(self)

    def _show_parts(self, opened: OpenPlan) -> None:
        """What is there only at times: the first steps, ideas, the former plan, a warning."""
        is_empty = not opened.actions
        is_carrying = self.carry.isVisibleTo(self) and bool(opened.candidates)
        self.carry.setVisible(is_carrying)
        if is_carrying:
            self.carry.show_candidates(opened)
        self.empty.setVisible(is_empty and not is_carrying)
        self.body.filled.setVisible(not is_empty)
        for made in (self.what_if, self.export, self.new):
            made.setVisible(not is_empty)
        former = opened.former.year if opened.former is not None and opened.candidates else None
        if is_empty:
            self.empty.show_ideas(opened.ideas, self._badges, former)
        self.ideas.show_ideas(opened.ideas, len(opened.hidden), self._badges)
        has_ideas = bool(opened.ideas or opened.hidden)
        self.ideas.setVisible(has_ideas and not self.what_if.isChecked())
        self.body.former_words.setVisible(former is not None and not is_carrying)
        self.body.choose_former.setVisible(former is not None and not is_carrying)
        if former is not None:
            self.body.former_words.setText(
                counted(
                    "{number} action de {year} est encore ouverte.",
                    "{number} actions de {year} sont encore ouvertes.",
                    len(opened.candidates),
                    year=former,
                )
            )
        self.body.warning.setVisible(opened.too_many)
        self.body.warning.setText(
            _(
                "Plus de {most} actions ouvertes, c’est beaucoup à suivre. "
                "Gardez celles qui comptent le plus.",
                most=TOO_MANY,
            )
        )

    def _show_rows(self) -> None:
        if self._opened is None:
            return
        filters = self.filters
        rows = plan_rows(self._opened, filters.order, filters.filter, self._badges)
        self.table.show_rows(rows, filters.order, is_whole=filters.is_whole)
        self.body.table_card.setVisible(bool(rows))
        self.body.nothing.setVisible(not rows)
        if self.edited:
            self.table.show_current(self.edited)
        filters.allow_moving(can_move=filters.is_whole and len(rows) > 1)

    def _show_edited(self, opened: OpenPlan) -> None:
        """Show the action that waits to be opened, or the one that is open, as it is kept."""
        names = [action.id for action in opened.actions]
        if self._wanted in names:
            wanted, self._wanted = self._wanted, ""
            self.edit(wanted)
            self.editor.begin(is_new=self._is_new)
        elif self._sought in names:
            self._seek(self._sought)
        elif self.edited in names:
            self.editor.show_action(self.edited, opened)
        elif self.edited:
            self.close_editor()

    # --- Actions ----------------------------------------------------------------------

    def edit(self, name: str) -> None:
        """Open an action: beside the table, or in its place."""
        if self._opened is None or name not in [item.id for item in self._opened.actions]:
            return
        self.editor.show_action(name, self._opened)
        self.table.show_current(name)
        self.body.arrange()
        follow_reading(self.editor)
        self.editor.begin(is_new=False)

    def close_editor(self) -> None:
        """Back to the table, on the same action."""
        name = self.edited
        self.editor.close_action()
        self.body.arrange()
        if self._drop_untouched(name):
            self.body.area.verticalScrollBar().setValue(0)
            self.focus_main()
            return
        self.table.show_current(name)
        (self.table if self.table.isVisible() else self.empty.write).setFocus()

    def write_action(self) -> None:
        """Begin an action; it opens once it is kept."""
        self.filters.show_all()
        self._wanted, self._is_new = self.desk.write_action(), True
        self._begun = self.desk.intended(self._wanted)

    def _drop_untouched(self, name: str) -> bool:
        """Leave no trace of an action that was begun and left as it was."""
        begun, is_untouched = self._begun, False
        if begun is not None and begun.id == name:
            self._begun = None
            is_untouched = self.desk.drop_untouched(name, begun)
        return is_untouched

    def remove(self, *names: str) -> None:
        """Take actions off the plan; the strip brings them back."""
        if self.edited in names:
            self.close_editor()
        present = [name for name in names if self.desk.intended(name) is not None]
        if present:
            self.desk.remove(*present)

    def _duplicate(self, name: str) -> None:
        """Open an action like another one."""
        self.flush()
        self._wanted, self._is_new = self.desk.duplicate(name), True

    def _add_idea(self, idea: Idea) -> None:
        self._wanted, self._is_new = self.desk.add_idea(idea), False

    def _visit(self, name: str) -> None:
        """Follow the keyboard through the table, where the action has room beside it."""
        if self.edited and self.body.is_wide and self._opened is not None and name:
            self.editor.show_action(name, self._opened)

    def _suppose(self, is_on: bool) -> None:
        self.supposed.suppose(is_on=is_on)
        # What would change stands at the top of the page.
        self.body.area.verticalScrollBar().setValue(0)
        if self._opened is not None:
            self._show_parts(self._opened)

    def _shift(self, name: str, step: int) -> None:
        if self.filters.is_whole:
            self.desk.shift(name, step)
            place, among = self.desk.place_of(name)
            said = (
                _("Montée, {place} sur {among}", place=place, among=among)
                if step < 0
                else _("Descendue, {place} sur {among}", place=place, among=among)
            )
            announce(self.table, said)

    # --- The former plan --------------------------------------------------------------

    def _choose_former(self) -> None:
        if self._opened is not None:
            self.carry.show()
            self._show_parts(self._opened)
            self.body.area.ensureWidgetVisible(self.carry)
            self.carry.take.setFocus()

    def _leave_former(self) -> None:
        self.carry.hide()
        if self._opened is not None:
            self._show_parts(self._opened)
        self.focus_main()

    def _carry(self, names: tuple[str, ...]) -> None:
        self.carry.hide()
        self.desk.carry(names)

    # --- Keys -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self.carry.isVisibleTo(self):
            self._leave_former()
        elif is_escape and self.edited:
            self.close_editor()
        else:
            super().keyPressEvent(event)
