"""Set up CAP Desktop on a fresh machine and run it: the one door of a developer.

Standard library only: this file runs before anything is installed. The Makefile calls it;
where there is no make, `python3 bootstrap.py run` does the same.
What a person reads is in French; what a developer reads is in English.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
OLDEST_PYTHON = (3, 11)

# Every library that Qt loads on Linux, and the Debian package that brings it. The first seven
# are needed even without a screen, the others to open a real window.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What the tests of the French texts read; a dictionary is a file, not a library.
DEVELOPER_FILES = {
    "/usr/bin/hunspell": "hunspell",
    "/usr/share/hunspell/fr.dic": "hunspell-fr",
}

DEMO = (
    "score",
    "questionnaires/cap-2026.1.0.json",
    "resources/demo/deux-rives/answers-2026.json",
)


class Stop(Exception):  # noqa: N818 - an end, told in one sentence, rather than a fault
    """The set-up cannot go on; the message tells the user why, in French."""


def main() -> int:
    """Do what the first word of the command line asks."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description="Installe CAP Desktop, le démarre ou le vérifie."
    )
    parser.add_argument(
        "command",
        choices=list(COMMANDS),
        help="run : démarrer ; test : tout vérifier ; demo : un exemple sans fenêtre ; "
        "setup : installer seulement ; lock : refaire les verrous ; bench : mesurer ; "
        "screenshots : photographier les pages",
    )
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="transmis au programme")
    options = parser.parse_args()
    try:
        require_python()
        return COMMANDS[options.command](options.arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


# --- Commands ---------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Install what is missing, then start the program."""
    prepare("run")
    return execute("-m", "cap_desktop", *arguments)


def demo(arguments: list[str]) -> int:
    """Show the main job, a score, without a window."""
    prepare("run")
    print("$ cap-desktop", shlex.join(DEMO), flush=True)
    return execute("-m", "cap_desktop", *DEMO, *arguments)


def setup(_arguments: list[str]) -> int:
    """Install everything a developer needs, and start nothing."""
    prepare("dev")
    print("CAP Desktop est installé : « make run » le démarre, « make test » le vérifie.")
    return 0


def test(arguments: list[str]) -> int:
    """Run linters, types, import contracts and tests; all of them, whatever fails."""
    prepare("dev")
    checks = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy --strict": ["-m", "mypy"],
        "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
        "pytest": ["-m", "pytest", "-n", "auto", *arguments],
    }
    outcomes = {}
    for name, command in checks.items():
        print(f"\n=== {name}", flush=True)
        outcomes[name] = execute(*command)
    print("\n=== Bilan")
    for name, code in outcomes.items():
        print(f"  {name:<14} {'réussi' if code == 0 else 'ÉCHEC'}")
    return 1 if any(outcomes.values()) else 0


def bench(arguments: list[str]) -> int:
    """Measure; the figures hold for this machine only."""
    prepare("dev")
    return execute("-m", "pytest", "benchmarks", *arguments)


def screenshots(arguments: list[str]) -> int:
    """Take a picture of every page with the demonstration data."""
    prepare("dev")
    return execute("-m", "tests.screenshots", *arguments)


def lock(arguments: list[str]) -> int:
    """Write both lock files again; `lock --upgrade` takes the newest versions allowed."""
    prepare("dev")
    extra = {"run": ["--group", "build"], "dev": ["--group", "dev", "-c", str(LOCKS["run"].name)]}
    for level, path in LOCKS.items():
        code = execute(
            *("-m", "uv", "pip", "compile", "pyproject.toml", *extra[level]),
            *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
            *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate"),
            *("--custom-compile-command", "python3 bootstrap.py lock"),
            *("--output-file", path.name, *arguments),
        )
        if code:
            return code
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "demo": demo,
    "setup": setup,
    "lock": lock,
    "bench": bench,
    "screenshots": screenshots,
}


# --- Set-up -----------------------------------------------------------------------------


def require_python() -> None:
    """Refuse a Python that the program cannot run on."""
    if sys.version_info < OLDEST_PYTHON:
        raise Stop(
            "CAP Desktop demande Python 3.11 ou plus récent ; celui-ci est le "
            f"{sys.version_info[0]}.{sys.version_info[1]}."
        )


def prepare(level: str) -> None:
    """Install system libraries, environment and packages, unless it is already done."""
    if is_ready(level):
        return
    install_system_packages(level)
    make_environment()
    print("Installation des composants (quelques minutes la première fois)…", flush=True)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    steps = [
        (*pip, "--require-hashes", "--only-binary=:all:", "-r", str(LOCKS[level])),
        (*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)),
    ]
    for step in steps:
        if execute(*step):
            raise Stop(
                "L’installation des composants a échoué : vérifiez la connexion à Internet, "
                "puis relancez la même commande."
            )
    # So that the first start is as quick as the next ones; pip does it for the libraries.
    execute("-m", "compileall", "-q", str(ROOT / "cap_desktop"), quiet=True)
    stamp(level).write_text(fingerprint(level), encoding="utf-8")


def is_ready(level: str) -> bool:
    """Tell whether this level, or the fuller one, was installed from today's lock files."""
    return PYTHON.exists() and any(
        stamp(done).is_file() and stamp(done).read_text(encoding="utf-8") == fingerprint(done)
        for done in {level, "dev"}
    )


def stamp(level: str) -> Path:
    """Return the file that remembers what was installed."""
    return VENV / f"installed-{level}"


def fingerprint(level: str) -> str:
    """Return what the installed packages depend on, as one digest."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCKS[level], ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Make `.venv`, or make it again where it does not work."""
    if PYTHON.exists() and execute("-m", "pip", "--version", quiet=True) == 0:
        return
    print("Création de l’environnement Python (.venv)…", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise Stop("Python n’a pas pu créer l’environnement dans le dossier « .venv ».")


def install_system_packages(level: str) -> None:
    """Install by apt the Debian packages that are missing; elsewhere, only name what is."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(level)
    if not missing:
        return
    names = " ".join(missing)
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        print(
            "Il manque à ce système des bibliothèques, nommées ici comme sous Debian : "
            f"{names}. Installez-les avec son gestionnaire de paquets."
        )
        return
    if os.geteuid() == 0:
        rights = []
    elif shutil.which("sudo"):
        rights = ["sudo"]
    else:
        raise Stop(f"Demandez à une personne administratrice : apt-get install {names}")
    print(f"Installation des paquets du système : {names}", flush=True)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    options = ["install", "--yes", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0", *missing]
    subprocess.run([*apt, "update"], check=False)
    if subprocess.run([*apt, *options], check=False).returncode:
        raise Stop(f"L’installation des paquets du système a échoué : {names}")


def missing_packages(level: str) -> list[str]:
    """Name the Debian packages whose library, Python module or file is not there."""
    # Debian cuts `venv` in two: without python3-venv, the module is there but not pip.
    missing = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    if level == "dev":
        missing += [package for path, package in DEVELOPER_FILES.items() if not Path(path).exists()]
    return missing


def execute(*arguments: str, quiet: bool = False) -> int:
    """Run the Python of the environment from the root; return its exit code."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(
        [str(PYTHON), *arguments], cwd=ROOT, check=False, stdout=output, stderr=output
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
