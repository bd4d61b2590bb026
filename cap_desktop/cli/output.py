"""What the commands print: JSON for programs, tables for people, warnings beside them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from cap_desktop.errors import Problem
from cap_desktop.i18n import _
from cap_desktop.notices.problems import line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table

WIDTH_WITHOUT_TERMINAL = 100


def print_json(tree: Any) -> None:  # noqa: ANN401 - a JSON value
    """Print a JSON value for another program."""
    sys.stdout.write(json.dumps(tree, ensure_ascii=False, indent=2) + "\n")


def warn(sentence: str) -> None:
    """Say something beside the result, where it does not mix with it."""
    sys.stderr.write(sentence + "\n")


def warn_unpublishable(problems: tuple[Problem, ...]) -> None:
    """Say what would forbid to publish a questionnaire that scores could be computed with."""
    for problem in problems:
        warn(_("À corriger avant publication : {line}", line=line(problem)))


def console() -> Console:
    """Return where tables are printed; texts from files are never read as markup."""
    from rich.console import Console  # start-up: JSON is drawn by nothing

    width = None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(markup=False, highlight=False, emoji=False, width=width)


def table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    """Return an empty table; the columns named in ``right`` hold figures."""
    from rich import box, table  # start-up: JSON is drawn by nothing

    made = table.Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        if name in right:
            made.add_column(name, justify="right", no_wrap=True)
        else:
            made.add_column(name, overflow="fold")
    return made


def nested(title: str, depth: int) -> Padding:
    """Return a cell whose every line stands under what it is part of."""
    from rich.padding import Padding  # start-up: JSON is drawn by nothing

    return Padding(title, (0, 0, 0, 2 * depth))


def french(value: str | None) -> str:
    """Write a published decimal the French way, a dash where there is none."""
    return "–" if value is None else value.replace(".", ",").replace("-", "−")
