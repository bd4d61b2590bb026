"""What a problem of a questionnaire forbids: to score with it, or only to publish it."""

from __future__ import annotations

from cap_desktop.errors import Problem

_PUBLISHING = frozenset(
    {
        "E-WEIGHT-ZERO",
        "E-BANDS",
        "E-LOCALE",
        "E-CRITICAL",
        "E-BUMP",
        "E-ID-RETIRED",
        "E-LIMIT",
        "E-LINEAGE-ARITY",
        "E-LINEAGE-ALIVE",
        "E-LINEAGE-TOMBSTONE",
        "E-LINEAGE-TWICE",
    }
)


def breaks_scoring(problem: Problem) -> bool:
    """False for what only forbids to publish: scores can still be computed."""
    return problem.code not in _PUBLISHING
