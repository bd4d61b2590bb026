"""What is to be erased, as it is written down: by whom it is obeyed, and given up.

A folder that somebody hands over may hold such a file too. A start goes on with it only in this
program's own folder, and only where it was written for the data that stand there; anywhere else
it waits until a person has seen what would go.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from cap_desktop.domain.answers.erasure import Erasure, ErasureKind
from cap_desktop.durable import sync_folder
from cap_desktop.errors import CapError, EraseUnfinished, NotErased, OutputDenied
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.files import open_bounded
from cap_desktop.paths import DataFolder, Whereabouts
from cap_desktop.private import FILE
from cap_desktop.storage.file.copy_marks import mark_of
from cap_desktop.storage.file.database_file import cause_of
from cap_desktop.storage.local.erasing import Line

DONE: dict[ErasureKind, str] = {
    "year": "year erased",
    "structure": "structure erased",
    "everything": "everything erased",
}
"""What the journal keeps: when, and how much; nothing of what was in it."""

_LIMIT = 4096


class ErasureOrder(NamedTuple):
    """What was asked, the line of the journal that says it is done, and of which data it is."""

    erasure: Erasure
    line: Line
    is_of_these: bool


def write_order(folder: DataFolder, erasure: Erasure, moment: datetime) -> None:
    """Write down what is to be erased: from here on, each start goes on with it.

    Raises ``NotErased``.
    """
    asked = {
        "structure": erasure.structure,
        "year": erasure.year,
        "at": moment.isoformat(timespec="seconds"),
        "of": _data_of(folder),
    }
    try:
        write_whole(folder.erasing, (json.dumps(asked) + "\n").encode(), rights=FILE)
    except OutputDenied as error:
        raise NotErased(folder.path, cause_of(error.__cause__) or "failed") from error


def order_in(folder: DataFolder) -> ErasureOrder | None:
    """What is to be erased; None where nothing is.

    One that cannot be read was damaged, and is kept for a person: ``EraseUnfinished``.
    """
    try:
        with open_bounded(folder.erasing) as stream:
            asked = json.loads(stream.read(_LIMIT))
        erasure = Erasure(str(asked["structure"]), int(asked["year"]))
        line = str(datetime.fromisoformat(asked["at"]).isoformat()), DONE[erasure.kind]
        of = asked.get("of")
    except FileNotFoundError:
        return None
    except (OSError, AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise EraseUnfinished(folder.erasing, cause_of(error) or "damaged") from error
    return ErasureOrder(erasure, line, of is not None and of == _data_of(folder))


def is_obeyed(where: Whereabouts) -> bool:
    """True where a start goes on erasing without asking."""
    if where.home is None or not where.folder.erasing.exists():
        return False
    try:
        found = order_in(where.folder)
    except CapError:
        return False
    return found is not None and found.is_of_these


def waiting_order(where: Whereabouts) -> Erasure | None:
    """What a person has to see before it goes on; None where nothing waits for that."""
    if is_obeyed(where):
        return None
    try:
        found = order_in(where.folder)
    except CapError:
        return None
    return None if found is None else found.erasure


def give_up_order(folder: DataFolder) -> None:
    """Erase nothing more of what was asked; raises ``EraseUnfinished``."""
    try:
        folder.erasing.unlink(missing_ok=True)
        sync_folder(folder.path)
    except OSError as error:
        raise EraseUnfinished(folder.erasing, cause_of(error) or "failed") from error


def _data_of(folder: DataFolder) -> list[list[str]] | None:
    """By what these data are known: erasing leaves it as it is."""
    mark = mark_of(folder.database, "look")
    return None if mark is None else [[str(part) for part in line] for line in mark.begun]
