"""How much of each family a run does: a little in each run of the tests, all of it by itself."""

from collections.abc import Callable

from tests.faults.scenarios import SCENARIOS
from tests.length import IS_LONG

FIGURES = "figures"
QUICK = (*("a day", "seal", "evidence", "copies", "schema 3", "recovery", "restore", "other data"),)
NAMES = tuple(SCENARIOS) if IS_LONG else QUICK
"""The scenarios of a run: all of them where it is long."""
FAILED = tuple(SCENARIOS) if IS_LONG else ("a day", "other data")
"""Those that are killed, and whose disk fails: each is done from its beginning each time."""
SAFE = ""
CASES = (
    *((name, SAFE) for name in NAMES),
    ("seal", "synchronous off"),
    ("evidence", "no folder synced"),
    ("copies", "no folder synced"),
)

Told = Callable[..., None]

TRIED = 60 if IS_LONG else 6
"""How many of the operations of an erasure or of a move are refused."""
