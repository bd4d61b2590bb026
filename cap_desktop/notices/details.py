"""What is kept or copied of an error for whoever helps: kinds and places, nothing that was typed.

The words of an exception may hold a value: a text that was read, a row that was written. None of
them is taken over. What the program and the system call an error says as much.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterator

from cap_desktop import __version__
from cap_desktop.errors import (
    CapError,
    LockHolder,
    OutputDenied,
    Problem,
    ProgramFileRefused,
    QuestionnaireRefused,
)
from cap_desktop.notices.problems import line

ABOUT = ("path", "backup", "cause", "reason", "limit", "nature", "question", "year")
"""What an error is about, where it says so; the names of persons and of structures are not."""
DEEPEST = 8


def details(error: CapError) -> str:
    """What a person can copy: the kind of error, what it is about, how many, what caused it."""
    lines = [f"CAP Desktop {__version__}", type(error).__name__, *_about(error)]
    problems: tuple[Problem, ...] = getattr(error, "problems", ())
    if isinstance(error, QuestionnaireRefused | ProgramFileRefused):
        lines += [line(problem) for problem in problems]
    else:
        lines += [_nameless(problem) for problem in problems]
    lines += [kind_of(cause) for cause, _is_cause in _chain(error)][1:]
    return "\n".join(lines)


def trace_of(error: BaseException) -> str:
    """Where an error that nobody foresaw came from, and out of which other ones."""
    parts = [f"CAP Desktop {__version__}"]
    for met, is_cause in reversed(list(_chain(error))):
        calls = "".join(traceback.format_tb(met.__traceback__))
        parts.append(f"{calls}{kind_of(met)}" + ("" if met is error else "\n"))
        if met is not error:
            parts.append("which caused:\n" if is_cause else "while it was met:\n")
    return "\n".join(parts)


def kind_of(error: BaseException) -> str:
    """The class of an error, and the number that the system or SQLite gives it."""
    named = [type(error).__name__]
    met = getattr(error, "orig", error)  # what SQLAlchemy was told by SQLite
    if isinstance(met, OSError) and met.errno is not None:
        named.append(errno.errorcode.get(met.errno, str(met.errno)))
    number = getattr(met, "sqlite_errorname", None)
    if isinstance(number, str):
        named.append(number)
    return " ".join(named)


def _about(error: CapError) -> Iterator[str]:
    if isinstance(error, OutputDenied):
        # Of a file that somebody named, where it was to go.
        yield str(error.path.parent)
        yield str(error.reason)
        return
    holder = getattr(error, "holder", None)
    if isinstance(holder, LockHolder):
        yield " ".join((holder.program, holder.machine, str(holder.process), holder.since))
    yield from (str(seen) for name in ABOUT if (seen := getattr(error, name, "")) != "")


def _nameless(problem: Problem) -> str:
    """A problem without what was seen: that is what somebody typed."""
    return " ".join(part for part in (problem.code, problem.case, problem.place) if part)


def _chain(error: BaseException) -> Iterator[tuple[BaseException, bool]]:
    """An error, then those that it came from; whether each caused the one before it."""
    met: BaseException | None = error
    is_cause = False
    for _depth in range(DEEPEST):
        if met is None:
            return
        yield met, is_cause
        is_cause = met.__cause__ is not None
        met = met.__cause__ if is_cause or met.__suppress_context__ else met.__context__
