"""What is done to a folder of data while its disk is watched: act by act, each told as done.

Done again from the same beginning, it comes to the same rows and the same bytes: every id is
given, and the clock of an act is its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.canonical import canonical_bytes, full_reference
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences
from cap_desktop.services.folder.former_data import restore
from cap_desktop.services.folder.keep_preferences import keep_preferences
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.services.local.local_services import LocalServices
from tests.builders import maturity, number, questionnaire, theme, tree
from tests.folders import clock

DATABASES = Path(__file__).resolve().parents[1] / "data" / "databases"
MARKER = "MARQUEUR-DE-REPONSE"
"""It stands in everything that is typed: no notice and no line of a log may hold it."""
QUESTIONS = tuple(f"q_{sign}" for sign in "abcdefgh")
OF = tree(
    theme("t", *(maturity(name) for name in QUESTIONS[:5])),
    theme("u", *(maturity(name) for name in QUESTIONS[5:]), number("n_postes")),
)
PROFILE = {"structure_type": ("ai",)}
OTHER_PROFILE = {"structure_type": ("ai", "etti")}
FIRST, SECOND = ("rives", "annee-2026"), "annee-2027"
BY = "Direction"
DAYS = 11
"""One more daily copy than the ten that are always kept."""


class Run:
    """One scenario under way in a folder: the data, a key, and the data of another computer."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, DataFolder(root / "donnees")
        self.key, self.former = root / "cle", DataFolder(root / "avant")
        self.now = clock()
        self.data = LocalData(self.folder, self._tick)
        self._services: LocalServices | None = None

    @property
    def services(self) -> LocalServices:
        assert self._services is not None
        return self._services

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def do(self, number: int, act: Act) -> None:
        """Do the act of a number; asked again, it is done at the same moment."""
        self.now = clock() + timedelta(minutes=number)
        act(self)

    def open(self) -> None:
        """Open the data as a start does."""
        self.data.first_look()
        self.data.first_assessment()
        self._services = self.data.open()

    def take(self, services: LocalServices) -> None:
        """Go on with other data, which are open."""
        self._services = services

    def close(self) -> None:
        """Let go of the data."""
        self.data.close()


