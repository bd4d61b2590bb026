"""What two years say beside each other: one truth, the same on the screen and on paper."""

import re
from fractions import Fraction

import pytest

from cap_desktop.charts.score_bar import standings_table
from cap_desktop.domain.exact import rounded
from cap_desktop.reports.contents.overview import ReportOverview, overview
from cap_desktop.reports.contents.report import full_report
from cap_desktop.words.two_years import equal_change, spoken_change
from tests.reports.readable import readable
from tests.reports.report_data import DEMONSTRATED, demo_data

SHOWN = {shown.folder: overview(demo_data(shown)) for shown in DEMONSTRATED}
DEUX_RIVES = SHOWN["deux-rives"]


def _line(name: str, shown: ReportOverview = DEUX_RIVES) -> tuple[str, str, str]:
    """Last year's score, this year's, and the change, as a table says them."""
    table = standings_table(shown.standings, 1, shown.years)
    row = table.rows[table.names.index(name)]
    return row[1], row[2], row[3]


def test_the_table_that_a_board_did_not_believe() -> None:
    assert _line("gouvernance") == ("50,0", "58,3", "stable")
    assert _line("emploi_durable", SHOWN["passerelle-interim"]) == ("25,0", "41,7", "stable")
    assert _line("travail_formation") == ("55,0", "45,0", "stable")
    assert _line("ressources") == ("20,0", "50,0", "+25,0")
    assert _line("projet") == ("50,0", "60,0", "+25,0")
    assert _line("employeur") == ("60,4", "50,0", "non comparable")


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_where_figures_do_not_add_up_their_cause_is_told(shown: ReportOverview) -> None:
    for part in shown.parts:
        for item in (part.standing, *(theme.standing for theme in part.themes)):
            if item.former is None or item.score is None or item.delta is None:
                continue
            apart = rounded(item.score, 1) - rounded(item.former, 1) - rounded(item.delta, 1)
            assert bool(item.cause) == (abs(apart) > Fraction(1, 10))


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_no_theme_is_left_without_a_word(shown: ReportOverview) -> None:
    words = re.compile("[+\u2212][0-9]+,[0-9]|stable|non comparable")
    for theme in shown.themes:
        assert words.fullmatch(theme.standing.change(1))
        assert (theme.standing.change(1) == "non comparable") == (theme.standing.delta is None)


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_the_report_says_what_the_screen_says(shown: ReportOverview) -> None:
    said = readable(full_report(shown.data))
    assert "Sans changement" not in said
    assert "Évolution" not in said
    assert "points de plus depuis" not in said
    table = standings_table(shown.standings, 1, shown.years)
    for row, theme in zip(table.rows, shown.themes, strict=True):
        printed = next(line for line in said.splitlines() if line.startswith(f"{row[0]} |"))
        assert [cell.strip() for cell in printed.split("|")][1:4] == [*row[1:4]]
        if theme.standing.cause:
            assert theme.standing.cause.replace("\u00a0", "~") in said


@pytest.mark.parametrize(
    ("delta", "said"),
    [
        (None, "non comparable"),
        (Fraction(1, 100), "stable"),
        (Fraction(-25, 3), "\u22128,3"),
        (Fraction(25), "+25,0"),
    ],
)
def test_a_change_is_signed_stable_or_not_comparable(delta: Fraction | None, said: str) -> None:
    assert equal_change(delta, 1) == said


def test_a_change_is_heard_after_the_score_of_the_year_before() -> None:
    said = spoken_change(Fraction(50, 3), Fraction(-25, 3), "2025", 1)
    assert said == "16,7 en 2025, à questions égales 8,3 de moins"
    assert spoken_change(None, None, "2025", 1) == "pas de score en 2025, non comparable"
