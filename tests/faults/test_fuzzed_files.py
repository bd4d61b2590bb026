"""Settings and standings as nobody wrote them: a start goes on, with what is sound in them."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cap_desktop.domain.scoring.standing import Standing, read_standing
from cap_desktop.gui.platform.window_place import put
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences, WindowPlace, load, written
from cap_desktop.services.folder.drafts import clear_drafts
from cap_desktop.services.folder.local_data import LocalData
from cap_desktop.storage.local.start import first_look
from tests.faults.length import Told
from tests.faults.mutations import mutations
from tests.folders import clock, write_digests
from tests.length import IS_LONG

FILES = 2_500 if IS_LONG else 200


def is_of(value: object, kind: Any) -> bool:
    """True where a value is what its field says, down to the last one."""
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    if origin in (Union, UnionType):
        return any(is_of(value, one) for one in get_args(kind))
    if origin is tuple:
        return type(value) is tuple and all(is_of(item, get_args(kind)[0]) for item in value)
    if kind is type(None):
        return value is None
    if type(value) is not kind:
        return False
    hints = get_type_hints(kind) if hasattr(kind, "_fields") else {}
    return all(is_of(getattr(value, name), one) for name, one in hints.items())


def _seed() -> dict[str, object]:
    place = WindowPlace(10, 20, 900, 600, is_maximised=False)
    chosen = Preferences("dark", 125, False, "board", "/tmp/x", place, "/tmp/cle")
    found: dict[str, object] = json.loads(written(chosen))
    return found


def test_a_start_goes_on_with_what_is_sound_in_the_settings(
    qtbot: QtBot, work: Path, told: Told
) -> None:
    folder = DataFolder(work)
    window = QMainWindow()
    qtbot.addWidget(window)
    for data in mutations(_seed(), FILES):
        folder.preferences.write_bytes(data)
        chosen = load(folder.preferences)
        assert is_of(chosen, Preferences), data
        clear_drafts(folder, clock())
        if chosen.window is not None:
            put(window, chosen.window)
        folder.preferences.write_bytes(written(chosen))
        assert load(folder.preferences) == chosen, data
    told("fuzzed files", settings=FILES)


def test_what_is_kept_for_the_start_is_a_standing_in_every_field_or_none(
    small: Path, told: Told
) -> None:
    for data in mutations(_standing(small), FILES):
        text = data.decode("utf-8", "surrogateescape")
        standing = read_standing(text)
        assert standing is None or is_of(standing, Standing), text
    told("fuzzed files", standings=FILES)


def test_a_start_goes_on_whatever_is_kept_for_it(small: Path, work: Path) -> None:
    folder = DataFolder(work / "donnees")
    shutil.copytree(small, folder.path)
    for data in mutations(_standing(small), FILES // 10):
        with closing(sqlite3.connect(folder.database)) as file, file:
            file.execute("UPDATE standing SET text = CAST(? AS TEXT)", (data.replace(b"\0", b""),))
            _digest(file)
        first_look(folder.database)
        local = LocalData(folder, clock)
        local.first_assessment()
        try:
            services = local.open()
            last = services.assessments.last_shown()
            assert last is not None
            services.assessments.open(last)
        finally:
            local.close()


def _digest(file: sqlite3.Connection) -> None:
    """A standing of somebody who knows how it is kept; one that is no text has no digest."""
    try:
        write_digests(file, "standing")
    except sqlite3.OperationalError:
        return


def _standing(folder: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(folder / "cap.db")) as file:
        (text,) = file.execute("SELECT text FROM standing").fetchone()
    found: dict[str, Any] = json.loads(text)
    return found
