"""The dates of a plan as an iCalendar file (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from cap_desktop import __version__
from cap_desktop.domain.plan.plan import Action, Plan
from cap_desktop.i18n import _

UID_DOMAIN = "cap-desktop"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One whole day of the calendar; ``name`` stays the same from one export to the next."""

    name: str
    day: date
    summary: str
    description: str


def calendar_bytes(plan: Plan, structure: str, moment: datetime) -> bytes:
    """Write the due dates, milestones and reviews of a plan; dropped actions have none.

    ``moment`` is written as that of the export. The same plan and moment give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//CAP Desktop//{__version__}//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # On one line: a name out of a file may have several, which this property cannot hold.
    name = " ".join(structure.split())
    calendar.add("x-wr-calname", _("Plan {year}, {structure}", year=plan.year, structure=name))
    stamp = moment.astimezone(UTC).replace(microsecond=0)
    for action in plan.actions:
        for entry in _entries(action):
            event = Event()
            event.add("uid", f"{entry.name}@{UID_DOMAIN}")
            event.add("dtstamp", stamp)
            event.add("dtstart", entry.day)
            event.add("summary", entry.summary)
            if entry.description:
                event.add("description", entry.description)
            event.add("transp", "TRANSPARENT")
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _entries(action: Action) -> Iterator[_Entry]:
    if action.state == "dropped":
        return
    about = _about(action)
    if action.due is not None:
        summary = _("Échéance : {title}", title=action.title)
        yield _Entry(f"{action.id}-due", action.due, summary, about)
    for rank, milestone in enumerate(action.milestones, 1):
        name = f"{action.id}-milestone-{rank}"
        yield _Entry(name, milestone.day, _("Jalon : {title}", title=milestone.title), action.title)
    for rank, review in enumerate(action.reviews, 1):
        summary = _("Revue : {title}", title=action.title)
        yield _Entry(f"{action.id}-review-{rank}", review.day, summary, review.comment)


def _about(action: Action) -> str:
    lines = [_("Pilote : {owner}", owner=action.owner)] if action.owner.strip() else []
    lines += [text for text in (action.goal, action.finding) if text]
    return "\n".join(lines)
