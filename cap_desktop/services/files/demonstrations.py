"""The demonstration: three made-up structures, three years each, in a folder to try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cap_desktop import paths
from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.answers.structure_record import FORMAT as STRUCTURE_FORMAT
from cap_desktop.domain.answers.structure_record import AssessedYear, Structure
from cap_desktop.domain.plan.plan import FORMAT as PLAN_FORMAT
from cap_desktop.domain.plan.plan import Plan, plan_problems
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.record_parsing import read_record
from cap_desktop.errors import OutputDenied, ProgramFileRefused
from cap_desktop.exchange.input_file import read_json_bytes
from cap_desktop.exchange.output_file import empty_folder, write_whole
from cap_desktop.services.clock import Clock
from cap_desktop.services.files.questionnaires import answers_in, load
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder

FOLDER = "demo"
BY = "Direction"
BEGUN, PLANNED, SEALED = (10, 12), (11, 16), (12, 4)
"""Month and day."""


@dataclass(frozen=True, slots=True)
class DemonstratedYear:
    """One year of a structure: its questionnaire, its answers, its plan where it made one."""

    year: int
    questionnaire: Questionnaire
    sheet: AnswerSheet
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """A structure of the demonstration and its years, oldest first."""

    structure: Structure
    folder: str
    years: tuple[DemonstratedYear, ...]


def demonstrations() -> tuple[Demonstrated, ...]:
    """Read the structures that come with the program, checked as any other file."""
    home = paths.demonstration()
    questionnaires: dict[str, Questionnaire] = {}
    return tuple(
        _demonstrated(folder, questionnaires)
        for folder in sorted(home.iterdir())
        if folder.is_dir()
    )


def _demonstrated(folder: Path, questionnaires: dict[str, Questionnaire]) -> Demonstrated:
    path = folder / "structure.json"
    reading = read_record(read_json_bytes(path), Structure, STRUCTURE_FORMAT)
    if reading.record is None:
        raise ProgramFileRefused(path, reading.problems)
    years = tuple(_year(folder, item, questionnaires) for item in reading.record.years)
    return Demonstrated(reading.record, folder.name, years)


def _year(
    folder: Path, item: AssessedYear, questionnaires: dict[str, Questionnaire]
) -> DemonstratedYear:
    if item.questionnaire not in questionnaires:
        questionnaires[item.questionnaire] = load(_source(item.questionnaire)).questionnaire
    questionnaire = questionnaires[item.questionnaire]
    sheet, _short = answers_in(folder / f"answers-{item.year}.json", questionnaire)
    plan = _plan(folder / f"plan-{item.year}.json", questionnaire)
    return DemonstratedYear(item.year, questionnaire, sheet, plan)


def _plan(path: Path, questionnaire: Questionnaire) -> Plan | None:
    if not path.is_file():
        return None
    reading = read_record(read_json_bytes(path), Plan, PLAN_FORMAT)
    problems = list(reading.problems)
    if reading.record is not None:
        problems += plan_problems(reading.record, questionnaire)
    if problems or reading.record is None:
        raise ProgramFileRefused(path, tuple(problems))
    return reading.record


def fill(services: LocalServices) -> None:
    """Put the demonstration into an empty database; years gone by are sealed in their December.

    The newest year of the first structure is the one to open.
    """
    newest = []
    for shown in demonstrations():
        structure = services.assessments.add_structure(shown.structure.name)
        last = shown.years[-1].year
        for item in shown.years:
            reference = services.assessments.install(canonical_bytes(item.questionnaire), FOLDER)
            begun, planned, sealed = (
                services.at(_moment(item.year, *day)) for day in (BEGUN, PLANNED, SEALED)
            )
            opened = begun.assessments.begin(structure.id, item.year, reference, item.sheet.profile)
            begun.answering.record_sheet(opened.assessment.id, item.sheet, BY)
            if item.plan is not None:
                planned.plans.add_all(opened.assessment.id, item.plan.actions, BY)
            if item.year < last:
                sealed.assessments.seal(opened.assessment.id)
            else:
                newest.append(opened.assessment.id)
    services.assessments.show(newest[0])


def _moment(year: int, month: int, day: int) -> Clock:
    moment = datetime(year, month, day, 14, 32, tzinfo=UTC)
    return lambda: moment


def create(session: Path, clock: Clock) -> tuple[Demonstrated, ...]:
    """Write the demonstration into an empty or new folder; return what was written.

    The folder holds the files, and the data that the window opens.

    Raises ``FolderNotEmpty`` or ``OutputDenied``.
    """
    found = demonstrations()
    empty_folder(session)
    for source in sorted(paths.demonstration().glob("*/*.json")):
        _write(session / source.parent.name / source.name, source.read_bytes())
    for name in sorted({item.questionnaire for shown in found for item in shown.structure.years}):
        source = _source(name)
        _write(session / "questionnaires" / source.name, source.read_bytes())
    data = paths.DataFolder(session)
    database = Database(data.database)
    try:
        fill(LocalServices(database, EvidenceFolder(data.evidence), clock))
    finally:
        database.close()
    return found


def _source(name: str) -> Path:
    """A questionnaire of the program, by its name and version."""
    return next(path for path in paths.shipped_questionnaires() if path.stem == name)


def _write(path: Path, data: bytes) -> None:
    """Write a file, and its folder before it."""
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputDenied(path.parent, error.errno or 0) from error
    write_whole(path, data)
