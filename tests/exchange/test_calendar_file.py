from datetime import UTC, date, datetime

from icalendar import Calendar

from cap_desktop.domain.plan.plan import FORMAT, Action, Milestone, Plan, Review
from cap_desktop.exchange.calendar_file import calendar_bytes

MOMENT = datetime(2026, 11, 24, 14, 32, 7, 99, tzinfo=UTC)
TITLE = "Écrire le registre; puis le relire, à voix haute \\ " + "é" * 60
ACTION = Action(
    id="a1",
    title=TITLE,
    priority=1,
    state="doing",
    owner="Direction",
    goal="Une page,\nsignée",
    due=date(2027, 1, 31),
    milestones=(Milestone(day=date(2026, 12, 15), title="Essai"),),
    reviews=(Review(day=date(2027, 2, 1), role="Équipe", comment="Vu"),),
)
DROPPED = Action(id="a2", title="Autre", priority=3, state="dropped", due=date(2027, 1, 1))
PLAN = Plan(format=FORMAT, year=2026, actions=(ACTION, DROPPED))


def test_dates_are_whole_days_with_names_that_stay() -> None:
    data = calendar_bytes(PLAN, "Les Deux Rives", MOMENT)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [(str(event["UID"]), event.decoded("DTSTART")) for event in events] == [
        ("a1-due@cap-desktop", date(2027, 1, 31)),
        ("a1-milestone-1@cap-desktop", date(2026, 12, 15)),
        ("a1-review-1@cap-desktop", date(2027, 2, 1)),
    ]
    assert str(events[0]["SUMMARY"]) == f"Échéance\u00a0: {TITLE}"
    assert str(events[0]["DESCRIPTION"]) == "Pilote\u00a0: Direction\nUne page,\nsignée"
    assert str(events[2]["DESCRIPTION"]) == "Vu"


def test_lines_end_as_the_format_asks_and_are_short() -> None:
    data = calendar_bytes(PLAN, "Les Deux Rives", MOMENT)
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    assert b"DTSTAMP:20261124T143207Z" in lines
    assert b"DTSTART;VALUE=DATE:20270131" in lines
    assert lines[0] == b"BEGIN:VCALENDAR"


def test_the_same_plan_and_moment_give_the_same_bytes() -> None:
    assert calendar_bytes(PLAN, "Rives", MOMENT) == calendar_bytes(PLAN, "Rives", MOMENT)


def test_a_plan_without_dates_is_an_empty_calendar() -> None:
    bare = Plan(format=FORMAT, year=2026, actions=(DROPPED,))
    assert Calendar.from_ical(calendar_bytes(bare, "Rives", MOMENT)).walk("VEVENT") == []


def test_a_name_on_several_lines_is_written_on_one() -> None:
    data = calendar_bytes(PLAN, "Les Deux\nRives", MOMENT)
    assert str(Calendar.from_ical(data)["X-WR-CALNAME"]) == "Plan 2026, Les Deux Rives"
