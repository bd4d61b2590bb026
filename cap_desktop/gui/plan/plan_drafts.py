"""What is typed of the actions of plans and is not kept, by year, action and field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.plan.plan import Action
from cap_desktop.gui.kit.answer_field import Unsaved
from cap_desktop.gui.plan.plan_presenter import PlanPresenter
from cap_desktop.i18n import _
from cap_desktop.words.actions import field_name


class DraftPlace(NamedTuple):
    """A field of an action; an action that goes on bears the same id in several years."""

    assessment: str
    action: str
    field: str


class Draft(NamedTuple):
    """What is typed in a field, and of which action it is said."""

    unsaved: Unsaved
    title: str
    year: int


Drafts = dict[DraftPlace, Draft]


class PlanDrafts:
    """Typed text that waits where its field cannot keep it; what is kept is none any more."""

    def __init__(self, desk: PlanPresenter) -> None:
        self._desk = desk
        self.all: Drafts = {}

    def note(self, year: Assessment, action: Action, field: str, unsaved: Unsaved | None) -> None:
        """Put down what a field says that it does not keep, None for nothing."""
        place = DraftPlace(year.id, action.id, field)
        if unsaved is None:
            self.all.pop(place, None)
        else:
            self.all[place] = Draft(unsaved, action.title, year.year)

    def take(self, year: Assessment, action: str, field: str) -> Unsaved | None:
        """Give back to a field what was typed in it."""
        draft = self.all.pop(DraftPlace(year.id, action, field), None)
        return None if draft is None else draft.unsaved

    def here(self) -> Iterator[tuple[DraftPlace, Draft]]:
        """What is typed in the actions of the open year."""
        opened = self._desk.current
        name = "" if opened is None else opened.assessment.id
        return ((place, draft) for place, draft in self.all.items() if place.assessment == name)

    def drop_kept(self) -> None:
        """Forget what waits to be saved, and actions that left: another year is opened."""
        for place, _draft in [found for found in self.here() if self._is_kept(*found)]:
            del self.all[place]

    def words(self) -> str:
        """The fields that would be lost, by action; nothing where there is none."""
        kept = {place for place, draft in self.here() if self._is_kept(place, draft)}
        lost: dict[tuple[str, str], list[tuple[str, Draft]]] = {}
        for place, draft in self.all.items():
            is_blank = not any(text.strip() for text in draft.unsaved.typed)
            if place not in kept and not is_blank:
                found = lost.setdefault((place.assessment, place.action), [])
                found.append((field_name(place.field).lower(), draft))
        return ", ".join(
            _(
                "action «\u00a0{title}\u00a0» de {year} ({fields})",
                title=found[0][1].title,
                year=found[0][1].year,
                fields=", ".join(name for name, _draft in found),
            )
            for found in lost.values()
        )

    def _is_kept(self, place: DraftPlace, draft: Draft) -> bool:
        """True where it is saved once what waits is, or where nobody asks for it any more."""
        action = self._desk.intended(place.action)
        return action is None or draft.unsaved.value == (getattr(action, place.field) or None)
