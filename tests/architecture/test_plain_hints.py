"""Every hint is given in one place, which keeps Qt from reading markup in it."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "cap_desktop"
ONE_DOOR = "gui/kit/hints.py"
RICH = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "QTextBrowser", "QTextEdit"}
RICH |= {"QMessageBox", "RichText", "AutoText", "MarkdownText", "setToolTipsVisible"}


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id


def _users(names: set[str]) -> set[str]:
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if names & set(_names(ast.parse(path.read_text(encoding="utf-8"))))
    }


def test_a_hint_is_given_in_one_place() -> None:
    assert _users({"setToolTip", "setWhatsThis", "setStatusTip"}) == {ONE_DOOR}


def test_nothing_of_the_window_reads_markup() -> None:
    assert _users(RICH) == set()


def test_a_bare_label_is_made_in_one_place() -> None:
    made = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "QLabel"
    }
    assert made == set()
