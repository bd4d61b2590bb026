"""The commands as a person or a program types them."""

import json
from pathlib import Path

import pytest

from cap_desktop.cli.main import run
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from tests.builders import Tree, after, answers, maturity, questionnaire, raw, theme, tree
from tests.cases import invalid_cases

Capture = pytest.CaptureFixture[str]

OF = tree(
    theme("t", maturity("q_a"), maturity("q_b")),
    suggestions=[
        {
            "id": "s",
            "title": "Écrire le projet",
            "trigger": {"any": [{"all": [{"score": "q_a", "op": "lt", "value": "50"}]}]},
            "targets": ["q_a"],
        }
    ],
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    asked = theme("t", maturity("q_a"), maturity("q_b"), maturity("q_c"))
    new = after(OF, asked, suggestions=OF["suggestions"])
    made = {
        "questionnaire": raw(OF),
        "answers": raw(answers(OF, {"q_a": "n1", "q_b": "n3"})),
        "new": raw(new),
        "new_answers": raw(answers(new, {"q_a": "n2", "q_b": "n3", "q_c": "n0"})),
        "canonical": canonical_bytes(questionnaire(OF)),
        "invalid": raw(OF | {"axe": []}),
        "unpublishable": raw(OF | {"locales": ["en"]}),
    }
    for name, data in made.items():
        (tmp_path / f"{name}.json").write_bytes(data)
    return {name: str(tmp_path / f"{name}.json") for name in made}


def _json(capsys: Capture) -> Tree:
    tree: Tree = json.loads(capsys.readouterr().out)
    return tree


def test_score_prints_results_for_a_program(files: dict[str, str], capsys: Capture) -> None:
    assert run(["score", files["questionnaire"], files["answers"], "--json"]) == 0
    tree = _json(capsys)
    assert tree["format"] == "cap-results/1"
    assert tree["engine"] == "cap-score/1"
    assert tree["questionnaire"].startswith("essai@1.0.0#sha256:")
    assert tree["parts"]["partie"]["score"] == "50.0"
    assert tree["priorities"] == [{"question": "q_a", "priority": "30.0"}]


def test_score_prints_a_readable_table_in_french(files: dict[str, str], capsys: Capture) -> None:
    assert run(["score", files["questionnaire"], files["answers"]]) == 0
    out = capsys.readouterr().out
    assert "2 questions remplies sur 2 posées." in out
    assert "50,0 et 50,0" in out
    assert "À travailler d’abord" in out


def test_texts_of_a_file_are_never_read_as_markup(tmp_path: Path, capsys: Capture) -> None:
    of = OF | {"title": "[red]Rouge[/red] :smile: [link=http://x]"}
    (tmp_path / "q.json").write_bytes(raw(of))
    (tmp_path / "a.json").write_bytes(raw(answers(of, {"q_a": "n1"})))
    assert run(["score", str(tmp_path / "q.json"), str(tmp_path / "a.json")]) == 0
    assert "[red]Rouge[/red] :smile: [link=http://x]" in capsys.readouterr().out


def test_score_warns_about_what_only_forbids_to_publish(
    files: dict[str, str], capsys: Capture
) -> None:
    assert run(["score", files["unpublishable"], files["answers"], "--json"]) == 0
    captured = capsys.readouterr()
    assert "À corriger avant publication" in captured.err
    assert json.loads(captured.out)["format"] == "cap-results/1"


def test_score_refuses_a_broken_questionnaire(files: dict[str, str], capsys: Capture) -> None:
    assert run(["score", files["invalid"], files["answers"]]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Vouliez-vous dire «\u00a0axes\u00a0»\u00a0?" in captured.err
    assert captured.err.count("\n") == 1


def test_compare_says_what_moved(files: dict[str, str], capsys: Capture) -> None:
    four = [files[name] for name in ("questionnaire", "answers", "new", "new_answers")]
    assert run(["compare", *four, "--json"]) == 0
    part = _json(capsys)["parts"]["partie"]
    assert (part["delta_common"], part["base_share"]) == ("12.5", "66.7")
    assert part["not_compared"] == [{"relation": "new", "from": [], "to": ["q_c"]}]
    assert run(["compare", *four]) == 0
    assert "+12,5" in capsys.readouterr().out


def test_compare_refuses_versions_that_nothing_joins(
    files: dict[str, str], capsys: Capture
) -> None:
    four = [files[name] for name in ("new", "new_answers", "questionnaire", "answers")]
    assert run(["compare", *four]) == 2
    assert "--via" in capsys.readouterr().err


def test_dispersion_says_whether_to_discuss(tmp_path: Path, capsys: Capture) -> None:
    responses = [
        {"role": "director", "answer": {"value": "n4"}},
        {"role": "staff", "answer": {"value": "n1"}},
        {"role": "staff", "answer": {"value": "n0"}},
    ]
    path = tmp_path / "avis.json"
    path.write_bytes(raw({"question": maturity("q"), "responses": responses}))
    assert run(["dispersion", str(path), "--json"]) == 0
    tree = _json(capsys)
    assert (tree["range"], tree["discuss"]) == ("100.0", True)
    assert tree["roles"] == {"director": "100.0", "staff": None}
    assert run(["dispersion", str(path)]) == 0
    assert "À discuter ensemble" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"question": {"id": "q", "kind": "maturite"}}, "question/kind"),
        ({"responses": [{"role": "x", "answer": {"value": "n9"}}]}, "responses[0]/answer/value"),
        ({"responses": [{"answer": {}}]}, "responses[0]/role"),
        ({"reponses": []}, "reponses"),
        ({"responses": 3}, "responses"),
        ({"roles": [{"id": "staff", "min_group": 0}]}, "roles/staff/min_group"),
    ],
)
def test_dispersion_refuses_by_name_and_place(
    tmp_path: Path, capsys: Capture, change: Tree, place: str
) -> None:
    path = tmp_path / "avis.json"
    path.write_bytes(raw({"question": maturity("q"), "responses": []} | change))
    assert run(["dispersion", str(path)]) == 2
    assert f"{place}\u00a0:" in capsys.readouterr().err


