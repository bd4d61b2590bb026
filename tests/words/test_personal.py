"""What a text seems to say of a person is told gently, in French."""

from cap_desktop.words.personal import caution_about


def test_a_text_without_anything_of_a_person_is_left_alone() -> None:
    assert caution_about("12 salariés en 2026, SIRET 732 829 320 00074") == ""


def test_each_kind_is_named_once() -> None:
    assert caution_about("06 12 34 56 78").startswith(
        "Ce texte semble contenir un numéro de téléphone. CAP n’en a pas besoin\u00a0: "
    )
    said = caution_about("PASS 99999 21 12345, 06 12 34 56 78, a@b.fr")
    assert "un numéro de PASS IAE, un numéro de téléphone et une adresse électronique" in said
