"""What a program that works alone on a computer has no use for, and what reads a file as orders.

Nothing goes out or comes in by a network; no text of a file, of a person or of a database is ever
run. What is allowed all the same is named here, file by file, with its reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "cap_desktop"
FILES = sorted(PACKAGE.rglob("*.py"))

NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib",
    "telnetlib", "nntplib", "xmlrpc", "asyncio", "asyncore", "wsgiref", "webbrowser", "select",
    "selectors", "requests", "httpx", "aiohttp", "urllib3", "websockets", "paramiko", "psycopg",
    "tuf", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtHttpServer",
}  # fmt: skip
ORDERS = {
    "pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "dbm", "yaml",
    "ruamel", "code", "codeop", "pty", "tarfile", "shutil.unpack_archive", "xml.sax",
    "xml.dom", "xml.etree", "lxml",
}  # fmt: skip
PROCESSES = {"subprocess", "multiprocessing", "os.system", "os.popen", "commands"}
CALLS = {"eval", "exec", "compile", "__import__"}
METHODS = {
    "extractall", "extract", "system", "popen", "unpack_archive", "load_extension",
    "enable_load_extension", "execl", "execle", "execlp", "execv", "execve", "execvp", "spawnl",
    "spawnv", "startfile", "eval_js", "runJavaScript",
}  # fmt: skip

ALLOWED = {
    "gui/platform/first_window.py": {
        "PySide6.QtNetwork.QLocalServer": "a second start calls the first one, on this computer",
        "PySide6.QtNetwork.QLocalSocket": "the same, from the other side",
    },
    "gui/platform/folder_hold.py": {"PySide6.QtNetwork.QLocalServer": "the name of a type"},
    "reports/pdf/metadata.py": {"xml.sax.saxutils.escape": "writes XML, and reads none"},
    "cli/demo.py": {"subprocess": "starts this same program on the demonstration"},
}
"""By file, what is used there, and why."""


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_of(name: str, modules: set[str]) -> bool:
    return any(f"{name}.".startswith(f"{module}.") for module in modules)


def _used(text: str) -> Iterator[str]:
    """What of the forbidden things a text of Python uses."""
    tree = ast.parse(text)
    yield from (name for name in _imported(tree) if _is_of(name, NETWORK | ORDERS | PROCESSES))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _called(node)


def _called(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield node.func.id
    if isinstance(node.func, ast.Attribute):
        called = ast.unparse(node.func)
        if node.func.attr in METHODS or called == "importlib.import_module":
            yield called
    for given in node.keywords:
        is_off = isinstance(given.value, ast.Constant) and given.value.value is False
        if given.arg == "shell" and not is_off:
            yield "shell"


def _name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_name_of)
def test_nothing_reaches_out_nor_runs_what_it_reads(path: Path) -> None:
    found = set(_used(path.read_text(encoding="utf-8")))
    assert found - set(ALLOWED.get(_name_of(path), {})) == set()


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed_is_still_used(name: str) -> None:
    assert set(_used((PACKAGE / name).read_text(encoding="utf-8"))) == set(ALLOWED[name])
    assert all(ALLOWED[name].values())


def test_a_process_is_started_without_a_shell_and_by_its_whole_path() -> None:
    started = [
        node
        for name, reasons in ALLOWED.items()
        if "subprocess" in reasons
        for node in ast.walk(ast.parse((PACKAGE / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("subprocess.")
    ]
    assert started
    assert all(not isinstance(node.args[0], ast.Constant | ast.JoinedStr) for node in started)


def test_an_address_that_is_opened_is_that_of_a_file() -> None:
    # Qt would hand any other address to a browser.
    opened = [
        ast.unparse(node)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("QDesktopServices.openUrl")
    ]
    assert opened
    assert all("QUrl.fromLocalFile(" in call for call in opened)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import socket", "socket"),
        ("import urllib.request as r", "urllib.request"),
        ("from http import client", "http.client"),
        ("from PySide6.QtNetwork import QNetworkAccessManager",
         "PySide6.QtNetwork.QNetworkAccessManager"),
        ("import yaml", "yaml"),
        ("from pickle import loads", "pickle.loads"),
        ("eval('1')", "eval"),
        ("archive.extractall(folder)", "archive.extractall"),
        ("os.system('ls')", "os.system"),
        ("run('ls', shell=True)", "shell"),
        ("run('ls', shell=asked)", "shell"),
    ],
)  # fmt: skip
def test_the_watch_sees_what_is_forbidden(text: str, found: str) -> None:
    assert list(_used(text)) == [found]
