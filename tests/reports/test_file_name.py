import pytest

from cap_desktop.reports.file_name import file_name, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Les Deux Rives", "les-deux-rives"),
        ("L’Établi d’à côté & Cie", "letabli-da-cote-cie"),
        ("L'Établi", "letabli"),
        ("Œuvre du Cœur", "oeuvre-du-coeur"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("مؤسسة", "structure"),
        ("  ", "structure"),
        ("a" * 200, "a" * 60),
        ("mot " * 40, "-".join(["mot"] * 15)),
    ],
)
def test_a_name_becomes_plain_letters(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_the_file_is_named_by_the_year_and_the_structure() -> None:
    named = file_name("rapport", 2026, "Les Deux Rives", "pdf")
    assert named == "CAP-2026-rapport-les-deux-rives.pdf"
