"""The commands of the door: start, check, measure, build, lock."""

from __future__ import annotations

import argparse
import io
import json
import os
import shlex
import sys

from installing.changed import changed_files, concerned_tests
from installing.environment import LOCKS, execute, prepare
from installing.failures import Stop, typed
from installing.log import ROOT

DEMO = (
    "score",
    "questionnaires/cap-2026.1.0.json",
    "resources/demo/deux-rives/answers-2026.json",
)

LONG = (
    "tests/faults",
    "tests/cli/test_bad_input.py",
    "tests/domain",
    "tests/exchange",
    "tests/reports",
    "tests/services/folder/test_erasing.py",
    "tests/services/folder/test_restoring.py",
    "tests/storage/local/test_changes.py",
)
"""What does more of the same where there is time: `CAP_FAULTS` says so."""

PYTEST = ("-m", "pytest", "-n", "auto", "--dist", "worksteal")
"""On all processors; one that has nothing left takes over tests of another."""

SBOM = ROOT / "dist" / "cap-desktop.cdx.json"
FOUND = ROOT / "dist" / "vulnerabilites.json"

CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy --strict": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as run; run()"),
}
"""What reads the source without running it: two seconds, once mypy has its cache."""


def main() -> int:
    """Do what the first word of the command line asks."""
    for stream in (sys.stdout, sys.stderr):
        # A system that claims to know ASCII only must not stop a French sentence.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description="Installe CAP Desktop, le démarre ou le vérifie."
    )
    parser.add_argument(
        "command",
        choices=list(COMMANDS),
        help="run : démarrer ; test : tout vérifier ; check : vérifier vite ce qui a changé ; "
        "demo : un exemple sans fenêtre ; setup : installer seulement ; lock : refaire les "
        "verrous ; bench : mesurer ; faults : couper, tuer, abîmer des milliers de fois ; "
        "screenshots : photographier les pages ; build : fabriquer le programme autonome ; "
        "audit : nommer ses composants et leurs vulnérabilités",
    )
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="transmis au programme")
    options = parser.parse_args()
    try:
        return COMMANDS[options.command](options.arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Install what is missing, then start the program."""
    prepare("run", "run")
    return execute("-m", "cap_desktop", *arguments)


def demo(arguments: list[str]) -> int:
    """Show the main job, a score, without a window and without Qt's libraries."""
    prepare("demo", "demo")
    print("$ cap-desktop", shlex.join(DEMO), flush=True)
    return execute("-m", "cap_desktop", *DEMO, *arguments)


def setup(_arguments: list[str]) -> int:
    """Install everything a developer needs, and start nothing."""
    prepare("dev", "setup")
    print(
        f"CAP Desktop est installé : « {typed('run')} » le démarre, « {typed('test')} » le vérifie."
    )
    return 0


def test(arguments: list[str]) -> int:
    """Run linters, types, import contracts and tests; all of them, whatever fails."""
    prepare("dev", "test")
    return _checked(CHECKS | {"pytest": (*PYTEST, *arguments)})


def check(arguments: list[str]) -> int:
    """Run what reads the source, then the tests of what changed since it was last shared."""
    prepare("dev", "check")
    tests = concerned_tests(changed_files(ROOT), ROOT)
    if not tests:
        print("Aucun test ne dépend de ce qui a changé.")
        return _checked(CHECKS)
    return _checked(CHECKS | {"pytest": (*PYTEST, "-q", *tests, *arguments)})


def _checked(checks: dict[str, tuple[str, ...]]) -> int:
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
    prepare("dev", "bench")
    return execute("-m", "pytest", "benchmarks", *arguments)


def faults(arguments: list[str]) -> int:
    """Cut the power, kill, fail and damage thousands of times; one line of figures a family.

    Each run of the tests does a little of it, as it does of what is drawn by lot.
    """
    prepare("dev", "faults")
    os.environ["CAP_FAULTS"] = "long"
    os.environ.setdefault("CAP_PATIENCE", "3600")
    return execute(*PYTEST, "-q", *LONG, *arguments)


def screenshots(arguments: list[str]) -> int:
    """Take a picture of every page with the demonstration data."""
    prepare("dev", "screenshots")
    return execute("-m", "tests.screenshots", *arguments)


def every_button(arguments: list[str]) -> int:
    """Press every button and read every word, at each text size and in every window: long."""
    prepare("dev", "every-button")
    os.environ["CAP_EVERY_BUTTON"] = "1"
    tests = (f"tests/gui/window/test_{name}.py" for name in ("every_button", "words", "narrow"))
    return execute("-m", "pytest", "-q", *tests, *arguments)


def build(arguments: list[str]) -> int:
    """Make the program that needs no Python, for this system, in `dist/`."""
    prepare("build", "build")
    return execute("-m", "PyInstaller", "--noconfirm", *arguments, "build.spec")


def audit(_arguments: list[str]) -> int:
    """Write what the program is made of, and ask whether a fault of it is known."""
    prepare("dev", "audit")
    SBOM.parent.mkdir(exist_ok=True)
    FOUND.unlink(missing_ok=True)
    written = execute(
        *("-m", "cyclonedx_py", "requirements", LOCKS["run"].name, "--pyproject", "pyproject.toml"),
        *("--output-reproducible", "--output-format", "JSON", "--output-file", str(SBOM)),
    )
    if written:
        return written
    print(f"Composants du programme (CycloneDX)\u00a0: {SBOM.relative_to(ROOT)}", flush=True)
    code = execute(
        *("-m", "pip_audit", "--requirement", LOCKS["run"].name, "--require-hashes"),
        *("--disable-pip", "--progress-spinner", "off", "--format", "json"),
        *("--output", str(FOUND)),
        quiet=True,
    )
    if not FOUND.is_file():
        # It writes nothing where the list of known faults could not be read.
        raise Stop(
            "Les vulnérabilités connues n’ont pas pu être vérifiées\u00a0: la liste publique ne "
            "répond pas. Recommencez avec un accès à Internet."
        )
    faults = known_faults(FOUND.read_text(encoding="utf-8"))
    print("\n".join(faults) or "Aucune vulnérabilité connue dans ces composants.")
    return code


def known_faults(report: str) -> list[str]:
    """Say each fault that a report of pip-audit names: component, version, number, remedy."""
    return [
        f"{item['name']} {item['version']}\u00a0: {fault['id']}, "
        f"corrigée dans {', '.join(fault['fix_versions']) or 'aucune version'}"
        for item in json.loads(report)["dependencies"]
        for fault in item.get("vulns", ())
    ]


def lock(arguments: list[str]) -> int:
    """Write both lock files again; `lock --upgrade` takes the newest versions allowed."""
    prepare("dev", "lock")
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
    "check": check,
    "demo": demo,
    "setup": setup,
    "lock": lock,
    "audit": audit,
    "bench": bench,
    "faults": faults,
    "screenshots": screenshots,
    "every-button": every_button,
    "build": build,
}
