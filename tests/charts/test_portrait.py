"""The portrait of the year and the bars beside the radar."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cap_desktop.charts.portrait import HEIGHT, WIDTH, ThemeGroup, portrait
from cap_desktop.charts.shapes import Bar, Figure, Line, Polygon, TextShape
from cap_desktop.charts.theme_bars import theme_bars
from cap_desktop.words.score_line import ScoreLine


def standing(code: str, title: str, score: int | None, delta: int | None = None) -> ScoreLine:
    known = None if score is None else Fraction(score)
    moved = None if delta is None else Fraction(delta)
    former = None if known is None or moved is None else known - moved
    low, high = (Fraction(0), Fraction(60)) if score is None else (known, known)
    coverage = Fraction(30) if score is None else Fraction(100)
    year = "" if former is None else "2025"
    return ScoreLine(
        code, code, title, known, low, high, coverage, 2, "En chemin", former, moved, year
    )


def groups(*scores: int | None) -> tuple[ThemeGroup, ...]:
    themes = tuple(
        standing(f"A{at}", f"Thème numéro {at}", score, 5) for at, score in enumerate(scores, 1)
    )
    return (
        (standing("A", "Nos pratiques", 64), themes),
        (standing("B", "Notre impact", 56), (standing("B1", "Emploi durable", 41),)),
    )


def words(figure: Figure) -> list[str]:
    return [shape.words for shape in figure.shapes if isinstance(shape, TextShape)]


def test_each_theme_is_a_petal_with_its_score_and_its_name() -> None:
    made = portrait(groups(12, 50, 100), 1, "2026")
    assert len([shape for shape in made.shapes if isinstance(shape, Polygon)]) == 4
    assert {"12,0", "50,0", "100,0", "41,0"} <= set(words(made))
    assert "Thème" in words(made)
    assert "numéro 1" in words(made)


def test_the_middle_holds_the_two_parts_and_no_total() -> None:
    said = words(portrait(groups(50), 1, "2026"))
    assert "64,0" in said
    assert "56,0" in said
    assert "60,0" not in said


def test_another_number_of_parts_leaves_the_middle_empty() -> None:
    assert "64,0" not in words(portrait(groups(50)[:1], 1, "2026"))


def test_a_theme_without_a_score_is_an_outline() -> None:
    made = portrait(groups(None), 1, "2026")
    (empty,) = [shape for shape in made.shapes if isinstance(shape, Polygon) and not shape.fill]
    assert empty.dash
    assert "–" in words(made)


def test_nothing_is_drawn_outside_of_the_portrait() -> None:
    for count in (1, 5, 14, 30):
        for shape in portrait(groups(*[100] * count), 1, "2026").shapes:
            places = getattr(shape, "places", None) or [getattr(shape, "place", (0, 0))]
            assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)


def test_no_part_and_no_theme_make_an_empty_portrait() -> None:
    assert portrait((), 1, "2026").summary


@pytest.mark.parametrize("years", [("2026", "2025"), ("2026", "")])
def test_bars_start_at_zero_under_the_score_of_their_part(years: tuple[str, str]) -> None:
    made = theme_bars(groups(12, 50), years, 1, 300.0)
    said = words(made)
    named = ["2025", "2026", "À quest. égales"] if years[1] else []
    assert said[: len(named) + 2] == [*named, "A · Nos pratiques", "64,0"]
    assert ("stable" in said or "+5,0" in said) is bool(years[1])
    bars = [shape for shape in made.shapes if isinstance(shape, Bar)]
    assert len({bar.place[0] for bar in bars}) == 1
    assert [shape for shape in made.shapes if isinstance(shape, Line)]
    assert all(bar.place[0] + bar.width <= 300 for bar in bars)


def test_a_provisional_bar_is_hatched_between_its_bounds() -> None:
    made = theme_bars(groups(None), ("2026", ""), 1, 300.0)
    assert [shape for shape in made.shapes if isinstance(shape, Bar) and shape.hatched]
    assert "–" in words(made)
