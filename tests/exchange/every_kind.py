"""A questionnaire with a question of every kind, answers to it, and what makes two sheets one."""

from __future__ import annotations

from dataclasses import replace

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.answers.answer_writing import sheet_bytes
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.exchange.answer_workbook.preview import in_order
from cap_desktop.exchange.answer_workbook.reading import WorkbookReading
from cap_desktop.notices.problems import line
from tests.builders import Tree, maturity, number, questionnaire, sheet, theme, tree, yesno

CHOICES = [{"id": "a", "title": "Tout"}, {"id": "b", "title": "Rien"}]
EVERY_KIND = tree(
    theme(
        "t",
        maturity("niveau", na={"allowed": True, "reason_required": True}),
        yesno(
            "ouinon",
            na={"allowed": True, "reasons": [{"id": "r1", "title": "Trop tôt"},
                                             {"id": "r2", "title": "Trop tôt"}]},
        ),
        {"id": "un", "kind": "single", "title": "Lequel ?", "scored": False, "options": CHOICES},
        {"id": "plusieurs", "kind": "multiple", "mode": "share", "title": "Lesquels ?",
         "options": [{"id": "suite", "title": "Suite"}, {"id": "num", "title": "Num"},
                     {"id": "aucun", "title": "Aucun", "exclusive": True}], "scored": False},
        number("chiffre", own_target=True),
        number("part", input="ratio", unit="%"),
        number("entier", whole=True, min="0", max="500"),
        {"id": "texte", "kind": "text", "title": "Dites."},
        {"id": "jour", "kind": "date", "title": "Quand ?"},
    ),
)  # fmt: skip

GIVEN: Tree = {
    "niveau": "n2", "ouinon": "yes", "chiffre": "12.5", "part": {"num": "3", "den": "4"},
    "texte": {"value": "Bien", "comment": "Vu"}, "plusieurs": ["suite"], "jour": "2026-03-01",
}  # fmt: skip
OF = questionnaire(EVERY_KIND)
SHEET = sheet(EVERY_KIND, GIVEN, {"structure_type": ["aci"]})


def settled(of: Questionnaire, given: AnswerSheet) -> bytes:
    """The file of the answers, the options of each in their order, however they were ticked."""
    asked = of.outline.by_id
    answers = {name: in_order(asked[name].question, item) for name, item in given.answers.items()}
    return sheet_bytes(replace(given, answers=answers), of)


def same(of: Questionnaire, given: AnswerSheet, reading: WorkbookReading) -> None:
    assert [line(problem) for problem in reading.problems] == []
    assert settled(of, reading.sheet).decode() == settled(of, given).decode()
