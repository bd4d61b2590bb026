"""What both ways of a workbook of answers know: its pages, its columns, the keys of its rows.

A key names what a row is about: a theme, a question, `question/num` and `question/den` for the two
figures of a ratio, `question/option` for a line to tick, `question/+` where a text goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from cap_desktop.domain.questionnaire.outline import NodeEntry
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    MaturityQuestion,
    MultipleQuestion,
    NumberQuestion,
    YesNoQuestion,
)
from cap_desktop.domain.text import cut, folded, one_line
from cap_desktop.exchange.cell_text import LONGEST_NAME, page_title
from cap_desktop.i18n import _
from cap_desktop.words.states import NO, NOT_APPLICABLE, UNKNOWN, YES

GUIDE: Final = "Lisez-moi"
PROFILE: Final = "Profil"
LISTS: Final = "Listes"
"""The hidden page of what can be chosen."""
KEY: Final = "cle"
TICK: Final = "x"
IMPORTANCES: Final = ("1", "2", "3")
GOES_ON: Final = "+"
FIRST_ROW: Final = 3
"""The keys of the columns stand in row 1, what they mean in row 2."""
LONGEST_LABEL: Final = 200

Field = Literal[
    "cle",
    "question",
    "choix",
    "reponse",
    "unite",
    "sans_reponse",
    "raison",
    "precision",
    "commentaire",
    "provisoire",
    "cible",
    "importance",
    "preuves",
]
SHOWN: Final[tuple[Field, ...]] = ("question", "choix", "unite")
"""Columns that are there to be read: nothing that is typed in them comes back."""


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """One column: its key, what its head says, how wide it is."""

    key: Field
    head: str
    width: float


def columns() -> tuple[FieldColumn, ...]:
    """The columns of a page of answers, in their order."""
    return (
        FieldColumn("cle", _("Clé (à ne pas changer)"), 12),
        FieldColumn("question", _("Question"), 40),
        FieldColumn("choix", _("Aide, et ce que veut dire chaque choix"), 66),
        FieldColumn("reponse", _("Votre réponse"), 30),
        FieldColumn("unite", _("Unité"), 9),
        FieldColumn("sans_reponse", _("Ou, sans réponse"), 16),
        FieldColumn("raison", _("Raison, dans la liste"), 22),
        FieldColumn("precision", _("Raison, en toutes lettres"), 22),
        FieldColumn("commentaire", _("Votre commentaire"), 36),
        FieldColumn("provisoire", _("Chiffre provisoire"), 11),
        FieldColumn("cible", _("Votre cible"), 9),
        FieldColumn("importance", _("Importance, de 1 à 3"), 12),
        FieldColumn("preuves", _("Preuves, une par ligne"), 22),
    )


def part_pages(questionnaire: Questionnaire) -> dict[str, NodeEntry]:
    """The page of each part by its name: no two are alike, nor like the other pages."""
    taken = {folded(name) for name in (GUIDE, PROFILE, LISTS, "History")}
    pages: dict[str, NodeEntry] = {}
    for part in questionnaire.outline.parts:
        name = page_title(part.label)
        rank = 1
        while folded(name) in taken:
            rank += 1
            ending = f" ({rank})"
            name = page_title(part.label)[: LONGEST_NAME - len(ending)] + ending
        taken.add(folded(name))
        pages[name] = part
    return pages


def themes_under(part: NodeEntry) -> Iterator[NodeEntry]:
    """Every theme of a part, those of the employees too: their answers travel as well."""
    for axis in part.children:
        yield from axis.children


def labels(question: BaseQuestion) -> dict[str, str]:
    """What is chosen in the list of a question, by its id: ranked, so that no two are alike."""
    if isinstance(question, YesNoQuestion):
        return {"yes": _(YES), "no": _(NO)}
    if isinstance(question, MultipleQuestion):
        return {}
    return _ranked((choice.id, choice.title or _said(choice)) for choice in question.choices)


def _said(choice: object) -> str:
    return str(getattr(choice, "description", ""))


def reason_labels(question: BaseQuestion) -> dict[str, str]:
    """The same for the reasons of « non applicable »."""
    return _ranked((reason.id, reason.title) for reason in question.na.reasons)


def _ranked(named: Iterator[tuple[str, str]]) -> dict[str, str]:
    return {
        name: cut(f"{rank}. {one_line(title)}", LONGEST_LABEL)
        for rank, (name, title) in enumerate(named, start=1)
    }


def unanswered_labels(question: BaseQuestion) -> dict[str, str]:
    """What may be said in place of an answer: the field of the file, and its words."""
    found = {"unknown": _(UNKNOWN)} if question.unknown_allowed else {}
    return found | ({"na": _(NOT_APPLICABLE)} if question.na.allowed else {})


def explained(question: BaseQuestion) -> str:
    """The help of a question, and what each level means, where the list says only its name."""
    said = [question.help] if question.help else []
    if isinstance(question, MaturityQuestion):
        said += [
            f"{rank}. {level.title}\u00a0: {level.description}"
            if level.title
            else f"{rank}. {level.description}"
            for rank, level in enumerate(question.levels, start=1)
        ]
    return "\n".join(said)


def under(question: BaseQuestion) -> dict[str, str]:
    """The rows under the one of a question, by the end of their key: figures, lines to tick."""
    if isinstance(question, MultipleQuestion):
        return {option.id: option.title for option in question.options}
    if isinstance(question, NumberQuestion) and question.input == "ratio":
        return {
            "num": question.numerator_label or _("Premier nombre"),
            "den": question.denominator_label or _("Second nombre"),
        }
    return {}
