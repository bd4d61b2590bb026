"""Which tests speak of what changed: those that import it, and those that bear its name."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

TESTS = "tests"


def changed_files(root: Path) -> list[str]:
    """Return what git finds changed, added or not yet known since what is shared."""
    since = _shared(root)
    changed = _git(root, "diff", "--name-only", "--diff-filter=d", since)
    return sorted({*changed, *_git(root, "ls-files", "--others", "--exclude-standard")})


def tests_of(changed: Iterable[str], root: Path) -> list[str]:
    """Return the files or folders of tests to run; none where no test speaks of the change."""
    imports = {
        path.relative_to(root).as_posix(): _imported(path)
        for path in sorted((root / TESTS).rglob("*.py"))
    }
    found: set[str] = set()
    for name in changed:
        found |= _tests_of(PurePosixPath(name), imports, root)
    # A file of a folder that is run as a whole would be run twice.
    return sorted(
        test for test in found if not any(str(up) in found for up in PurePosixPath(test).parents)
    )


def _tests_of(path: PurePosixPath, imports: dict[str, set[str]], root: Path) -> set[str]:
    if path.name == "conftest.py" and path.parts[0] == TESTS:
        return {str(path.parent)}
    if _is_test(path):
        return {str(path)}
    if path.suffix != ".py":
        return _folder_like(path, root)
    module = _module(path)
    found = {test for test, names in imports.items() if module in names}
    # A builder that several tests share stands for the tests that use it.
    users = {_module(PurePosixPath(test)) for test in found if not _is_test(PurePosixPath(test))}
    found |= {test for test, names in imports.items() if names & users}
    found |= {test for test in imports if PurePosixPath(test).stem == f"test_{path.stem}"}
    return {test for test in found if _is_test(PurePosixPath(test))} or _folder_like(path, root)


def _folder_like(path: PurePosixPath, root: Path) -> set[str]:
    """Return the deepest folder of tests that bears the place of a file."""
    parts = [part for part in path.parts[:-1] if part != "cap_desktop"]
    while parts:
        folder = PurePosixPath(TESTS, *parts)
        if (root / folder).is_dir():
            return {str(folder)}
        parts.pop()
    return set()


def _is_test(path: PurePosixPath) -> bool:
    return path.parts[0] == TESTS and path.name.startswith("test_") and path.suffix == ".py"


def _module(path: PurePosixPath) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path) -> set[str]:
    """Return the modules that a file imports; `from a import b` may mean `a` or `a.b`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _shared(root: Path) -> str:
    """Return the last commit that others have too: where this branch left what is shared."""
    for shared in ("@{upstream}", "main"):
        found = _git(root, "merge-base", "HEAD", shared)
        if found:
            return found[0]
    return "HEAD"


def _git(root: Path, *arguments: str) -> list[str]:
    done = subprocess.run(
        ["git", *arguments], cwd=root, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.splitlines() if done.returncode == 0 else []
