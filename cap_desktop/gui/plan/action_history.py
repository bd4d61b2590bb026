"""What happened to an action, in words, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from cap_desktop.domain.plan.plan import PastAction
from cap_desktop.i18n import _
from cap_desktop.words.actions import FIELDS, field_name
from cap_desktop.words.days import day_words


def history_lines(changes: Sequence[PastAction]) -> list[tuple[str, str]]:
    """For each change, when and by whom, and what."""
    lines = []
    for rank, change in enumerate(changes):
        day = day_words(change.at[:10], with_year=True)
        head = " · ".join(item for item in (day, change.by) if item)
        lines.append((head, _what(change, is_first=rank == 0)))
    return lines[::-1]


def _what(change: PastAction, *, is_first: bool) -> str:
    if change.after is None:
        return _("Action supprimée")
    if change.before is None:
        if is_first:
            return _("Action ajoutée au plan {year}", year=change.year)
        return _("Action reprise au plan {year}", year=change.year)
    names = dict.fromkeys(
        field_name(name)
        for name, value in change.after
        if name in FIELDS and value != getattr(change.before, name)
    )
    return _("Modifié\u00a0: {fields}", fields=", ".join(names))
