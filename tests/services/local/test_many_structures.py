"""A machine that holds many structures: an answer costs the same as with one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, event

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.scoring.standing import OtherStructure
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.storage.local.start import first_look
from tests.builders import maturity, raw, theme, tree

PROFILE = {"structure_type": ("aci",)}


@contextmanager
def _statements() -> Iterator[list[str]]:
    """What is asked of any database meanwhile."""
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def test_an_answer_takes_as_many_statements_with_200_structures_as_with_one(
    tmp_path: Path,
) -> None:
    database = Database(tmp_path / "cap.db")
    folder = EvidenceFolder(tmp_path / "preuves")
    services = LocalServices(database, folder, lambda: datetime(2026, 11, 24, tzinfo=UTC))
    reference = services.assessments.install(raw(tree(theme("t", maturity("q_a")))), "essai")

    def begun(name: str, year: int) -> str:
        structure = services.assessments.add_structure(name)
        services.assessments.begin(structure.id, year - 1, reference, PROFILE)
        return services.assessments.begin(structure.id, year, reference, PROFILE).assessment.id

    first = begun("La première", 2026)
    services.answering.record_answer(first, "q_a", Answer(value="n1"), "Direction")
    with _statements() as alone:
        services.answering.record_answer(first, "q_a", Answer(value="n2"), "Direction")
    others = [OtherStructure(f"Structure {rank}", "") for rank in range(200)]
    others = [OtherStructure(item.name, begun(item.name, 2026)) for item in others]
    services.assessments.add_structure("Sans évaluation")
    services.answering.record_answer(first, "q_a", Answer(value="n1"), "Direction")
    with _statements() as among_many:
        opened = services.answering.record_answer(first, "q_a", Answer(value="n3"), "Direction")
    kept = first_look(tmp_path / "cap.db")
    database.close()
    assert len(among_many) == len(alone)
    assert opened.standing.others == tuple(others)
    assert kept == opened.standing
