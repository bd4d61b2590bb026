"""Questionnaires, profiles and answers drawn at random, within the format."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet, AnswerValue, Quotient
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    BaseQuestion,
    ComputedQuestion,
    DateQuestion,
    MaturityQuestion,
    MultipleQuestion,
    NumberQuestion,
    SingleQuestion,
    TextQuestion,
)
from tests.builders import Tree, computed, maturity, number, questionnaire, tree, yesno

PROFILE = ("aci", "ai", "etti")
WEIGHTS = st.sampled_from(["0", "0.5", "1", "1", "2", "3"])
PERCENTS = st.sampled_from(["0", "20", "33.3", "50", "75", "100"])


@dataclass
class _Draft:
    """What has been drawn so far, in document order."""

    draw: st.DrawFn
    asked: list[Tree] = field(default_factory=list)
    conditions: list[Tree] = field(default_factory=list)
    names: int = 0

    def name(self, kind: str) -> str:
        self.names += 1
        return f"{kind}_{'abcdefghij'[self.names // 10]}{self.names % 10}"

    def gate(self) -> Tree:
        """Maybe a `show_if` on the profile or on a question asked before."""
        if self.draw(st.integers(0, 3)) != 0:
            return {}
        tests = self.draw(
            st.lists(st.builds(self._test, st.integers(0, 99)), min_size=1, max_size=2)
        )
        split = self.draw(st.booleans())
        groups = [{"all": [test]} for test in tests] if split else [{"all": tests}]
        condition = {"id": self.name("c"), "label": "Si", "any": groups}
        self.conditions.append(condition)
        return {"show_if": condition["id"]}

    def _test(self, pick: int) -> Tree:
        negate = {"negate": True} if pick % 5 == 0 else {}
        usable = [asked for asked in self.asked if asked["kind"] in ("maturity", "yesno", "number")]
        usable = [asked for asked in usable if asked.get("input") != "ratio"]
        if not usable or pick % 3 == 0:
            return {"profile": "structure_type", "op": "in", "value": [PROFILE[pick % 3]], **negate}
        asked = usable[pick % len(usable)]
        if pick % 4 == 0:
            return {"q": asked["id"], "op": "answered", **negate}
        if asked["kind"] == "yesno":
            return {"q": asked["id"], "op": "in", "value": ["yes"], **negate}
        if asked["kind"] == "number":
            return {"q": asked["id"], "op": "gte", "value": "40", **negate}
        return {"q": asked["id"], "op": "lt", "value": "n3", **negate}

    def common(self) -> Tree:
        fields: Tree = {
            "weight": self.draw(WEIGHTS),
            "na": {"allowed": True},
            **self.gate(),
        }
        if self.draw(st.integers(0, 4)) == 0:
            fields["critical"] = {
                "fail_below": self.draw(st.sampled_from(["33.3", "50", "100"])),
                "cap": self.draw(PERCENTS),
                "scope": self.draw(st.sampled_from(["theme", "axis", "part", "overall"])),
            }
        if self.draw(st.integers(0, 5)) == 0:
            fields["evidence"] = {"policy": "expected", "cap_without": self.draw(PERCENTS)}
        return fields

    def question(self) -> Tree:
        kind = self.draw(
            st.sampled_from(
                ["maturity"] * 3 + ["yesno", "number", "ratio", "single", "multiple", "computed"]
            )
        )
        figures = [
            asked["id"]
            for asked in self.asked
            if asked["kind"] == "number" and asked.get("input") != "ratio"
        ]
        name = self.name("q")
        points = [["0", "0"], ["40", "20"], ["100", "100"]]
        if kind == "computed" and figures:
            fields = {"scored": True, "breakpoints": points, "weight": self.draw(WEIGHTS)}
            made = computed(name, figures[:1], figures[-1:], **fields, **self.gate())
        elif kind in ("number", "ratio", "computed"):
            extra = {"input": "ratio", "unit": "%"} if kind == "ratio" else {}
            zero = {"zero_denominator": self.draw(st.sampled_from(["unknown", "na"]))}
            made = number(name, scored=True, breakpoints=points, **extra, **zero, **self.common())
        elif kind == "single":
            options: list[Tree] = [
                {"id": "o_a", "title": "A", "score": "0"},
                {"id": "o_b", "title": "B", "score": "66.7"},
            ]
            options += [
                {"id": "o_na", "title": "C", "counts_as": "na"},
                {"id": "o_nsp", "title": "D", "counts_as": "unknown"},
            ]
            made = {
                "id": name,
                "kind": "single",
                "title": "Q ?",
                "options": options,
                **self.common(),
            }
        elif kind == "multiple":
            options = [{"id": f"o_{letter}", "title": letter, "score": "40"} for letter in "abc"]
            options.append({"id": "aucune", "title": "Aucune", "score": "0", "exclusive": True})
            mode = self.draw(st.sampled_from(["sum", "share", "max"]))
            made = {
                "id": name,
                "kind": "multiple",
                "mode": mode,
                "title": "Q ?",
                "options": options,
                **self.common(),
            }
        elif kind == "yesno":
            made = yesno(name, **self.common())
        else:
            made = maturity(name, **self.common())
        self.asked.append(made)
        return made

    def node(self, kind: str, children: list[Tree], gate: Tree) -> Tree:
        holder = {"theme": "questions", "axis": "themes", "part": "axes"}[kind]
        made = {
            "id": self.name(kind[0]),
            "title": kind,
            "weight": self.draw(WEIGHTS),
            holder: children,
            **gate,
        }
        return made | ({"short_title": kind} if kind == "theme" else {})

    def grow(self, kind: str) -> Tree:
        gate = self.gate()
        below = {"part": "axis", "axis": "theme"}
        count = self.draw(st.integers(1, 3 if kind == "theme" else 2))
        if kind == "theme":
            children = [self.question() for _ in range(count)]
        else:
            children = [self.grow(below[kind]) for _ in range(count)]
        if all(child["weight"] == "0" for child in children if child.get("scored", True)):
            children[0]["weight"] = "1"
        return self.node(kind, children, gate)


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """A valid questionnaire with gates, caps, evidence, every scored kind, and a grand total."""
    draft = _Draft(draw)
    parts = [draft.grow("part") for _ in range(draw(st.integers(1, 2)))]
    if all(part["weight"] == "0" for part in parts):
        parts[0]["weight"] = "1"
    base = tree()
    base["settings"] |= {"overall": "weighted"}
    return questionnaire(base | {"parts": parts, "conditions": draft.conditions})


PROFILES: list[Profile] = [
    {},
    {"structure_type": ("aci",)},
    {"structure_type": ("ai", "etti")},
]
profiles = st.sampled_from(PROFILES)


def _value(draw: st.DrawFn, question: BaseQuestion) -> AnswerValue:
    if isinstance(question, MaturityQuestion):
        return draw(st.sampled_from([level.id for level in question.levels]))
    if isinstance(question, SingleQuestion):
        return draw(st.sampled_from([option.id for option in question.options]))
    if isinstance(question, MultipleQuestion):
        several = st.lists(st.sampled_from(["o_a", "o_b", "o_c"]), min_size=1, unique=True)
        return draw(st.one_of(st.just(("aucune",)), several.map(tuple)))
    if isinstance(question, NumberQuestion):
        figures = st.sampled_from([Fraction(0), Fraction(7), Fraction(40), Fraction(333, 10)])
        if question.input == "ratio":
            return Quotient(draw(figures), draw(figures))
        return draw(figures)
    return draw(st.sampled_from(["yes", "no"]))


def answer_to(draw: st.DrawFn, question: BaseQuestion) -> Answer:
    """A value or a N/A, with or without evidence."""
    if draw(st.integers(0, 5)) == 0:
        return Answer(na=True)
    evidence = draw(st.sampled_from([(), ("preuve.pdf",)]))
    return Answer(value=_value(draw, question), evidence=evidence)


def _is_asked(question: BaseQuestion) -> bool:
    return not isinstance(question, ComputedQuestion | TextQuestion | DateQuestion)


@st.composite
def partial_sheets(draw: st.DrawFn, of: Questionnaire) -> AnswerSheet:
    """A profile, maybe empty, and answers to some of the questions."""
    given: dict[str, Answer] = {}
    for entry in of.outline.questions:
        if _is_asked(entry.question) and draw(st.booleans()):
            given[entry.id] = answer_to(draw, entry.question)
    return AnswerSheet(draw(profiles), given)


@st.composite
def completions(draw: st.DrawFn, of: Questionnaire, sheet: AnswerSheet) -> AnswerSheet:
    """The same sheet with every missing answer, and a missing profile, filled in somehow."""
    given: dict[str, Any] = dict(sheet.answers)
    for entry in of.outline.questions:
        if _is_asked(entry.question) and entry.id not in given:
            given[entry.id] = answer_to(draw, entry.question)
    profile = sheet.profile or {"structure_type": (draw(st.sampled_from(PROFILE)),)}
    return AnswerSheet(profile, given)
