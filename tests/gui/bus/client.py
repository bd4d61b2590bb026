"""Reads the window as a screen reader does, over the bus of accessibility.

Run by the system's own Python, which has pyatspi: at each line of its input it writes what is
in sight, as one line of JSON.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found] # of the system's Python

TURNS = 300


def main() -> None:
    for _line in sys.stdin:
        window = _window()
        window.clear_cache()
        print(json.dumps(list(_seen(window))), flush=True)


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
        told = {"role": role, "name": name, "states": sorted(states)}
        if "focusable" in states:
            told["description"] = child.description
        if role == "heading":
            has_text = "Text" in child.get_interfaces()
            told["text"] = child.queryText().getText(0, -1) if has_text else None
            told["attributes"] = child.getAttributes()
        yield told
        # The cells of a table are read one by one, and never have the focus of Tab.
        if role not in ("table", "list"):
            yield from _seen(child)


if __name__ == "__main__":
    main()
