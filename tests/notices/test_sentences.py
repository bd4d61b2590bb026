"""Every problem and every error that the code can raise has its French sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cap_desktop
from cap_desktop import errors
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.errors import CapError, Problem
from cap_desktop.notices.details import details
from cap_desktop.notices.errors import NOTICES, explained, notice
from cap_desktop.notices.problems import sentence
from cap_desktop.notices.sentences import SENTENCES
from tests.builders import raw
from tests.cases import applied, invalid_cases

PACKAGE = Path(cap_desktop.__file__).parent
INVALID = invalid_cases()
COMPOSED = {"E-TEXT-EMPTY", "E-MISSING"}
"""Said from the names of the field and of what holds it."""


def _raised() -> Iterator[tuple[str, str]]:
    """The code and case of every literal `Problem(…)` and `refuse(…)` of the domain."""
    for path in (PACKAGE / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            words = [item.value if isinstance(item, ast.Constant) else None for item in node.args]
            given = {
                item.arg: item.value.value
                for item in node.keywords
                if item.arg and isinstance(item.value, ast.Constant)
            }
            if node.func.id == "Problem" and words and isinstance(words[0], str):
                case = words[2] if len(words) > 2 else ""
                if isinstance(case, str):
                    yield words[0], case
            elif node.func.id == "refuse" and words and isinstance(words[0], str):
                case = words[1] if len(words) > 1 else ""
                if isinstance(case, str):
                    yield words[0], case
            elif node.func.id == "replace" and isinstance(given.get("code"), str):
                yield str(given["code"]), str(given.get("case", ""))


RAISED = sorted(set(_raised()))


def test_the_scan_finds_the_problems_of_the_code() -> None:
    assert len(RAISED) > 80


@pytest.mark.parametrize(("code", "case"), RAISED)
def test_a_problem_has_its_own_sentence(code: str, case: str) -> None:
    assert (code, case) in SENTENCES or (code in COMPOSED and case not in ("previous",))


@pytest.mark.parametrize(("code", "case"), sorted(SENTENCES))
def test_a_sentence_is_finished_and_follows_french_typography(code: str, case: str) -> None:
    problem = Problem(code, "ici", case, "nom", "vu", ("un", "deux"), "voisin")
    text = sentence(problem)
    assert "{" not in text
    assert text[-1] in ".?"
    assert not {" :", " ;", " ?", " !", "« ", " »", "'"} & {
        text[i : i + 2] for i in range(len(text))
    }


def _leaves(kind: type[CapError]) -> Iterator[type[CapError]]:
    children = kind.__subclasses__()
    if not children:
        yield kind
    for child in children:
        yield from _leaves(child)


def test_every_error_has_a_notice_and_stands_in_the_drawn_tree() -> None:
    leaves = set(_leaves(CapError))
    assert leaves == set(NOTICES)
    assert errors.__doc__ is not None
    assert all(leaf.__name__ in errors.__doc__ for leaf in leaves)


@pytest.mark.parametrize("kind", sorted(NOTICES, key=str))
def test_a_notice_has_a_title_and_whole_sentences_in_french_typography(
    kind: type[CapError],
) -> None:
    told = NOTICES[kind]
    assert told.title[-1] not in ".!:"
    for part in (told.why, told.safe, told.advice):
        assert not part or part[-1] == "."
        assert not part or part[0] in "«{" or part[0].isupper()
    for part in (told.title, told.why, told.safe, told.advice):
        assert not {" :", " ;", " ?", " !", "« ", " »", "'"} & {
            part[i : i + 2] for i in range(len(part))
        }


def test_an_error_is_told_in_parts_and_in_one_line() -> None:
    error = errors.NotSaved(Path("/x/cap.db"), "full")
    told = explained(error)
    assert told.title == "Pas encore enregistré"
    assert told.why == "Le disque est plein."
    assert told.safe.startswith("Ce qui était enregistré est intact")
    assert notice(error).startswith("Pas encore enregistré\u00a0: le disque est plein. Ce qui")


def test_the_details_name_the_error_its_file_and_its_cause() -> None:
    error = errors.FileDenied(Path("/x/cap.json"), 13)
    error.__cause__ = PermissionError(13, "Permission denied")
    text = details(error)
    assert "FileDenied" in text
    assert "/x/cap.json" in text
    assert "PermissionError" in text


def test_an_error_is_said_in_one_line_with_the_first_problem() -> None:
    problems = tuple(Problem("E-TEXT-EMPTY", name, name="questionnaire.title") for name in "ab")
    said = notice(errors.QuestionnaireRefused(Path("dossier/cap.json"), problems))
    assert said == (
        "Le questionnaire «\u00a0cap.json\u00a0» ne peut pas servir\u00a0: "
        "a\u00a0: Le titre du questionnaire est vide. (et 1 autre)"
    )


@pytest.mark.parametrize(
    "case",
    [case for case in INVALID["cases"] if case.get("message_fr")],
    ids=lambda case: case["id"],
)
def test_the_tone_is_that_of_the_worked_cases(case: dict[str, object]) -> None:
    tree = applied(INVALID["base"], case["ops"])  # type: ignore[arg-type]
    (problem,) = read_questionnaire(raw(tree)).problems
    said = sentence(problem).replace("\u00a0", " ")
    assert said.startswith(str(case["message_fr"]).rstrip("."))
