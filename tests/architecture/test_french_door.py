"""Everything a person reads goes through `_()`; nothing accented stands outside it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import cap_desktop

PACKAGE = Path(cap_desktop.__file__).parent
SILENT = {"domain", "storage"}
"""They say nothing to anybody."""

FILES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in SILENT
)
DOORS = {"_", "mark", "counted"}
FRENCH = re.compile("[àâçéèêëîïôùûœ’«»À-Ý]")
TABLES = {"nouns.py", "units.py", "territories.py", "digit_row.py"}
"""Names, articles, plurals and places for sentences that pass the door; signs of keyboards."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_french_text_stands_outside_the_door(path: Path) -> None:
    if path.name not in TABLES:
        assert list(_outside(ast.parse(path.read_text(encoding="utf-8")))) == []


def _outside(tree: ast.Module) -> Iterator[str]:
    allowed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in DOORS:
            allowed |= {id(child) for child in ast.walk(node)}
        # Docstrings: those of a command are its help, shown as they are.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            allowed.add(id(node.value))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in allowed
            and FRENCH.search(node.value)
        ):
            yield f"line {node.lineno}: {node.value!r}"
