"""Pictures of every page with the demonstration data: `make screenshots`.

Each page in light, in dark, in high contrast and at 200 % text, at 1366 x 768 and 1920 x 1080.
It needs a screen; without one it starts Xvfb where that is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.app import Program
from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.answering.search_page import SearchPage
from cap_desktop.gui.plan.plan_page import PlanPage
from cap_desktop.gui.results.results_page import ResultsPage
from cap_desktop.gui.session.destinations import (
    ToHelp,
    ToHome,
    ToIndicators,
    ToPlan,
    ToPreferences,
    ToQuestion,
    ToResults,
    ToScore,
    ToSearch,
    ToStructure,
    ToYears,
    ToYourData,
)
from cap_desktop.gui.structure.welcome_page import WelcomePage
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import Preferences, written

if TYPE_CHECKING:
    from cap_desktop.gui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "build" / "screenshots"
SIZES = {"1366": (1366, 768), "1920": (1920, 1080)}
LOOKS = {
    "clair": Preferences("light"),
    "sombre": Preferences("dark"),
    "contraste": Preferences("contrast"),
    "200": Preferences("light", 200),
}
QUESTIONS = {
    "niveau": "projet_individuel",
    "chiffre": "personnes_parcours",
    "rapport": "personnes_immersion",
    "calcul": "taux_sorties_dynamiques",
    "liste": "rgpd_liste",
    "texte": "priorites_projet",
}
LAST_OF_THEME = "conseils_conformite"
NA_WITH_REASON = "renouvellement_ca"
PROFILE = {
    "structure_type": "ai",
    "legal_form": "association",
    "size_band": "moins_de_onze",
    "private_clients": "oui",
    "volunteers": "oui",
}
DISPLAY = ":97"


def clock() -> datetime:
    return datetime(2026, 11, 24, 14, 32, tzinfo=UTC)


def main() -> int:
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        return _under_xvfb()
    from cap_desktop.gui.look import look as looks

    _qt = looks.application([])
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for look, chosen in LOOKS.items():
        for size, (width, height) in SIZES.items():
            for name, window in _pages(chosen, width, height):
                target = OUTPUT / f"{name}-{look}-{size}.png"
                window.grab().save(str(target))  # type: ignore[attr-defined]
                print(target.relative_to(ROOT))
    return 0


def _pages(look: Preferences, width: int, height: int) -> Iterator[tuple[str, object]]:
    from cap_desktop import app
    from cap_desktop.services.files.demonstrations import fill
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.storage.local.database import Database
    from cap_desktop.storage.local.evidence_folder import EvidenceFolder

    with tempfile.TemporaryDirectory() as folder:
        DataFolder(Path(folder)).preferences.write_bytes(written(look))
        program = app.Program(Path(folder), clock)
        _show(program, width, height)
        yield "1-bienvenue", program.window
        for step, name in ((1, "1-structure"), (2, "1-qui-repond")):
            program.window.page(WelcomePage).show_step(step)
            _settle()
            yield name, program.window
        yield from _first_year(program.window)
        program.close()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "cap.db")
        fill(LocalServices(database, EvidenceFolder(Path(folder) / "preuves"), clock))
        database.close()
        DataFolder(Path(folder)).preferences.write_bytes(written(look))
        program = app.Program(Path(folder), clock)
        window = program.window
        _show(program, width, height)
        yield "2-accueil", window
        for kind, question in QUESTIONS.items():
            window.go(ToQuestion(question))
            _settle()
            yield f"3-{kind}", window
        window.go(ToQuestion(QUESTIONS["rapport"]))
        window.page(AnsweringPage).field.lines[1].clear()  # type: ignore[union-attr]
        window.page(AnsweringPage).flush()
        _settle()
        yield "3-rapport-inacheve", window
        window.page(AnsweringPage).show_theme()
        _settle()
        yield "3-toutes-les-questions", window
        window.go(ToQuestion(LAST_OF_THEME))
        window.page(AnsweringPage).go_next()
        _settle()
        yield "3-fin-de-theme", window
        window.go(ToResults())
        _settle()
        yield "4-resultats", window
        window.page(ResultsPage).swap()
        _settle()
        yield "4-resultats-tableau", window
        window.page(ResultsPage).swap()
        window.go(ToScore("pratiques"))
        _settle()
        yield "4-pourquoi-ce-score", window
        window.go(ToIndicators())
        _settle()
        yield "4-indicateurs", window
        window.go(ToYears())
        _settle()
        yield "4-deux-annees", window
        yield from _rare_pages(window)
        window.go(ToPreferences())
        _settle()
        yield "5-reglages", window
        for name, to in (
            ("5-vos-donnees", ToYourData()),
            ("6-profil", ToStructure()),
            ("7-aide", ToHelp()),
            ("8-recherche", ToSearch()),
        ):
            window.go(to)
            _settle()
            yield name, window
        window.page(SearchPage).field.setText("zzz")
        _settle()
        yield "8-recherche-sans-resultat", window
        yield from _plan_pages(window)
        yield from _faults(window)
        yield from _closed_year(window)
        program.close()


def _first_year(window: MainWindow) -> Iterator[tuple[str, object]]:
    """What is missing in the profile, then an assessment without an answer."""
    welcome = window.page(WelcomePage)
    welcome.show_step(1)
    welcome.onward.click()
    _settle()
    yield "1-structure-incomplete", window
    welcome.name.setText("Les Jardins du Canal")
    for field, option in PROFILE.items():
        welcome.boxes[field][option].setChecked(True)
    welcome.go.click()
    while window.session.current is None:
        _settle()
    _settle()
    yield "2-accueil-premiere-annee", window
    window.go(ToResults())
    _settle()
    yield "4-resultats-sans-reponse", window


def _rare_pages(window: MainWindow) -> Iterator[tuple[str, object]]:
    """A question that is not applicable, and the question before a year is closed."""
    window.go(ToQuestion(NA_WITH_REASON))
    window.page(AnsweringPage).footer.na.click()
    _settle()
    yield "3-non-applicable", window
    window.page(AnsweringPage).footer.na.click()
    while window.session.unsaved:
        _settle()
    window.go(ToResults())
    _settle()
    window.page(ResultsPage).closing.ask.click()
    _settle()
    window.page(ResultsPage).area.ensureWidgetVisible(window.page(ResultsPage).closing.question)
    _settle()
    yield "4-terminer", window
    window.page(ResultsPage).closing.cancel.click()


def _faults(window: MainWindow) -> Iterator[tuple[str, object]]:
    """The disk that refuses: the banner, the question as the window closes; a newer file."""
    from cap_desktop.errors import DatabaseTooNew, NotSaved
    from cap_desktop.gui.kit.decision import Decision, DecisionAct
    from cap_desktop.gui.window.closing import LOSE, STAY
    from cap_desktop.notices.details import details
    from cap_desktop.notices.errors import explained, notice

    database = Path("Documents") / "cap.db"
    refused, newer = NotSaved(database, "full"), DatabaseTooNew(database)
    window.go(ToQuestion(QUESTIONS["niveau"]))
    window.banner.say(notice(refused), can_retry=True)
    window.bar.saved.show_unsaved()
    _settle()
    yield "0-pas-enregistre", window
    window.banner.hide()
    closing = (
        DecisionAct(STAY, "Revenir à mes réponses"),
        DecisionAct(LOSE, "Fermer sans enregistrer"),
        DecisionAct("retry", "Réessayer"),
    )
    for name, error, acts in (
        ("0-fermer-sans-enregistrer", refused, closing),
        ("0-base-plus-recente", newer, (DecisionAct("close", "Fermer CAP Desktop"),)),
    ):
        dialog = Decision(window.look, explained(error), acts, details(error))
        dialog.show()
        _settle()
        yield name, dialog
        dialog.close()


def _closed_year(window: MainWindow) -> Iterator[tuple[str, object]]:
    """A year that is over: its answers do not change any more."""
    window.session.seal()
    while window.session.unsaved:
        _settle()
    window.go(ToHome())
    _settle()
    yield "2-accueil-annee-terminee", window
    window.go(ToQuestion(QUESTIONS["niveau"]))
    _settle()
    yield "3-annee-terminee", window


def _plan_pages(window: MainWindow) -> Iterator[tuple[str, object]]:
    window.go(ToPlan())
    _settle()
    yield "9-plan", window
    names = [row.action for row in window.page(PlanPage).table.rows.rows]
    window.page(PlanPage).edit(names[1])
    _settle()
    yield "9-plan-action", window
    window.page(PlanPage).close_editor()
    window.page(PlanPage).what_if.click()
    _settle()
    yield "9-et-si", window
    window.page(PlanPage).what_if.click()
    for name in names:
        window.page(PlanPage).desk.remove(name)
    while window.session.unsaved:
        _settle()
    _settle()
    yield "9-plan-vide", window


def _show(program: Program, width: int, height: int) -> None:
    from PySide6.QtGui import QCursor

    program.window.resize(width, height)
    # Out of the window, or in its last corner: nothing looks pointed at.
    QCursor.setPos(*SIZES["1920"])
    program.open()
    _settle()


def _settle() -> None:
    """Let Qt draw; unlike QTest.qWait, a loop lets the storage lane work meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()


def _under_xvfb() -> int:
    if shutil.which("Xvfb") is None:
        print("Il faut un écran, ou le paquet « xvfb ».", file=sys.stderr)
        return 2
    screen: Callable[..., subprocess.Popen[bytes]] = subprocess.Popen
    server = screen(["Xvfb", DISPLAY, "-screen", "0", "1920x1080x24"])
    try:
        time.sleep(1)
        environment = os.environ | {"DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.screenshots"]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    finally:
        server.terminate()


if __name__ == "__main__":
    sys.exit(main())
