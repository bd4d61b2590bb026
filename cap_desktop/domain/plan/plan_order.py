"""The actions of a plan in another order, or only some of them; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from cap_desktop.domain.plan.plan import Action, ActionState
from cap_desktop.domain.text import folded, french_order

ActionOrder = Literal["given", "priority", "due", "owner", "theme", "title", "state"]

FAR = date.max
"""Where an action without a due date stands: after those that have one."""

STATES: tuple[ActionState, ...] = ("todo", "doing", "done", "dropped")
BETWEEN_OWNERS = re.compile(r"[,;\n]")


def in_order(
    actions: Iterable[Action],
    order: ActionOrder,
    themes: Sequence[str] = (),
    late: Collection[str] = (),
    *,
    is_descending: bool = False,
) -> tuple[Action, ...]:
    """Sort actions; those that are equal keep the order the structure gave them.

    Those that lack what is sorted by come last both ways. ``themes`` are the ids of the themes
    in document order, ``late`` the actions that are late, which come before all others.
    """
    ranks = {name: rank for rank, name in enumerate(themes)}
    keys: dict[ActionOrder, Callable[[Action], Any]] = {
        "given": lambda _: 0,
        "priority": lambda action: (action.priority, action.due or FAR),
        "due": lambda action: action.due,
        "owner": lambda action: folded(action.owner) or None,
        "theme": lambda action: min(
            (ranks[name] for name in action.themes if name in ranks), default=None
        ),
        "title": lambda action: folded(action.title),
        "state": lambda action: (
            action.id not in late,
            STATES.index(action.state),
            action.progress,
        ),
    }
    key, found = keys[order], list(actions)
    known = [action for action in found if key(action) is not None]
    lacking = [action for action in found if key(action) is None]
    return (*sorted(known, key=key, reverse=is_descending), *lacking)


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions to show; what is empty keeps all of them."""

    states: frozenset[ActionState] = frozenset()
    theme: str = ""
    owner: str = ""
    late_only: bool = False

    def keeps(self, action: Action, today: date) -> bool:
        """True for an action that passes every choice."""
        return (
            (not self.states or action.state in self.states)
            and (not self.theme or self.theme in action.themes)
            and (not self.owner or folded(self.owner) in map(folded, owners_of(action)))
            and (not self.late_only or action.is_late(today))
        )


def owners(actions: Iterable[Action]) -> tuple[str, ...]:
    """The owners of a plan, each once however it is written, in alphabetical order."""
    names: dict[str, str] = {}
    for action in actions:
        for owner in owners_of(action):
            names.setdefault(folded(owner), owner)
    return tuple(sorted(names.values(), key=french_order))


def owners_of(action: Action) -> tuple[str, ...]:
    """Those who carry an action: several are written one after the other, with commas."""
    return tuple(name.strip() for name in BETWEEN_OWNERS.split(action.owner) if name.strip())
