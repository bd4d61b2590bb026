import pytest

from cap_desktop.words.durations import about, duration


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(45, "45\u00a0min"), (60, "1\u00a0h"), (185, "3\u00a0h\u00a005"), (0, "0\u00a0min")],
)
def test_a_time_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert duration(minutes) == said


def test_about_a_time_never_says_less_than_it_takes() -> None:
    assert about(181) == "3\u00a0h\u00a015"
    assert about(180) == "3\u00a0h"
