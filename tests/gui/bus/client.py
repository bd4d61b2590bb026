"""Reads the window as a screen reader does, over the bus of accessibility.

Run by the system's own Python, which has pyatspi: to each line of its input it answers with one
line of JSON. « read » asks what is in sight, « hear announcements » for what readers of today
are sent, « heard » for what came of it and of the notifications, « forget » that nothing of
before be told; « ask again » tells what
of all that was read last is found no more, as by a slow reader.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found] # of the system's Python
from gi.repository import GLib  # type: ignore[import-not-found] # of the system's Python

TURNS = 300
HEARD: list[tuple[str, str]] = []
READ: list[tuple[Any, str]] = []


def main() -> None:
    # What the Orca of Debian 12 asks for.
    pyatspi.Registry.registerEventListener(_hear_notification, "object:state-changed:showing")
    for line in sys.stdin:
        if line.startswith("read"):
            window = _window()
            window.clear_cache()
            READ.clear()
            _answer(list(_seen(window)))
        elif line.startswith("ask again"):
            _answer([said for item, said in READ if not _is_found(item)])
        elif line.startswith("hear announcements"):
            pyatspi.Registry.registerEventListener(_hear_announcement, "object:announcement")
            _answer([])
        elif line.startswith("forget"):
            _pump()
            HEARD.clear()
            _answer([])
        else:
            _listen()
            _answer(HEARD)
            HEARD.clear()


def _answer(found: object) -> None:
    print(json.dumps(found), flush=True)


def _hear_notification(event: Any) -> None:
    if event.detail1 and event.source.getRoleName() == "notification":
        HEARD.append(("notification", event.source.name))


def _hear_announcement(event: Any) -> None:
    HEARD.append(("announcement", event.any_data))


def _pump() -> None:
    """Hear what has come."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    pyatspi.Registry.pumpQueuedEvents()


def _listen() -> None:
    """Until something comes, and what comes with it."""
    for _turn in range(TURNS):
        had = len(HEARD)
        _pump()
        if had and had == len(HEARD):
            return
        time.sleep(0.1)


def _window() -> Any:
    """The one program on the bus, once it has come to it."""
    for _turn in range(TURNS):
        for program in pyatspi.Registry.getDesktop(0):
            if program and program.childCount:
                return program
        time.sleep(0.1)
    raise LookupError


def _seen(found: Any) -> Iterator[dict[str, Any]]:
    for child in found:
        if child is None:
            continue
        states = {pyatspi.stateToString(state) for state in child.getState().getStates()}
        if "showing" not in states:
            continue
        role, name = child.getRoleName(), child.name
        READ.append((child, f"{role} {name}"))
        told = {"role": role, "name": name, "states": sorted(states)}
        if "focusable" in states:
            told["description"] = child.description
            told["labels"] = list(_labels(child))
        if role == "heading":
            has_text = "Text" in child.get_interfaces()
            told["text"] = child.queryText().getText(0, -1) if has_text else None
            told["attributes"] = child.getAttributes()
        if role == "combo box":
            told["chosen"] = _chosen(child)
        yield told
        # The cells of a table are read one by one, and never have the focus of Tab.
        if role not in ("table", "list"):
            yield from _seen(child)


def _is_found(item: Any) -> bool:
    item.clear_cache()
    try:
        item.getRoleName()
    except GLib.Error:
        return False
    return True


def _labels(child: Any) -> Iterator[str]:
    """The names of what labels it: Orca says them in the place of its own."""
    for relation in child.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            for rank in range(relation.getNTargets()):
                yield relation.getTarget(rank).name


def _chosen(box: Any) -> list[str]:
    """What is chosen in a closed list, found as Orca finds it."""
    inside = [shown.querySelection() for shown in box if "Selection" in shown.get_interfaces()]
    return [
        selection.getSelectedChild(rank).name
        for selection in inside
        for rank in range(selection.nSelectedChildren)
    ]


if __name__ == "__main__":
    main()
