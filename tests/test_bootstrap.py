"""The door of a developer: which Python, what is missing, what failed, what is kept ready."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
import shiboken6

from installing import environment, failures, log, system_packages
from installing.changed import changed_files, concerned_tests
from installing.commands import COMMANDS
from installing.failures import cause_of, explained
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
DOOR = ROOT / "bootstrap.py"

# --- Which Python -----------------------------------------------------------------------


def test_the_door_is_read_by_a_python_of_any_age() -> None:
    tree = ast.parse(DOOR.read_text(encoding="utf-8"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.FunctionDef)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []
    assert not any(
        isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in ast.walk(tree)
    )


def test_the_door_and_the_package_ask_for_the_same_python() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.15"
    named = [f"3.{minor}" for minor in range(11, 15)]
    classified = [line.rpartition(" ")[2] for line in project["classifiers"] if ":: 3." in line]
    assert classified == named
    door = DOOR.read_text(encoding="utf-8")
    assert "(3, 11) <= sys.version_info[:2] <= (3, 14)" in door
    assert all(version in door for version in named)


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 15)])
def test_another_python_is_told_which_ones_do_and_where_they_are(version: tuple[int, int]) -> None:
    told = f"import sys; sys.version_info = {(*version, 0, 'final', 0)}\n"
    run = "import runpy; runpy.run_path('bootstrap.py', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", told + run],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PATH": ""},
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert f"celui-ci est le {version[0]}.{version[1]}." in done.stderr
    assert "3.11, 3.12, 3.13 ou 3.14" in done.stderr
    assert "python.org" in done.stderr


def test_help_is_written_where_the_system_knows_ascii_only() -> None:
    done = subprocess.run(
        [sys.executable, str(DOOR), "--help"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        timeout=PATIENCE,
    )
    assert done.returncode == 0
    assert "démarrer" in done.stdout.decode()


def test_every_command_has_its_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (targets,) = re.findall(r"^(.+):\n\t@\$\(PYTHON\) bootstrap", makefile, re.MULTILINE)
    assert set(targets.split()) == set(COMMANDS)


# --- What failed ------------------------------------------------------------------------

NO_ROUTE = (
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<x>: "
    "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')'\n"
    "ERROR: No matching distribution found for alembic==1.20.1"
)
FILTERED = (
    "Could not fetch URL: There was a problem confirming the ssl certificate: "
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] self-signed'))\n"
    "ERROR: No matching distribution found for alembic==1.20.1"
)


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (NO_ROUTE, "connexion à Internet"),
        (FILTERED, "certificat"),
        ("ProxyError('Cannot connect to proxy.', OSError('407 Proxy'))", "proxy"),
        ("OSError: [Errno 28] No space left on device", "plein"),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "plein"),
        ("OSError: [Errno 30] Read-only file system: '/x/.venv'", "lecture seule"),
        ("ERROR: Could not install: [Errno 13] Permission denied: '/x'", "écrit par vous"),
        ("PermissionError: [WinError 32] used by another process: 'QtCore.pyd'", "en service"),
        ("OSError: [Errno 2]\nHINT: Windows Long Path support", "trop long"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "n’est pas celui qui est attendu"),
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", "pyside6"),
        ("Err:1 http://x Temporary failure resolving 'x'\nE: Failed to fetch", "Internet"),
        ("E: Unable to locate package libgl1", "libgl1"),
        ("E: Package 'libgl1' has no installation candidate", "libgl1"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "autre installation"),
    ],
)
def test_a_failure_is_named_as_what_it_is(said: str, cause: str) -> None:
    found = cause_of(said)
    assert found is not None
    assert cause in found
    assert ("Internet" in found) == (cause in ("connexion à Internet", "Internet"))


def test_what_nobody_foresaw_blames_nothing_and_names_the_file() -> None:
    assert cause_of("Segmentation fault") is None
    assert str(explained("L’installation", "Segmentation fault", Path("x.log"))) == (
        "L’installation a échoué. Le détail, en anglais, est dans «\u00a0x.log\u00a0»."
    )


def test_a_full_disk_is_told_where_the_tool_does_not_say_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failures, "ROOM", shutil.disk_usage(tmp_path).total + 1)
    told = str(explained("L’installation", "returned non-zero exit status 1", tmp_path / "x.log"))
    assert "le disque est plein" in told


def test_what_a_tool_says_is_kept_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "ROOT", tmp_path)
    kept = log.Log()
    assert kept.run([sys.executable, "-c", "print('one')"])[0] == 0
    code, said = kept.run([sys.executable, "-c", "raise SystemExit('two')"])
    assert (code, said.strip()) == (1, "two")
    assert kept.run([str(tmp_path / "absent")])[0] == 1
    text = (tmp_path / "installation.log").read_text(encoding="utf-8")
    assert "one" in text
    assert text.count("$ ") == 3


def test_where_the_folder_cannot_be_written_the_log_is_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "ROOT", tmp_path / "absent")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert log.Log().path == tmp_path / "cap-desktop-installation.log"


# --- What the system lacks --------------------------------------------------------------


@pytest.fixture
def bare_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_loads", lambda _library: False)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)


@pytest.mark.usefixtures("bare_system")
def test_the_demonstration_needs_nothing_of_the_screen() -> None:
    missing = system_packages.missing_packages
    assert missing("demo", environment=True) == ["python3-venv"]
    assert missing("demo") == []
    assert "libgl1" in missing("run")
    assert "python3-venv" not in missing("run")


@pytest.mark.usefixtures("bare_system")
def test_a_person_without_rights_learns_why_what_and_what_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    missing = system_packages.missing_packages("run")
    why, typed, *after = system_packages.asked_of_an_administrator(
        "run", "run", missing
    ).splitlines()
    assert "pour ouvrir une fenêtre" in why
    assert typed.startswith("  apt-get update && apt-get install")
    assert all(package in typed for package in missing)
    assert "make run" in after[0]
    assert "make demo" in after[1]


# --- What is kept ready -----------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment that has just been made from two locks."""
    if os.name == "nt":
        pytest.skip("links ask for rights there")
    (tmp_path / ".venv").mkdir()
    python = tmp_path / ".venv" / "python"
    python.symlink_to(sys.executable)
    (tmp_path / "pyproject.toml").write_text("")
    locks = {name: tmp_path / f"{name}.lock" for name in ("run", "dev")}
    for path in locks.values():
        path.write_text("alembic==1.20.1 \\\n    --hash=sha256:ab\nmako==1.4.3 ; python_version\n")
    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "PYTHON": python,
        "LOCKS": locks,
    }.items():
        monkeypatch.setattr(environment, name, value)
    lines = [environment.fingerprint("run"), *sorted(environment.locked("run"))]
    environment.stamp("run").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_what_is_installed_is_known_again(installed: Path) -> None:
    assert environment.is_ready("run")
    assert not environment.is_ready("dev")
    assert environment.dropped("run") == []
    environment.stamp("run").unlink()
    assert not environment.is_ready("run")
    assert installed.is_dir()


