"""Two years of a plan on a real database: ideas, edits, reviews, what goes on, what it gave."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cap_desktop.domain.answers.answer_sheet import Answer
from cap_desktop.domain.plan.gains import ScoreChange
from cap_desktop.domain.plan.plan import Action, Milestone, Review, changed
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.domain.scoring.standing import PlanStanding
from cap_desktop.errors import ActionRejected, NoLongerThere, NotSaved
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_plan import OpenPlan
from cap_desktop.services.local.plans import Plans
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.storage.local.start import first_look
from tests.builders import Tree, after, maturity, questionnaire, theme, tree
from tests.folders import TickingClock


def _suggestion(name: str, question: str) -> Tree:
    test = {"score": question, "op": "lt", "value": "75"}
    trigger = {"any": [{"all": [test]}]}
    return {"id": name, "title": f"Agir {name}", "trigger": trigger, "targets": [question]}


THEMES = (theme("t", maturity("q_a"), maturity("q_b")), theme("u", maturity("q_c")))
OLD = tree(*THEMES, suggestions=[_suggestion("s_a", "q_a"), _suggestion("s_b", "q_b")])
NEW = after(
    OLD,
    theme("t", maturity("q_a"), maturity("q_e")),
    theme("u", maturity("q_c")),
    suggestions=[_suggestion("s_a", "q_a")],
    lineage=[{"relation": "replaced", "from": ["q_b"], "to": ["q_e"], "comparable": "yes"}],
    retired=[
        {"id": name, "kind": kind, "last_version": "1.0.0", "reason": "Revue"}
        for name, kind in (("q_b", "question"), ("s_b", "suggestion"))
    ],
)
ACI = {"structure_type": ("aci",)}


class _Home:
    """One structure, one database file, one clock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "cap.db"
        self.clock = TickingClock()
        self.database = Database(self.path)
        self.services = LocalServices(self.database, EvidenceFolder(folder / "preuves"), self.clock)
        self.structure = self.services.assessments.add_structure("Les Deux Rives").id

    @property
    def plans(self) -> Plans:
        return self.services.plans

    def year(self, year: int, of: Tree, given: dict[str, str]) -> str:
        reference = self.services.assessments.install(
            canonical_bytes(questionnaire(of)), "essai.json"
        )
        name = self.services.assessments.begin(self.structure, year, reference, ACI).assessment.id
        for question, level in given.items():
            answer = Answer(value=level, comment=f"Dit de {question}")
            self.services.answering.record_answer(name, question, answer, "Direction")
        return name


