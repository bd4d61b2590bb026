"""Parts, axes and themes: the tree that holds the questions (format.md §2.5)."""

from __future__ import annotations

from cap_desktop.domain.exact import ONE
from cap_desktop.domain.questionnaire.fields import (
    Identifier,
    Record,
    Reference,
    ShortTitle,
    TextValue,
    Translations,
    Weight,
)
from cap_desktop.domain.questionnaire.questions import Question


class Theme(Record):
    """A page of questions."""

    id: Identifier
    title: TextValue
    short_title: ShortTitle
    description: TextValue | None = None
    weight: Weight = ONE
    show_if: Reference | None = None
    questions: tuple[Question, ...]
    i18n: Translations = {}


class Axis(Record):
    """A group of themes."""

    id: Identifier
    title: TextValue
    short_title: ShortTitle | None = None
    description: TextValue | None = None
    weight: Weight = ONE
    show_if: Reference | None = None
    themes: tuple[Theme, ...]
    i18n: Translations = {}

    @property
    def label(self) -> str:
        """Its name where there is little room."""
        return self.short_title or self.title


class Part(Record):
    """One of the parts, each with its own score."""

    id: Identifier
    title: TextValue
    short_title: ShortTitle | None = None
    description: TextValue | None = None
    weight: Weight = ONE
    show_if: Reference | None = None
    axes: tuple[Axis, ...]
    i18n: Translations = {}

    @property
    def label(self) -> str:
        """Its name where there is little room."""
        return self.short_title or self.title
