"""What was typed and is not saved yet, while another question is shown."""

from __future__ import annotations

from cap_desktop.gui.widgets.answer_field import Typed, Unsaved
from cap_desktop.services.assessments import OpenAssessment


class Drafts:
    """Keeps a text from the moment its question is left until the saved answer holds it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Unsaved] = {}

    def keep(self, question: str, place: str, unsaved: Unsaved | None) -> None:
        """Keep what stands in a field, or forget it where everything is saved."""
        if unsaved is None:
            self._kept.pop((question, place), None)
        else:
            self._kept[question, place] = unsaved

    def find(self, opened: OpenAssessment, question: str, place: str) -> Typed | None:
        """What was typed there and is not saved."""
        self.drop_saved(opened)
        found = self._kept.get((question, place))
        return None if found is None else found.typed

    def drop_saved(self, opened: OpenAssessment) -> None:
        """Forget what the saved answers hold by now."""
        for key, unsaved in list(self._kept.items()):
            question, place = key
            saved = getattr(opened.answer(question), place)
            if unsaved.value == (None if saved == "" else saved):
                del self._kept[key]

    def clear(self) -> None:
        """Forget everything: another assessment is open."""
        self._kept.clear()