@pytest.fixture
def home(tmp_path: Path) -> Iterator[_Home]:
    made = _Home(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def year(home: _Home) -> str:
    return home.year(2026, OLD, {"q_a": "n1", "q_b": "n1", "q_c": "n4"})


def _action(title: str, **fields: object) -> Action:
    return changed(Action(title=title, priority=2, state="todo"), **fields)


def _titles(opened: OpenPlan) -> str:
    return "".join(action.title for action in opened.actions)


def test_two_years_of_a_plan(home: _Home, year: str) -> None:
    opened = home.plans.plan(year)
    assert (opened.actions, opened.former, opened.standing) == ((), None, None)
    assert {idea.id for idea in opened.ideas} == {"s_a", "s_b"}
    # An idea becomes an action, is edited, is reviewed, is done.
    opened = home.plans.add_idea(year, "s_b", "Direction")
    (action,) = opened.actions
    assert action.finding == "Dit de q_b"
    assert [idea.id for idea in opened.ideas] == ["s_a"]
    review = Review(day=date(2027, 3, 1), role="Équipe", comment="Utile")
    edited = changed(action, owner="Équipe", due=date(2027, 6, 30), reviews=(review,))
    home.plans.change(year, action.id, edited, "Direction", action)
    opened = home.plans.add_idea(year, "s_a", "Direction")
    home.services.assessments.seal(year)
    done = changed(edited, state="done", progress=100, proof="Compte rendu")
    opened = home.plans.change(year, action.id, done, "Équipe")
    assert [item.state for item in opened.actions] == ["done", "todo"]
    assert opened.standing == PlanStanding(2026, 2, 1, ())
    # The year after, under another version.
    next_year = home.year(2027, NEW, {"q_a": "n1", "q_e": "n3", "q_c": "n4"})
    opened = home.plans.plan(next_year)
    assert opened.former is not None
    assert opened.former.year == 2026
    (candidate,) = opened.candidates
    assert candidate.suggestion == "s_a"
    (gain, unmoved) = home.plans.observed_gains(next_year)
    assert gain.action == action.id
    assert gain.practices == (ScoreChange("q_e", Fraction(25), Fraction(75)),)
    assert gain.themes == (ScoreChange("t", Fraction(25), Fraction(50)),)
    assert unmoved.practices == (ScoreChange("q_a", Fraction(25), Fraction(25)),)
    opened = home.plans.carry(next_year, {candidate.id}, "Direction")
    (kept,) = opened.actions
    assert kept == changed(candidate, carried_from=2026)
    assert opened.candidates == ()
    assert home.plans.carry(next_year, {candidate.id}, "Direction") == opened
    past = home.plans.history(next_year, kept.id)
    assert [(change.year, change.by) for change in past] == [
        (2026, "Direction"),
        (2027, "Direction"),
    ]


def test_an_open_action_on_a_retired_question_follows_it_into_the_new_version(
    home: _Home, year: str
) -> None:
    given = _action(
        "Agir", questions=("q_b",), suggestion="s_b", expected_level={"q_b": 3}, goal="Tenir"
    )
    (action,) = home.plans.add(year, given, "Direction").actions
    next_year = home.year(2027, NEW, {"q_a": "n1"})
    (kept,) = home.plans.carry(next_year, {action.id}, "Direction").actions
    assert (kept.questions, kept.themes, kept.suggestion) == (("q_e",), ("t",), None)
    assert (kept.expected_level, kept.goal, kept.created_at) == ({}, "Tenir", action.created_at)


def test_every_change_stays_in_the_history_and_nothing_is_lost_when_removed(
    home: _Home, year: str
) -> None:
    (action,) = home.plans.add(year, _action("a"), "Direction").actions
    later = changed(action, goal="Tenir")
    home.plans.change(year, action.id, later, "Équipe", action)
    home.plans.change(year, action.id, later, "Équipe", later)
    opened = home.plans.remove(year, action.id, "Direction")
    assert opened.actions == ()
    assert opened.removed == (later,)
    past = home.plans.history(year, action.id)
    assert [(change.by, change.before, change.after) for change in past] == [
        ("Direction", None, action),
        ("Équipe", action, later),
        ("Direction", later, None),
    ]
    assert home.plans.restore(year, action.id, "Direction").actions == (later,)
    assert len(home.plans.history(year, action.id)) == 4


def test_a_change_leaves_alone_what_another_hand_changed(home: _Home, year: str) -> None:
    (action,) = home.plans.add(year, _action("a"), "Direction").actions
    home.plans.change(year, action.id, changed(action, owner="Équipe"), "Équipe", action)
    later = changed(action, progress=25)
    (kept,) = home.plans.change(year, action.id, later, "Direction", action).actions
    assert (kept.owner, kept.progress, kept.id) == ("Équipe", 25, action.id)


def test_an_action_that_names_nothing_known_is_refused_and_nothing_changes(
    home: _Home, year: str
) -> None:
    (action,) = home.plans.add(year, _action("a"), "Direction").actions
    unchecked = action.model_copy(update={"title": ""})
    for wrong in (changed(action, questions=("q_z",)), unchecked):
        with pytest.raises(ActionRejected):
            home.plans.change(year, action.id, wrong, "Direction")
        with pytest.raises(ActionRejected):
            home.plans.add_all(year, [_action("b"), _without_id(wrong)], "Direction")
    with pytest.raises(ActionRejected):
        home.plans.add(year, action, "Direction")
    with pytest.raises(NoLongerThere):
        home.plans.change(year, "absente", action, "Direction")
    assert home.plans.plan(year).actions == (action,)


def _without_id(action: Action) -> Action:
    return action.model_copy(update={"id": ""})


def test_actions_are_moved_and_a_removed_one_comes_back_to_its_place(
    home: _Home, year: str
) -> None:
    opened = home.plans.add_all(year, [_action(name) for name in "abcd"], "Direction")
    names = {action.title: action.id for action in opened.actions}
    assert _titles(home.plans.move(year, names["d"], 0)) == "dabc"
    assert _titles(home.plans.move(year, names["d"], 99)) == "abcd"
    assert _titles(home.plans.move(year, names["a"], 2)) == "bcad"
    home.plans.remove(year, names["c"], "Direction")
    assert _titles(home.plans.move(year, names["d"], 0)) == "dba"
    assert _titles(home.plans.restore(year, names["c"], "Direction")) == "dbca"
    with pytest.raises(NoLongerThere):
        home.plans.move(year, "absente", 0)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 6), st.booleans()), max_size=8))
@settings(max_examples=25, deadline=None)
def test_moving_one_action_never_disturbs_the_order_of_the_others(
    moves: list[tuple[int, int, bool]],
) -> None:
    with TemporaryDirectory() as folder:
        home = _Home(Path(folder))
        year = home.year(2026, OLD, {})
        opened = home.plans.add_all(year, [_action(name) for name in "abcde"], "Direction")
        ids = [action.id for action in opened.actions]
        for which, place, is_removal in moves:
            shown = [action.id for action in opened.actions]
            name = ids[which]
            if name not in shown:
                opened = home.plans.restore(year, name, "Direction")
            elif is_removal:
                opened = home.plans.remove(year, name, "Direction")
            else:
                opened = home.plans.move(year, name, place)
                assert opened.actions[max(0, min(place, len(shown) - 1))].id == name
            others = [action.id for action in opened.actions if action.id != name]
            assert others == [other for other in shown if other != name]
        assert {item.id for item in (*opened.actions, *opened.removed)} == set(ids)
        home.database.close()


