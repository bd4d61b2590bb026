"""Which copies of the day stay, whatever the clock did."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.services.folder.thinning import (
    DAILY,
    MONTHLY,
    MOST,
    RECENT,
    WEEKLY,
    DayCopy,
    thinned,
)

START = date(2026, 1, 1)


def _copy(number: int, day: date) -> DayCopy:
    return DayCopy((2, number), day, f"cap-{day}.db")


def _lived(days: list[date], kept: frozenset[DayCopy] = frozenset()) -> frozenset[DayCopy]:
    """A copy on each of these days, one after the other, thinned each time."""
    number = max((copy.age[1] for copy in kept), default=0)
    for day in days:
        number += 1
        one = _copy(number, day)
        kept = thinned([*(copy for copy in kept if copy.day != day), one])
        assert one in kept
    return kept


STEPS = st.lists(st.integers(1, 40), max_size=90)


def _days(steps: list[int], start: date = START) -> list[date]:
    days = [start]
    for step in steps:
        days.append(days[-1] + timedelta(step))
    return days


@given(STEPS)
def test_the_newest_of_all_spans_stay(steps: list[int]) -> None:
    days = _days(steps)
    kept = {copy.day for copy in _lived(days)}
    assert kept >= set(days[-RECENT:])
    assert kept >= set(days[-DAILY:])
    weeks = {day.isocalendar()[:2]: day for day in days}
    months = {(day.year, day.month): day for day in days}
    assert kept >= set(list(weeks.values())[-WEEKLY:])
    assert kept >= set(list(months.values())[-MONTHLY:])
    assert len(kept) <= MOST


@given(STEPS)
def test_thinned_again_it_is_the_same(steps: list[int]) -> None:
    kept = _lived(_days(steps))
    assert thinned(kept) == kept


@given(STEPS, st.lists(st.integers(0, 3), max_size=15), st.integers(1, 4000), st.booleans())
def test_a_clock_that_jumped_takes_no_true_copy_away(
    steps: list[int], odd: list[int], jump: int, is_ahead: bool
) -> None:
    days = _days(steps)
    before = _lived(days)
    shift = timedelta(jump if is_ahead else -jump)
    during = _lived([days[-1] + shift + timedelta(index) for index in range(len(odd))], before)
    back = days[-1] + timedelta(1)
    after = during
    for index in range(25):
        day = back + timedelta(index)
        after = _lived([day], after)
        true = {copy.day for copy in after if copy.age[1] > len(days) + len(odd)}
        # Every true copy that a clock without a jump would have kept since is there.
        assert true >= {back + timedelta(past) for past in range(max(0, index - 9), index + 1)}
    assert len(after) <= 2 * MOST


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=120))
def test_no_jumps_make_more_than_two_lots(made: list[tuple[int, int]]) -> None:
    copies = [_copy(number, START + timedelta(day)) for number, day in made]
    kept = thinned(copies)
    assert kept <= set(copies)
    assert len(kept) <= 2 * MOST
    if copies:
        assert max(copies) in kept


def test_ten_days_ahead_and_back() -> None:
    true = [START + timedelta(day) for day in range(10)]
    ahead = [START + timedelta(day) for day in range(20, 30)]
    since = [START + timedelta(day) for day in range(10, 20)]
    kept = {copy.day for copy in _lived([*true, *ahead, *since])}
    assert kept >= {*since, *ahead}
