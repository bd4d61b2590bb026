"""Reports and copies of the plan, made from the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from cap_desktop.gui.answering.answering_page import AnsweringPage
from cap_desktop.gui.presentation.exports import EXPORTS
from cap_desktop.gui.session.destinations import ToQuestion
from tests.gui.driving import Driven


def _ask(driven: Driven, folder: Path) -> Callable[..., Path]:
    """Choose a place by the name that is offered."""

    def chosen(_title: str, name: str, _kinds: str) -> Path:
        return folder / name

    driven.window.exports.ask_path = chosen
    return chosen


@pytest.mark.only_looks
@pytest.mark.parametrize("kind", EXPORTS)
def test_every_kind_of_file_is_written_under_the_name_it_offers(
    demonstrated: Driven, tmp_path: Path, kind: str
) -> None:
    window = demonstrated.window
    _ask(demonstrated, tmp_path)
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.written):
        window.export(kind)
    export = EXPORTS[kind]
    path = tmp_path / f"CAP-2026-{export.name}-les-deux-rives.{export.ending}"
    assert path.stat().st_size > 1000
    # The hyphen of a name does not break at the end of a line.
    assert path.name in window.strip.toast.words.text().replace("\u2011", "-")
    assert not window.exports.work.isVisible()
    if kind == "synthesis":
        assert 4 <= len(PdfReader(path).pages) <= 6


def test_what_is_being_typed_is_in_the_report(demonstrated: Driven, tmp_path: Path) -> None:
    window = demonstrated.window
    _ask(demonstrated, tmp_path)
    window.go(ToQuestion("projet_ecrit"))
    window.page(AnsweringPage).comment.edit.setPlainText("Relu hier avec toute l’équipe.")
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.written):
        window.export("html")
    (path,) = tmp_path.glob("*.html")
    assert "Relu hier avec toute l’équipe." in path.read_text(encoding="utf-8")


def test_a_report_that_is_stopped_writes_nothing(demonstrated: Driven, tmp_path: Path) -> None:
    window = demonstrated.window
    _ask(demonstrated, tmp_path)
    demonstrated.program.reports.progressed.connect(
        lambda _done, _total: demonstrated.program.reports.stop()
    )
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.stopped):
        window.export("pdf")
        demonstrated.program.reports.stop()
    assert list(tmp_path.glob("*.pdf")) == []
    assert not window.exports.work.isVisible()


def test_a_folder_that_refuses_is_said_and_another_report_can_be_made(
    demonstrated: Driven, tmp_path: Path
) -> None:
    window = demonstrated.window
    (tmp_path / "fichier").write_text("ici", encoding="utf-8")
    _ask(demonstrated, tmp_path / "fichier")
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.failed):
        window.export("html")
    assert window.banner.isVisible()
    assert window.bar.saved.text() != "Pas encore enregistré"
    _ask(demonstrated, tmp_path)
    with demonstrated.qtbot.waitSignal(demonstrated.program.reports.written):
        window.export("html")