def test_a_hidden_idea_stays_hidden_until_it_is_shown_again(home: _Home, year: str) -> None:
    home.plans.hide_idea(year, "s_a")
    opened = home.plans.hide_idea(year, "s_a")
    assert [idea.id for idea in opened.ideas] == ["s_b"]
    assert [idea.id for idea in opened.hidden] == ["s_a"]
    home.database.close()
    database = Database(home.path)
    again = Plans(database, home.clock).plan(year)
    database.close()
    assert [idea.id for idea in again.hidden] == ["s_a"]
    home.database = Database(home.path)
    shown = Plans(home.database, home.clock).show_idea(year, "s_a")
    assert shown.hidden == ()


def test_late_actions_and_too_many_are_said(home: _Home, year: str) -> None:
    opened = home.plans.add(year, _action("a", due=date(2026, 11, 23)), "Direction")
    assert opened.late == {opened.actions[0].id}
    assert opened.today == date(2026, 11, 24)
    assert not opened.too_many
    more = home.plans.add_all(year, [_action("b")] * 12, "Direction")
    assert len({action.id for action in more.actions}) == 13
    assert more.too_many


def test_the_first_page_knows_the_plan_at_the_next_start(home: _Home, year: str) -> None:
    home.services.assessments.show(year)
    home.plans.add(year, _action("a", due=date(2027, 1, 31)), "Direction")
    opened = home.plans.add(year, _action("b", due=date(2026, 11, 1)), "Direction")
    expected = PlanStanding(2026, 2, 0, ("2026-11-01", "2027-01-31"))
    assert opened.standing == expected
    assert expected.late("2026-11-24") == 1
    standing = first_look(home.path)
    assert standing is not None
    assert standing.plan == expected
    # The year after has no plan yet: that of the year before is the one under way.
    next_year = home.year(2027, OLD, {})
    assert home.services.assessments.open(next_year).standing.plan == expected


def test_the_projection_counts_the_chosen_actions_only(home: _Home, year: str) -> None:
    opened = home.plans.add_all(
        year, [_action("a", questions=("q_a",)), _action("b", questions=("q_b",))], "Direction"
    )
    first, second = (action.id for action in opened.actions)
    assert home.plans.projection(year, ()).levels == {}
    shown = home.plans.projection(year, {first})
    assert shown.levels == {"q_a": 2}
    assert shown.themes[0] == ScoreChange("t", Fraction(25), Fraction(75, 2))
    assert home.plans.projection(year, {first, second}).themes[0].points == 25
    assert home.plans.expected_gain(year, "q_a", 2).theme == shown.themes[0]


def test_an_action_comes_back_from_the_disk_as_it_was(home: _Home, year: str) -> None:
    given = _action(
        "'; DROP TABLE actions; -- <b>",
        themes=("t",),
        questions=("q_a",),
        milestones=(Milestone(day=date(2027, 1, 5), title="Essai", done=True),),
        reviews=(Review(day=date(2027, 2, 1), comment="«\u00a0bien\u00a0» 🌱 \u202b"),),
        expected_level={"q_a": 4},
        proof_files=("compte rendu.pdf",),
        carried_from=2025,
    )
    (kept,) = home.plans.add(year, given, "Direction").actions
    home.database.close()
    home.database = Database(home.path)
    (again,) = Plans(home.database, home.clock).plan(year).actions
    assert again == kept == changed(given, id=kept.id, created_at=kept.created_at)


def test_an_action_that_cannot_be_written_changes_nothing(
    home: _Home, year: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cap_desktop.storage.file.connect.BUSY_SECONDS", 0.05)
    database = Database(home.path)
    plans = Plans(database, home.clock)
    before = plans.add(year, _action("a"), "Direction").actions
    with closing(sqlite3.connect(home.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved):
            plans.add(year, _action("b"), "Direction")
        other.execute("ROLLBACK")
    assert plans.plan(year).actions == before
    database.close()


def test_another_structure_has_its_own_plan(home: _Home, year: str) -> None:
    home.plans.add(year, _action("a"), "Direction")
    home.structure = home.services.assessments.add_structure("Autre").id
    other = home.year(2026, OLD, {})
    assert home.plans.plan(other).actions == ()
    assert home.plans.plan(other).standing is None
    assert _titles(home.plans.plan(year)) == "a"
