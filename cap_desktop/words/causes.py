"""Why two published scores differ otherwise than at equal questions, in a line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cap_desktop.domain.comparison.comparison import Comparison, Movement, Unit
from cap_desktop.domain.comparison.succession import Link, is_same_version
from cap_desktop.domain.exact import rounded
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.i18n import _, counted
from cap_desktop.words.two_years import too_few_shared

SAID = 2
"""How many causes fit a line; those that come first explain the most."""


def cause_words(comparison: Comparison, name: str) -> str:
    """What else moved a part or a theme; empty where its two scores tell all by themselves."""
    moved = comparison.parts.get(name) or comparison.themes.get(name)
    if moved is None:
        return ""
    settings = comparison.new.questionnaire.settings
    if not moved.comparable:
        return too_few_shared(settings.min_common_base)
    if not _is_apart(moved, settings.decimals):
        return ""
    found = list(_causes(comparison, moved, name))[:SAID]
    old, new = comparison.old.questionnaire, comparison.new.questionnaire
    if not found and not is_same_version(old, new):
        return _("Le questionnaire a changé.")
    return " ".join(found)


def _is_apart(moved: Movement, decimals: int) -> bool:
    """True where the three figures, as they are read, do not add up."""
    old, new, delta = moved.full_old, moved.full_new, moved.delta_common
    if old is None or new is None or delta is None:
        return False
    read = rounded(new, decimals) - rounded(old, decimals) - rounded(delta, decimals)
    # Each was rounded by itself: one in the last place has no cause to tell.
    return abs(read) > Fraction(1, 10**decimals)


def _causes(comparison: Comparison, moved: Movement, name: str) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    if added := sum(_is_added(link, new) for link in moved.others):
        yield counted(
            "{number} question nouvelle fait l’écart.",
            "{number} questions nouvelles font l’écart.",
            added,
        )
    if gone := sum(_is_gone(link, old) for link in moved.others):
        yield counted(
            "{number} question n’est plus posée.", "{number} questions ne sont plus posées.", gone
        )
    if other := sum(_is_another(link, old, new) for link in moved.others):
        yield counted(
            "Le sens d’une question a changé.", "Le sens de {number} questions a changé.", other
        )
    yield from _unusable(moved.units)
    if reweighted := sum(_is_reweighted(unit, old, new) for unit in moved.units if unit.is_usable):
        yield counted(
            "Le poids d’une question a changé.",
            "Le poids de {number} questions a changé.",
            reweighted,
        )
    if old.nodes[name].capped_by or new.nodes[name].capped_by:
        yield _("Un plafond limite le score.")


def _unusable(units: tuple[Unit, ...]) -> Iterator[str]:
    apart = [unit for unit in units if unit.why == "not_applicable"]
    if became := sum(unit.old is not None and unit.new is None for unit in apart):
        yield counted(
            "{number} question est devenue non applicable.",
            "{number} questions sont devenues non applicables.",
            became,
        )
    if left := sum(unit.old is None and unit.new is not None for unit in apart):
        yield counted(
            "{number} question est redevenue applicable.",
            "{number} questions sont redevenues applicables.",
            left,
        )
    if missing := sum(unit.why == "incomplete" for unit in units):
        yield counted(
            "{number} question n’a pas de réponse pour les deux années.",
            "{number} questions n’ont pas de réponse pour les deux années.",
            missing,
        )


def _is_added(link: Link, new: Results) -> bool:
    return not link.from_ and any(new.questions[name].score is not None for name in link.to)


def _is_gone(link: Link, old: Results) -> bool:
    return not link.to and any(old.questions[name].score is not None for name in link.from_)


def _is_another(link: Link, old: Results, new: Results) -> bool:
    """True where both years score the question, but it does not mean the same."""
    before = any(old.questions[name].score is not None for name in link.from_)
    return before and any(new.questions[name].score is not None for name in link.to)


def _is_reweighted(unit: Unit, old: Results, new: Results) -> bool:
    before = {name: old.questions[name].entry.question.weight for name in unit.link.from_}
    after = {name: new.questions[name].entry.question.weight for name in unit.link.to}
    return sum(before.values()) != sum(after.values())
