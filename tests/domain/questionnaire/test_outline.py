"""Codes that name parts and themes, all along the pages and the reports."""

from cap_desktop.domain.questionnaire.outline import part_code
from tests.builders import maturity, questionnaire, theme, tree


def test_letters_go_to_z_and_beyond() -> None:
    assert [part_code(rank) for rank in (0, 1, 25, 26, 51, 52, 701, 702)] == [
        *("A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"),
    ]


def test_a_theme_is_named_by_its_part_and_its_rank() -> None:
    outline = questionnaire(
        tree(theme("t_a", maturity("q_a")), theme("t_b", maturity("q_b")))
    ).outline
    assert [theme.code for theme in outline.themes_of("partie")] == ["A1", "A2"]
    assert outline.nodes["partie"].code == "A"
    assert outline.nodes["axe"].code == ""
    assert outline.nodes["t_b"].label == "t_b"
