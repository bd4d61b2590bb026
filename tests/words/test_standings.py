"""Five bands have the five colours of the levels, and a score that waits has none."""

import pytest

from cap_desktop.words.standings import band_rank, standing_of
from tests.builders import Tree, maturity, results, theme, tree

MIDPOINTS = {
    "pas_encore": ("0", "Pas encore"),
    "amorce": ("12.5", "Amorcé"),
    "en_chemin": ("37.5", "En chemin"),
    "en_place": ("62.5", "En place"),
    "ancre": ("87.5", "Ancré"),
}


def _of(bands: Tree) -> Tree:
    of = tree(theme("t", *(maturity(f"q_{letter}") for letter in "abcd")))
    listed = [{"id": key, "from": start, "title": title} for key, (start, title) in bands.items()]
    of["settings"] = {"bands": listed, "band_coverage": "80"}
    return of


@pytest.mark.parametrize("rank", range(5))
def test_the_band_says_what_the_answers_said_in_their_colour(rank: int) -> None:
    found = results(_of(MIDPOINTS), {f"q_{letter}": f"n{rank}" for letter in "abcd"})
    line = standing_of(found, found.questionnaire.outline.nodes["t"])
    assert (line.rank, line.band) == (rank, [*MIDPOINTS.values()][rank][1])


def test_fewer_bands_have_the_last_colours_and_more_share_them() -> None:
    four = results(_of(dict(list(MIDPOINTS.items())[:4])), {}).questionnaire.settings.bands
    assert [band_rank(four, band) for band in four] == [1, 2, 3, 4]
    more = {f"b{rank}": (str(rank * 10), f"Bande {rank}") for rank in range(7)}
    seven = results(_of(more), {}).questionnaire.settings.bands
    assert [band_rank(seven, band) for band in seven] == [0, 0, 1, 2, 2, 3, 4]


def test_a_score_that_too_little_was_answered_for_has_no_level() -> None:
    found = results(_of(MIDPOINTS), {"q_a": "n4", "q_b": "n4", "q_c": "n4"})
    line = standing_of(found, found.questionnaire.outline.nodes["t"])
    assert (line.score, line.band, line.rank) == (100, "", 0)
    assert line.reading() == "75\u00a0% répondu\u00a0: pas encore de niveau"