Act = Callable[[Run], None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a folder holds before, and what is done then, act by act."""

    name: str
    prepare: Callable[[Path], None]
    acts: tuple[Act, ...]


def _install(run: Run) -> None:
    run.services.assessments.install(canonical_bytes(questionnaire(OF)), "essai.json")


def _reference() -> str:
    return full_reference(questionnaire(OF))


def _begin(run: Run) -> None:
    run.services.assessments.begin_structure(
        "Les Deux Rives", 2026, _reference(), PROFILE, ids=FIRST
    )


def _answer(place: int, level: int, size: int = 0) -> Act:
    def act(run: Run) -> None:
        answer = Answer(value=f"n{level}", comment=(MARKER + "x" * size) if size else "")
        run.services.answering.record_answer(FIRST[1], QUESTIONS[place], answer, BY)

    return act


def _unfinished(text: str) -> Act:
    def act(run: Run) -> None:
        run.services.answering.leave_unfinished(FIRST[1], "n_postes", "value", (text,))

    return act


def _discuss(run: Run) -> None:
    run.services.answering.mark_discussed(FIRST[1], QUESTIONS[1], BY, discuss=True)


def _rename(run: Run) -> None:
    run.services.assessments.rename_structure(FIRST[1], "Les Trois Rives")


def _change_profile(run: Run) -> None:
    run.services.assessments.change_profile(FIRST[1], OTHER_PROFILE)


def _action(name: str, note: str = "") -> Action:
    return Action(
        id=name, title=f"{MARKER} {name}", priority=2, state="todo", owner=note or "Direction"
    )


def _add(name: str) -> Act:
    return lambda run: _forget(run.services.plans.add(FIRST[1], _action(name), BY))


def _change(name: str) -> Act:
    return lambda run: _forget(
        run.services.plans.change(FIRST[1], name, _action(name, "Équipe"), BY)
    )


def _move(name: str) -> Act:
    return lambda run: _forget(run.services.plans.move(FIRST[1], name, 0))


def _remove(name: str) -> Act:
    return lambda run: _forget(run.services.plans.remove(FIRST[1], name, BY))


def _take_back(name: str) -> Act:
    return lambda run: _forget(run.services.plans.restore(FIRST[1], name, BY))


def _forget(_value: object) -> None:
    """What an act gives back is not looked at: the folder is."""


def _seal(run: Run) -> None:
    run.services.assessments.seal(FIRST[1])


def _reopen(run: Run) -> None:
    run.services.assessments.reopen(FIRST[1])


def _next_year(run: Run) -> None:
    run.services.assessments.begin(FIRST[0], 2027, _reference(), PROFILE, own=SECOND)


def _proof(place: int, size: int) -> Act:
    """Add a piece of evidence, whose bytes say nothing of the folder that it comes from."""

    def act(run: Run) -> None:
        source = run.root.with_name("pieces") / f"preuve {place}.pdf"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(bytes((place * 7 + at) % 251 for at in range(251)) * (size // 251 + 1))
        run.services.evidence.add(FIRST[1], QUESTIONS[place], source, BY)

    return act


def _without_proof(place: int) -> Act:
    return lambda run: _forget(
        run.services.evidence.remove(FIRST[1], QUESTIONS[place], f"preuve {place}.pdf", BY)
    )


def _daily(day: int) -> Act:
    return lambda run: run.data.keep_copy(date(2026, 11, day))


def _copy_now(run: Run) -> None:
    run.data.copy_now()


def _choose_key(run: Run) -> None:
    keep_preferences(run.folder, Preferences(second_folder=str(run.key)))


def _larger(run: Run) -> None:
    keep_preferences(run.folder, Preferences(text_size=150))


def _recover(run: Run) -> None:
    restore(run.folder, date(2026, 11, 20), date(2026, 11, 24))


def _restore(run: Run) -> None:
    (name,) = [path.name for path in run.folder.copies.glob("*-20.db")]
    run.take(run.data.restore_copy(name, _forget))


def _bring(run: Run) -> None:
    run.take(run.data.bring(run.former.path, _forget))


def _reopen_data(run: Run) -> None:
    run.close()
    run.open()


def _nothing(root: Path) -> None:
    DataFolder(root / "donnees").path.mkdir(parents=True)
    (root / "cle").mkdir()


def _begun(root: Path, *more: Act) -> None:
    """Data with two answers, and whatever else is done to them."""
    _nothing(root)
    run = Run(root)
    run.open()
    acts = (_install, _begin, _answer(0, 2, 40), _answer(1, 3), *more)
    for place, act in enumerate(acts):
        run.do(place - len(acts), act)
    run.close()


def fill(root: Path) -> None:
    """Data with something of everything: a year that is closed, the next one, and a copy."""
    of_year = (_answer(2, 0, 500), _unfinished("12"), _add("un"), _proof(1, 3000))
    _begun(root, *of_year, _seal, _next_year, _daily(20))


def _copied(root: Path) -> None:
    """Data that were copied each day of two weeks."""
    _begun(root, *(_daily(day) for day in range(1, DAYS)))


def _damaged(root: Path) -> None:
    """Data whose file is damaged, and the copy of a day before."""
    _begun(root, _daily(20), _answer(2, 1))
    database = DataFolder(root / "donnees").database
    data = database.read_bytes()
    database.write_bytes(data[:100] + b"\xff" * 2900 + data[3000:])


def _with_copy(root: Path) -> None:
    _begun(root, _daily(20), _answer(2, 1), _proof(2, 3000))


def _with_former(root: Path, *, is_begun: bool) -> None:
    """Data of another computer, with evidence, beside an empty folder or data that were begun."""
    _begun(root, _proof(0, 3000), _proof(1, 30000), _answer(3, 4))
    (root / "donnees").rename(root / "avant")
    if not is_begun:
        (root / "donnees").mkdir()
        return
    (root / "cle").rmdir()
    _begun(root, _answer(4, 0))


def _of_schema(number: int, root: Path) -> None:
    _nothing(root)
    shutil.copyfile(DATABASES / f"v{number:04}.db", DataFolder(root / "donnees").database)


SIZES = (0, 10, 300, 4000, 30, 0, 9000, 100)
SCENARIOS: dict[str, Scenario] = {
    scenario.name: scenario
    for scenario in (
        Scenario(
            "answering",
            _nothing,
            (
                Run.open,
                _install,
                _begin,
                *(_answer(place, place % 5, size) for place, size in enumerate(SIZES)),
                _unfinished(MARKER),
                _discuss,
                _answer(3, 0, 2000),
                _unfinished("12"),
                _rename,
                _change_profile,
                Run.close,
            ),
        ),
        Scenario(
            "plan",
            _begun,
            (
                Run.open,
                *(_add(name) for name in ("un", "deux", "trois")),
                _change("deux"),
                _move("trois"),
                _remove("un"),
                _take_back("un"),
                Run.close,
            ),
        ),
        Scenario(
            "a day",
            _begun,
            (
                Run.open,
                _answer(2, 3, 500),
                _unfinished(MARKER),
                _add("un"),
                _proof(3, 3000),
                _daily(20),
                Run.close,
            ),
        ),
        Scenario("seal", _begun, (Run.open, _seal, _reopen, _answer(2, 2), _seal, _next_year)),
        Scenario(
            "evidence",
            _begun,
            (
                Run.open,
                *(_proof(place, size) for place, size in enumerate((10, 5000, 70000, 300))),
                _without_proof(1),
                Run.close,
            ),
        ),
        Scenario(
            "copies",
            _copied,
            (
                _larger,
                _choose_key,
                Run.open,
                _daily(DAYS),
                _answer(2, 4, 500),
                _copy_now,
                _daily(DAYS + 1),
                _answer(3, 1),
                _daily(DAYS + 2),
                Run.close,
            ),
        ),
        *(
            Scenario(
                f"schema {number}",
                partial(_of_schema, number),
                (Run.open, _reopen_data, Run.close),
            )
            for number in (1, 2, 3, 4, 5)
        ),
        Scenario("recovery", _damaged, (_recover, Run.open, _answer(4, 4), Run.close)),
        Scenario("restore", _with_copy, (Run.open, _restore, _answer(4, 4), Run.close)),
        Scenario("former data", partial(_with_former, is_begun=False), (_bring, _answer(4, 4))),
        Scenario(
            "other data",
            partial(_with_former, is_begun=True),
            (Run.open, _bring, _answer(4, 4), Run.close),
        ),
    )
}
