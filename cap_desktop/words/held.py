"""How much a year holds, as copies and what is erased count it."""

from __future__ import annotations

from cap_desktop.i18n import counted
from cap_desktop.words.action_states import action_count


def answer_count(answers: int) -> str:
    """« 126 réponses »."""
    return counted("{number} réponse", "{number} réponses", answers)


def holds(answers: int, actions: int) -> str:
    """« 126 réponses, 8 actions »."""
    said = [answer_count(answers)]
    if actions:
        said.append(action_count(actions))
    return ", ".join(said)
