"""A folder of data as another computer left it, and how a test reads one."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from cap_desktop.paths import DataFolder
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import maturity, theme, tree

ROOT = Path(__file__).resolve().parents[3]
PAST = ROOT / "tests" / "data" / "databases"
OF = tree(theme("t", maturity("q_a"), maturity("q_b")))
MOMENT = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)
TODAY = MOMENT.date()


def services_of(folder: Path) -> LocalServices:
    database = Database(DataFolder(folder).database)
    return LocalServices(database, EvidenceFolder(DataFolder(folder).evidence), lambda: MOMENT)


def close(services: LocalServices) -> None:
    services._database.close()


def prints(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file of a folder: its bytes, and the moment it was last written."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def answers_in(folder: Path) -> list[object]:
    services = services_of(folder)
    last = services.assessments.last_shown()
    assert last is not None
    opened = services.assessments.open(last)
    close(services)
    return [opened.answer(name).value for name in ("q_a", "q_b")]
