"""Tests wait for what must come, all as long as `PATIENCE` says, and never read a clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
# The photographs are no test: they let a screen draw.
FILES = sorted(set(TESTS.rglob("*.py")) - {TESTS / "screenshots.py"})
STOPWATCHES = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time"}
BLIND = {"qWait", "qSleep"}
WAITED = {"wait", "join"}
"""Of an event, a process or a thread; of pytest-qt's robot, a blind wait."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_a_test_waits_as_long_as_all_others(path: Path) -> None:
    assert list(_faults(ast.parse(path.read_text(encoding="utf-8")))) == []


def _faults(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.alias):
            name = node.attr if isinstance(node, ast.Attribute) else node.name
            if name in STOPWATCHES | BLIND:
                yield f"line {node.lineno}: {name}"
        if isinstance(node, ast.Call):
            yield from (f"line {node.lineno}: {fault}" for fault in _impatience(node))


def _impatience(call: ast.Call) -> Iterator[str]:
    said = [word.value for word in call.keywords if word.arg == "timeout"]
    called, owner = "", ""
    if isinstance(call.func, ast.Attribute):
        called, owner = call.func.attr, ast.unparse(call.func.value)
    if owner.endswith("qtbot") and called == "wait":
        yield "a blind wait"
        return
    if owner == "subprocess" and called in {"run", "check_output", "check_call"} and not said:
        yield "a process that may never end"
    if called in WAITED:
        said += [value for value in call.args if _is_number(value)]
    for value in said:
        if not (isinstance(value, ast.Name) and value.id in {"PATIENCE", "PATIENCE_MS"}):
            yield f"waits {ast.unparse(value)}"


def _is_number(value: ast.expr) -> bool:
    """What a text joins is none."""
    return isinstance(value, ast.Constant) and isinstance(value.value, int | float)


@pytest.mark.parametrize(
    "code",
    [
        "time.monotonic()",
        "from time import perf_counter",
        "QTest.qWait(5)",
        "self.qtbot.wait(50)",
        "go_on.wait(10)",
        "qtbot.waitUntil(done, timeout=9000)",
        "subprocess.run(['x'], check=True)",
    ],
)
def test_the_watch_sees_an_impatient_test(code: str) -> None:
    assert len(list(_faults(ast.parse(code)))) == 1


def test_the_watch_lets_patience_be() -> None:
    code = "go_on.wait(PATIENCE)\n', '.join(names)\nsubprocess.run(['x'], timeout=PATIENCE)"
    assert list(_faults(ast.parse(code))) == []
