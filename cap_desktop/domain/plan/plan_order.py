"""The actions of a plan in another order, or only some of them; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from cap_desktop.domain.plan.plan import Action, ActionState
from cap_desktop.domain.text import folded, french_order

ActionOrder = Literal["given", "priority", "due", "owner", "theme"]

FAR = date.max
"""Where an action without a due date stands: after those that have one."""


def in_order(
    actions: Iterable[Action], order: ActionOrder, themes: Sequence[str] = ()
) -> tuple[Action, ...]:
    """Sort actions; those that are equal keep the order the structure gave them.

    ``themes`` are the ids of the themes in document order.
    """
    ranks = {name: rank for rank, name in enumerate(themes)}
    keys: dict[ActionOrder, Callable[[Action], Any]] = {
        "given": lambda _: 0,
        "priority": lambda action: (action.priority, action.due or FAR),
        "due": lambda action: action.due or FAR,
        "owner": lambda action: (not action.owner.strip(), folded(action.owner)),
        "theme": lambda action: min(
            (ranks.get(name, len(ranks)) for name in action.themes), default=len(ranks)
        ),
    }
    return tuple(sorted(actions, key=keys[order]))


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
            and (not self.owner or folded(self.owner) == folded(action.owner))
            and (not self.late_only or action.is_late(today))
        )


def owners(actions: Iterable[Action]) -> tuple[str, ...]:
    """The owners of a plan, each once however it is written, in alphabetical order."""
    names: dict[str, str] = {}
    for action in actions:
        if action.owner.strip():
            names.setdefault(folded(action.owner), action.owner.strip())
    return tuple(sorted(names.values(), key=french_order))
