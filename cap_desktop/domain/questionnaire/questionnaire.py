"""The questionnaire `cap-questionnaire/1`: parts, axes, themes, questions (format.md §2.5).

Fields are declared in the order of the canonical file.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Literal

from pydantic import Field

from cap_desktop.domain.exact import ZERO
from cap_desktop.domain.questionnaire.conditions import Condition, Trigger
from cap_desktop.domain.questionnaire.fields import (
    DayValue,
    Decimals,
    Digest,
    Effort,
    GroupSize,
    Identifier,
    Locale,
    Percent,
    QuestionnaireId,
    Record,
    Reference,
    TextValue,
    Translations,
    VersionText,
    Weight,
)
from cap_desktop.domain.questionnaire.outline import Outline, outline_of
from cap_desktop.domain.questionnaire.questions import STAFF
from cap_desktop.domain.questionnaire.tree import Part

FORMAT = "cap-questionnaire/1"
QUESTION_LIMIT = 600
CONDITION_LIMIT = 200


class Publisher(Record):
    """Who answers for the questionnaire."""

    name: TextValue
    contact: TextValue | None = None
    url: TextValue | None = None


class Previous(Record):
    """The version this one follows; the digest is that of its canonical bytes."""

    id: QuestionnaireId
    version: VersionText
    content_digest: Digest


class ChangelogEntry(Record):
    """What a version changed, for people."""

    version: VersionText
    date: DayValue
    text: TextValue


class ProfileOption(Record):
    """One of the values of a profile field."""

    id: Identifier
    label: TextValue
    i18n: Translations = {}


class ProfileField(Record):
    """A fact about the structure; its value is always a list of option ids."""

    id: Identifier
    label: TextValue
    kind: Literal["enum"]
    multiple: bool = False
    required: bool
    options: tuple[ProfileOption, ...]
    i18n: Translations = {}


def default_floor(role: str) -> int:
    """The privacy floor of a role that gives none: three for ``staff``, one for the others."""
    return 3 if role == STAFF else 1


class Role(Record):
    """Who answers; under ``min_group`` answers a group is never shown."""

    id: Identifier
    label: TextValue
    min_group: GroupSize | None = None
    i18n: Translations = {}

    @property
    def floor(self) -> int:
        """The privacy floor: the one given, else three for ``staff`` and one for the others."""
        if self.min_group is not None:
            return self.min_group
        return default_floor(self.id)


class MinCoverage(Record):
    """The published coverage, in percent, under which a level has no score."""

    theme: Percent = Fraction(60)
    axis: Percent = Fraction(60)
    part: Percent = Fraction(70)
    overall: Percent = Fraction(70)


class Band(Record):
    """A named stretch of the scale, from its ``from`` to the next band's."""

    id: Identifier
    from_: Percent = Field(alias="from")
    title: TextValue
    color: TextValue | None = None
    i18n: Translations = {}


class ScoringSettings(Record):
    """How scores are read; under ``band_coverage`` percent answered a score has no band."""

    decimals: Decimals = 1
    overall: Literal["none", "weighted"] = "none"
    min_coverage: MinCoverage = MinCoverage()
    min_common_base: Percent = Fraction(60)
    band_coverage: Percent = ZERO
    bands: tuple[Band, ...]
    discuss_range: Percent = Fraction(50)
    na_warning_share: Percent = Fraction(40)


class FrameworkItem(Record):
    """An item of an outside framework; its id is the framework's own."""

    id: TextValue
    title: TextValue


class Framework(Record):
    """An outside framework that questions are read across."""

    id: Identifier
    title: TextValue
    version: TextValue | None = None
    url: TextValue | None = None
    items: tuple[FrameworkItem, ...] = ()


class ConsistencyCheck(Record):
    """A relation that the figures should keep."""

    id: Identifier
    left: tuple[Reference, ...]
    op: Literal["eq", "lte", "gte"]
    right: tuple[Reference, ...]
    tolerance: Percent | None = None
    severity: Literal["warning", "block"]
    message: TextValue
    i18n: Translations = {}


class Term(Record):
    """A word of the field, explained."""

    id: Identifier
    term: TextValue
    definition: TextValue
    i18n: Translations = {}


class Resource(Record):
    """Something to read, on the web or beside the questionnaire."""

    title: TextValue
    url: TextValue | None = None
    file: TextValue | None = None


class Suggestion(Record):
    """An action proposed when its trigger holds."""

    id: Identifier
    title: TextValue
    text: TextValue | None = None
    actions: tuple[TextValue, ...] = ()
    trigger: Trigger
    targets: tuple[Reference, ...]
    effort: Effort | None = None
    resources: tuple[Resource, ...] = ()
    audience: tuple[Reference, ...] = ()
    i18n: Translations = {}


Relation = Literal["reworded", "split", "merged", "replaced", "dropped", "new"]


class LineageEntry(Record):
    """How ids of the previous version became ids of this one (§2.13)."""

    relation: Relation
    from_: tuple[Reference, ...] = Field(alias="from")
    to: tuple[Reference, ...]
    comparable: Literal["yes", "no"] | None = None
    from_weights: dict[str, Weight] | None = None
    answer_map: dict[str, TextValue] | None = None
    note: TextValue | None = None

    @property
    def is_comparable(self) -> bool:
        """What the author says, else what the relation implies."""
        if self.relation in ("dropped", "new"):
            return False
        if self.comparable is not None:
            return self.comparable == "yes"
        return self.relation != "replaced"


class Tombstone(Record):
    """An id that will never be used again."""

    id: Identifier
    kind: Literal["part", "axis", "theme", "question", "suggestion"]
    last_version: VersionText
    reason: TextValue
    replaced_by: tuple[Reference, ...] = ()


class Questionnaire(Record):
    """One version of a questionnaire, immutable once published."""

    format: Literal["cap-questionnaire/1"]
    id: QuestionnaireId
    version: VersionText
    title: TextValue
    description: TextValue | None = None
    locale: Locale = "fr"
    locales: tuple[Locale, ...] = ()
    publisher: Publisher
    license: TextValue
    status: Literal["draft", "published", "deprecated", "withdrawn"]
    valid_from: DayValue | None = None
    previous: Previous | None = None
    changelog: tuple[ChangelogEntry, ...] = ()
    profile_fields: tuple[ProfileField, ...]
    roles: tuple[Role, ...] = ()
    settings: ScoringSettings
    conditions: tuple[Condition, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    parts: tuple[Part, ...]
    checks: tuple[ConsistencyCheck, ...] = ()
    glossary: tuple[Term, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    lineage: tuple[LineageEntry, ...] = ()
    retired: tuple[Tombstone, ...] = ()
    i18n: Translations = {}

    @cached_property
    def outline(self) -> Outline:
        """The tree laid flat, in document order."""
        return outline_of(self.parts)

    @property
    def all_locales(self) -> tuple[str, ...]:
        """The default language first, then the others."""
        return (self.locale, *(code for code in self.locales if code != self.locale))
