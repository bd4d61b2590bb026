"""Finding questions: words without accents, several words, numbers, and what people wrote."""

import pytest

from cap_desktop.domain.text import folded
from cap_desktop.gui.answering.answering_presenter import AnsweringPresenter
from cap_desktop.gui.presentation.progress import rank_in_theme
from cap_desktop.gui.presentation.question_search import listed, matching, terms_matching
from cap_desktop.services.local.open_assessment import OpenAssessment
from tests.gui.driving import Open, begun


@pytest.fixture
def opened(open_window: Open) -> OpenAssessment:
    driven = begun(open_window)
    session = driven.window.session
    driven.saved(
        lambda: AnsweringPresenter(session).comment("rgpd_liste", "Le délégué s’appelle Zébulon.")
    )
    found = driven.current
    driven.close()
    return found


def test_accents_capitals_and_apostrophes_do_not_matter() -> None:
    assert folded("L’Évaluation à CŒUR") == "l'evaluation a coeur"


def test_every_word_must_be_there_in_any_order(opened: OpenAssessment) -> None:
    known = listed(opened)
    both = matching(known, "associatif PROJET")
    assert both
    one = {item.rank for item in matching(known, "projet")}
    assert {item.rank for item in both} < one
    assert matching(known, "projet xylophone") == ()
    assert matching(known, "   ") == known


def test_a_title_comes_before_a_help(opened: OpenAssessment) -> None:
    found = matching(listed(opened), "benevoles")
    ranks = ["benevoles" in item.words for item in found]
    assert ranks == sorted(ranks, reverse=True)
    assert True in ranks


def test_what_the_team_wrote_is_found(opened: OpenAssessment) -> None:
    assert [item.entry.id for item in matching(listed(opened), "zebulon")] == ["rgpd_liste"]


def test_a_number_leads_to_one_question(opened: OpenAssessment) -> None:
    known = listed(opened)
    third = [item for item in known if item.number == "4.3"]
    for typed in ("4.3", " 4,3 ", "question 4.3", "Q4.3"):
        assert list(matching(known, typed)) == third
    for typed in ("12", "Question 12"):
        assert [item.rank for item in matching(known, typed)] == [12]
    assert matching(known, "99.1") == ()


def test_questions_are_numbered_as_the_list_of_themes_counts(opened: OpenAssessment) -> None:
    known = listed(opened)
    for item in known:
        place = rank_in_theme(opened, item.entry)
        if place is None:
            assert (item.number, item.rank) == ("", 0)
        else:
            assert item.number.endswith(f".{place[0]}")
    assert max(item.rank for item in known) == opened.standing.asked


def test_only_what_is_asked_of_this_structure_is_found(opened: OpenAssessment) -> None:
    states = opened.results.questions
    assert all(states[item.entry.id].state != "excluded" for item in listed(opened))
    assert len(listed(opened)) < len(opened.questionnaire.outline.questions)


def test_a_word_of_the_glossary_is_found_by_its_beginning_first(opened: OpenAssessment) -> None:
    found = terms_matching(opened.questionnaire.glossary, "duerp")
    assert found[0].term == "DUERP"
    everything = terms_matching(opened.questionnaire.glossary, "")
    assert everything == opened.questionnaire.glossary
