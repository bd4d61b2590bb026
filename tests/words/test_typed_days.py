"""Days as people type them, and every day that is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.words.days import day_numbers, day_words, whole_day
from cap_desktop.words.typed_days import read_day

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/03/2027", date(2027, 3, 31)),
        ("31.3.2027", date(2027, 3, 31)),
        ("15-3-27", date(2027, 3, 15)),
        ("15 3 27", date(2027, 3, 15)),
        ("15 / 03 / 2027", date(2027, 3, 15)),
        ("2027-03-15", date(2027, 3, 15)),
        ("1er avril 2027", date(2027, 4, 1)),
        ("1ER AVRIL 2027", date(2027, 4, 1)),
        ("31\u00a0mars\u202f2027", date(2027, 3, 31)),
        ("mercredi 31 mars 2027", date(2027, 3, 31)),
        ("le 15 août 27", date(2027, 8, 15)),
        ("15 aout 2027", date(2027, 8, 15)),
        ("4 déc. 2026", date(2026, 12, 4)),
        ("4 fevr 2027", date(2027, 2, 4)),
        ("31 mars", date(2027, 3, 31)),
        ("4 décembre", date(2026, 12, 4)),
        ("24 novembre", TODAY),
        ("23 novembre", date(2027, 11, 23)),
        ("29 février", date(2028, 2, 29)),
        ("4/12", date(2026, 12, 4)),
        ("mars 2027", date(2027, 3, 31)),
        ("février 2028", date(2028, 2, 29)),
        ("03/2027", date(2027, 3, 31)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        *("", "demain", "32/1/2026", "31/02/2026", "29/02/2027", "0/1/2027", "1/13/2027"),
        *("1/1/206", "01/01/0206", "1/1/1899", "31 brumaire", "4 jui 2027", "mars", "2027", "12"),
        *("31 avril", "31/04", "1/2/3/4", "31 mars 2027 ou avril", "٣١/٠٣/٢٠٢٧"),
    ],
)
def test_what_has_no_one_day_is_refused(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["31 mars", "4/12"])
def test_without_today_the_year_is_asked_for(typed: str) -> None:
    assert read_day(typed) is None


@given(DAYS, DAYS)
def test_every_day_that_is_shown_is_read_again(day: date, today: date) -> None:
    for shown in (day_numbers(day), whole_day(day), day.isoformat()):
        assert read_day(shown, today) == day
        assert read_day(shown) == day


@given(st.dates(date(1900, 1, 1), date(2190, 12, 31)))
def test_a_day_shown_without_its_year_is_the_coming_one(today: date) -> None:
    assert read_day(day_words(today.isoformat()), today) == today


@given(st.one_of(st.text(), st.text(alphabet="0123456789 /.-marsvil")))
def test_junk_is_a_day_of_the_calendar_or_nothing(text: str) -> None:
    day = read_day(text, TODAY)
    assert day is None or 1900 <= day.year <= 2199
