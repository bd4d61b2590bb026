"""Small questionnaires and answers for tests, as the trees that files hold."""

import json
from typing import Any

from cap_desktop.domain.answers.answer_parsing import read_answers
from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.canonical import content_digest
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import Results, score

Tree = dict[str, Any]


def maturity(name: str, **fields: Any) -> Tree:
    levels = [{"id": f"n{rank}", "description": f"Niveau {rank}"} for rank in range(5)]
    return {
        "id": name,
        "kind": "maturity",
        "title": f"Question {name} ?",
        "levels": levels,
        **fields,
    }


def yesno(name: str, **fields: Any) -> Tree:
    return {"id": name, "kind": "yesno", "title": f"Question {name} ?", **fields}


def number(name: str, **fields: Any) -> Tree:
    return {
        "id": name,
        "kind": "number",
        "title": f"Combien de {name} ?",
        "unit": "points",
        "scored": False,
        **fields,
    }


def scored_number(name: str, **fields: Any) -> Tree:
    scale = [["0", "0"], ["100", "100"]]
    return number(name, scored=True, breakpoints=scale, **fields)


def computed(name: str, numerator: list[str], denominator: list[str], **fields: Any) -> Tree:
    return {
        "id": name,
        "kind": "computed",
        "title": f"Part de {name}",
        "unit": "%",
        "numerator": numerator,
        "denominator": denominator,
        **fields,
    }


def theme(name: str, *questions: Tree, **fields: Any) -> Tree:
    return {
        "id": name,
        "title": f"Thème {name}",
        "short_title": name,
        "questions": list(questions),
        **fields,
    }


def tree(*themes: Tree, **fields: Any) -> Tree:
    """A questionnaire of one part and one axis that holds the themes."""
    axis = {"id": "axe", "title": "Axe", "themes": list(themes)}
    return {
        "format": "cap-questionnaire/1",
        "id": "essai",
        "version": "1.0.0",
        "title": "Essai",
        "publisher": {"name": "Essais"},
        "license": "CC0-1.0",
        "status": "draft",
        "profile_fields": [
            {
                "id": "structure_type",
                "label": "Type",
                "kind": "enum",
                "multiple": True,
                "required": True,
                "options": [{"id": name, "label": name.upper()} for name in ("aci", "ai", "etti")],
            }
        ],
        "settings": {
            "bands": [
                {"id": "bas", "from": "0", "title": "Bas"},
                {"id": "haut", "from": "50", "title": "Haut"},
            ]
        },
        "parts": [{"id": "partie", "title": "Partie", "axes": [axis]}],
        **fields,
    }


def after(old: Tree, *themes: Tree, version: str = "2.0.0", **fields: Any) -> Tree:
    """A version that follows the exact bytes of `old`."""
    previous = {
        "id": old["id"],
        "version": old["version"],
        "content_digest": content_digest(questionnaire(old)),
    }
    return tree(*themes, version=version, previous=previous, **fields)


def raw(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def questionnaire(value: Tree) -> Questionnaire:
    reading = read_questionnaire(raw(value))
    assert reading.problems == ()
    assert reading.questionnaire is not None
    return reading.questionnaire


def answers(of: Tree, given: Tree, profile: Tree | None = None, **fields: Any) -> Tree:
    return {
        "format": "cap-answers/1",
        "questionnaire": {"id": of["id"], "version": of["version"]},
        "profile": profile or {},
        "answers": {name: _record(value) for name, value in given.items()},
        **fields,
    }


def _record(value: Any) -> Tree:
    is_record = isinstance(value, dict) and not {"num", "den"} & value.keys()
    return value if is_record else {"value": value}


def sheet(of: Tree, given: Tree, profile: Tree | None = None, **fields: Any) -> AnswerSheet:
    reading = read_answers(raw(answers(of, given, profile, **fields)), questionnaire(of))
    assert reading.problems == ()
    assert reading.sheet is not None
    return reading.sheet


def results(of: Tree, given: Tree, profile: Tree | None = None, **fields: Any) -> Results:
    return score(questionnaire(of), sheet(of, given, profile, **fields))
