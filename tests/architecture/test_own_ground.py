"""What tests share stands in modules of its own, never in another test."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
FILES = sorted(TESTS.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_nothing_is_taken_from_another_test(path: Path) -> None:
    assert list(_taken(ast.parse(path.read_text(encoding="utf-8")))) == []


def _taken(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for module in modules:
            parts = module.split(".")
            if parts[0] == "tests" and any(
                part.startswith("test_") or part == "conftest" for part in parts
            ):
                yield f"line {node.lineno}: {module}"


def test_the_watch_sees_what_is_taken() -> None:
    tree = ast.parse("from tests.gui import test_plan\nfrom tests.gui.conftest import x")
    assert len(list(_taken(tree))) == 2
