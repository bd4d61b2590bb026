"""A folder of data with a marker in everything that a person may write, in two years and more."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences
from cap_desktop.services.folder.keep_preferences import keep_preferences
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.local.local_services import LocalServices
from tests.builders import questionnaire
from tests.folders import clock
from tests.services.folder.former import OF

GOES, STAYS, OTHER = "MARQUE-PART", "MARQUE-RESTE", "MARQUE-VOISINE"
"""In the year 2025 of the first structure, in its year 2026, in another structure."""


def seeded(folder: DataFolder, second: Path | None = None) -> tuple[str, str]:
    """Fill a folder; return the ids of its structures. Copies, evidence, what is opened too."""
    folder.path.mkdir(parents=True, exist_ok=True)
    if second is not None:
        second.mkdir(exist_ok=True)
    chosen = Preferences(second_folder=str(second or ""), folder=str(folder.path.parent))
    keep_preferences(folder, chosen)
    data = LocalData(folder, clock)
    services = data.open()
    reference = services.assessments.install(canonical_bytes(questionnaire(OF)), "essai.json")
    first = services.assessments.begin_structure(
        f"Nom {STAYS}", 2025, reference, {"structure_type": ("ai",)}
    )
    structure = first.structure.id
    _write(services, first.assessment.id, GOES, folder.path.parent)
    services.assessments.seal(first.assessment.id)
    data.keep_copy(date(2026, 11, 20))
    newer = services.assessments.begin(structure, 2026, reference, {"structure_type": ("ai",)})
    _write(services, newer.assessment.id, STAYS, folder.path.parent)
    data.copy_now()
    neighbour = services.assessments.begin_structure(
        f"Nom {OTHER}", 2026, reference, {"structure_type": ("aci",)}
    )
    _write(services, neighbour.assessment.id, OTHER, folder.path.parent)
    services.assessments.rename_structure(newer.assessment.id, f"Autre nom {STAYS}")
    services.evidence.lend(first.assessment.id, "q_a", f"{GOES}.pdf")
    data.keep_copy(date(2026, 11, 24))
    data.close()
    shutil.copy(folder.database, folder.path / "cap-endommagee-2026-11-01.db")
    shutil.copy(folder.database, folder.path / "cap-avant-0006.db")
    (folder.copies / "cap-2026-11-19.db.ecarte").write_bytes(GOES.encode())
    return structure, neighbour.structure.id


def _write(services: LocalServices, year: str, mark: str, beside: Path) -> None:
    said = Answer(value="n3", comment=f"Commentaire {mark}")
    services.answering.record_answer(year, "q_a", said, f"Qui {mark}")
    services.answering.leave_unfinished(year, "q_b", "value", (f"tapé {mark}",))
    action = Action(id=f"a-{mark}", title=f"Action {mark}", priority=2, state="todo")
    services.plans.add(year, action, f"Qui {mark}")
    for number in range(2):
        proof = beside / (f"{mark}.pdf" if number == 0 else f"{mark}-ancienne.pdf")
        proof.write_bytes(b"%PDF " + f"{number} {mark}".encode() * 50)
        services.evidence.add(year, "q_a", proof, "Direction")
        proof.unlink()
    # Its copy stays, and nothing names it any more.
    services.evidence.remove(year, "q_a", f"{mark}-ancienne.pdf", "Direction")


def set_aside(folder: DataFolder, content: dict[str, object], kind: str = "answer") -> None:
    """Put a row aside, as damage does."""
    with closing(sqlite3.connect(folder.database)) as file:
        file.execute(
            "INSERT INTO set_aside (kind, content, state) VALUES (?, ?, 'settled')",
            (kind, json.dumps(content)),
        )
        file.commit()


def files_with(mark: str, *folders: Path) -> set[str]:
    """The files whose bytes, or whose name, hold a text, as SQLite and JSON may write it."""
    return {
        str(path)
        for path in _files(*folders)
        if any(form in path.read_bytes() for form in _forms(mark)) or mark in path.name
    }


def _forms(mark: str) -> Iterator[bytes]:
    yield mark.encode()
    yield mark.encode("utf-16-le")


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())
