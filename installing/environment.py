"""The environment `.venv`: made, filled from the lock files, and known again when it is ready."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from installing.failures import explained
from installing.log import ROOT, Log
from installing.system_packages import install_system_packages

VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
LOCK_OF = {"demo": "run", "run": "run", "dev": "dev", "build": "dev"}
"""The lock that each level is installed from: what it adds is packages of the system."""


def prepare(level: str, command: str) -> None:
    """Install system libraries, environment and packages, unless it is already done."""
    # An environment of a developer stays one, whatever is asked of it later.
    lock = "dev" if stamp("dev").is_file() else LOCK_OF[level]
    ready = is_ready(lock)
    # Looked for at each start: an environment that was kept may meet another system.
    install_system_packages(level, command, environment=not ready)
    if ready:
        return
    log = Log()
    make_environment(log)
    print("Installation des composants (quelques minutes la première fois)…", flush=True)
    _install(lock, log)
    # So that the first start is as quick as the next ones; pip does it for the libraries.
    execute("-m", "compileall", "-q", str(ROOT / "cap_desktop"), quiet=True)
    unpack_helpers(PYTHON)
    content = "\n".join([fingerprint(lock), *sorted(locked(lock)), ""])
    stamp(lock).write_text(content, encoding="utf-8")


def _install(lock: str, log: Log) -> None:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    install = [*pip, "install", "--progress-bar", "off"]
    steps = [
        [*install, "--require-hashes", "--only-binary=:all:", "-r", str(LOCKS[lock])],
        [*install, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ]
    former = dropped(lock)
    if former:
        steps.append([*pip, "uninstall", "--yes", *former])
    for step in steps:
        code, said = log.run(step)
        if code:
            raise explained("L’installation des composants", said, log.path)


def unpack_helpers(python: Path) -> None:
    """Lay the helpers of PySide6 beside it as files, compiled once.

    Inside the library they are source that each start compiles: a tenth of the time until the
    window is there. `SBK_EMBED` is the library's own switch; what an earlier one left goes first.
    """
    compiled = (
        "import compileall, pathlib, shiboken6; "
        "folder = pathlib.Path(shiboken6.__file__).parent / 'files.dir'; "
        "compileall.compile_dir(folder, quiet=2)"
    )
    for switch, code in (("1", "import shiboken6"), ("0", compiled)):
        subprocess.run(
            [str(python), "-c", code],
            env=dict(os.environ) | {"SBK_EMBED": switch},
            check=False,
            capture_output=True,
        )


def is_ready(lock: str) -> bool:
    """Tell whether this lock was installed as it is today, by this Python, in this folder."""
    return PYTHON.exists() and _stamped(lock)[:1] == [fingerprint(lock)]


def stamp(lock: str) -> Path:
    """Return the file that remembers what was installed: a fingerprint, then the names."""
    return VENV / f"installed-{lock}"


def _stamped(lock: str) -> list[str]:
    try:
        return stamp(lock).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def fingerprint(lock: str) -> str:
    """Return what the installed packages depend on, as one digest."""
    digest = hashlib.sha256(str(ROOT).encode())
    # A system that is upgraded puts another Python behind the same name.
    python = (PYTHON.resolve(), sys.base_prefix, sys.version_info[:2])
    digest.update(repr(tuple(map(str, python))).encode())
    for path in (LOCKS[lock], ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def locked(lock: str) -> set[str]:
    """Return the names of the packages that a lock file holds."""
    text = LOCKS[lock].read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


def dropped(lock: str) -> list[str]:
    """Name what an earlier lock installed and this one does not; what a person added stays."""
    # pip is what installs: a lock may hold it, and the next one not.
    installed = {name for done in LOCKS for name in _stamped(done)[1:]} - {"pip"}
    return sorted(installed - locked(lock))


def make_environment(log: Log) -> None:
    """Make `.venv`, or make it again where it does not work or is of another Python."""
    if PYTHON.exists() and _python_inside() == [sys.base_prefix, str(sys.version_info[:2])]:
        return
    print("Création de l’environnement Python (.venv)…", flush=True)
    code, said = log.run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if code:
        raise explained("La création de l’environnement Python (.venv)", said, log.path)


def _python_inside() -> list[str]:
    """Return which Python `.venv` is of; nothing where it cannot run pip."""
    asked = "import pip, sys; print(sys.base_prefix); print(sys.version_info[:2])"
    done = subprocess.run(
        [str(PYTHON), "-c", asked], cwd=VENV, check=False, capture_output=True, text=True
    )
    return done.stdout.splitlines() if done.returncode == 0 else []


def execute(*arguments: str, quiet: bool = False) -> int:
    """Run the Python of the environment from the root; return its exit code."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(
        [str(PYTHON), *arguments], cwd=ROOT, check=False, stdout=output, stderr=output
    ).returncode
