"""What is said of the data before anything is asked: exact, and in plain French."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.gui.data.data_words import (
    erase_acts,
    erase_notice,
    move_notice,
    old_years_words,
    past_words,
    place_words,
)
from cap_desktop.services.folder.erasing import CountedFiles, ErasePreview, PastErasure
from cap_desktop.services.folder.moving import MovePlan
from cap_desktop.services.folder.what_is_kept import ErasableStructure, ErasableYear, KeptPlace
from cap_desktop.storage.local.erasing import Held, HeldYear

PREVIEW = ErasePreview(
    Erasure("s", 2019),
    Held((HeldYear("s", 2019, is_sealed=True),), 93, 4, 2),
    CountedFiles(2, 3_500_000),
    1,
    5,
    1,
    1,
    "reached",
    3,
)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_year_that_was_kept_for_two_cycles_is_reminded_of() -> None:
    kept = ErasableStructure(
        "s",
        "Les Deux Rives",
        (
            ErasableYear(2026, is_sealed=False, is_old=False),
            ErasableYear(2019, is_sealed=True, is_old=True),
        ),
    )
    said = _plain(old_years_words((kept,)))
    assert said == "L’année 2019 a plus de 6 ans. Si elle ne vous sert plus, effacez-la."
    assert old_years_words(()) == ""


def test_each_thing_that_goes_is_counted() -> None:
    told = erase_notice(PREVIEW, "Les Deux Rives")
    assert _plain(told.title) == "Effacer l’année 2019 de « Les Deux Rives » ?"
    assert _plain(told.found).split("\n") == [
        "– cette année est terminée : ses résultats partent aussi",
        "– 93 réponses, avec leur historique",
        "– 4 actions du plan",
        "– 2 fichiers de preuve que rien d’autre ne cite (3,3 Mo)",
        "– 1 preuve ouverte",
        "– 5 copies de sécurité, réécrites sans elle",
        "– 1 copie qui ne peut pas être réécrite, supprimée en entier",
        "– 1 fichier abîmé mis de côté, supprimé",
        "– 3 copies du second dossier",
    ]
    assert "ni Annuler" in told.advice
    assert erase_acts(PREVIEW) == ("Effacer 2019 pour toujours", "Garder 2019")


def test_a_second_folder_that_is_away_is_said_before() -> None:
    told = erase_notice(replace(PREVIEW, second="away", second_copies=0), "Les Deux Rives")
    assert "n’est pas joignable" in told.why


def test_the_last_erasure_is_told_without_what_it_was_of() -> None:
    past = (PastErasure(datetime(2026, 11, 24, tzinfo=UTC), "year"),)
    assert _plain(past_words(past)) == "Dernier effacement : une année, le 24 novembre 2026."
    assert past_words(()) == ""


@pytest.mark.parametrize(
    ("others_read", "said"),
    [
        (False, "Lisible par votre compte seulement."),
        (True, "Peut être lu par les autres comptes de cet ordinateur."),
        (None, "Peut être lu par qui a accès à ce dossier."),
    ],
)
def test_who_can_read_a_place_is_said_as_far_as_it_is_known(
    others_read: bool | None, said: str
) -> None:
    place = KeptPlace("evidence", Path("preuves"), 2, 2048, date(2024, 3, 1), others_read)
    assert "2 fichiers, 2 Ko. Le plus ancien : 1er mars 2024." in _plain(place_words(place))
    assert _plain(place_words(place)).endswith(said)


def test_a_folder_that_is_synchronised_is_warned_of() -> None:
    plan = MovePlan(Path("OneDrive") / "cap", 12, 4096, "OneDrive")
    assert "envoyé ailleurs par OneDrive" in move_notice(plan).why
    assert move_notice(plan._replace(service="")).why == ""
