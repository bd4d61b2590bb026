"""Answers written as a workbook: a page a part, a row a question, lists where one chooses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Final

from cap_desktop.domain.answers.answer_parsing import FORMAT
from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, AnswerSheet, Quotient
from cap_desktop.domain.questionnaire.outline import NodeEntry, QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    NumberQuestion,
)
from cap_desktop.exchange.answer_workbook.layout import (
    GOES_ON,
    GUIDE,
    IMPORTANCES,
    LISTS,
    PROFILE,
    TICK,
    Field,
    FieldColumn,
    columns,
    explained,
    labels,
    part_pages,
    reason_labels,
    themes_under,
    unanswered_labels,
    under,
)
from cap_desktop.exchange.answer_workbook.names import joined
from cap_desktop.exchange.cell_text import pieces
from cap_desktop.exchange.workbook import Column, Look, Page, Row, Value, book_bytes
from cap_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers, the questionnaire they are for, and the tag of its short version if it is one."""

    questionnaire: Questionnaire
    sheet: AnswerSheet
    short: str = ""

    def holds(self, entry: QuestionEntry) -> bool:
        """True for a question that has a row: of a short version only what it asks or was said."""
        name = entry.id
        said = self.sheet.of(name) != NO_ANSWER or name in self.sheet.importance
        return not self.short or self.short in entry.question.tags or said


def answer_workbook(asked: Asked, moment: datetime) -> bytes:
    """Write the whole questionnaire and what is answered; the same values give the same bytes."""
    pages = [_guide(asked.questionnaire), _profile(asked)]
    for name, part in part_pages(asked.questionnaire).items():
        rows = tuple(_part_rows(asked, part))
        if rows:
            pages.append(_page(name, columns(), rows))
    return book_bytes(asked.questionnaire.title, tuple(pages), LISTS, moment)


LOOKS: Final[Mapping[Field, Look]] = {
    "cle": "keys",
    "question": "strong",
    "choix": "quiet",
    "reponse": "answer",
    "unite": "quiet",
}


def _page(name: str, fields: tuple[FieldColumn, ...], rows: tuple[Row, ...]) -> Page:
    return Page(
        title=name,
        columns=tuple(
            Column(item.width, for_text=True, look=LOOKS.get(item.key, "plain")) for item in fields
        ),
        rows=(
            Row(tuple(item.key for item in fields), "keys"),
            Row(tuple(item.head for item in fields), "head"),
            *rows,
        ),
        frozen="C3",
        repeated="2:2",
    )


def _guide(questionnaire: Questionnaire) -> Page:
    lines = (
        _("Répondez dans la colonne « Votre réponse ». Une liste s’ouvre où l’on choisit."),
        _("Pour cocher une ligne, choisissez « x ». Pour la décocher, effacez la cellule."),
        _("Une part se donne par ses deux nombres. Le programme la calcule."),
        _("Sans réponse, choisissez pourquoi dans la colonne « Ou, sans réponse »."),
        _("Ne changez ni la première ligne ni la première colonne de chaque feuille."),
        _("N’écrivez pas de formule : le fichier serait refusé. Collez les valeurs seules."),
        _("Les nombres s’écrivent « 12 » ou « 1,5 », les jours « 31/12/2026 »."),
    )
    title = f"{questionnaire.title}, {questionnaire.version}"
    rows = (Row((title,), "head"), *(Row((line,)) for line in lines))
    return Page(GUIDE, (Column(100),), rows, "A2", "1:1")


def _profile(asked: Asked) -> Page:
    questionnaire = asked.questionnaire
    rows = [
        Row(("format", _("Format du fichier"), FORMAT), "quiet"),
        Row(("questionnaire/id", _("Questionnaire"), questionnaire.id), "quiet"),
        Row(("questionnaire/version", _("Sa version"), questionnaire.version), "quiet"),
        Row(("short", _("Sa version courte, s’il y a lieu"), asked.short), "quiet"),
    ]
    for field in questionnaire.profile_fields:
        rows.append(Row(("", field.label), "theme"))
        chosen = asked.sheet.profile.get(field.id, ())
        rows += [
            Row(
                (f"profile/{field.id}/{option.id}", option.label, _ticked(option.id in chosen)),
                lists={2: (TICK,)},
            )
            for option in field.options
        ]
    fields = (
        FieldColumn("cle", _("Clé (à ne pas changer)"), 30),
        FieldColumn("question", _("Votre structure"), 60),
        FieldColumn("reponse", _("Votre réponse"), 30),
    )
    return _page(PROFILE, fields, tuple(rows))


def _ticked(is_chosen: bool) -> str:
    return TICK if is_chosen else ""


