"""What is ticked: the duties of each, line by line, and the twelve questions of the employees."""

import pytest

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questions import MultipleQuestion, SingleQuestion
from cap_desktop.domain.scoring.scoring import score
from tests.questionnaires.profiles import LARGE, MEDIUM, PROFILES, SMALL, lines_of, profile_of
from tests.questionnaires.released import released

DUTIES = {
    "obligations_statutaires_liste": ("c_membres",),
    "eligibilite_tracee_liste": ("c_siae",),
    "assurances_agrements_liste": (),
    "securite_obligations_liste": (),
    "cse_harcelement_liste": ("c_onze",),
    "obligations_employeur": (),
    "rgpd_liste": (),
}
"""The lists of compliance, and who is asked each: a list keeps the condition of its question."""

FALC = "fr-x-falc"


def entry_of(name: str) -> QuestionEntry:
    return released().outline.by_id[name]


def is_asked(name: str, profile: Profile) -> bool:
    return score(released(), AnswerSheet(profile)).questions[name].is_asked


def ai(size: str) -> Profile:
    return profile_of("ai", "association", size, "oui", "oui")


def test_duties_are_lists_that_raise_an_alert_for_each_line_and_move_no_score() -> None:
    found = {
        entry.id: entry for entry in released().outline.questions if entry.question.is_compliance
    }
    assert set(found) == set(DUTIES)
    for entry in found.values():
        assert isinstance(entry.question, MultipleQuestion)
        assert not entry.question.scored
        assert entry.question.required
        nothing = [option for option in entry.question.options if option.exclusive]
        assert [option.id for option in nothing] == ["rien"]
    assert {entry.question.kind for entry in released().outline.questions} == {
        "maturity", "multiple", "single", "number", "computed", "text",
    }  # fmt: skip


@pytest.mark.parametrize("name", DUTIES)
def test_a_list_is_asked_of_those_it_concerns(name: str) -> None:
    assert entry_of(name).show_if == DUTIES[name]


def test_elected_members_are_asked_about_from_eleven_employees() -> None:
    assert not is_asked("cse_harcelement_liste", ai(SMALL))
    assert is_asked("cse_harcelement_liste", ai(MEDIUM))


def test_harassment_and_the_competent_employee_are_of_every_employer() -> None:
    safety = lines_of(entry_of("securite_obligations_liste"), ai(SMALL))
    assert {"harcelement", "salarie_competent", "duerp_ecrit"} <= set(safety)
    assert "duerp_annee" not in safety
    assert "duerp_annee" in lines_of(entry_of("securite_obligations_liste"), ai(MEDIUM))


def test_duties_grow_with_the_size() -> None:
    sizes = (SMALL, MEDIUM, LARGE, "cinquante_et_plus")
    counts = [len(lines_of(entry_of("obligations_employeur"), ai(size))) for size in sizes]
    assert counts == [5, 5, 6, 10]


def test_the_ceiling_of_hours_in_companies_is_that_of_the_associations_intermediaires() -> None:
    hours = "heures_entreprise"
    for name, profile in PROFILES.items():
        offered = lines_of(entry_of("eligibilite_tracee_liste"), profile)
        assert (hours in offered) == ("ai" in profile["structure_type"]), name


def test_law_and_advice_stand_apart() -> None:
    advice = entry_of("conseils_conformite").question
    assert isinstance(advice, MultipleQuestion)
    assert not advice.is_compliance
    assert not advice.scored
    assert not advice.required
    for name in DUTIES:
        for option in entry_of(name).question.choices:
            assert "conseil)" not in str(option.title)


@pytest.mark.parametrize("name", DUTIES)
def test_the_law_that_a_list_speaks_of_is_named_and_to_be_checked(name: str) -> None:
    """No text of law could be opened by the authors: a jurist reads them first."""
    assert "Textes à vérifier\u00a0: " in (entry_of(name).question.help or "")


def test_twelve_questions_are_the_employees_own() -> None:
    made = released()
    staff = [entry for entry in made.outline.questions if entry.question.is_for_staff]
    assert len(staff) == 12
    assert FALC in made.locales
    for entry in staff:
        question = entry.question
        assert isinstance(question, SingleQuestion)
        assert [option.title for option in question.options] == ["Oui", "Un peu", "Non"]
        assert not question.scored
        assert not question.required
        assert question.about in made.outline.by_id
        assert {"title", "help"} <= set(question.i18n[FALC])
    assert made.outline.nodes["parole_parcours"].weight == 0
