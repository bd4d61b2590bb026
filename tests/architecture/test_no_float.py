"""Scores are exact: the rules use neither floats, nor `round`, nor a clock, nor a locale."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cap_desktop.domain

FOLDER = Path(cap_desktop.domain.__file__).parent
# Likeness of names, for messages, is the one thing of the domain measured by a float.
FILES = sorted(set(FOLDER.rglob("*.py")) - {FOLDER / "questionnaire" / "nearest.py"})

FORBIDDEN_CALLS = {"float", "hash", "round"}
FORBIDDEN_MODULES = {"math", "cmath", "decimal", "locale", "random", "time", "statistics", "numpy"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_rule_file_is_exact_and_deterministic(path: Path) -> None:
    assert list(_faults(ast.parse(path.read_text(encoding="utf-8")))) == []


def _faults(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"line {node.lineno}: float {node.value}"
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id in FORBIDDEN_CALLS:
            yield f"line {called.lineno}: {called.id}()"
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            module = getattr(node, "module", None)
            used = {name.partition(".")[0] for name in ([module] if module else names)}
            if used & FORBIDDEN_MODULES:
                yield f"line {node.lineno}: import {used}"


def test_the_watch_sees_a_float_and_a_round() -> None:
    assert len(list(_faults(ast.parse("import math\nx = round(0.5)")))) == 3
