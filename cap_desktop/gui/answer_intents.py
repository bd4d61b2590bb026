"""What a person can do to the answer of one question, said to the workspace."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from cap_desktop.domain.answers import AnswerValue
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _


class AnswerIntents:
    """Each starts from the answer as it was last asked for, saved yet or not."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def give(self, question: str, value: AnswerValue | None) -> None:
        """Answer, which takes « non applicable » and « ne sait pas » away."""
        kept = self._workspace.intended(question)
        given = replace(kept, value=value, na=False, reason="", unknown=False)
        self._workspace.answer(question, given)

    def say_not_applicable(self, question: str, reason: str) -> None:
        """Say that the question does not apply, and why."""
        kept = self._workspace.intended(question)
        given = replace(kept, value=None, unknown=False, na=True, reason=reason)
        self._workspace.answer(question, given, _("non applicable"))

    def say_applicable(self, question: str) -> None:
        """Take « non applicable » back."""
        kept = self._workspace.intended(question)
        self._workspace.answer(question, replace(kept, na=False, reason=""), _("à répondre"))

    def turn_unknown(self, question: str) -> None:
        """Say that nobody knows, or take it back."""
        kept = self._workspace.intended(question)
        given = replace(kept, value=None, na=False, reason="", unknown=not kept.unknown)
        self._workspace.answer(question, given, _("ne sait pas"))

    def comment(self, question: str, text: str) -> None:
        """Note something beside the answer."""
        kept = self._workspace.intended(question)
        self._workspace.answer(question, replace(kept, comment=text), _("commentaire"))

    def aim(self, question: str, target: Fraction | None) -> None:
        """Set the structure's own target, or none."""
        kept = self._workspace.intended(question)
        self._workspace.answer(question, replace(kept, target=target), _("cible"))

    def clear(self, question: str) -> None:
        """Take the answer back; what was noted beside it stays."""
        kept = self._workspace.intended(question)
        bare = replace(kept, value=None, na=False, reason="", unknown=False)
        self._workspace.answer(question, bare, _("réponse effacée"))

    def turn_discussed(self, question: str) -> None:
        """Put the question on the list to talk about, or take it off."""
        opened = self._workspace.current
        if opened is not None:
            self._workspace.discuss(question, discuss=not self._workspace.is_discussed(question))