def test_a_python_that_changed_behind_its_name_is_noticed(
    installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "python3.14"
    other.touch()
    environment.PYTHON.unlink()
    environment.PYTHON.symlink_to(other)
    assert not environment.is_ready("run")
    other.unlink()
    assert not environment.is_ready("run")
    assert installed.is_dir()


def test_a_package_dropped_from_the_lock_is_to_be_removed_and_an_added_one_stays(
    installed: Path,
) -> None:
    (installed / "run.lock").write_text("alembic==1.20.1\n")
    assert not environment.is_ready("run")
    assert environment.dropped("run") == ["mako"]


# --- What changed -----------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "cap_desktop/rules/ratio.py": "",
        "cap_desktop/rules/bounds.py": "",
        "cap_desktop/window/page.py": "",
        "questionnaires/cap.json": "",
        "README.md": "",
        "tests/builders.py": "from cap_desktop.rules import ratio\n",
        "tests/rules/test_ratio.py": "",
        "tests/rules/test_sums.py": "from tests.builders import tree\n",
        "tests/rules/test_edges.py": "import cap_desktop.rules.bounds\n",
        "tests/window/conftest.py": "",
        "tests/window/test_keys.py": "",
        "tests/questionnaires/test_released.py": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        (["cap_desktop/rules/bounds.py"], ["tests/rules/test_edges.py"]),
        (
            ["cap_desktop/rules/ratio.py"],
            ["tests/rules/test_ratio.py", "tests/rules/test_sums.py"],
        ),
        (["cap_desktop/window/page.py"], ["tests/window"]),
        (["tests/window/conftest.py", "tests/window/test_keys.py"], ["tests/window"]),
        (["questionnaires/cap.json"], ["tests/questionnaires"]),
        (["README.md"], []),
    ],
)
def test_the_tests_of_what_changed_are_found(
    project: Path, changed: list[str], tests: list[str]
) -> None:
    assert concerned_tests(changed, project) == tests


def test_what_changed_is_what_others_do_not_have_yet(project: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(
            ["git", *who, *arguments],
            cwd=project,
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )

    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "Begun")
    assert changed_files(project) == []
    git("checkout", "-b", "work")
    (project / "cap_desktop/rules/ratio.py").write_text("ONE = 1\n")
    git("commit", "-am", "Changed")
    (project / "cap_desktop/rules/bounds.py").write_text("TWO = 2\n")
    (project / "cap_desktop/rules/new.py").touch()
    assert changed_files(project) == [
        f"cap_desktop/rules/{name}.py" for name in ("bounds", "new", "ratio")
    ]


def test_the_helpers_of_qt_are_compiled_once(tmp_path: Path) -> None:
    own = Path(sys.executable).parent
    site = Path(shiboken6.__file__).parent
    unpacked = tmp_path / "shiboken6"
    shutil.copytree(site, unpacked, ignore=shutil.ignore_patterns("files.dir"))
    (unpacked / "files.dir" / "shibokensupport").mkdir(parents=True)
    (unpacked / "files.dir" / "shibokensupport" / "of_an_earlier_one.py").touch()
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH={tmp_path} exec {own / "python"} "$@"\n')
    python.chmod(0o755)
    environment.unpack_helpers(python)
    laid = {path.name for path in (unpacked / "files.dir").rglob("*")}
    assert {"loader.py", f"loader.{sys.implementation.cache_tag}.pyc"} <= laid
    assert "of_an_earlier_one.py" not in laid
    subprocess.run(
        [str(python), "-W", "error", "-c", "import shiboken6"], check=True, timeout=PATIENCE
    )
