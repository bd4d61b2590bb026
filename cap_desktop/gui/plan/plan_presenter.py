"""The open plan: takes intents, has them kept in their turn, says what the plan became.

An order of actions is what the last intent made of it, at once: the next one counts from it.
Each step puts the order right first, then adds its change to the queue; undone or done again,
it does both anew. Once nothing waits, the order is again the one that is kept (`saved`, or a
plan that is shown); where the disk refused, `plan_changed` says the kept plan again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cap_desktop.domain.plan.ideas import Idea, action_from
from cap_desktop.domain.plan.plan import Action, PastAction, changed, duplicated
from cap_desktop.errors import ActionRejected, CapError
from cap_desktop.gui.session.destinations import ToPlan
from cap_desktop.gui.session.foreseen import ForeseenKey
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.undo_steps import Told
from cap_desktop.i18n import _, counted
from cap_desktop.words.alerts import unticked
from cap_desktop.words.quoting import quoted

if TYPE_CHECKING:
    from cap_desktop.domain.plan.gains import ObservedGain
    from cap_desktop.services.local.open_plan import OpenPlan
    from cap_desktop.services.local.plans import Plans


def action_key(action: str) -> ForeseenKey[Action]:
    """An action of the plan."""
    return ForeseenKey("action", action)


@dataclass(frozen=True, slots=True)
class ActionHistory:
    """Every change of one action, oldest first."""

    action: str
    changes: tuple[PastAction, ...]


class PlanPresenter(QObject):
    """Holds the plan as it was last kept; its changes wait in the queue of the session."""

    plan_changed = Signal(object)
    projected = Signal(object)
    gain_expected = Signal(object)
    gains_observed = Signal()
    history_read = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.current: OpenPlan | None = None
        self.observed: tuple[ObservedGain, ...] = ()
        self._read_with: object = None
        self._added: set[str] = set()
        self._added_last = ("", -1)
        self._order: list[str] = []
        """The actions in their order, as they will be once what waits is saved."""
        self._places: dict[str, int] = {}
        """Where in that order a removed action stood."""
        session.opened.connect(self._forget)
        session.saved.connect(self._settle_order)
        session.not_saved.connect(self._show_again)
        session.day_changed.connect(self._follow_day)

    # --- Reading ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the plan again where the answers changed since; `plan_changed` brings it."""
        year = self.session.current
        if year is None or self._read_with is year.results:
            return
        self._read_with = year.results
        self.session.ask(
            lambda services, name: services.plans.plan(name), self._show, self._say_not_read
        )
        self.session.ask(
            lambda services, name: services.plans.observed_gains(name),
            self._show_observed,
            self._say_not_read,
        )

    def intended(self, action: str) -> Action | None:
        """The action as it will be once what waits is saved; None where it is not there."""
        if action in self._places and action not in self._order:
            return None
        foreseen = self.session.foreseen(action_key(action))
        if foreseen is not None or self.current is None:
            return foreseen
        # What was taken off and is on its way back is among those that were removed.
        back = self.current.removed if action in self._order else ()
        known = (*self.current.actions, *back)
        return next((item for item in known if item.id == action), None)

    def project(self, chosen: Collection[str]) -> None:
        """Compute the scores where some actions succeed; `projected` brings them."""
        ticked = frozenset(chosen)
        self.session.ask(
            lambda services, name: services.plans.projection(name, ticked), self.projected.emit
        )

    def expect_gain(self, question: str, rank: int) -> None:
        """Compute what a practice at a level changes; `gain_expected` brings it."""
        self.session.ask(
            lambda services, name: services.plans.expected_gain(name, question, rank),
            self.gain_expected.emit,
        )

    def read_history(self, action: str) -> None:
        """Read every change of an action; `history_read` brings them."""
        self.session.ask(
            lambda services, name: ActionHistory(action, services.plans.history(name, action)),
            self.history_read.emit,
        )

    # --- Actions ----------------------------------------------------------------------

    def write_action(self) -> str:
        """Begin an action that has no idea behind it; return its id."""
        return self._add(Action(title=_("Nouvelle action"), priority=2, state="todo"))

    def add_idea(self, idea: Idea) -> str:
        """Make an action of an idea; return its id."""
        year = self.session.current
        assert year is not None
        results = year.results
        return self._add(action_from(idea, results, year.kept, unticked(idea, results)))

    def duplicate(self, name: str) -> str:
        """Add an action like another one, still to be launched; return its id."""
        action = self.intended(name)
        if action is None:
            return ""
        title = _("{title} (copie)", title=action.title)
        return self._add(duplicated(action, title), after=name)

    def change(self, name: str, label: str, **fields: object) -> None:
        """Change some fields of an action, so that it can be undone; the label names them."""
        self.change_all((name,), label, **fields)

    def change_all(self, names: Collection[str], label: str, **fields: object) -> None:
        """Change some fields of several actions at once, so that it can be undone at once."""
        try:
            changes = [change for name in names for change in self._changes(name, fields)]
        except ActionRejected as error:
            self.session.not_saved.emit(error)
            return
        if not changes:
            return
        first = changes[0][1].title
        label = (
            _("{field} de {action}", field=label, action=quoted(first))
            if len(changes) == 1
            else _("{field} de {number} actions", field=label, number=len(changes))
        )

        def put() -> None:
            for name, before, after in changes:
                self._put(name, before, after)

        def put_back() -> None:
            for name, before, after in changes:
                self._put(name, after, before)

        where = ToPlan(changes[0][0] if len(changes) == 1 else "")
        self.session.do(label, put, put_back, told=Told(where))

    def _changes(
        self, name: str, fields: dict[str, object]
    ) -> Iterator[tuple[str, Action, Action]]:
        """The action as it will be before and after, where the fields change it."""
        before = self.intended(name)
        if before is not None:
            after = changed(before, **fields)
            if after != before:
                yield name, before, after

    def move(self, name: str, place: int) -> None:
        """Put an action at another place, so that it can be undone."""
        if name not in self._order:
            return
        former = self._order.index(name)
        place = max(0, min(place, len(self._order) - 1))
        if place != former:
            self.session.do(
                _("place de {action}", action=self._quoted(name)),
                lambda: self._move(name, place),
                lambda: self._move(name, former),
                told=Told(ToPlan(name)),
            )

    def shift(self, name: str, step: int) -> None:
        """Move an action by a step, from where it will be once what waits is saved."""
        if name in self._order:
            self.move(name, self._order.index(name) + step)

    def place_of(self, name: str) -> tuple[int, int]:
        """The place of an action among all, from 1, as it will be; 0 where it is not there."""
        place = self._order.index(name) + 1 if name in self._order else 0
        return place, len(self._order)

    def remove(self, *names: str) -> None:
        """Take actions off the plan, so that they come back at once."""
        if len(names) == 1:
            title = self._quoted(names[0])
            done = _("Action {title} supprimée.", title=title)
            undone = _("Action {title} rétablie.", title=title)
            label = _("suppression de {title}", title=title)
        else:
            done = _("{number} actions supprimées.", number=len(names))
            undone = _("{number} actions rétablies.", number=len(names))
            label = _("suppression de {number} actions", number=len(names))

        def take_off() -> None:
            for name in names:
                self._remove(name)

        def put_back() -> None:
            # Each goes back where it stood when it was taken off, the last one first.
            for name in reversed(names):
                self._restore(name)

        told = Told(ToPlan(names[0]), done, undone, is_offered=True)
        self.session.do(label, take_off, put_back, told=told)

    def drop_untouched(self, name: str, begun: Action) -> bool:
        """Take off an action that was begun and is still as it was; False where it is not."""
        now = self.intended(name)
        # Once it is kept, it has the day on which it was.
        if now is None or changed(now, created_at=begun.created_at) != begun:
            return False
        if self._added_last == (name, self.session.undo_stack.index()):
            self.session.undo_stack.withdraw()
        else:
            self.remove(name)
        return True

    def _quoted(self, name: str) -> str:
        action = self.intended(name)
        return "" if action is None else quoted(action.title)

    def carry(self, chosen: Collection[str]) -> None:
        """Let open actions of the former plan go on, so that it can be undone."""
        names = tuple(chosen)

        def take() -> None:
            for name in names:
                self._place(name)
            self._keep(lambda plans, year, by: plans.carry(year, names, by))

        def give_back() -> None:
            for name in names:
                self._remove(name)

        label = counted("reprise de {number} action", "reprise de {number} actions", len(names))
        self.session.do(label, take, give_back, told=Told(ToPlan()))

    def hide_idea(self, idea: str) -> None:
        """Put an idea aside, so that it can be undone."""
        ideas = () if self.current is None else self.current.ideas
        title = next((quoted(item.suggestion.title) for item in ideas if item.id == idea), "")
        told = Told(
            ToPlan(),
            _("Idée {title} masquée.", title=title),
            _("Idée {title} montrée de nouveau.", title=title),
            is_offered=True,
        )
        label = _("masquage de l’idée {title}", title=title)
        self.session.do(label, lambda: self._hide(idea), lambda: self._show_idea(idea), told=told)

    def show_ideas_again(self) -> None:
        """Propose again every idea that was put aside."""
        if self.current is not None:
            for idea in self.current.hidden:
                self._show_idea(idea.id)

    # --- Keeping ----------------------------------------------------------------------

    def _add(self, action: Action, after: str = "") -> str:
        new = changed(action, id=str(uuid.uuid4()))
        title = quoted(new.title)
        told = Told(
            ToPlan(new.id),
            _("Action {title} ajoutée.", title=title),
            _("Action {title} retirée.", title=title),
        )
        label = _("ajout de {title}", title=title)
        self.session.do(
            label, lambda: self._begin(new, after), lambda: self._remove(new.id), told=told
        )
        self._added_last = (new.id, self.session.undo_stack.index())
        return new.id

    def _begin(self, action: Action, after: str) -> None:
        """Keep a new action; done again after it was undone, it is restored."""
        if action.id in self._added:
            self._restore(action.id)
            return
        self._added.add(action.id)
        self._place(action.id)
        self._keep(lambda plans, year, by: plans.add(year, action, by), action)
        if after in self._order:
            self._move(action.id, self._order.index(after) + 1)

    def _put(self, name: str, before: Action, after: Action) -> None:
        self._keep(
            lambda plans, year, by: plans.change(year, name, after, by, before=before), after
        )

    def _move(self, name: str, place: int) -> None:
        self._place(name, place)
        self._keep(lambda plans, year, _by: plans.move(year, name, place))

    def _remove(self, name: str) -> None:
        if name in self._order:
            self._places[name] = self._order.index(name)
            self._order.remove(name)
        self._keep(lambda plans, year, by: plans.remove(year, name, by))

    def _restore(self, name: str) -> None:
        self._place(name, self._places.get(name))
        self._keep(lambda plans, year, by: plans.restore(year, name, by))

    def _hide(self, idea: str) -> None:
        self._keep(lambda plans, year, _by: plans.hide_idea(year, idea))

    def _show_idea(self, idea: str) -> None:
        self._keep(lambda plans, year, _by: plans.show_idea(year, idea))

    def _keep(
        self, edit: Callable[[Plans, str, str], OpenPlan], action: Action | None = None
    ) -> None:
        by = self.session.by
        self.session.keep(
            lambda services, year: edit(services.plans, year, by),
            self._show,
            None if action is None else action_key(action.id).will_be(action),
        )

    def _place(self, name: str, place: int | None = None) -> None:
        """Put an action in its place at once, the last by default: it may not be shown yet."""
        if name in self._order:
            self._order.remove(name)
        self._order.insert(len(self._order) if place is None else place, name)

    # --- Showing ----------------------------------------------------------------------

    def _show(self, opened: OpenPlan) -> None:
        year = self.session.current
        if year is None or year.assessment.id != opened.assessment.id:
            return
        if self.current is None:
            # What was added before the plan was read comes after what it holds.
            kept = [action.id for action in opened.actions]
            self._order = kept + [name for name in self._order if name not in kept]
        # It may have been read just before midnight.
        self.current = opened = opened.as_of(self.session.today)
        self._settle_order()
        self.session.show_plan(opened.standing)
        self.plan_changed.emit(opened)

    def _follow_day(self) -> None:
        """Say anew what is late."""
        if self.current is not None:
            self.current = self.current.as_of(self.session.today)
            self.plan_changed.emit(self.current)

    def _settle_order(self) -> None:
        """Go by the order that is kept, once nothing waits that may change it."""
        if self.current is not None and not self.session.is_waiting:
            self._order = [action.id for action in self.current.actions]

    def _show_again(self, _error: CapError) -> None:
        """Go back to what is kept; what was typed stays in its field."""
        self._settle_order()
        if self.current is not None:
            self.plan_changed.emit(self.current)

    def _say_not_read(self, error: CapError) -> None:
        """Tell that the plan could not be read; it is tried again at the next look."""
        self._read_with = None
        self.session.not_saved.emit(error)

    def _show_observed(self, found: tuple[ObservedGain, ...]) -> None:
        self.observed = found
        self.gains_observed.emit()

    def _forget(self) -> None:
        self.current, self._read_with, self.observed = None, None, ()
        self._added.clear()
        self._order.clear()
        self._places.clear()
