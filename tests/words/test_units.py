"""The unit beside a figure: a questionnaire writes it in the plural."""

from fractions import Fraction

import pytest

from cap_desktop.words.numbers import with_unit


@pytest.mark.parametrize(
    ("figure", "unit", "said"),
    [
        ("1", "personnes", "1\u00a0personne"),
        ("1.5", "personnes", "1,5\u00a0personne"),
        ("2", "personnes", "2\u00a0personnes"),
        ("-1", "points", "\u22121\u00a0point"),
        ("1", "repas", "1\u00a0repas"),
        ("0", "fois", "0\u00a0fois"),
        ("1", "avis", "1\u00a0avis"),
        ("1", "heures travaillées", "1\u00a0heure travaillée"),
        ("1", "accidents par million d’heures", "1\u00a0accident par million d’heures"),
        ("1", "h par ETP", "1\u00a0h par ETP"),
        ("1", "pour 100 personnes", "1\u00a0pour 100 personnes"),
        ("0", "€", "0\u00a0€"),
    ],
)
def test_a_unit_is_in_the_singular_under_two(figure: str, unit: str, said: str) -> None:
    assert with_unit(Fraction(figure), unit) == said