def test_check_accepts_a_valid_questionnaire(files: dict[str, str], capsys: Capture) -> None:
    assert run(["questionnaire", "check", files["canonical"], "--json"]) == 0
    assert _json(capsys) == {"valid": True, "errors": [], "warnings": []}
    assert run(["questionnaire", "check", files["questionnaire"]]) == 0
    assert "forme canonique" in capsys.readouterr().out


def test_check_names_every_error_and_exits_one(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "q.json"
    path.write_bytes(raw(OF | {"axe": [], "title": " ", "license": 3}))
    assert run(["questionnaire", "check", str(path), "--json"]) == 1
    errors = _json(capsys)["errors"]
    assert {(error["code"], error["place"]) for error in errors} == {
        ("E-UNKNOWN-FIELD", "axe"),
        ("E-TEXT-EMPTY", "title"),
        ("E-FORMAT", "license"),
    }
    assert run(["questionnaire", "check", str(path)]) == 1
    assert "3 erreurs à corriger." in capsys.readouterr().out


def test_check_reports_a_foreign_file_as_data_or_as_one_sentence(
    tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "q.json"
    path.write_bytes(b'{"format": "autre/1"}')
    assert run(["questionnaire", "check", str(path), "--json"]) == 1
    assert _json(capsys)["errors"][0]["code"] == "E-FORMAT"
    assert run(["questionnaire", "check", str(path)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_check_follows_the_version_before(files: dict[str, str], capsys: Capture) -> None:
    arguments = ["questionnaire", "check", files["new"], "--previous", files["questionnaire"]]
    assert run([*arguments, "--json"]) == 0
    tree = _json(capsys)
    assert tree["errors"] == []
    assert any("q_c" in warning for warning in tree["warnings"])


def test_digest_names_the_bytes(files: dict[str, str], capsys: Capture) -> None:
    assert run(["questionnaire", "digest", files["canonical"], "--json"]) == 0
    tree = _json(capsys)
    assert tree["canonical"] is True
    assert tree["reference"] == f"essai@1.0.0#{tree['content_digest']}"
    assert run(["questionnaire", "digest", files["questionnaire"]]) == 0
    assert tree["content_digest"] in capsys.readouterr().out


def test_diff_lists_changes_and_the_least_version(files: dict[str, str], capsys: Capture) -> None:
    assert run(["questionnaire", "diff", files["questionnaire"], files["new"], "--json"]) == 0
    tree = _json(capsys)
    assert tree["minimum_version"] == "1.1.0"
    assert [(change["kind"], change["id"]) for change in tree["changes"]] == [("added", "q_c")]
    assert run(["questionnaire", "diff", files["questionnaire"], files["new"]]) == 0
    assert "Numéro de version minimal" in capsys.readouterr().out


def test_schema_prints_the_published_schema(capsys: Capture) -> None:
    assert run(["questionnaire", "schema"]) == 0
    assert _json(capsys)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "arguments",
    [["scor"], ["score"], ["score", "a"], ["score", "--x", "a", "b"], ["questionnaire"]],
    ids=" ".join,
)
def test_a_wrong_command_line_is_one_french_sentence(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert "--help" in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


@pytest.mark.parametrize("words", [[], ["score"], ["compare"], ["questionnaire", "check"]])
def test_help_is_in_french(words: list[str], capsys: Capture) -> None:
    assert run([*words, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Utilisation\u00a0: cap-desktop")
    assert not {"Usage", "Options:", "Show this message"} & set(out.split())


def test_the_cases_of_bad_questionnaires_never_crash_the_table(
    tmp_path: Path, capsys: Capture
) -> None:
    from tests.cases import applied

    cases = invalid_cases()
    path = tmp_path / "q.json"
    for case in cases["cases"]:
        path.write_bytes(raw(applied(cases["base"], case["ops"])))
        assert run(["questionnaire", "check", str(path)]) == 1
        assert case["code"] in capsys.readouterr().out


@pytest.mark.parametrize(
    "change", [{"short": "x" * 23}, {"long": "x" * 8001}, {"locale": "Français"}]
)
def test_score_names_what_the_model_refuses(
    tmp_path: Path, capsys: Capture, change: dict[str, str]
) -> None:
    of = json.loads(raw(OF))
    target = of["parts"][0]["axes"][0]["themes"][0]
    if "short" in change:
        target["short_title"] = change["short"]
    elif "long" in change:
        target["title"] = change["long"]
    else:
        of["locale"] = change["locale"]
    (tmp_path / "q.json").write_bytes(raw(of))
    (tmp_path / "a.json").write_bytes(raw(answers(OF, {})))
    assert run(["score", str(tmp_path / "q.json"), str(tmp_path / "a.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_null_is_no_questionnaire(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "q.json"
    path.write_bytes(b"null")
    assert run(["questionnaire", "check", str(path), "--json"]) == 1
    assert _json(capsys)["errors"][0]["code"] == "E-JSON"
    assert run(["questionnaire", "check", str(path)]) == 2


def test_two_contents_under_one_name_are_not_compared(tmp_path: Path, capsys: Capture) -> None:
    other = tree(theme("t", maturity("q_b")))
    for name, of in (("old", OF), ("new", other)):
        (tmp_path / f"{name}.json").write_bytes(raw(of))
        (tmp_path / f"{name}-a.json").write_bytes(raw(answers(of, {"q_b": "n1"})))
    four = [str(tmp_path / f"{name}.json") for name in ("old", "old-a", "new", "new-a")]
    assert run(["compare", *four]) == 2
    assert "portent le même nom" in capsys.readouterr().err


def test_a_name_too_long_for_the_system_is_one_sentence(capsys: Capture) -> None:
    assert run(["questionnaire", "check", "a" * 300 + ".json"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_dispersion_of_what_is_not_scored_still_sees_agreement_and_conflict(
    tmp_path: Path, capsys: Capture
) -> None:
    question = {
        "id": "p",
        "kind": "yesno",
        "title": "Q ?",
        "scored": False,
        "na": {"allowed": True},
    }
    path = tmp_path / "avis.json"

    def spread(*said: Tree) -> Tree:
        responses = [{"role": "staff", "answer": answer} for answer in said]
        roles = [{"id": "director"}]
        path.write_bytes(raw({"question": question, "responses": responses, "roles": roles}))
        assert run(["dispersion", str(path), "--json"]) == 0
        return _json(capsys)

    assert spread({"value": "yes"}, {"value": "yes"})["auto_consensus"] == "yes"
    conflict = spread({"value": "yes"}, {"na": True})
    assert (conflict["na_conflict"], conflict["discuss"]) == (True, True)
    assert conflict["roles"] == {"staff": None}
