"""Where a question stands is said as the list of themes counts."""

from cap_desktop.gui.presentation.progress import displayed, place_words, progress
from tests.gui.driving import Driven


def test_questions_are_numbered_as_the_list_of_themes_counts_them(demonstrated: Driven) -> None:
    opened = demonstrated.current
    for node in opened.questionnaire.outline.themes():
        said = [place_words(opened, entry) for entry in displayed(opened, node)]
        numbered = [words for words in said if words.startswith("Question ") and " sur " in words]
        count = progress(opened, node, "").asked
        assert numbered == [f"Question {rank} sur {count}" for rank in range(1, count + 1)]


def test_what_nobody_is_waited_for_says_what_it_is(demonstrated: Driven) -> None:
    opened = demonstrated.current
    said = {
        place_words(opened, entry)
        for node in opened.questionnaire.outline.themes()
        for entry in displayed(opened, node)
    }
    assert {"Résultat calculé", "Question facultative"} <= said


def test_the_page_and_the_home_page_say_the_same_place(demonstrated: Driven) -> None:
    following = demonstrated.current.standing.following
    assert following is not None
    demonstrated.window.show_answering(following.question)
    words = demonstrated.window.answering.pane.count.text()
    assert words == f"Question {following.rank} sur {following.asked}"
