"""The style sheet: every name in it is filled, every value is used, no rule is written twice."""

import re
from string import Template

import pytest

from cap_desktop import paths
from cap_desktop.gui.look.high_contrast import CONTRAST_DARK, CONTRAST_LIGHT
from cap_desktop.gui.look.look import STYLE, Look, style_values
from cap_desktop.gui.look.palettes import DARK, LIGHT, Colours

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def _sheet() -> str:
    return COMMENT.sub("", (paths.resources() / STYLE).read_text(encoding="utf-8"))


def _rules() -> list[tuple[str, list[str]]]:
    """The selectors before each brace, and the properties that they set."""
    return [
        (
            " ".join(selectors.split()),
            [one.partition(":")[0].strip() for one in body.split(";") if one.strip()],
        )
        for selectors, body in RULE.findall(_sheet())
    ]


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_name_of_the_style_sheet_is_filled_and_no_value_is_left_over(
    colours: Colours, scale: float
) -> None:
    values = style_values(Look(colours, scale))
    assert values.keys() == set(Template(_sheet()).get_identifiers())
    assert "$" not in Template(_sheet()).substitute(values)


def test_no_selector_comes_twice() -> None:
    selectors = [selector for selector, _properties in _rules()]
    assert len(selectors) > 80
    assert len(selectors) == len(set(selectors))


def test_no_rule_sets_again_what_another_has_set_for_the_same_selector() -> None:
    """A selector may stand in a list and by itself, for other properties."""
    known: set[tuple[str, str]] = set()
    for selectors, properties in _rules():
        for selector in selectors.split(", "):
            for name in properties:
                assert (selector, name) not in known, f"{selector} {name}"
                known.add((selector, name))
