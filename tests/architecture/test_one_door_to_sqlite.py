"""SQLite is met in storage alone, and its files are opened by one call."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "cap_desktop"
STORAGE = (PACKAGE / "storage" / "file", PACKAGE / "storage" / "local")
DIALECTS = "sqlalchemy.dialects"


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _is_of_sqlite(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] == "sqlite3" or f"{module}.".startswith(f"{DIALECTS}.")


def test_only_storage_knows_sqlite() -> None:
    # The import contracts do not see the standard library.
    found = {
        path for path, tree in _trees() if any(_is_of_sqlite(name) for name in _imported(tree))
    }
    assert found
    strangers = {path for path in found if not any(path.is_relative_to(room) for room in STORAGE)}
    assert strangers == set()


def test_every_connection_is_made_by_one_call() -> None:
    calls = [
        path.relative_to(PACKAGE).as_posix()
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "connect"
        and isinstance(node.value, ast.Name)
        and node.value.id == "sqlite3"
    ]
    taken_apart = [path for path, tree in _trees() if "sqlite3.connect" in set(_imported(tree))]
    assert calls == ["storage/file/connect.py"]
    assert taken_apart == []
