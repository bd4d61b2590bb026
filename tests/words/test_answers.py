"""What was answered, in words that have room where they stand."""

from cap_desktop.words.answers import said, value_words
from cap_desktop.words.days import day_numbers
from tests.reports.report_data import DEMONSTRATED, demo_data

DATA = demo_data(DEMONSTRATED[0])


def test_the_lines_of_a_list_are_counted_where_a_cell_says_them() -> None:
    resolved = DATA.results.questions["obligations_statutaires_liste"]
    assert said(resolved, 1, day_numbers) == "6 lignes cochées"


def test_what_is_kept_of_a_list_is_said_whole() -> None:
    entry = DATA.results.questions["obligations_statutaires_liste"].entry
    whole = value_words(entry, ("assemblee_tenue", "comptes_approuves"), day_numbers)
    assert whole == (
        "L’assemblée générale de l’année s’est tenue dans le délai. "
        "L’assemblée a approuvé les comptes."
    )
