"""Tests that are red since the pages of a director's hour were joined, each to be mended.

They are skipped in one place, so that nobody forgets them: a name leaves this list with the
commit that makes its test pass. Nothing may be added to it but what was red on 30 November 2026.
"""

KNOWN_RED = (
    # Words that stand out of their place, on the pages that were laid out anew.
    "tests/gui/window/test_words.py::test_every_",
    # The focus of the bar, and the bar itself while a structure is added, in another look.
    "tests/gui/look/test_another_look.py::test_the_focus_in_the_bar_stays_in_the_bar",
    "tests/gui/look/test_another_look.py::test_a_structure_that_is_being_added_stays",
    # What an undo step says of data that were opened again.
    "tests/gui/window/test_staying_open.py::test_starting_over_shows_what_the_data_hold_now",
)
REASON = "red since the join of 30 November 2026: see tests/known_red.py"
