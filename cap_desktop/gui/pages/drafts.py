"""What was typed and is not saved yet, while another question is shown."""

from __future__ import annotations

from cap_desktop.gui.widgets.answer_field import AnswerField, Unsaved
from cap_desktop.services.open_assessment import OpenAssessment

Fields = list[tuple[str, AnswerField]]
"""Where something can be typed, by the part of the answer that it fills."""


class Drafts:
    """Keeps a text from the moment its question is left until the saved answer holds it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str], Unsaved] = {}

    def leave(self, assessment: str, question: str, fields: Fields) -> None:
        """Keep what stands in the fields of a question and is not saved."""
        for place, field in fields:
            unsaved = field.unsaved()
            if unsaved is None:
                self._kept.pop((assessment, question, place), None)
            else:
                self._kept[assessment, question, place] = unsaved

    def restore(self, opened: OpenAssessment, question: str, fields: Fields) -> None:
        """Put back into the fields of a question what was typed and is not saved."""
        self.drop_saved(opened)
        for place, field in fields:
            found = self._kept.get((opened.assessment.id, question, place))
            if found is not None:
                field.restore(found.typed)

    def drop_saved(self, opened: OpenAssessment) -> None:
        """Forget what the saved answers hold by now."""
        for key, unsaved in list(self._kept.items()):
            assessment, question, place = key
            if assessment != opened.assessment.id:
                continue
            saved = getattr(opened.answer(question), place)
            if unsaved.value == (None if saved == "" else saved):
                del self._kept[key]
