"""Scores of five themes over two years, for charts to draw."""

from fractions import Fraction

from cap_desktop.words.score_line import ScoreLine

YEARS = ("2026", "2025")


def standing(rank: int, score: int | None, former: int | None = None) -> ScoreLine:
    known = None if score is None else Fraction(score)
    before = None if former is None else Fraction(former)
    return ScoreLine(
        name=f"theme_{rank}",
        code=f"A{rank}",
        title=f"Thème {rank}",
        score=known,
        lower=known or Fraction(10),
        upper=known or Fraction(90),
        coverage=Fraction(100 if score is not None else 40),
        rank=2,
        band="En chemin",
        former=before,
        year="" if before is None else YEARS[1],
        delta=None if known is None or before is None else known - before,
    )


STANDINGS = tuple(standing(rank, 20 * rank, 50) for rank in range(1, 6))
