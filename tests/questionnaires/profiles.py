"""Structures that the released questionnaire is tried on, and what they might answer."""

from collections.abc import Mapping

from cap_desktop.domain.answers.answer_sheet import Answer, AnswerSheet
from cap_desktop.domain.questionnaire.outline import QuestionEntry, offered_options
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import MaturityQuestion, MultipleQuestion
from cap_desktop.domain.scoring.scoring import Results, score

SMALL, MEDIUM, LARGE = "moins_de_onze", "onze_a_dix_neuf", "vingt_a_quarante_neuf"
SIZES = (SMALL, MEDIUM, LARGE, "cinquante_et_plus")
TYPES = ("aci", "ai", "ei", "eiti", "etti", "ges", "regie", "autre")


def profile_of(types: str, form: str, size: str, private: str, volunteers: str) -> Profile:
    """A whole profile; several types are separated by spaces."""
    return {
        "structure_type": tuple(types.split()),
        "legal_form": (form,),
        "size_band": (size,),
        "private_clients": (private,),
        "volunteers": (volunteers,),
    }


SIAE: Mapping[str, Profile] = {
    "AI association serving individuals": profile_of("ai", "association", MEDIUM, "oui", "oui"),
    "AI association, fewer than 11 employees": profile_of("ai", "association", SMALL, "oui", "oui"),
    "ACI association, fewer than 11 employees": profile_of(
        "aci", "association", SMALL, "non", "oui"
    ),
    "ACI of a town": profile_of("aci", "autre_forme", LARGE, "non", "non"),
    "EI company, 11 or more": profile_of("ei", "societe", MEDIUM, "non", "non"),
    "ETTI company, 11 or more": profile_of("etti", "societe", MEDIUM, "non", "non"),
    "EITI": profile_of("eiti", "societe", SMALL, "non", "non"),
    "Régie holding ACI + EI": profile_of("regie aci ei", "association", MEDIUM, "non", "oui"),
    "GES holding AI + ACI + ETTI": profile_of(
        "ges ai aci etti", "association", "cinquante_et_plus", "oui", "oui"
    ),
}
"""Structures that accompany people towards employment."""

OTHERS: Mapping[str, Profile] = {
    "GES alone": profile_of("ges", "association", MEDIUM, "non", "non"),
    "Other structure of the social economy": profile_of(
        "autre", "association", MEDIUM, "non", "non"
    ),
}

PROFILES: Mapping[str, Profile] = {**SIAE, **OTHERS}


def practices(made: Questionnaire) -> tuple[QuestionEntry, ...]:
    """Every question with a ladder."""
    entries = made.outline.questions
    return tuple(entry for entry in entries if isinstance(entry.question, MaturityQuestion))


def all_at(made: Questionnaire, profile: Profile, level: str) -> Results:
    """The scores of a structure that is at one level everywhere."""
    answers = {entry.id: Answer(value=level) for entry in practices(made)}
    return score(made, AnswerSheet(profile, answers))


def lines_of(entry: QuestionEntry, profile: Profile) -> tuple[str, ...]:
    """The lines that a list offers to a structure, « nothing of all that » left out."""
    assert isinstance(entry.question, MultipleQuestion)
    offered = offered_options(entry.question, profile)
    return tuple(option.id for option in offered if not option.exclusive)
