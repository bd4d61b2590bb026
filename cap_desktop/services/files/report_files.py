"""What a report is made from when it stands in files, or in a folder of data."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cap_desktop.domain.answers.structure_record import FORMAT as STRUCTURE_FORMAT
from cap_desktop.domain.answers.structure_record import Structure
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.plan.plan import FORMAT as PLAN_FORMAT
from cap_desktop.domain.plan.plan import Plan, plan_problems
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.record_parsing import read_record
from cap_desktop.errors import (
    FileDenied,
    FileMissing,
    PlanRefused,
    Problem,
    StructureRefused,
    YearMissing,
)
from cap_desktop.exchange.input_file import read_json_bytes
from cap_desktop.paths import DataFolder
from cap_desktop.reports.report_data import FormerYear, ReportData
from cap_desktop.services.clock import Clock
from cap_desktop.services.files.scores import Scored, score
from cap_desktop.services.local.reports import Reports, former_year, report_data_of
from cap_desktop.storage.file.copying import copy_database

Assessed = tuple[Path, Path]
"""A questionnaire and its answers."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What files gave, and what would forbid to publish the questionnaires."""

    data: ReportData
    problems: tuple[Problem, ...]


def from_files(
    now: Assessed,
    before: Assessed | None,
    plan: Path | None,
    name: str,
    year: int | None,
    today: date,
) -> Gathered:
    """Gather a report from files; ``before`` is the year before, to compare with.

    Without ``year``, it is that of the plan, else that of ``today``. Raises an ``InputError``.
    """
    scored = score(*now)
    found = None if plan is None else read_plan(plan, scored.results.questionnaire)
    if year is None:
        year = today.year if found is None else found.year
    earlier = None if before is None else score(*before)
    former = None if earlier is None else _former(earlier, scored, year)
    actions = () if found is None else found.actions
    data = report_data_of(name, year, scored.results, actions, former, today)
    problems = (*scored.problems, *(() if earlier is None else earlier.problems))
    return Gathered(data, tuple(dict.fromkeys(problems)))


def _former(earlier: Scored, scored: Scored, year: int) -> FormerYear:
    old, new = earlier.results, scored.results
    path = succession([old.questionnaire, new.questionnaire])
    return former_year(year - 1, old, new, path)


def read_plan(path: Path, questionnaire: Questionnaire) -> Plan:
    """Read a plan made for this questionnaire; raises ``PlanRefused``."""
    reading = read_record(read_json_bytes(path), Plan, PLAN_FORMAT)
    problems = list(reading.problems)
    if reading.record is not None:
        problems += plan_problems(reading.record, questionnaire)
    if reading.record is None or problems:
        raise PlanRefused(path, tuple(problems))
    return reading.record


def structure_name(path: Path) -> str:
    """The name that a file of a structure gives; raises ``StructureRefused``."""
    reading = read_record(read_json_bytes(path), Structure, STRUCTURE_FORMAT)
    if reading.record is None or reading.problems:
        raise StructureRefused(path, reading.problems)
    return reading.record.name


def from_folder(folder: Path, year: int | None, structure: str, clock: Clock) -> ReportData:
    """Gather a report from a folder of data: by default, the first structure's newest year.

    The folder may be somebody else's, or lie on a disk that is read only: what is opened, mended
    and upgraded is a copy that is gone at the end. Raises ``YearMissing``, ``FileMissing``,
    ``NotOpened`` or another ``StorageError``.
    """
    path = DataFolder(folder).database
    if not os.path.lexists(path):
        raise FileMissing(path)
    with TemporaryDirectory(prefix="cap-", ignore_cleanup_errors=True) as aside:
        copy = DataFolder(Path(aside)).database
        try:
            copy_database(path, copy)
        except OSError as error:
            raise FileDenied(path, error.errno or 0) from error
        return _from_database(copy, year, structure, clock)


def _from_database(path: Path, year: int | None, structure: str, clock: Clock) -> ReportData:
    from cap_desktop.storage.local.database import Database  # start-up: SQLAlchemy

    database = Database(path)
    try:
        with database.begin() as tx:
            found = [
                assessment.id
                for item in tx.structures.all()
                if structure in ("", item.name)
                for assessment in tx.assessments.of(item.id)
                if year in (None, assessment.year)
            ]
        if not found:
            raise YearMissing(structure, clock().year if year is None else year)
        return Reports(database, clock).data(found[0])
    finally:
        database.close()
