"""Whether a window can be opened here, asked before Qt is, which aborts where it cannot."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from cap_desktop import paths
from cap_desktop.i18n import _

XCB_PLUGIN = Path("Qt", "plugins", "platforms", "libqxcb.so")


def why_no_window() -> str | None:
    """Say in one sentence why no window can open; None where a screen answers.

    On macOS and Windows one always does.
    """
    if not sys.platform.startswith("linux"):
        return None
    asked = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";")]
    if any(name and not name.startswith(("xcb", "wayland")) for name in asked):
        return None  # off screen, or straight on the hardware
    screens = {"DISPLAY": _x_answers, "WAYLAND_DISPLAY": _wayland_answers}
    named = [name for name in screens if os.environ.get(name)]
    if not named:
        return _no_window(_("Aucun écran n’est disponible ici"))
    if any(screens[name]() for name in named):
        return None
    silent = ", ".join(f"{name}={os.environ[name]}" for name in named)
    return _no_window(_("L’écran de cette session ne répond pas ({silent})", silent=silent))


def why_no_folder() -> str | None:
    """Say in one sentence why nobody knows where the data go; None where the system has a home."""
    try:
        paths.data()
    except RuntimeError:
        return _(
            "Le dossier de vos données est inconnu\u00a0: le système ne nomme aucun dossier "
            "personnel. Indiquez-en un par la variable HOME, ou par CAP_DESKTOP_DATA."
        )
    return None


def why_no_qt(error: ImportError) -> str | None:
    """Say which library of the system Qt lacks; None where it is something else."""
    return _lacking(str(error))


def why_no_platform() -> str | None:
    """Say which library of the system Qt’s window lacks; None where it has them all."""
    if not sys.platform.startswith("linux") or not os.environ.get("DISPLAY"):
        return None
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb" or _wayland_answers():
        return None
    found = find_spec("PySide6")
    if found is None or found.origin is None:
        return None
    plugin = Path(found.origin).parent / XCB_PLUGIN
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _lacking(str(error)) if plugin.is_file() else None
    return None


def _no_window(why: str) -> str:
    if paths.is_checkout():
        way = _("« make demo » montre un calcul complet dans le terminal")
    else:
        way = _("« cap-desktop --help » dit ce qui se fait dans le terminal")
    return _(
        "{why}, CAP Desktop ne peut donc pas ouvrir sa fenêtre : {way}.",
        why=why,
        way=way,
    )


def _lacking(said: str) -> str | None:
    found = re.match(r"(\S+\.so[.\d]*): cannot open shared object file", said)
    if not found:
        return None
    why = _("Il manque à ce système la bibliothèque {name}", name=found[1])
    return _no_window(why)


def _x_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # nothing to ask with: Qt will say which library it lacks
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    # Without a folder to look in, the library would complain on its own, in English.
    if not name or not (os.environ.get("XDG_RUNTIME_DIR") or name.startswith("/")):
        return False
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False  # Qt will not find it either
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display:
        wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return bool(display)
