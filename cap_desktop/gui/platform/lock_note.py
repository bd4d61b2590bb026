"""What a lock says of who holds it: a person, a computer, a moment, a program."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime

from PySide6.QtCore import QSysInfo

from cap_desktop import __version__
from cap_desktop.domain.digest import hex_digest
from cap_desktop.domain.text import cut, one_line, showable
from cap_desktop.errors import LockHolder

LONGEST = 4096
"""A lock that holds more says nothing that can be believed."""
NAME = 80
_FORMER_LINES = 3
"""An earlier version wrote its process, its name and the computer, one on each line."""


def own_note(now: datetime) -> LockHolder:
    """Who holds a lock that this program takes."""
    return LockHolder(
        person=os.environ.get("USER") or os.environ.get("USERNAME") or "",
        machine=QSysInfo.machineHostName(),
        since=now.isoformat(timespec="seconds"),
        program=f"CAP Desktop {__version__}",
        process=os.getpid(),
        machine_id=_known_as(QSysInfo.machineUniqueId().toStdString()),
    )


def written(holder: LockHolder) -> bytes:
    """The note as a lock holds it."""
    return (json.dumps(holder._asdict(), indent=2) + "\n").encode()


def read(data: bytes) -> LockHolder | None:
    """Who a lock names; None where it names nobody: it is empty, cut short or damaged."""
    if len(data) > LONGEST:
        return None
    try:
        text = data.decode()
        found = json.loads(text)
    except (ValueError, RecursionError):
        return _read_former(data)
    if not isinstance(found, dict):
        return None
    process, known_as = found.get("process"), found.get("machine_id")
    if not isinstance(process, int) or not isinstance(known_as, str) or process < 1:
        return None
    return LockHolder(
        _shown(found.get("person")),
        _shown(found.get("machine")),
        _shown(found.get("since")),
        _shown(found.get("program")),
        process,
        known_as,
    )


def is_here(holder: LockHolder) -> bool:
    """True where a lock was taken on this computer, even under a name that it had before."""
    own = _known_as(QSysInfo.machineUniqueId().toStdString())
    if holder.machine_id and own:
        return holder.machine_id == own
    return holder.machine == QSysInfo.machineHostName()


def is_running(holder: LockHolder) -> bool:
    """True where a process of this computer has the number of the one that took a lock."""
    if sys.platform == "win32":
        # Windows gives the lock of a file back with the last process that has it open.
        return False
    try:
        os.kill(holder.process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return holder.process != os.getpid()


def _read_former(data: bytes) -> LockHolder | None:
    lines = data.decode(errors="replace").splitlines()
    if len(lines) < _FORMER_LINES or not lines[0].isdecimal() or int(lines[0][:NAME]) < 1:
        return None
    known_as = _known_as(lines[_FORMER_LINES]) if len(lines) > _FORMER_LINES else ""
    return LockHolder(
        machine=_shown(lines[2]),
        program=_shown(lines[1]),
        process=int(lines[0][:NAME]),
        machine_id=known_as,
    )


def _shown(text: object) -> str:
    return cut(one_line(showable(text)), NAME) if isinstance(text, str) else ""


def _known_as(identity: str) -> str:
    """What a computer is known again by: its own number is nobody's business."""
    return hex_digest(f"cap-desktop {identity}") if identity else ""
