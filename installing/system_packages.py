"""The system's own libraries and tools: which are missing, and apt to bring them."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from pathlib import Path

from installing.failures import Stop, explained, typed
from installing.log import Log

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

# What the tests use, beside Python; a dictionary is a file, not a program.
DEVELOPER_FILES = {
    "/usr/bin/hunspell": "hunspell",
    "/usr/share/hunspell/fr.dic": "hunspell-fr",
    "/usr/bin/pdfinfo": "poppler-utils",
    # A screen, a keyboard and a client of accessibility: what a French keyboard and a screen
    # reader meet is tested on real ones.
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/xauth": "xauth",
    "/usr/bin/setxkbmap": "x11-xkb-utils",
    "/usr/bin/xdotool": "xdotool",
    "/usr/bin/dbus-run-session": "dbus-daemon",
    "/usr/share/dbus-1/accessibility-services/org.a11y.atspi.Registry.service": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}

# What PyInstaller takes a program apart with.
BUILD_FILES = {"/usr/bin/objdump": "binutils"}

ENVIRONMENT = "python3-venv"

WHY = {
    "demo": "pour créer l’environnement Python",
    "run": "pour ouvrir une fenêtre",
    "dev": "pour ouvrir une fenêtre et vérifier le programme",
    "build": "pour fabriquer le programme autonome",
}


def missing_packages(level: str, *, environment: bool = False) -> list[str]:
    """Name the Debian packages whose library, Python module or file is not there.

    With ``environment``, `.venv` has to be made too.
    """
    missing = []
    # Debian cuts `venv` in two: without python3-venv, the module is there but not pip.
    if environment and importlib.util.find_spec("ensurepip") is None:
        missing.append(ENVIRONMENT)
    missing += [package for library, package in _libraries(level).items() if not _loads(library)]
    missing += [package for path, package in _files(level).items() if not Path(path).exists()]
    return missing


def _libraries(level: str) -> dict[str, str]:
    found = {} if level == "demo" else dict(QT_LIBRARIES)
    # Only the system's own Python keeps its library in a package apart.
    if level == "build" and sys.base_prefix == "/usr":
        name = f"libpython3.{sys.version_info[1]}"
        found[f"{name}.so.1.0"] = name
    return found


def _files(level: str) -> dict[str, str]:
    if level in ("demo", "run"):
        return {}
    return DEVELOPER_FILES | (BUILD_FILES if level == "build" else {})


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(level: str, command: str, *, environment: bool) -> None:
    """Install by apt the Debian packages that are missing; elsewhere, only name what is.

    ``command`` is what the person asked for, to be asked for again.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(level, environment=environment)
    if not missing:
        return
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        print(
            "Il manque à ce système des bibliothèques, nommées ici comme sous Debian : "
            f"{' '.join(missing)}. Installez-les avec son gestionnaire de paquets.",
            flush=True,
        )
        return
    log = Log()
    apt = _apt(log)
    if apt is None:
        raise Stop(asked_of_an_administrator(level, command, missing))
    print(
        f"Installation des paquets du système (quelques minutes) : {' '.join(missing)}", flush=True
    )
    # A list of packages that is only partly fresh may do: the installation decides.
    _code, told = log.run([*apt, "update"])
    code, said = log.run([*apt, "install", "--yes", "--no-install-recommends", *missing])
    if code:
        raise explained("L’installation des paquets du système", told + said, log.path)


def _apt(log: Log) -> list[str] | None:
    """Return how apt is called here; None without the right to it."""
    # In English, so that its failures are known again.
    apt = ["env", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "Dpkg::Use-Pty=0"]
    if os.geteuid() == 0:
        return apt
    if not shutil.which("sudo"):
        return None
    # sudo asks for a password on the terminal itself, whatever becomes of its output.
    apt = ["sudo", *apt]
    code, _said = log.run([*apt, "--version"])
    return None if code else apt


def asked_of_an_administrator(level: str, command: str, missing: list[str]) -> str:
    """Say to a person without rights what is missing, what to ask for, and what comes after."""
    why = WHY["demo" if missing == [ENVIRONMENT] else level]
    lines = [
        (
            f"Il manque à ce système des paquets {why}, et vous n’avez pas le droit de les "
            "installer. Demandez à une personne administratrice de taper :"
        ),
        f"  apt-get update && apt-get install --no-install-recommends {' '.join(missing)}",
        f"Relancez ensuite « {typed(command)} ».",
    ]
    if level != "demo" and ENVIRONMENT not in missing:
        lines.append(
            f"En attendant, « {typed('demo')} » montre un calcul complet, sans fenêtre ni paquet."
        )
    return "\n".join(lines)
