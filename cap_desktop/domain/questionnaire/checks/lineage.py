"""Lineage and tombstones: what became of the ids of the previous version (format.md §2.13)."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.questionnaire.checks.known import Known
from cap_desktop.domain.questionnaire.nearest import unknown
from cap_desktop.domain.questionnaire.questionnaire import LineageEntry
from cap_desktop.errors import Problem

_ARITY: dict[str, tuple[str, str]] = {
    "reworded": ("1", "1"),
    "split": ("1", "n"),
    "merged": ("n", "1"),
    "replaced": ("1", "1"),
    "dropped": ("n", "0"),
    "new": ("0", "n"),
}


def lineage_problems(known: Known) -> Iterator[Problem]:
    """Arity, existence, tombstones, and no id claimed twice."""
    questionnaire = known.questionnaire
    alive = known.by_id.keys() | known.node_ids.keys()
    alive |= {suggestion.id for suggestion in questionnaire.suggestions}
    retired = {tombstone.id for tombstone in questionnaire.retired}
    claimed: dict[str, set[str]] = {"from": set(), "to": set()}
    for rank, entry in enumerate(questionnaire.lineage):
        place = f"lineage[{rank}]"
        yield from _arity(entry, place)
        for side, names in (("from", entry.from_), ("to", entry.to)):
            for name in names:
                if name in claimed[side]:
                    yield Problem("E-LINEAGE-TWICE", f"{place}/{side}/{name}", seen=name)
                claimed[side].add(name)
        for name in entry.to:
            if name not in alive and name not in known.damage.ids:
                yield unknown(f"{place}/to/{name}", "lineage", name, alive)
        yield from _sources(entry, place, alive, retired | known.damage.ids)
    for tombstone in questionnaire.retired:
        for name in tombstone.replaced_by:
            if name not in alive | retired and name not in known.damage.ids:
                yield unknown(f"retired/{tombstone.id}/replaced_by/{name}", "lineage", name, alive)


def _arity(entry: LineageEntry, place: str) -> Iterator[Problem]:
    wanted = _ARITY[entry.relation]
    fits = all(
        _fits(len(names), want) for names, want in zip((entry.from_, entry.to), wanted, strict=True)
    )
    if entry.relation == "reworded" and fits and entry.from_ != entry.to:
        yield Problem("E-LINEAGE-ARITY", place, "reworded", seen=entry.from_[0])
    if entry.relation == "split":
        fits = fits and len(entry.to) > 1
    if entry.relation == "merged":
        fits = fits and len(entry.from_) > 1
    if not fits:
        yield Problem(
            "E-LINEAGE-ARITY",
            place,
            "count",
            name=entry.relation,
            seen=f"{len(entry.from_)} → {len(entry.to)}",
            expected=(f"{wanted[0]} → {wanted[1]}",),
        )
    for name in entry.from_weights or {}:
        if name not in entry.from_:
            yield unknown(f"{place}/from_weights/{name}", "lineage", name, entry.from_)


def _fits(count: int, wanted: str) -> bool:
    return count >= 1 if wanted == "n" else count == int(wanted)


def _sources(
    entry: LineageEntry, place: str, alive: set[str], retired: set[str] | frozenset[str]
) -> Iterator[Problem]:
    for name in entry.from_:
        where = f"{place}/from/{name}"
        if entry.relation in ("reworded", "new"):
            continue
        if name in alive:
            yield Problem("E-LINEAGE-ALIVE", where, seen=name, name=entry.relation)
        elif name not in retired:
            yield Problem("E-LINEAGE-TOMBSTONE", where, seen=name, name=entry.relation)
