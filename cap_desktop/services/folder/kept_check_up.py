"""The last check-up, kept from one start to the next: when it was, and what it found."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from cap_desktop.errors import OutputDenied
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.files import open_bounded
from cap_desktop.paths import DataFolder
from cap_desktop.private import FILE
from cap_desktop.services.folder.check_up import PLACES, CheckUp, Finding

EVERY = timedelta(days=30)
NAMED = 200
"""How many findings are kept by name."""
_LIMIT = 256 * 1024


@dataclass(frozen=True, slots=True)
class KeptCheckUp:
    """A check-up, and when it was made."""

    at: datetime
    check: CheckUp

    def is_due(self, today: date) -> bool:
        """True a month later; a clock that jumps brings the next one forward."""
        return not timedelta(0) <= today - self.at.date() < EVERY


def keep_check_up(folder: DataFolder, check: CheckUp, moment: datetime) -> KeptCheckUp:
    """Keep what was found; where it cannot be written, it only is not known at the next start."""
    said = {"at": moment.isoformat(timespec="seconds"), **asdict(check)}
    said["findings"] = said["findings"][:NAMED]
    with suppress(OutputDenied):
        write_whole(folder.check_up, (json.dumps(said) + "\n").encode(), rights=FILE)
    return KeptCheckUp(moment, check)


def kept_check_up(folder: DataFolder) -> KeptCheckUp | None:
    """What was found last; None where nothing is kept that can be read."""
    try:
        with open_bounded(folder.check_up) as stream:
            said = json.loads(stream.read(_LIMIT))
        findings = tuple(
            Finding(PLACES[item["place"]], str(item["kind"]), str(item["name"]))
            for item in said["findings"]
        )
        check = CheckUp(
            int(said["answers"]),
            int(said["evidence"]),
            int(said["copies"]),
            findings,
            tuple(int(year) for year in said["years"]),
            int(said["size"]),
        )
        return KeptCheckUp(datetime.fromisoformat(said["at"]), check)
    except (OSError, KeyError, RecursionError, TypeError, ValueError):
        return None


def forget_check_up(folder: DataFolder) -> None:
    """Forget what was found in other data, or before something of it came back."""
    with suppress(OSError):
        folder.check_up.unlink(missing_ok=True)
