"""An import inside a function costs a reader; the few there are each say what they save."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cap_desktop

PACKAGE = Path(cap_desktop.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
MOST = 60
"""How many there are in the package: it goes down, and never up."""

Import = ast.Import | ast.ImportFrom


def _deferred(tree: ast.Module) -> Iterator[Import]:
    """The imports inside functions, in the order of the file, each once."""
    found = {
        node.lineno: node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    yield from (found[line] for line in sorted(found))


def _unexplained(text: str) -> Iterator[str]:
    """The imports with no comment beside them, nor above the run of lines they belong to."""
    lines = text.splitlines()
    explained = 0
    for node in _deferred(ast.parse(text)):
        above = lines[node.lineno - 2].strip()
        last = node.end_lineno or node.lineno
        beside = any("  # " in line for line in lines[node.lineno - 1 : last])
        if beside or above.startswith("# ") or explained == node.lineno - 1:
            explained = last
        else:
            yield f"line {node.lineno}: {ast.unparse(node)}"


def test_there_are_no_more_of_them() -> None:
    count = sum(len(list(_deferred(ast.parse(path.read_text("utf-8"))))) for path in FILES)
    assert count <= MOST


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_says_why(path: Path) -> None:
    assert list(_unexplained(path.read_text("utf-8"))) == []


def test_a_silent_one_is_found() -> None:
    run = "def f():\n    # Start-up: x.\n    import a\n    import b\n\n    import c\n"
    assert list(_unexplained(run)) == ["line 6: import c"]
    assert list(_unexplained("def f():\n    import a  # start-up: x\n")) == []
