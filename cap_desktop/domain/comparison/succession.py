"""What became of the questions of one version in a later one (format.md §2.13)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.questionnaire.questionnaire import LineageEntry, Questionnaire


@dataclass(frozen=True, slots=True)
class Link:
    """Old question ids and the new ones that came from them.

    ``relation`` is ``same``, a relation of the lineage, or ``composed`` where several steps
    were joined. ``from_weights`` is empty unless the author gave some.
    """

    relation: str
    from_: tuple[str, ...]
    to: tuple[str, ...]
    is_comparable: bool
    from_weights: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Succession:
    """The links between two versions, those with a new side first in document order."""

    links: tuple[Link, ...]

    @property
    def identical_ids(self) -> frozenset[str]:
        """The ids that mean the same in both versions."""
        return frozenset(link.to[0] for link in self.links if link.relation in ("same", "reworded"))

    def between(self, old: Questionnaire, new: Questionnaire) -> Succession:
        """The links that both sides hold whole, where one is a short version of the other's.

        What only one side was asked is new to the other, or dropped by it.
        """
        before, after = old.outline.by_id, new.outline.by_id
        links: list[Link] = []
        for link in self.links:
            from_ = tuple(name for name in link.from_ if name in before)
            to = tuple(name for name in link.to if name in after)
            if (from_, to) == (link.from_, link.to):
                links.append(link)
                continue
            links += [Link("new", (), (name,), False, {}) for name in to]
            links += [Link("dropped", (name,), (), False, {}) for name in from_]
        links.sort(key=lambda link: after[link.to[0]].index if link.to else len(after))
        return Succession(tuple(links))


def follows(old: Questionnaire, new: Questionnaire) -> bool:
    """True where ``new`` names ``old`` as the version before it."""
    previous = new.previous
    return previous is not None and (previous.id, previous.version) == (old.id, old.version)


def is_same_version(old: Questionnaire, new: Questionnaire) -> bool:
    """True for one version of one questionnaire, by name."""
    return (old.id, old.version) == (new.id, new.version)


def differs_in_secret(old: Questionnaire, new: Questionnaire) -> bool:
    """True for two contents under one name: a published version is immutable (§2.4)."""
    return is_same_version(old, new) and old != new


def succession(versions: Iterable[Questionnaire]) -> Succession | None:
    """Compose the lineage of versions given from the oldest to the newest.

    None where one of them does not name the one before it as its previous version.
    """
    chain = list(versions)
    links = _identity(chain[0])
    for old, new in itertools.pairwise(chain):
        if is_same_version(old, new):
            continue
        if not follows(old, new):
            return None
        links = _composed(links, _step(old, new))
    order = chain[-1].outline.by_id
    links.sort(key=lambda link: order[link.to[0]].index if link.to else len(order))
    return Succession(tuple(links))


def _identity(questionnaire: Questionnaire) -> list[Link]:
    return [Link("same", (name,), (name,), True, {}) for name in questionnaire.outline.by_id]


def _step(old: Questionnaire, new: Questionnaire) -> list[Link]:
    """The links of one version to the next: those written, then the ids kept in silence."""
    before, after = old.outline.by_id, new.outline.by_id
    links: list[Link] = []
    for entry in new.lineage:
        from_ = tuple(name for name in entry.from_ if name in before)
        to = tuple(name for name in entry.to if name in after)
        # Lineage also speaks of themes and suggestions: only questions carry answers.
        if len(from_) == len(entry.from_) and len(to) == len(entry.to) and (from_ or to):
            links.append(Link(entry.relation, from_, to, entry.is_comparable, _weights(entry)))
    claimed_from = {name for link in links for name in link.from_}
    claimed_to = {name for link in links for name in link.to}
    for name in after:
        if name not in claimed_to:
            kept = name in before and name not in claimed_from
            links.append(
                Link("same" if kept else "new", (name,) if kept else (), (name,), kept, {})
            )
    gone = [
        name
        for name in before
        if name not in claimed_from and (name not in after or name in claimed_to)
    ]
    links += [Link("dropped", (name,), (), False, {}) for name in gone]
    return links


def _weights(entry: LineageEntry) -> Mapping[str, Fraction]:
    return dict(entry.from_weights or {})


def _composed(first: list[Link], second: list[Link]) -> list[Link]:
    """Join links that share a middle question; what either step breaks stays broken."""
    made = {name: link for link in first for name in link.to}
    used = {name: link for link in second for name in link.from_}
    result: list[Link] = [link for link in first if not link.to]
    done: set[int] = set()
    for link in second:
        if id(link) in done:
            continue
        if not link.from_:
            result.append(link)
            continue
        befores, afters = _component(link, made, used)
        done.update(id(item) for item in afters)
        result.append(_joined(befores, afters))
    return result


def _component(
    start: Link, made: Mapping[str, Link], used: Mapping[str, Link]
) -> tuple[list[Link], list[Link]]:
    """Every link of the two steps tied to this one by some middle question."""
    befores: dict[int, Link] = {}
    afters: dict[int, Link] = {id(start): start}
    waiting = [start]
    while waiting:
        for middle in waiting.pop().from_:
            before = made[middle]
            if id(before) in befores:
                continue
            befores[id(before)] = before
            for name in before.to:
                after = used[name]
                if id(after) not in afters:
                    afters[id(after)] = after
                    waiting.append(after)
    return list(befores.values()), list(afters.values())


def _joined(befores: list[Link], afters: list[Link]) -> Link:
    from_ = tuple(dict.fromkeys(name for link in befores for name in link.from_))
    # The order is the author's: a unit sits in the theme of its first new question.
    to = [name for link in afters for name in link.to]
    relations = {link.relation for link in (*befores, *afters)} - {"same"}
    if not to:
        relation = "dropped"
    elif not from_:
        relation = "new"
    else:
        relation = relations.pop() if len(relations) == 1 else "composed" if relations else "same"
    weights = befores[0].from_weights if len(befores) == 1 else {}
    if not weights and len(afters) == 1 and all(link.relation == "same" for link in befores):
        weights = afters[0].from_weights
    comparable = all(link.is_comparable for link in (*befores, *afters))
    return Link(relation, from_, tuple(to), bool(from_ and to) and comparable, weights)
