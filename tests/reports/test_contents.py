"""What the reports say, whatever was answered."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.plan.plan import Action
from cap_desktop.reports.contents.report import full_report, synthesis
from cap_desktop.reports.document import Heading, Report
from cap_desktop.reports.pdf.fonts import drawable
from cap_desktop.reports.pdf.printable import Door
from cap_desktop.reports.pdf.rendering import render
from cap_desktop.reports.report_data import ReportData
from cap_desktop.services.files.demonstrations import Demonstrated
from cap_desktop.services.local.reports import html
from tests.builders import answers, maturity, number, questionnaire, sheet, theme, tree, yesno
from tests.reports.hostile import squeezed
from tests.reports.readable import readable
from tests.reports.report_data import DEMONSTRATED, bare_data, demo_data, said_texts
from tests.reports.snapshots import FOLDER, texts

EACH = pytest.mark.parametrize("shown", DEMONSTRATED, ids=lambda shown: shown.folder)
QUESTIONNAIRE = DEMONSTRATED[0].years[-1].questionnaire
SHEET = DEMONSTRATED[0].years[-1].sheet


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def printed_words(report: Report) -> str:
    """All that the PDF says, without spaces and without what comes back at the foot of pages."""
    printed = squeezed(" ".join(pages(render(report)))).replace(squeezed(report.footer), "")
    return re.sub(r"Page\d+sur\d+", "", printed)


def anchors(report: Report) -> list[str]:
    return [
        block.anchor
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Heading) and block.level == 1
    ]


@pytest.mark.parametrize("name", sorted(texts()))
def test_the_words_are_those_that_were_read_and_kept(name: str) -> None:
    assert texts()[name] == (FOLDER / name).read_text(encoding="utf-8")


@EACH
def test_every_text_that_was_typed_is_found_in_the_pdf_and_in_the_page(
    shown: Demonstrated,
) -> None:
    data = demo_data(shown)
    printed = printed_words(full_report(data))
    door = Door(drawable())
    written = squeezed(html(data).decode())
    looked_for = [text for text in said_texts(data) if text.strip()]
    assert len(looked_for) > 80
    for text in looked_for:
        assert squeezed(door.printable(text)) in printed, text
        for line in text.split("\n"):
            assert squeezed(line) in written, line


@EACH
def test_the_same_data_give_the_same_bytes(shown: Demonstrated) -> None:
    data, again = demo_data(shown), demo_data(shown)
    assert render(full_report(data)) == render(full_report(again))
    assert html(data) == html(again)


@EACH
def test_a_synthesis_is_short_and_its_essentials_stand_on_one_page(shown: Demonstrated) -> None:
    found = pages(render(synthesis(demo_data(shown))))
    assert 4 <= len(found) <= 6
    assert "L’essentiel en une page" in found[1]
    assert "Trois chiffres à suivre" in found[1]
    assert found[1].rindex("Repère") < len(found[1])
    assert "Comment lire ce document" in found[2]


def test_nothing_adds_the_parts_up() -> None:
    said = readable(full_report(demo_data(DEMONSTRATED[0])))
    assert "score d’ensemble" not in said.lower()
    assert "Position déclarée par la structure" in said


def test_no_report_says_certified_or_labelled() -> None:
    for shown in DEMONSTRATED:
        said = readable(synthesis(demo_data(shown))).lower()
        assert "certifié" not in said
        assert "labellisé" not in said


def test_an_empty_assessment_makes_clean_pages() -> None:
    data = bare_data(QUESTIONNAIRE, AnswerSheet())
    report = full_report(data)
    said = readable(report)
    assert "Le plan n’a pas encore d’action." in said
    assert "Les questions de conformité n’ont pas toutes une réponse." in said
    assert "aucune alerte" not in said
    assert "Sans réponse" in said
    assert "indicateurs" not in anchors(report)
    assert report.cover.figure is None
    assert report.cover.draft == "Document de travail"
    for made in (report, synthesis(data)):
        assert len(pages(render(made))) > 3
        assert b"<h1>" in html(data)


def test_a_sealed_year_is_no_draft() -> None:
    data = bare_data(QUESTIONNAIRE, SHEET)
    sealed = replace(data, sealed_on=data.today)
    assert full_report(sealed).cover.draft == ""
    assert "terminée le 24\u00a0novembre\u00a02026" in full_report(sealed).cover.note


def test_one_theme_answered_leaves_the_parts_provisional() -> None:
    first = next(QUESTIONNAIRE.outline.themes())
    names = {entry.id for entry in first.questions}
    given = {name: answer for name, answer in SHEET.answers.items() if name in names}
    data = bare_data(QUESTIONNAIRE, AnswerSheet(SHEET.profile, given))
    said = readable(full_report(data))
    assert "Provisoire" in said
    assert "60,0" in said
    assert data.results.nodes["pratiques"].score is None
    render(full_report(data))


def test_a_half_answered_theme_says_its_bounds() -> None:
    of = tree(theme("t", maturity("q_a"), maturity("q_b"), maturity("q_c")))
    data = bare_data(questionnaire(of), sheet(of, {"q_a": "n1"}))
    said = readable(full_report(data))
    assert "Score provisoire\u00a0: entre".replace("\u00a0", "~") in said


def test_a_year_alone_is_compared_with_nothing() -> None:
    said = readable(full_report(bare_data(QUESTIONNAIRE, SHEET)))
    assert "Nos scores en tableau" in said
    assert "comparé" not in said
    assert "2025 |" not in said


def test_a_year_without_lineage_is_not_compared() -> None:
    data = demo_data(DEMONSTRATED[0])
    assert data.former is not None
    apart = replace(data.former, comparison=None, changed=(), kept={})
    said = readable(full_report(replace(data, former=apart)))
    assert "n’ont pas de lien connu" in said
    render(full_report(replace(data, former=apart)))


def test_what_is_not_answered_says_why() -> None:
    of = tree(
        theme(
            "t",
            maturity("q_a", na={"allowed": True}),
            maturity("q_b"),
            maturity("q_c"),
            number("q_d", unit="%"),
            yesno("q_e", alert_on="no", scored=False),
        )
    )
    given = {
        "q_a": {"na": True, "reason": "Aucun salarié"},
        "q_b": {"unknown": True, "comment": "À demander"},
        "q_d": "12.5",
        "q_e": "no",
    }
    read = answers(of, given)
    assert read["format"] == "cap-answers/1"
    data = bare_data(questionnaire(of), sheet(of, given))
    said = readable(full_report(replace(data, discussed=frozenset({"q_c"}))))
    assert "Non applicable ; Raison~: Aucun salarié" in said
    assert "Je ne sais pas ; À demander" in said
    assert "Sans réponse ; À discuter" in said
    assert "12,5~%" in said
    assert "1 alerte de conformité" in said
    assert "Non, alerte" in said


def test_last_year_s_level_is_a_ring_only_where_it_changed() -> None:
    said = readable(full_report(demo_data(DEMONSTRATED[0])))
    rows = [line for line in said.split("\n") if "en 2026: " in line or "en 2025" in line]
    rings = re.findall(r"\(\d: Niveau (\d) en 2025[^)]*\)", said)
    assert rings
    for line in rows:
        ring, level = re.search(r"\((\d): Niveau", line), re.search(r"\[(\d): Niveau", line)
        if ring and level:
            assert ring[1] != level[1]


def _action(**fields: object) -> Action:
    return Action.model_validate({"title": "Agir", "priority": 2, "state": "todo", **fields})


def test_three_hundred_actions_and_a_very_long_comment() -> None:
    comment = "Un commentaire très long. " * 8000
    assert len(comment) > 200_000
    name = "projet_ecrit"
    given = {**SHEET.answers, name: replace(SHEET.answers[name], comment=comment)}
    actions = [_action(id=f"a{rank}", title=f"Action numéro {rank}") for rank in range(300)]
    data = bare_data(QUESTIONNAIRE, replace(SHEET, answers=given), *actions)
    printed = printed_words(full_report(data))
    assert printed.count("commentaire") == 8000
    assert printed.count("Actionnuméro299") >= 2
    assert html(data).decode().count("Un commentaire très long.") == 8000


@pytest.mark.parametrize("name", ["مؤسسة الضفتين", "L’Établi 🛠️ des Deux Rives", "<b>R&D</b>"])
def test_any_name_of_a_structure_makes_a_report(name: str) -> None:
    data = bare_data(QUESTIONNAIRE, SHEET, structure=name)
    content = render(synthesis(data))
    assert len(pages(content)) >= 4
    written = html(data, "synthesis").decode()
    assert "<b>R&D</b>" not in written
    if "<" not in name:
        assert name in written


def _with(data: ReportData, **changes: object) -> ReportData:
    return replace(data, **changes)  # type: ignore[arg-type]


def test_who_answered_is_told_by_group() -> None:
    from datetime import date

    from cap_desktop.reports.report_data import Participants

    group = Participants("Direction", 12, date(2026, 11, 1))
    said = readable(full_report(_with(bare_data(QUESTIONNAIRE, SHEET), participants=(group,))))
    assert "Direction | 12 réponses | 1er~novembre~2026" in said
    assert "1 groupe a répondu~: Direction." in said


def test_a_late_action_is_said_so_only_once_its_day_is_past() -> None:
    late = _action(id="a", due="2026-11-23")
    assert "En retard" in readable(full_report(bare_data(QUESTIONNAIRE, SHEET, late)))
    on_time = _action(id="a", due="2026-11-24")
    assert "En retard" not in readable(full_report(bare_data(QUESTIONNAIRE, SHEET, on_time)))
