"""Two years side by side, across versions, on what they have in common (format.md §2.13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cap_desktop.domain.comparison.succession import Link, Succession
from cap_desktop.domain.exact import HUNDRED, ONE, ZERO, rounded, total, weighted_sum
from cap_desktop.domain.questionnaire.outline import NodeEntry
from cap_desktop.domain.scoring.nodes import NodeScore
from cap_desktop.domain.scoring.scoring import Results

Why = Literal["incomplete", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing compared: the old questions, the new ones, and their two exact scores.

    ``why`` says what makes the unit unusable. ``weight`` is that of its answered new
    questions in the theme of the first of them; ``answered`` names these new questions.
    """

    link: Link
    old: Fraction | None
    new: Fraction | None
    why: Why | None
    weight: Fraction
    answered: tuple[str, ...]

    @property
    def is_usable(self) -> bool:
        """True when both sides have a score."""
        return self.why is None


@dataclass(frozen=True, slots=True)
class Movement:
    """Two years of one theme, of one part, or of the whole, exact.

    ``full_old`` is frozen as it was published then; ``base_share`` is in percent.
    """

    full_old: Fraction | None
    full_new: Fraction | None
    common_old: Fraction | None
    common_new: Fraction | None
    base_share: Fraction
    comparable: bool
    units: tuple[Unit, ...]
    others: tuple[Link, ...]

    @property
    def delta_common(self) -> Fraction | None:
        """The movement on the common base."""
        if self.common_old is None or self.common_new is None:
            return None
        return self.common_new - self.common_old

    @property
    def scope_effect(self) -> Fraction | None:
        """« Effet du questionnaire, des N/A et des plafonds »: the rest of the movement."""
        delta = self.delta_common
        if self.full_old is None or self.full_new is None or delta is None:
            return None
        return self.full_new - self.full_old - delta


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two years: each part and theme of the newer version, and the whole where it exists."""

    old: Results
    new: Results
    parts: Mapping[str, Movement]
    themes: Mapping[str, Movement]
    overall: Movement | None

    def common_base(self, node: str) -> tuple[Fraction, Fraction] | None:
        """Both years of a theme, an axis or a part on the usable units, exact.

        None where the two years have nothing in common there.
        """
        entry = self.new.questionnaire.outline.nodes[node]
        units = (unit for movement in self.parts.values() for unit in movement.units)
        return _common(entry, _by_theme((unit for unit in units if unit.is_usable), self.new))


def compare(old: Results, new: Results, path: Succession) -> Comparison:
    """Compare two scored years; ``path`` leads from the old version to the new one."""
    outline = new.questionnaire.outline
    units = [_unit(link, old, new) for link in path.links if _is_unit(link, old, new)]
    counted = {id(unit.link) for unit in units}
    # A question split over two parts is covered in both, though its unit sits in the first.
    covered = {name for unit in units if unit.is_usable for name in unit.answered}
    others = [link for link in path.links if id(link) not in counted]

    def movement(node: NodeEntry) -> Movement:
        inside = {entry.id for entry in node.questions}
        mine = [unit for unit in units if unit.link.to[0] in inside]
        rest = [link for link in others if _belongs(link, inside, node, old)]
        full_old = old.nodes.get(node.id)
        return _movement(node, mine, rest, full_old, new.nodes[node.id], new, covered)

    parts = {part.id: movement(part) for part in outline.parts}
    themes = {theme.id: movement(theme) for theme in outline.themes()}
    overall = None
    if new.overall is not None:
        whole = NodeEntry("overall", "overall", "", ONE, 0, outline.parts, outline.questions)
        overall = _movement(whole, units, others, old.overall, new.overall, new, covered)
    return Comparison(old, new, parts, themes, overall)


def _belongs(link: Link, inside: set[str], node: NodeEntry, old: Results) -> bool:
    if link.to:
        return link.to[0] in inside
    entries = [old.questionnaire.outline.by_id[name] for name in link.from_]
    return any(node.id in (entry.part, entry.theme) for entry in entries)


def _is_unit(link: Link, old: Results, new: Results) -> bool:
    if not (link.is_comparable and link.from_ and link.to):
        return False
    return all(old.questions[name].entry.question.scored for name in link.from_) and all(
        new.questions[name].entry.question.scored for name in link.to
    )


def _unit(link: Link, old: Results, new: Results) -> Unit:
    before = _side(link.from_, old, link.from_weights)
    after = _side(link.to, new, {})
    why: Why | None = None
    if isinstance(before, str) or isinstance(after, str):
        why = "incomplete" if "incomplete" in (before, after) else "not_applicable"
    answered = [name for name in link.to if new.questions[name].score is not None]
    return Unit(
        link=link,
        old=before if isinstance(before, Fraction) else None,
        new=after if isinstance(after, Fraction) else None,
        why=why,
        weight=total(new.questions[name].entry.question.weight for name in answered),
        answered=tuple(answered),
    )


def _side(names: Iterable[str], results: Results, given: Mapping[str, Fraction]) -> Fraction | Why:
    """Weighted mean of the scores of one side, or why there is none."""
    pairs: list[tuple[Fraction, Fraction]] = []
    for name in names:
        resolved = results.questions[name]
        if resolved.is_open:
            return "incomplete"
        if resolved.score is not None:
            pairs.append((given.get(name, resolved.entry.question.weight), resolved.score))
    if not pairs:
        return "not_applicable"
    weight = total(share for share, _ in pairs)
    if weight == 0:
        return total(value for _, value in pairs) / len(pairs)
    return weighted_sum(pairs) / weight


def _movement(
    node: NodeEntry,
    units: list[Unit],
    others: list[Link],
    full_old: NodeScore | None,
    full_new: NodeScore,
    new: Results,
    covered: set[str],
) -> Movement:
    usable = [unit for unit in units if unit.is_usable]
    weights = new.weights
    shares = weights.questions if node.level == "overall" else weights.within_part
    inside = {entry.id for entry in node.questions}
    whole = total(shares.get(name, ZERO) for name in inside)
    kept = total(shares.get(name, ZERO) for name in covered & inside)
    # A part weighs 1 within itself, a theme what the part gives it.
    base_share = HUNDRED * kept / whole if whole else ZERO
    common = _common(node, _by_theme(usable, new))
    settings = new.questionnaire.settings
    enough = rounded(base_share, settings.decimals) >= settings.min_common_base
    return Movement(
        full_old=None if full_old is None else full_old.score,
        full_new=full_new.score,
        common_old=None if common is None else common[0],
        common_new=None if common is None else common[1],
        base_share=base_share,
        comparable=enough and common is not None,
        units=tuple(units),
        others=tuple(others),
    )


def _by_theme(units: Iterable[Unit], new: Results) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in units:
        theme = new.questions[unit.link.to[0]].entry.theme
        found.setdefault(theme, []).append(unit)
    return found


def _common(
    node: NodeEntry, by_theme: Mapping[str, list[Unit]]
) -> tuple[Fraction, Fraction] | None:
    """Both years on the usable units, with the tree and the weights of the new version."""
    if node.level == "theme":
        pairs = [(unit.weight, unit.old, unit.new) for unit in by_theme.get(node.id, ())]
    else:
        found = [(child.weight, _common(child, by_theme)) for child in node.children]
        pairs = [(weight, both[0], both[1]) for weight, both in found if both is not None]
    weight = total(share for share, _, _ in pairs)
    if weight == 0:
        return None
    return (
        weighted_sum((share, old or ZERO) for share, old, _ in pairs) / weight,
        weighted_sum((share, new or ZERO) for share, _, new in pairs) / weight,
    )


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One year of a chain: points since its start, exact; True where the chain restarts."""

    cumulative: Fraction
    restarts: bool


def chain(deltas: Iterable[Fraction | None]) -> tuple[ChainLink, ...]:
    """Sum the movements year by year; one that cannot be compared starts again from zero."""
    links: list[ChainLink] = []
    cumulative = ZERO
    for delta in deltas:
        cumulative = ZERO if delta is None else cumulative + delta
        links.append(ChainLink(cumulative, delta is None))
    return tuple(links)
