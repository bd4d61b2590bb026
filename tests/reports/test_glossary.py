"""The words explained at the end of a report: those that its texts use, whatever their number."""

import pytest

from cap_desktop.domain.questionnaire.questionnaire import Term
from cap_desktop.reports.contents.glossary import is_used


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Sortie positive", "Combien de sorties positives comptez-vous\u00a0?"),
        ("Sortie positive", "Une sortie positive compte."),
        ("Bailleur social", "Les bailleurs sociaux du quartier"),
        ("Partie prenante", "vos parties prenantes"),
        ("Appel d’offres", "Comment répondez-vous aux appels d’offres\u00a0?"),
        ("Réseau", "Deux réseaux y travaillent."),
        ("ETP", "Combien d’ETP\u00a0?"),
        ("Point d’étape", "Deux points d’étape par an"),
    ],
)
def test_a_term_is_found_in_either_number(term: str, text: str) -> None:
    assert is_used(Term(id="g_t", term=term, definition="."), text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("AI", "Je l’ai vu."),
        ("Bureau (association)", "Les bureaux sont fermés."),
        ("Sortie positive", "Une sortie, puis une réponse positive"),
        ("Pair", "Le nombre est impair."),
        ("Niveau (de 0 à 4)", "Un niveau"),
    ],
)
def test_another_word_is_no_use_of_a_term(term: str, text: str) -> None:
    assert not is_used(Term(id="g_t", term=term, definition="."), text)
