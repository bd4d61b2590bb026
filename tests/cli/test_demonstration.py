"""The demonstration, the short version and the statistics, as typed."""

import json
from pathlib import Path

import pytest

from cap_desktop.cli.main import run
from cap_desktop.domain.scoring.scoring import score
from cap_desktop.services.files.demonstrations import demonstrations
from cap_desktop.storage.local.database import Database
from tests.cases import Tree

Capture = pytest.CaptureFixture[str]
FOUND = demonstrations()


def test_three_made_up_structures_of_three_kinds_over_three_years() -> None:
    assert len(FOUND) == 3
    kinds = [set(shown.years[-1].sheet.profile["structure_type"]) for shown in FOUND]
    assert {"ai", "aci"} in kinds
    assert {"etti"} in kinds
    assert any("regie" in kind for kind in kinds)
    for shown in FOUND:
        assert shown.structure.fictional
        assert [item.year for item in shown.years] == [2024, 2025, 2026]
        assert [item.questionnaire.version for item in shown.years] == [
            "2025.2.0",
            "2025.2.0",
            "2026.1.0",
        ]


@pytest.mark.parametrize("shown", FOUND, ids=lambda shown: shown.folder)
def test_a_made_up_structure_is_lifelike(shown: object) -> None:
    from cap_desktop.services.files.demonstrations import Demonstrated

    assert isinstance(shown, Demonstrated)
    for item in shown.years:
        results = score(item.questionnaire, item.sheet)
        parts = [results.nodes[part.id] for part in item.questionnaire.parts]
        assert all(part.score is not None for part in parts)
        assert results.checks == ()
        assert results.na_warnings == ()
    last = shown.years[-1]
    comments = [answer.comment for answer in last.sheet.answers.values() if answer.comment]
    assert len(comments) >= 7
    assert any(answer.evidence for answer in last.sheet.answers.values())
    assert last.plan is not None
    actions = last.plan.actions
    assert 5 <= len(actions) <= 8
    assert len({action.state for action in actions}) >= 3
    assert any(action.reviews for action in actions)
    assert any(action.budget for action in actions)
    assert any(action.indicator_question for action in actions)
    assert all(action.milestones or not action.is_open or action.time for action in actions)
    assert any(action.carried_from == last.year - 1 for action in actions)
    assert last.plan.year == last.year


def test_demo_writes_a_workspace_that_the_other_commands_read(
    tmp_path: Path, capsys: Capture
) -> None:
    session = tmp_path / "essai"
    assert run(["demo", str(session)]) == 0
    assert "Les Deux Rives" in capsys.readouterr().out
    database = Database(session / "cap.db")
    with database.begin() as tx:
        structures = tx.structures.all()
        assert len(structures) == 3
        for structure in structures:
            assert tx.plans.years(structure.id) == (2026, 2025)
            kept = [action for action in tx.plans.of(structure.id, 2026) if action.carried_from]
            past = tx.plans.history(structure.id, kept[0].id)
            assert [change.year for change in past] == [2025, 2026]
    database.close()
    old, new = (session / "questionnaires" / f"cap-{v}.json" for v in ("2025.2.0", "2026.1.0"))
    for folder in ("deux-rives", "passerelle-interim", "regie-val-fleuri"):
        before, after = (session / folder / f"answers-{year}.json" for year in (2025, 2026))
        assert run(["compare", str(old), str(before), str(new), str(after), "--json"]) == 0
        parts = json.loads(capsys.readouterr().out)["parts"]
        assert parts["pratiques"]["comparable"] is True
        relations = {unit["relation"] for part in parts.values() for unit in part["units"]}
        assert relations >= {"reworded", "merged", "replaced"}
        # Every ladder was written anew, and the subject of the split is wider than before.
        aside = {unit["relation"] for part in parts.values() for unit in part["not_compared"]}
        assert aside >= {"same", "split", "dropped", "new"}


def test_demo_never_writes_over_anything(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "precieux.txt").write_text("à garder", encoding="utf-8")
    assert run(["demo", str(tmp_path)]) == 2
    assert "n’est pas vide" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["precieux.txt"]


def test_demo_says_when_it_cannot_write(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    assert run(["demo", str(tmp_path / "fichier" / "dedans")]) == 2
    assert "ne peut pas être écrit" in capsys.readouterr().err


def _two(tmp_path: Path) -> list[str]:
    run(["demo", str(tmp_path / "d")])
    questionnaire = tmp_path / "d" / "questionnaires" / "cap-2026.1.0.json"
    return [str(questionnaire), str(tmp_path / "d" / "deux-rives" / "answers-2026.json")]


def test_the_short_version_is_scored_by_itself(tmp_path: Path, capsys: Capture) -> None:
    two = _two(tmp_path)
    capsys.readouterr()
    assert run(["score", *two, "--short", "express", "--json"]) == 0
    tree: Tree = json.loads(capsys.readouterr().out)
    assert tree["questionnaire"].startswith("cap-express@2026.1.0#")
    assert len(tree["questions"]) < 70
    assert all(theme["score"] is not None for theme in tree["themes"].values())
    assert run(["score", *two, "--short", "expres"]) == 2
    assert "«\u00a0expres\u00a0»" in capsys.readouterr().err


def test_a_file_may_say_that_it_answers_the_short_version(tmp_path: Path, capsys: Capture) -> None:
    questionnaire, whole = _two(tmp_path)
    short = tmp_path / "court.json"
    tree: Tree = json.loads(Path(whole).read_text(encoding="utf-8"))
    short.write_text(json.dumps(tree | {"short": "express"}), encoding="utf-8")
    capsys.readouterr()
    assert run(["score", questionnaire, str(short), "--json"]) == 0
    scored: Tree = json.loads(capsys.readouterr().out)
    assert scored["questionnaire"].startswith("cap-express@2026.1.0#")
    assert run(["compare", questionnaire, whole, questionnaire, str(short), "--json"]) == 0
    parts = json.loads(capsys.readouterr().out)["parts"]
    for name, part in parts.items():
        assert part["full_new"] == scored["parts"][name]["score"]
        assert part["common_old"] == part["common_new"]
        assert {unit["relation"] for unit in part["units"] if unit["usable"]} == {"same"}
    short.write_text(json.dumps(tree | {"short": "expres"}), encoding="utf-8")
    assert run(["score", questionnaire, str(short)]) == 2


def test_stats_describe_a_questionnaire(tmp_path: Path, capsys: Capture) -> None:
    questionnaire = _two(tmp_path)[0]
    capsys.readouterr()
    assert run(["questionnaire", "stats", questionnaire, "--json"]) == 0
    tree: Tree = json.loads(capsys.readouterr().out)
    assert tree["questions"] == 114
    assert tree["tags"] == {"express": 37}
    assert tree["themes"]["accompagnement"]["share_of_part"] == "16.7"
    assert float(tree["mean_sentence"]) <= 18
    assert run(["questionnaire", "stats", questionnaire]) == 0
    out = capsys.readouterr().out
    assert "Minutes à voix haute" in out
    assert "Dont express" in out
    assert "Version courte «\u00a0express\u00a0»" in out
    ai, short = (found["Association intermédiaire (AI)"] for found in _profiles(tree))
    assert (ai["minutes"], ai["minutes_at_most"]) == (462, 630)
    assert short["minutes_at_most"] == 191
    assert short["minutes"] < ai["minutes"] / 2


def _profiles(tree: Tree) -> tuple[Tree, Tree]:
    return tree["profiles"], tree["short"]["express"]
