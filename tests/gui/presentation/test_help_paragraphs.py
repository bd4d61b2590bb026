"""The help of a figure in pieces that can be read, and nothing of it lost."""

from cap_desktop.gui.presentation.help_texts import paragraphs

HELP = (
    "Terme administratif\u00a0: taux de sorties. "
    "Formule\u00a0: emploi durable\u00a0÷\u00a0sorties\u00a0×\u00a0100. "
    "Les sorties retirées n’y sont pas. Prenez l’objectif de votre convention."
)


def test_what_says_what_it_is_about_stands_alone() -> None:
    assert paragraphs(HELP) == (
        "Terme administratif\u00a0: taux de sorties.",
        "Formule\u00a0: emploi durable\u00a0÷\u00a0sorties\u00a0×\u00a0100.",
        "Les sorties retirées n’y sont pas. Prenez l’objectif de votre convention.",
    )
    assert " ".join(paragraphs(HELP)) == HELP


def test_a_list_stays_with_the_sentence_that_leads_to_it() -> None:
    text = "Comptez\u00a0:\n- les contrats\n- les missions.\nUne fois. Sans doublon."
    assert paragraphs(text) == (text,)


def test_a_help_without_words_has_no_piece() -> None:
    assert paragraphs("") == ()
