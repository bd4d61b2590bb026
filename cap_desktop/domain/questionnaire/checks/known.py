"""What the cross checks look things up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cap_desktop.domain.questionnaire.conditions import Condition
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import BaseQuestion
from cap_desktop.domain.questionnaire.tree import Axis, Part, Theme

Node = Part | Axis | Theme


@dataclass(frozen=True, slots=True)
class Damage:
    """Where the structure was refused, and every id the file declares, read or not."""

    places: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A part, an axis or a theme, its place, and how many questions come before it."""

    node: Node
    place: str
    first: int


@dataclass(frozen=True, slots=True)
class PlacedQuestion:
    """A question, its place, and its position in document order."""

    question: BaseQuestion
    place: str
    position: int


@dataclass(slots=True)
class Known:
    """A questionnaire and its declared names, gathered once for all checks."""

    questionnaire: Questionnaire
    damage: Damage
    nodes: list[PlacedNode] = field(default_factory=list)
    questions: list[PlacedQuestion] = field(default_factory=list)
    by_id: dict[str, PlacedQuestion] = field(default_factory=dict)
    node_ids: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    profile: dict[str, frozenset[str]] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()

    def walk(self) -> Iterator[PlacedNode | PlacedQuestion]:
        """Nodes and questions in document order."""
        questions = iter(self.questions)
        nodes = sorted(self.nodes, key=lambda item: (item.first, item.place.count("/")))
        current = next(questions, None)
        for item in nodes:
            while current is not None and current.position < item.first:
                yield current
                current = next(questions, None)
            yield item
        while current is not None:
            yield current
            current = next(questions, None)


def known(questionnaire: Questionnaire, damage: Damage) -> Known:
    """Gather the names a questionnaire declares."""
    result = Known(questionnaire, damage)
    for part in questionnaire.parts:
        place = f"parts/{part.id}"
        _add_node(result, part, place, "part")
        for axis in part.axes:
            axis_place = f"{place}/axes/{axis.id}"
            _add_node(result, axis, axis_place, "axis")
            for theme in axis.themes:
                theme_place = f"{axis_place}/themes/{theme.id}"
                _add_node(result, theme, theme_place, "theme")
                for question in theme.questions:
                    placed = PlacedQuestion(
                        question,
                        f"{theme_place}/questions/{question.id}",
                        len(result.questions),
                    )
                    result.questions.append(placed)
                    result.by_id.setdefault(question.id, placed)
    result.conditions = {item.id: item for item in questionnaire.conditions}
    result.profile = {
        item.id: frozenset(option.id for option in item.options)
        for item in questionnaire.profile_fields
    }
    result.roles = frozenset(role.id for role in questionnaire.roles)
    return result


def _add_node(result: Known, node: Node, place: str, level: str) -> None:
    result.nodes.append(PlacedNode(node, place, len(result.questions)))
    result.node_ids.setdefault(node.id, level)
