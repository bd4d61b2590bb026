"""What changed between two versions, and the smallest bump it asks for (format.md §2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from cap_desktop.domain.questionnaire.canonical import as_tree, scoring_digest
from cap_desktop.domain.questionnaire.questionnaire import LineageEntry, Questionnaire
from cap_desktop.domain.questionnaire.versions import Bump

ChangeKind = Literal[
    "added",
    "dropped",
    "moved",
    "lineage",
    "text",
    "scale",
    "weight",
    "breakpoints",
    "condition",
    "cap",
    "setting",
    "suggestion",
    "other",
]

_STRUCTURAL = frozenset({"split", "merged", "replaced"})
_KIND_OF_FIELD: dict[str, ChangeKind] = {
    "weight": "weight",
    "breakpoints": "breakpoints",
    "variants": "breakpoints",
    "shape": "breakpoints",
    "whole": "scale",
    "show_if": "condition",
    "critical": "cap",
    "levels": "scale",
    "options": "scale",
    "kind": "scale",
    "mode": "scale",
    "unit": "scale",
    "input": "scale",
    "factor": "scale",
    "numerator": "scale",
    "denominator": "scale",
    "score_yes": "scale",
    "score_no": "scale",
}
_KIND_OF_CHOICE_FIELD: dict[str, ChangeKind] = {
    "score": "scale",
    "exclusive": "scale",
    "counts_as": "scale",
    "profile": "condition",
}
_TEXT_FIELDS = ("title", "short_title", "description", "help", "why")
_HOLDERS = ("parts", "axes", "themes", "questions")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what kind, of what, and both sides as the file writes them."""

    kind: ChangeKind
    id: str
    field: str = ""
    before: str = ""
    after: str = ""


def minimum_bump(old: Questionnaire, new: Questionnaire) -> Bump:
    """The least a new version must rise: see the table of §2.4."""
    relations = {entry.relation for entry in new.lineage}
    axes = [{axis.id for part in version.parts for axis in part.axes} for version in (old, new)]
    if relations & _STRUCTURAL or axes[0] != axes[1]:
        return Bump.MAJOR
    if "reworded" in relations or scoring_digest(old) != scoring_digest(new):
        return Bump.MINOR
    return Bump.PATCH


def differences(old: Questionnaire, new: Questionnaire) -> tuple[Change, ...]:
    """Every difference, lineage first, then the tree in document order, then the rest."""
    return (
        *(_lineage_change(entry) for entry in new.lineage),
        *_tree_changes(old, new),
        *_list_changes(old, new),
        *_setting_changes(old, new),
    )


def _lineage_change(entry: LineageEntry) -> Change:
    return Change(
        "lineage", entry.relation, entry.note or "", ", ".join(entry.from_), ", ".join(entry.to)
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    tree: dict[str, Any]
    holder: str


def _flat(questionnaire: Questionnaire) -> dict[str, _Placed]:
    found: dict[str, _Placed] = {}

    def visit(node: dict[str, Any], holder: str) -> None:
        own = {key: value for key, value in node.items() if key not in _HOLDERS}
        if "id" in node and holder is not None:
            found[node["id"]] = _Placed(own, holder)
        for name in _HOLDERS:
            for child in node.get(name, []):
                visit(child, node["id"])

    for part in as_tree(questionnaire)["parts"]:
        visit(part, "")
    return found


def _tree_changes(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before, after = _flat(old), _flat(new)
    for name, placed in after.items():
        if name not in before:
            yield Change("added", name, after=placed.tree.get("title", ""))
            continue
        former = before[name]
        if former.holder != placed.holder:
            yield Change("moved", name, before=former.holder, after=placed.holder)
        yield from _field_changes(name, former.tree, placed.tree)
    for name, placed in before.items():
        if name not in after:
            yield Change("dropped", name, before=placed.tree.get("title", ""))


def _field_changes(name: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    for field in dict.fromkeys([*before, *after]):
        if before.get(field) == after.get(field):
            continue
        if field in ("levels", "options"):
            yield from _choice_changes(name, field, before.get(field, []), after.get(field, []))
            continue
        kind: ChangeKind = "text" if field in _TEXT_FIELDS else _KIND_OF_FIELD.get(field, "other")
        yield Change(kind, name, field, _written(before.get(field)), _written(after.get(field)))


def _choice_changes(
    name: str, field: str, before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> Iterator[Change]:
    """Levels and options: a new list of ids is another scale, another label is a rewording."""
    olds = {item["id"]: item for item in before}
    ids = [item["id"] for item in after]
    if list(olds) != ids:
        yield Change("scale", name, field, ", ".join(olds), ", ".join(ids))
    for item in after:
        former = olds.get(item["id"])
        if former is None:
            continue
        for key in dict.fromkeys([*former, *item]):
            if former.get(key) != item.get(key):
                kind = _KIND_OF_CHOICE_FIELD.get(key, "text")
                place = f"{field}/{item['id']}/{key}"
                yield Change(kind, name, place, _written(former.get(key)), _written(item.get(key)))


def _list_changes(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before, after = as_tree(old), as_tree(new)
    lists: tuple[tuple[str, ChangeKind], ...] = (
        ("conditions", "condition"),
        ("suggestions", "suggestion"),
        ("checks", "other"),
        ("profile_fields", "other"),
        ("roles", "other"),
        ("glossary", "other"),
        ("frameworks", "other"),
    )
    for name, kind in lists:
        olds = {item["id"]: item for item in before.get(name, [])}
        news = {item["id"]: item for item in after.get(name, [])}
        for key in dict.fromkeys([*news, *olds]):
            if olds.get(key) != news.get(key):
                yield Change(kind, key, name, _named(olds.get(key)), _named(news.get(key)))


def _named(item: dict[str, Any] | None) -> str:
    if item is None:
        return ""
    return str(item.get("title") or item.get("label") or item.get("term") or item["id"])


def _setting_changes(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before, after = as_tree(old.settings), as_tree(new.settings)
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield Change(
                "setting", "settings", name, _written(before.get(name)), _written(after.get(name))
            )
    for name in ("title", "description", "license", "locale"):
        seen, now = getattr(old, name), getattr(new, name)
        if seen != now:
            yield Change("text", "questionnaire", name, _written(seen), _written(now))


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_written(item)}" for key, item in value.items())
    if isinstance(value, list):
        return " ; ".join(_written(item) for item in value)
    return str(value)
