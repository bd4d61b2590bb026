"""What reaches a screen reader over the bus of accessibility of Linux, page by page.

On a real session bus, with a client that is not of this program: Debian's pyatspi.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.gui.robots import lines_of
from tests.patience import PATIENCE

TOOLS = ("dbus-run-session", "xvfb-run", "Xvfb", "/usr/bin/python3")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
Told = dict[str, Any]


@cache
def _lacking() -> str:
    """What this system lacks, in a sentence; empty where the bus can be read."""
    if not sys.platform.startswith("linux"):
        return "The bus of accessibility is that of Linux."
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        missing.append("at-spi2-core")
    if missing:
        return f"This system lacks {', '.join(missing)}."
    found = subprocess.run(
        ["/usr/bin/python3", "-c", "import pyatspi"],
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return "This system lacks python3-pyatspi." if found.returncode else ""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, demonstration: Path) -> dict[str, Any]:
    """What the client read of every page."""
    if _lacking():
        pytest.skip(_lacking())
    folder = tmp_path_factory.mktemp("bus")
    around = {
        **{name: value for name, value in os.environ.items() if name != "AT_SPI_BUS_ADDRESS"},
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(folder),
        "NO_AT_BRIDGE": "0",
    }
    shown = [sys.executable, "-m", "tests.gui.bus.window", str(folder), str(demonstration)]
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *shown]
    lines = lines_of(["dbus-run-session", "--", *screen], around)
    return dict(json.loads(line) for line in lines if line.startswith("["))


@pytest.fixture(scope="module")
def pages(told: dict[str, Any]) -> dict[str, list[Told]]:
    read = {page: found for page, found in told.items() if page not in ("stops", "heard", "lost")}
    assert len(read) > 20
    assert all(read.values())
    return read


def test_no_page_is_a_pane_in_layers(pages: dict[str, list[Told]]) -> None:
    for page, found in pages.items():
        assert [item for item in found if item["role"] == "layered pane"] == [], page


def test_every_heading_has_its_text_and_its_level(pages: dict[str, list[Told]]) -> None:
    for page, found in pages.items():
        headings = [item for item in found if item["role"] == "heading"]
        assert headings, page
        for heading in headings:
            assert heading["text"] == heading["name"] != "", page
            assert "level:" in " ".join(heading["attributes"]), page


def test_whatever_takes_the_focus_has_a_name(pages: dict[str, list[Told]]) -> None:
    for page, found in pages.items():
        stops = [item for item in found if "focusable" in item["states"]]
        assert len(stops) > 5, page
        assert [item for item in stops if not item["name"].strip()] == [], page


def test_a_fault_in_sight_is_in_the_description_of_its_field(pages: dict[str, list[Told]]) -> None:
    found = pages["first form"]
    fault = "Écrivez le nom de votre structure."
    assert [item for item in found if item["role"] == "label" and item["name"] == fault]
    field = next(
        item
        for item in found
        if item["name"] == "Nom de votre structure" and item["role"] == "text"
    )
    # Qt has no state for it on the bus: readers say the description at each visit.
    assert field["description"].startswith(fault)


def test_the_tabs_are_page_tabs_and_the_page_in_sight_is_selected(
    pages: dict[str, list[Told]],
) -> None:
    for page, name in (("home", "Accueil"), ("plan", "Plan d’amélioration"), ("search", "")):
        tabs = [item for item in pages[page] if item["role"] == "page tab"]
        assert len(tabs) == 4
        assert [tab["name"] for tab in tabs if "selected" in tab["states"]] == [name][: len(name)]
        assert not any("checkable" in tab["states"] for tab in tabs)


def test_a_label_says_the_name_of_its_field(pages: dict[str, list[Told]]) -> None:
    for page, found in pages.items():
        labelled = [item for item in found if item.get("labels")]
        assert [item for item in labelled if item["labels"] != [item["name"]]] == [], page


def test_a_closed_list_says_its_name_once_and_what_is_chosen_in_it(
    pages: dict[str, list[Told]],
) -> None:
    boxes = [item for item in pages["plan"] if item["role"] == "combo box"]
    assert [(box["name"], box["chosen"]) for box in boxes] == [
        ("Filtrer par avancement", ["Toutes les actions"]),
        ("Filtrer par thème", ["Tous les thèmes"]),
        ("Filtrer par pilote", ["Tous les pilotes"]),
        ("Trier", ["Votre ordre"]),
    ]
    assert [box["description"] for box in boxes] == [""] * len(boxes)


def test_next_is_near_the_answers(told: dict[str, Any]) -> None:
    assert "Suivante" in " ".join(told["stops"])


def test_what_is_announced_reaches_readers_that_know_no_announcement(told: dict[str, Any]) -> None:
    formerly, today = told["heard"]
    # Two in a row: the words of each are asked for a moment later.
    words = ("Année 2026, terminée, lecture seule", "Enregistré à 14 h 32")
    assert formerly == [["notification", said] for said in words]
    assert today == [["announcement", said] for said in words]


def test_a_slow_reader_finds_what_was_there_a_moment_ago(told: dict[str, Any]) -> None:
    """A question was left, and the window made anew at another size of text."""
    assert told["lost"] == []
