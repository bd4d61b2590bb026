"""A fact of the domain is said in one place: what `words` says, no other module writes."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import cap_desktop

PACKAGE = Path(cap_desktop.__file__).parent
HOME = "words"
MESSAGES = {"_": 1, "mark": 1, "counted": 2}
"""The doors of translation, and how many sentences each takes."""

HOMONYMS = {
    "agir": "what to do next, on the first page; a step of an action",
    "cible": "the aim of a score; the target value of an action",
    "en cours": "a year that is not finished; an action that is begun",
    "fait": "a step of the first launch; a milestone",
    "moyenne": "the mean of answers; a priority",
    "poids": "a factor of a priority; what changed of a question",
    "priorité": "the head of a column; a field of an action",
    "questions": "what an action is about, and the field that says so",
    "terminée": "a year; an action",
    "thème": "the head of a column; a field of an action",
    "à faire": "the actions that are open; a milestone",
}
"""The same letters for two facts: each has its reason."""


def test_what_words_says_is_written_nowhere_else() -> None:
    homes = _homes()
    told = {name for name, files in homes.items() if any(_is_home(file) for file in files)}
    twice = {name: sorted(homes[name]) for name in told if len(homes[name]) > 1}
    assert {name: files for name, files in twice.items() if name not in HOMONYMS} == {}
    assert HOMONYMS.keys() - twice.keys() == set()


def test_the_walk_sees_states_efforts_and_counts() -> None:
    homes = _homes()
    for said in ("abandonnée", "peu d’effort", "sans réponse", "{number} actions", "juillet"):
        assert [_is_home(file) for file in homes[said]] == [True]


def _homes() -> dict[str, set[str]]:
    """Every sentence of the program, in small letters, and the modules that write it."""
    homes: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for said in _sentences(ast.parse(path.read_text(encoding="utf-8"))):
            homes[said.casefold()].add(path.relative_to(PACKAGE).as_posix())
    return homes


def _sentences(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for given in node.args[: MESSAGES.get(node.func.id, 0)]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.value


def _is_home(file: str) -> bool:
    return file.startswith(f"{HOME}/")
