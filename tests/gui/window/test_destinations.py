"""Where a person may want to be, as values."""

from typing import Any

import pytest

from cap_desktop.gui.session.destinations import ToHome, ToPlan, ToQuestion, ToResults, ToTheme


def test_two_that_say_the_same_are_equal() -> None:
    assert ToHome() == ToHome()
    assert ToHome() != ToResults()
    assert ToQuestion() == ToQuestion("")
    assert ToQuestion("projet_ecrit") == ToQuestion(question="projet_ecrit")
    assert ToQuestion("projet_ecrit") != ToQuestion("projet_individuel")
    assert ToQuestion("suivi") != ToTheme("suivi")
    assert len({ToHome(), ToHome(), ToPlan(), ToPlan(""), ToPlan("a1")}) == 3


def test_one_says_itself() -> None:
    assert repr(ToPlan("a1")) == "ToPlan(action='a1')"
    assert repr(ToHome()) == "ToHome()"


@pytest.mark.parametrize(
    ("kind", "values", "named"),
    [
        (ToTheme, (), {}),
        (ToTheme, ("suivi",), {"theme": "suivi"}),
        (ToTheme, ("suivi",), {"question": "projet_ecrit"}),
        (ToTheme, ("suivi", "emploi"), {}),
        (ToHome, ("suivi",), {}),
    ],
)
def test_what_is_no_value_of_its_kind_is_refused(
    kind: Any, values: tuple[str, ...], named: dict[str, str]
) -> None:
    with pytest.raises(TypeError, match=f"{kind.__name__} takes"):
        kind(*values, **named)


def test_a_value_stays_as_it_is() -> None:
    place = ToTheme("suivi")
    with pytest.raises(AttributeError, match="is a value"):
        place.theme = "emploi"  # type: ignore[misc]
    assert place == ToTheme("suivi")