def _part_rows(asked: Asked, part: NodeEntry) -> Iterator[Row]:
    for theme in themes_under(part):
        entries = [entry for entry in theme.questions if asked.holds(entry)]
        if entries or theme.id in asked.sheet.importance:
            yield _theme_row(asked, theme)
        for entry in entries:
            yield from _question_rows(asked, entry.question)


Lists = Mapping[Field, tuple[str, ...]]
ORDER: Final = tuple(item.key for item in columns())


def _row(
    values: Mapping[Field, Value],
    lists: Lists,
    look: Look = "plain",
    figures: Iterable[Field] = (),
) -> Row:
    return Row(
        tuple(values.get(key) for key in ORDER),
        look,
        {ORDER.index(key): choices for key, choices in lists.items() if choices},
        frozenset(ORDER.index(key) for key in figures),
    )


def _theme_row(asked: Asked, theme: NodeEntry) -> Row:
    importance = asked.sheet.importance.get(theme.id)
    values: dict[Field, Value] = {
        "cle": theme.id,
        "question": f"{theme.code}. {theme.title}",
        "importance": "" if importance is None else str(importance),
    }
    return _row(values, {"importance": IMPORTANCES}, "theme")


def _question_rows(asked: Asked, question: BaseQuestion) -> Iterator[Row]:
    """The row of a question, those under it, and those where its texts go on."""
    answer = asked.sheet.of(question.id)
    importance = asked.sheet.importance.get(question.id)
    values: dict[Field, Value] = {
        "cle": question.id,
        "question": _asked_words(asked.questionnaire, question),
        "choix": explained(question),
        "importance": "" if importance is None else str(importance),
        **_said(question, answer),
    }
    if isinstance(question, MeasuredQuestion):
        values["unite"] = question.unit
    lists: dict[Field, tuple[str, ...]] = {
        "reponse": tuple(labels(question).values()),
        "sans_reponse": tuple(unanswered_labels(question).values()),
        "raison": tuple(reason_labels(question).values()),
        "importance": IMPORTANCES,
    }
    figures: list[Field] = []
    if isinstance(question, NumberQuestion):
        lists["provisoire"] = (TICK,)
        figures.append("reponse")
    if isinstance(question, MeasuredQuestion):
        figures.append("cible")
    yield from _long(values, lists, figures)
    for name, title in under(question).items():
        yield _under_row(question, name, title, answer)


def _asked_words(questionnaire: Questionnaire, question: BaseQuestion) -> str:
    said = [question.title]
    shown_if = [item.label for item in questionnaire.conditions if item.id == question.show_if]
    said += [_("À remplir si\u00a0: {condition}", condition=label) for label in shown_if]
    if isinstance(question, ComputedQuestion):
        said.append(_("Se calcule\u00a0: rien à saisir."))
    return "\n".join(said)


def _said(question: BaseQuestion, answer: Answer) -> dict[Field, Value]:
    """What was said, by the column that says it."""
    words = unanswered_labels(question)
    given = "unknown" if answer.unknown else "na" if answer.na else ""
    return {
        "reponse": _value(question, answer),
        "sans_reponse": words.get(given, ""),
        "raison": reason_labels(question).get(answer.reason_id, ""),
        "precision": answer.reason,
        "commentaire": answer.comment,
        "provisoire": _ticked(answer.provisional),
        "cible": None if answer.target is None else float(answer.target),
        "preuves": joined(answer.evidence),
    }


def _value(question: BaseQuestion, answer: Answer) -> Value:
    value = answer.value
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, date):
        return value
    return labels(question).get(value, value) if isinstance(value, str) else None


def _under_row(question: BaseQuestion, name: str, title: str, answer: Answer) -> Row:
    """One figure of a ratio, or one line to tick."""
    values: dict[Field, Value] = {"cle": f"{question.id}/{name}", "question": f"    {title}"}
    if isinstance(question, MultipleQuestion):
        chosen = answer.value if isinstance(answer.value, tuple) else ()
        values["reponse"] = _ticked(name in chosen)
        return _row(values, {"reponse": (TICK,)})
    if isinstance(answer.value, Quotient):
        values["reponse"] = float(answer.value.num if name == "num" else answer.value.den)
    return _row(values, {}, figures=("reponse",))


def _long(values: Mapping[Field, Value], lists: Lists, figures: list[Field]) -> Iterator[Row]:
    """The row, and one under it for each time that a text is longer than a cell."""
    cut = {key: pieces(value) for key, value in values.items() if isinstance(value, str) and value}
    most = max(len(parts) for parts in cut.values())
    yield _row({**values, **{key: parts[0] for key, parts in cut.items()}}, lists, figures=figures)
    for rank in range(1, most):
        rest: dict[Field, Value] = {
            key: parts[rank] for key, parts in cut.items() if rank < len(parts)
        }
        yield _row({**rest, "cle": f"{values['cle']}/{GOES_ON}"}, {})
