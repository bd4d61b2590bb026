"""Charts: what they draw, what they say, and the table that says the same."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cap_desktop.charts.legend import bands_legend, years_legend
from cap_desktop.charts.radar import radar
from cap_desktop.charts.score_bar import score_bar
from cap_desktop.charts.shapes import Bar, Dot, Line, Polygon, TextShape
from cap_desktop.charts.theme_bars import theme_bars
from cap_desktop.words import numbers, scores
from tests.charts.score_lines import STANDINGS, YEARS, standing


def test_a_radar_stays_in_its_box_and_draws_every_theme() -> None:
    figure = radar(STANDINGS, YEARS, 1, 360, 300)
    dots = [shape for shape in figure.shapes if isinstance(shape, Dot)]
    codes = [shape.words for shape in figure.shapes if isinstance(shape, TextShape) and shape.bold]
    assert len(dots) == 5
    assert codes == ["A1", "A2", "A3", "A4", "A5"]
    assert all(0 <= dot.place[0] <= 360 and 0 <= dot.place[1] <= 300 for dot in dots)
    outlines = [shape for shape in figure.shapes if isinstance(shape, Polygon)]
    assert [shape.dash != () for shape in outlines[-2:]] == [True, False]


def test_a_full_score_touches_the_outer_ring_and_a_null_one_the_middle() -> None:
    figure = radar((standing(1, 100), standing(2, 0), standing(3, 50)), YEARS, 1, 300, 300)
    ring = [shape for shape in figure.shapes if isinstance(shape, Polygon)][3]
    assert figure.points[0].place == pytest.approx(ring.places[0])
    assert figure.points[1].place == pytest.approx((150, 150))


def test_a_theme_without_score_has_no_dot_but_is_still_a_point() -> None:
    figure = radar((standing(1, None), standing(2, 40), standing(3, 60)), YEARS, 1, 300, 300)
    assert len([shape for shape in figure.shapes if isinstance(shape, Dot)]) == 2
    assert len(figure.points) == 3
    assert figure.points[0].words == "Thème 1, pas encore de score"


def test_a_radar_without_any_score_says_so() -> None:
    figure = radar(tuple(standing(rank, None) for rank in (1, 2, 3)), YEARS, 1, 300, 300)
    assert figure.summary == "Aucun thème n’a encore de score en 2026."


def test_a_radar_without_a_year_before_has_one_outline() -> None:
    bare = tuple(replace(item, former=None, delta=None) for item in STANDINGS)
    figure = radar(bare, ("2026", ""), 1, 300, 300)
    dashed = [shape for shape in figure.shapes if isinstance(shape, Polygon) and shape.dash]
    assert dashed == []
    assert figure.table.header == ("Thème", "2026", "Lecture")


def test_the_summary_names_the_most_and_the_least_rooted_theme() -> None:
    figure = radar(STANDINGS, YEARS, 1, 300, 300)
    assert "Thème 5" in figure.summary
    assert "Thème 1" in figure.summary


def test_the_table_says_both_years_and_the_movement() -> None:
    figure = radar(STANDINGS, YEARS, 1, 300, 300)
    assert figure.table.header == ("Thème", "2025", "2026", "À questions égales", "Lecture")
    assert figure.table.rows[0] == (
        "A1 Thème 1",
        "50,0",
        "20,0",
        "\u221230,0",
        "En chemin",
    )
    assert figure.table.names == tuple(item.name for item in STANDINGS)


def test_a_bar_is_as_long_as_its_score_and_ticks_last_year() -> None:
    figure = score_bar(standing(1, 25, 50), 200, 30, 1)
    bars = [shape for shape in figure.shapes if isinstance(shape, Bar)]
    ticks = [shape for shape in figure.shapes if isinstance(shape, Line)]
    assert [bar.width for bar in bars] == [200, 50]
    assert bars[1].fill == "level_2_fill"
    assert ticks[-1].start[0] == 100


def test_a_provisional_bar_shows_its_bounds_hatched_and_says_so() -> None:
    figure = score_bar(standing(1, None), 200, 30, 1)
    (_track, spread) = (shape for shape in figure.shapes if isinstance(shape, Bar))
    assert spread.hatched
    assert (spread.place[0], spread.width) == (20, 160)
    assert "Provisoire\u00a0: 40\u00a0% des questions ont une réponse" in figure.summary
    assert "entre 10,0 et 90,0" in figure.summary


@pytest.mark.parametrize(
    ("delta", "said"),
    [
        ("3", "3 points de plus"),
        ("-5", "5 points de moins"),
        ("1.5", "1,5 point de plus"),
        ("0.04", "Sans changement"),
        ("-1", "1 point de moins"),
    ],
)
def test_a_movement_is_said_in_words(delta: str, said: str) -> None:
    assert scores.movement(Fraction(delta), 1) == said


def test_a_share_is_never_said_to_be_whole_before_it_is() -> None:
    assert numbers.percent(Fraction(999, 10)) == "99\u00a0%"
    assert numbers.percent(Fraction(100)) == "100\u00a0%"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1250.5", "1\u00a0250,5"),
        ("702000", "702\u00a0000"),
        ("-1250", "\u22121\u00a0250"),
        ("7", "7"),
    ],
)
def test_thousands_stand_apart(typed: str, shown: str) -> None:
    assert numbers.amount(typed) == shown


BANDS = (("Émergent", Fraction(0), 1), ("En chemin", Fraction(30), 2), ("Ancré", Fraction(70), 3))


def test_a_score_without_a_level_is_an_outline_that_says_why() -> None:
    bare = replace(standing(1, 60), band="", rank=0, coverage=Fraction(72))
    assert bare.reading() == "72\u00a0% répondu\u00a0: pas encore de niveau"
    drawn = [shape for shape in score_bar(bare, 200, 30, 1).shapes if isinstance(shape, Bar)]
    assert (drawn[1].width, drawn[1].fill, drawn[1].stroke) == (120, "subtle", "text_secondary")
    group = (standing(0, 60), (bare,))
    for width, said in ((500, bare.reading()), (300, "72\u00a0% répondu")):
        shapes = theme_bars((group,), ("2026", ""), 1, width).shapes
        assert said in [shape.words for shape in shapes if isinstance(shape, TextShape)]


def test_the_legend_names_the_bands_their_thresholds_and_last_year() -> None:
    figure = bands_legend(BANDS, "2025", 600)
    said = [shape.words for shape in figure.shapes if isinstance(shape, TextShape)]
    assert said == ["1", "Émergent", "2", "En chemin dès 30", "3", "Ancré dès 70", "2025"]


def test_a_narrow_legend_takes_more_lines() -> None:
    assert bands_legend(BANDS, "2025", 150).height > bands_legend(BANDS, "2025", 600).height


def test_the_years_are_told_apart_by_their_dash() -> None:
    lines = [shape for shape in years_legend(YEARS).shapes if isinstance(shape, Line)]
    assert [line.dash != () for line in lines] == [False, True]
    assert len(years_legend(("2026", "")).shapes) == 2


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_radar_of_few_themes_is_still_a_figure(count: int) -> None:
    figure = radar(STANDINGS[:count], YEARS, 1, 300, 300)
    assert len([shape for shape in figure.shapes if isinstance(shape, Dot)]) == count
    assert len(figure.table.rows) == len(figure.points) == count


def test_what_a_comparison_rests_on_is_counted_in_french() -> None:
    assert scores.common_base(1) == "Comparaison sur 1 question commune."
    assert scores.common_base(46) == "Comparaison sur 46 questions communes."
