"""Which answers differ between two years, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.domain.scoring.states import Resolved


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """A question that both years ask and that they answer differently.

    ``movement`` is that of its score, in points, where both years give it one.
    """

    old: Resolved
    new: Resolved

    @property
    def movement(self) -> Fraction | None:
        """The points gained or lost on this question alone."""
        if self.old.score is None or self.new.score is None:
            return None
        return self.new.score - self.old.score


def changed_answers(old: Results, new: Results, path: Succession) -> tuple[ChangedAnswer, ...]:
    """Compare what was said to each question that stayed one question, in document order.

    Free texts are left out: they are rewritten every year.
    """
    found = []
    for link in path.links:
        if not link.is_comparable or len(link.from_) != 1 or len(link.to) != 1:
            continue
        before, after = old.questions[link.from_[0]], new.questions[link.to[0]]
        if after.entry.question.kind != "text" and _said(before) != _said(after):
            found.append(ChangedAnswer(before, after))
    return tuple(found)


def _said(resolved: Resolved) -> object:
    """What counts as the answer: a figure by its value, anything else as it was chosen."""
    if not resolved.is_asked:
        return "hidden"
    if resolved.state != "answered":
        return resolved.state
    return resolved.answer.value if resolved.measure is None else resolved.measure
