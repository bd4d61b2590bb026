"""A version against the one before it: nothing vanishes in silence (format.md §2.3 to §2.13)."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.questionnaire.canonical import content_digest
from cap_desktop.domain.questionnaire.differences import minimum_bump
from cap_desktop.domain.questionnaire.nearest import unknown
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import (
    MaturityQuestion,
    MeasuredQuestion,
    MultipleQuestion,
    SingleQuestion,
)
from cap_desktop.domain.questionnaire.versions import Bump, bump_between, next_version
from cap_desktop.errors import Problem


def history_problems(old: Questionnaire, new: Questionnaire) -> list[Problem]:
    """Everything in ``new`` that breaks what ``old`` promised."""
    return [
        *_previous(old, new),
        *_bump(old, new),
        *_lineage(old, new),
        *_vanished(old, new),
        *_tombstones_kept(old, new),
        *_scales_kept(old, new),
    ]


def unexplained(old: Questionnaire, new: Questionnaire) -> tuple[str, ...]:
    """The fresh questions that no lineage entry names: taken as new, worth a warning."""
    named = {name for entry in new.lineage for name in entry.to}
    fresh = new.outline.by_id.keys() - old.outline.by_id.keys() - named
    return tuple(name for name in new.outline.by_id if name in fresh)


def _previous(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    previous = new.previous
    if previous is None:
        yield Problem("E-MISSING", "previous", "no_previous")
        return
    for field, seen, wanted in (
        ("id", previous.id, old.id),
        ("version", previous.version, old.version),
        ("content_digest", previous.content_digest, content_digest(old)),
    ):
        if seen != wanted:
            yield Problem("E-REF", f"previous/{field}", "previous", seen=seen, expected=(wanted,))


def _bump(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    declared, least = bump_between(old.version, new.version), minimum_bump(old, new)
    if declared is None or declared < least:
        case = ("patch", "minor", "major")[least]
        wanted = (next_version(old.version, Bump(least)),)
        yield Problem(
            "E-BUMP", "version", case, name=old.version, seen=new.version, expected=wanted
        )


def _lineage(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    """Old ids are those of the old version; split, merged and replaced make new ones."""
    known = _alive(old)
    for rank, entry in enumerate(new.lineage):
        for name in entry.from_:
            if name not in known:
                yield unknown(f"lineage[{rank}]/from/{name}", "lineage", name, known)
        for name in entry.to if entry.relation in ("split", "merged", "replaced") else ():
            if name in known:
                place = f"lineage[{rank}]/to/{name}"
                yield Problem("E-LINEAGE-ALIVE", place, "old", seen=name, name=entry.relation)


def _alive(questionnaire: Questionnaire) -> set[str]:
    suggestions = {suggestion.id for suggestion in questionnaire.suggestions}
    outline = questionnaire.outline
    return {*outline.by_id, *outline.nodes, *suggestions}


def _vanished(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    alive = _alive(new)
    retired = {tombstone.id for tombstone in new.retired}
    sources = {name for entry in new.lineage for name in entry.from_}
    for name in (*old.outline.nodes, *old.outline.by_id, *(item.id for item in old.suggestions)):
        if name in alive:
            continue
        if name not in retired:
            yield Problem("E-LINEAGE-TOMBSTONE", "retired", "vanished", seen=name)
        if name in old.outline.by_id and name not in sources:
            yield Problem("E-LINEAGE-TOMBSTONE", "lineage", "unexplained", seen=name)


def _tombstones_kept(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    retired = {tombstone.id for tombstone in new.retired}
    alive = _alive(new)
    for tombstone in old.retired:
        if tombstone.id in alive or tombstone.id not in retired:
            yield Problem("E-ID-RETIRED", "retired", "forgotten", seen=tombstone.id)


def _scales_kept(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    before = old.outline.by_id
    for entry in new.outline.questions:
        former = before.get(entry.id)
        if former is not None and _scale(former) != _scale(entry):
            place = (
                f"parts/{entry.part}/axes/{entry.axis}/themes/{entry.theme}/questions/{entry.id}"
            )
            yield Problem("E-LINEAGE-ALIVE", place, "scale", seen=entry.id)


def _scale(entry: QuestionEntry) -> tuple[object, ...]:
    """What an answer means: the kind, the levels or options in order, the figure measured."""
    question = entry.question
    if isinstance(question, MaturityQuestion):
        return question.kind, tuple(level.id for level in question.levels)
    if isinstance(question, SingleQuestion):
        # An option that is no answer does not change the scale (§2.3, rule 4).
        return question.kind, tuple(item.id for item in question.options if not item.counts_as)
    if isinstance(question, MultipleQuestion):
        return question.kind, tuple(item.id for item in question.options)
    if isinstance(question, MeasuredQuestion):
        return (
            question.kind,
            question.unit,
            question.exact_factor,
            getattr(question, "input", ""),
            getattr(question, "numerator", ()),
            getattr(question, "denominator", ()),
        )
    return (question.kind,)
