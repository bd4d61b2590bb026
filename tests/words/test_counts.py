"""Questions are counted in one way, and an optional one is never among those awaited."""

from cap_desktop.domain.scoring.indicators import QuestionCount, count_of
from cap_desktop.words.counts import before_a_score, listed_words, questions_words
from tests.reports.report_data import DEMONSTRATED, demo_data


def test_what_is_asked_and_what_is_optional_are_told_apart() -> None:
    assert questions_words(QuestionCount(2, 6, 1, 0)) == "6 questions et 1 facultative"
    assert questions_words(QuestionCount(0, 1, 0, 0)) == "1 question"
    assert questions_words(QuestionCount(0, 6, 2, 0)) == "6 questions et 2 facultatives"


def test_what_is_left_before_a_score() -> None:
    assert before_a_score(QuestionCount(4, 109, 14, 0)) == "Encore 105 questions avant un score"


def test_the_whole_is_the_sum_of_the_themes_and_the_progress_of_the_results() -> None:
    results = demo_data(DEMONSTRATED[0]).results
    whole = count_of(results.questions.values())
    assert (whole.done, whole.asked) == (results.progress.done, results.progress.asked)
    themes = [
        count_of(results.questions[entry.id] for entry in theme.questions)
        for theme in results.questionnaire.outline.themes()
    ]
    assert sum(item.asked for item in themes) == whole.asked
    assert sum(item.optional for item in themes) == whole.optional


def test_a_list_says_what_of_it_is_no_question() -> None:
    whole = listed_words(QuestionCount(4, 112, 5, 28))
    assert whole == "112 questions, 5 facultatives et 28 résultats calculés"
    assert listed_words(QuestionCount(0, 1, 0, 0)) == "1 question"
    assert listed_words(QuestionCount(0, 0, 1, 1)) == "1 question facultative et 1 résultat calculé"
    assert listed_words(QuestionCount(0, 0, 0, 2)) == "2 résultats calculés"
