"""What is copied or kept of an error holds nothing of an answer, whatever went wrong with it."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import Parameter, signature
from pathlib import Path

import pytest
from pydantic import ValidationError

from cap_desktop import errors
from cap_desktop.domain.answers.answer_parsing import AnswerRecord
from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.errors import CapError, LockHolder, NotSaved, Problem
from cap_desktop.notices.details import details, kind_of, trace_of
from cap_desktop.notices.errors import NOTICES
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import clock

SECRET = "Mme Zwyrtek a parlé"
TYPED = ("name", "places", "tag", "expected", "known", "old", "new", "holder")
"""What an error is given that somebody typed, or that a file held."""


def _raised_by(broken: Callable[[], object]) -> BaseException:
    try:
        broken()
    except Exception as error:  # noqa: BLE001 - any kind is what is looked at
        return error
    raise AssertionError("nothing was raised")


def _unsaid() -> Iterator[BaseException]:
    """What Python, pydantic and the readers raise of a value, with the value in their words."""
    yield KeyError(SECRET)
    yield ValueError(f"{SECRET!r} is no number")
    yield OSError(5, SECRET, SECRET)
    yield _raised_by(lambda: AnswerRecord.model_validate({"comment": 3, "na": SECRET}))
    yield _raised_by(lambda: AnswerRecord.model_validate_json(f"[{SECRET}"))
    yield _raised_by(lambda: json.loads(f"{SECRET} {{"))
    yield _raised_by(f"{SECRET}\ud800".encode)
    yield _raised_by(lambda: int(SECRET))


def _made(kind: type[CapError]) -> CapError:
    """An error of a kind, with the secret wherever something typed may stand."""
    given: dict[str, object] = {
        "path": Path("/donnees/cap.db"),
        "backup": Path("/donnees/cap-avant-0005.db"),
        "cause": "full",
        "reason": 13,
        "limit": 3,
        "needed": 3,
        "nature": "pdf",
        "question": "projet_ecrit",
        "year": 2026,
        "holder": LockHolder(person=SECRET, machine="PC-ACCUEIL"),
        "problems": (Problem("E-TYPE", "answers.projet_ecrit", seen=SECRET, nearest=SECRET),),
    }
    if kind.__init__ is Exception.__init__:
        return kind()
    wanted = signature(kind).parameters.values()
    return kind(
        *(
            given.get(one.name, SECRET)
            for one in wanted
            if one.kind is Parameter.POSITIONAL_OR_KEYWORD
        )
    )


FILES_OF_THE_PROGRAM = (errors.QuestionnaireRefused, errors.ProgramFileRefused)
"""A questionnaire holds no answer: what is wrong with it is told whole."""


@pytest.mark.parametrize("kind", sorted(NOTICES, key=str))
def test_no_kind_of_error_tells_an_answer(kind: type[CapError]) -> None:
    if issubclass(kind, FILES_OF_THE_PROGRAM):
        return
    for cause in _unsaid():
        error = _made(kind)
        error.__cause__ = cause
        assert "Zwyrtek" not in details(error)
        assert "Zwyrtek" not in trace_of(error)
        assert kind.__name__ in details(error)
        assert type(cause).__name__ in details(error)


def test_these_errors_would_tell_it_but_for_those_of_records() -> None:
    told = ["Zwyrtek" in f"{error!r} {vars(error)}" for error in _unsaid()]
    assert told.count(True) > told.count(False) > 0


def test_an_answer_that_is_no_answer_is_not_said_by_what_reads_it() -> None:
    error = _raised_by(lambda: AnswerRecord.model_validate({"comment": 3, "na": SECRET}))
    assert isinstance(error, ValidationError)
    assert "Zwyrtek" not in str(error)


@contextmanager
def _no_room(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, former[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, former)


def test_a_disk_that_refuses_an_answer_does_not_tell_it(
    tmp_path: Path, demonstration: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database = Database(tmp_path / "cap.db")
    services = LocalServices(database, EvidenceFolder(tmp_path / "preuves"), clock)
    current = services.assessments.last_shown()
    assert current is not None
    answer = Answer(value="n1", comment=SECRET * 500)
    with _no_room((tmp_path / "cap.db").stat().st_size), pytest.raises(NotSaved) as found:
        services.answering.record_answer(current, "projet_ecrit", answer, "D")
    database.close()
    assert found.value.__cause__ is not None
    assert "Zwyrtek" not in str(found.value.__cause__)
    assert "Zwyrtek" not in details(found.value) + trace_of(found.value)
    assert "SQLITE_" in details(found.value)


def test_the_number_of_the_system_is_told() -> None:
    assert kind_of(PermissionError(13, "x")) == "PermissionError EACCES"


def test_a_trace_says_where_each_error_came_from() -> None:
    def first() -> None:
        raise ValueError(SECRET)

    def second() -> None:
        try:
            first()
        except ValueError as error:
            raise NotSaved(Path("cap.db"), "full") from error

    told = trace_of(_raised_by(second))
    raised = [told.index(f"raise {kind}") for kind in ("ValueError", "NotSaved")]
    assert raised[0] < told.index("which caused") < raised[1]
    assert told.endswith("NotSaved")
