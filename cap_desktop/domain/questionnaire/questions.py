"""The questions of a questionnaire, one model a kind (format.md §2.5).

Fields are declared in the order of the canonical file.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from cap_desktop.domain.exact import HUNDRED, ONE, ZERO
from cap_desktop.domain.questionnaire.fields import (
    Decimal,
    Effort,
    FigureTitle,
    Identifier,
    Importance,
    Percent,
    Points,
    Record,
    Reference,
    TextLength,
    TextValue,
    Translations,
    Weight,
    Year,
)

Sense = Literal["higher", "lower"]
Scope = Literal["theme", "axis", "part", "overall"]
Breakpoint = tuple[Decimal, Percent]

STAFF = "staff"
"""The role of the employees in insertion."""


class Example(Record):
    """An example, for every structure or for those whose profile holds one of the options."""

    text: TextValue
    profile: tuple[Reference, ...] = ()


class Reason(Record):
    """One of the reasons that « non applicable » may be given."""

    id: Identifier
    title: TextValue
    i18n: Translations = {}


class NotApplicable(Record):
    """Whether « non applicable » may be answered, and whether a reason is asked.

    With ``reasons`` one is chosen from the list; until then it is still to be chosen.
    """

    allowed: bool = False
    reason_required: bool = False
    label: TextValue | None = None
    reasons: tuple[Reason, ...] = ()


class Critical(Record):
    """A cap on a node when the published score falls under ``fail_below`` (§2.9, rule 5)."""

    fail_below: Percent
    cap: Percent
    scope: Scope
    note: TextValue | None = None


class EvidenceRule(Record):
    """The evidence asked for, and the most a score may be without it."""

    policy: Literal["none", "optional", "expected"]
    cap_without: Percent | None = None
    hint: TextValue | None = None


class Crosswalk(Record):
    """A tie to an item of an outside framework."""

    framework: Reference
    item: Reference
    relation: Literal["full", "partial", "related"]
    note: TextValue | None = None


class Level(Record):
    """One of the levels of a maturity question, from the lowest up."""

    id: Identifier
    title: TextValue | None = None
    description: TextValue
    score: Percent | None = None
    i18n: Translations = {}


class SingleOption(Record):
    """One of the options of a single choice."""

    id: Identifier
    title: TextValue
    score: Percent | None = None
    counts_as: Literal["na", "unknown"] | None = None
    i18n: Translations = {}


class MultipleOption(Record):
    """One of the options of a multiple choice; its points may be taken away (§2.8, ``sum``).

    With ``profile`` it is offered only to those whose profile holds one of the values.
    """

    id: Identifier
    title: TextValue
    score: Points | None = None
    exclusive: bool = False
    profile: tuple[Reference, ...] = ()
    i18n: Translations = {}


class ReferenceValue(Record):
    """A published value that an indicator is read beside."""

    value: Decimal
    label: TextValue
    source: TextValue
    year: Year
    scope: TextValue | None = None
    profile: tuple[Reference, ...] = ()
    role: Literal["benchmark", "threshold"] = "benchmark"


class Variant(Record):
    """Other breakpoints for the structures whose profile field meets the list."""

    profile: Reference
    in_: tuple[Reference, ...] = Field(alias="in")
    breakpoints: tuple[Breakpoint, ...]


class BaseQuestion(Record):
    """What every question has."""

    id: Identifier
    kind: str
    title: TextValue
    help: TextValue | None = None
    why: TextValue | None = None
    examples: tuple[Example, ...] = ()
    weight: Weight = ONE
    scored: bool = True
    required: bool = True
    show_if: Reference | None = None
    audience: tuple[Reference, ...] = ()
    na: NotApplicable = NotApplicable()
    unknown_allowed: bool = True
    importance: Importance = 2
    effort: Effort | None = None
    target: Percent = HUNDRED
    critical: Critical | None = None
    evidence: EvidenceRule | None = None
    crosswalk: tuple[Crosswalk, ...] = ()
    about: Reference | None = None
    tags: tuple[TextValue, ...] = ()
    i18n: Translations = {}

    @property
    def choices(self) -> tuple[Level | SingleOption | MultipleOption, ...]:
        """What can be chosen, as it is written: the levels or the options."""
        return ()

    @property
    def is_compliance(self) -> bool:
        """True where an answer may raise an alert: the law is asked about, not a practice."""
        return False

    @property
    def is_for_staff(self) -> bool:
        """True for what only the employees in insertion are asked: no part of the agreed set."""
        return set(self.audience) == {STAFF}


class MaturityQuestion(BaseQuestion):
    """A ladder of two to seven levels."""

    kind: Literal["maturity"]
    levels: tuple[Level, ...]

    @property
    def choices(self) -> tuple[Level, ...]:
        """The levels, from the lowest up."""
        return self.levels


class YesNoQuestion(BaseQuestion):
    """Yes or no; with ``alert_on``, a compliance question."""

    kind: Literal["yesno"]
    score_yes: Percent = HUNDRED
    score_no: Percent = ZERO
    alert_on: Literal["yes", "no"] | None = None

    @property
    def is_compliance(self) -> bool:
        """True where one of the two answers raises an alert."""
        return self.alert_on is not None


class SingleQuestion(BaseQuestion):
    """One option among several."""

    kind: Literal["single"]
    options: tuple[SingleOption, ...]

    @property
    def choices(self) -> tuple[SingleOption, ...]:
        """The options, in their order."""
        return self.options


class MultipleQuestion(BaseQuestion):
    """Several options; at least one, « Aucune » being an exclusive option.

    With ``alert_on`` a compliance list: each line that is not ticked raises an alert.
    """

    kind: Literal["multiple"]
    mode: Literal["sum", "share", "max"]
    options: tuple[MultipleOption, ...]
    alert_on: Literal["unchosen"] | None = None

    @property
    def is_compliance(self) -> bool:
        """True where a line that is not ticked raises an alert."""
        return self.alert_on is not None

    @property
    def choices(self) -> tuple[MultipleOption, ...]:
        """The options, in their order."""
        return self.options


class MeasuredQuestion(BaseQuestion):
    """What a typed and a computed figure share."""

    unit: TextValue
    short_title: FigureTitle | None = None
    factor: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    zero_denominator: Literal["unknown", "na"] = "unknown"
    sense: Sense | None = None
    references: tuple[ReferenceValue, ...] = ()
    own_target: bool = False
    breakpoints: tuple[Breakpoint, ...] = ()
    shape: Literal["monotone", "free"] = "monotone"
    variants: tuple[Variant, ...] = ()

    @property
    def label(self) -> str:
        """What lists and tables call the figure."""
        return self.short_title or self.title

    @property
    def exact_factor(self) -> Fraction:
        """What a quotient is multiplied by: the factor given, else 100 for a percentage."""
        if self.factor is not None:
            return self.factor
        return HUNDRED if self.unit == "%" else ONE


class NumberQuestion(MeasuredQuestion):
    """A figure typed once, or a ratio of two figures typed together."""

    kind: Literal["number"]
    whole: bool = False
    input: Literal["value", "ratio"] = "value"
    numerator_label: TextValue | None = None
    denominator_label: TextValue | None = None
    small_below: Decimal | None = None


class ComputedQuestion(MeasuredQuestion):
    """A figure deduced from earlier number questions; never typed."""

    kind: Literal["computed"]
    scored: bool = False
    numerator: tuple[Reference, ...]
    denominator: tuple[Reference, ...] = ()
    small_below: Decimal | None = None


class TextQuestion(BaseQuestion):
    """A free text."""

    kind: Literal["text"]
    scored: bool = False
    max_length: TextLength | None = None


class DateQuestion(BaseQuestion):
    """A date."""

    kind: Literal["date"]
    scored: bool = False


Question = Annotated[
    MaturityQuestion
    | YesNoQuestion
    | SingleQuestion
    | MultipleQuestion
    | NumberQuestion
    | ComputedQuestion
    | TextQuestion
    | DateQuestion,
    Field(discriminator="kind"),
]

KINDS: dict[str, type[BaseQuestion]] = {
    "maturity": MaturityQuestion,
    "yesno": YesNoQuestion,
    "single": SingleQuestion,
    "multiple": MultipleQuestion,
    "number": NumberQuestion,
    "computed": ComputedQuestion,
    "text": TextQuestion,
    "date": DateQuestion,
}
"""The model of each kind, by the word the file uses."""


def choice_ids(question: BaseQuestion) -> tuple[str, ...]:
    """The ids an answer to this question may hold."""
    if isinstance(question, YesNoQuestion):
        return ("yes", "no")
    return tuple(choice.id for choice in question.choices)
