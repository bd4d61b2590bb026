"""What is asked twice is done once, and no text that cannot be kept is a fault of the program."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.answers.identity import NOBODY_SAID
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.errors import AnswerRejected, CapError, YearTaken
from cap_desktop.notices.errors import notice
from cap_desktop.services.local.kept_texts import LONGEST
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import maturity, questionnaire, theme, tree
from tests.folders import TickingClock

OF = tree(theme("t", maturity("q_a"), {"id": "mot", "kind": "text", "title": "Un mot ?"}))
AI = {"structure_type": ("ai",)}
BY = "Direction"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[LocalServices]:
    database = Database(tmp_path / "cap.db")
    yield LocalServices(database, EvidenceFolder(tmp_path / "preuves"), TickingClock())
    database.close()


@pytest.fixture
def reference(services: LocalServices) -> str:
    return services.assessments.install(canonical_bytes(questionnaire(OF)), "essai.json")


@pytest.fixture
def year(services: LocalServices, reference: str) -> str:
    return services.assessments.begin_structure("Rives", 2026, reference, AI).assessment.id


def _journal(services: LocalServices) -> list[str]:
    with services._database.begin() as tx:
        return [what for _at, what, _about in tx.journal.lines()]


def test_a_structure_and_a_year_are_begun_once(services: LocalServices, reference: str) -> None:
    ids = ("structure", "first")
    for _time in range(2):
        opened = services.assessments.begin_structure("Rives", 2026, reference, AI, ids=ids)
        assert opened.assessment.id == "first"
        following = services.assessments.begin("structure", 2027, reference, AI, "next")
        assert following.assessment.id == "next"
    assert [item.name for item in services.assessments.structures()] == ["Rives"]
    assert [item.id for item in services.assessments.years("structure")] == ["next", "first"]
    assert _journal(services).count("assessment begun") == 2
    with pytest.raises(YearTaken):
        services.assessments.begin("structure", 2027, reference, AI, "other")


def test_what_closes_opens_and_names_a_year_is_done_once(
    services: LocalServices, year: str
) -> None:
    for _time in range(2):
        services.assessments.rename_structure(year, "Autre nom")
    sealed = [services.assessments.seal(year) for _time in range(2)]
    assert sealed[0] == sealed[1]
    for _time in range(2):
        services.assessments.reopen(year)
    done = _journal(services)
    for what in ("structure renamed", "assessment sealed", "assessment reopened"):
        assert done.count(what) == 1


def test_an_action_is_added_removed_and_restored_once(services: LocalServices, year: str) -> None:
    plans = services.plans
    action = Action(id="a", title="Titre", priority=2, state="todo")
    steps: tuple[Callable[[], object], ...] = (
        lambda: plans.add(year, action, BY),
        lambda: plans.remove(year, "a", BY),
        lambda: plans.restore(year, "a", BY),
    )
    for step in steps:
        assert step() == step()
    assert len(plans.history(year, "a")) == 3
    assert [item.id for item in plans.plan(year).actions] == ["a"]


WRONG = {
    "half a character": "a \ud83d b",
    "nul": "a \0 b",
    "a megabyte": "x" * 10**6,
    "a bell": "a \x07 b",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_text_that_cannot_be_kept_is_refused_in_french(
    services: LocalServices, year: str, reference: str, text: str
) -> None:
    answering, assessments = services.answering, services.assessments
    before = assessments.open(year)
    identity = NOBODY_SAID._replace(region=text)
    acts: tuple[Callable[[], object], ...] = (
        lambda: answering.record_answer(year, "q_a", Answer(value="n1", comment=text), BY),
        lambda: answering.record_answer(year, "q_a", Answer(na=True, reason=text), BY),
        lambda: answering.record_answer(year, "q_a", Answer(evidence=(text,)), BY),
        lambda: answering.record_answer(year, "mot", Answer(value=text), BY),
        lambda: answering.record_answer(year, "q_a", Answer(value=text), BY),
        lambda: answering.record_sheet(
            year, AnswerSheet(AI, {"q_a": Answer(value="n1", comment=text)}, {}), BY
        ),
        lambda: assessments.rename_structure(year, text),
        lambda: assessments.add_structure(text),
        lambda: assessments.begin_structure(text, 2026, reference, AI),
        lambda: services.structures.change_identity(year, identity),
        lambda: answering.record_answer(year, text, Answer(value="n1"), BY),
    )
    for act in acts:
        with pytest.raises(CapError) as found:
            act()
        assert len(notice(found.value)) < 2000
    assert assessments.open(year) == before
    assert assessments.history(year) == ()
    assert len(assessments.structures()) == 1


def test_a_long_comment_is_kept_and_one_kept_before_still_opens(
    services: LocalServices, year: str
) -> None:
    long = "x" * LONGEST
    services.answering.record_answer(year, "q_a", Answer(value="n1", comment=long), BY)
    longer = replace(services.assessments.open(year).kept["q_a"], answer=Answer(comment=2 * long))
    with services._database.begin() as tx:
        tx.answers.put(year, longer)
    assert services.assessments.open(year).answer("q_a").comment == 2 * long
    with pytest.raises(AnswerRejected):
        services.answering.record_answer(year, "q_a", Answer(comment=2 * long), BY)
