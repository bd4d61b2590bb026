"""A year, from the first answer to the seal, on a real database."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, Quotient
from cap_desktop.domain.questionnaire.canonical import canonical_bytes
from cap_desktop.errors import AnswerRejected, AssessmentSealed, QuestionnaireRefused, YearTaken
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.builders import maturity, number, questionnaire, raw, theme, tree
from tests.folders import TickingClock

GATE = {
    "id": "c_ai",
    "label": "AI",
    "any": [{"all": [{"profile": "structure_type", "op": "in", "value": ["ai"]}]}],
}
OF = tree(
    theme(
        "t",
        maturity("q_a", na={"allowed": True, "reason_required": True}),
        maturity("q_ai", show_if="c_ai"),
        number("part", input="ratio", own_target=True) | {"unit": "%"},
        {"id": "mot", "kind": "text", "title": "Un mot ?"},
    ),
    conditions=[GATE],
)
AI = {"structure_type": ("ai",)}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[LocalServices]:
    database = Database(tmp_path / "cap.db")
    yield LocalServices(database, EvidenceFolder(tmp_path / "preuves"), TickingClock())
    database.close()


@pytest.fixture
def draft(services: LocalServices) -> OpenAssessment:
    reference = services.assessments.install(canonical_bytes(questionnaire(OF)), "essai.json")
    structure = services.assessments.add_structure("Les Deux Rives")
    return services.assessments.begin(structure.id, 2026, reference, AI)


def _reopened(services: LocalServices, tmp_path: Path) -> LocalServices:
    services._database.close()
    database = Database(tmp_path / "cap.db")
    return LocalServices(database, EvidenceFolder(tmp_path / "preuves"), TickingClock())


def test_every_kind_of_answer_comes_back_as_it_was(
    services: LocalServices, draft: OpenAssessment, tmp_path: Path
) -> None:
    given = {
        "q_a": Answer(
            na=True, reason="Pas de chantier\nici", comment="«\u00a0oui\u00a0» 🌱 \u202b"
        ),
        "q_ai": Answer(unknown=True),
        "part": Answer(value=Quotient(Fraction(1, 4), Fraction(3)), target=Fraction(60)),
        "mot": Answer(value="'; DROP TABLE answers; -- <b>"),
    }
    for question, answer in given.items():
        services.answering.record_answer(draft.assessment.id, question, answer, "Direction")
    again = _reopened(services, tmp_path)
    opened = again.assessments.open(draft.assessment.id)
    again._database.close()
    assert {name: kept.answer for name, kept in opened.kept.items()} == given


def test_each_change_stays_in_the_history(services: LocalServices, draft: OpenAssessment) -> None:
    name = draft.assessment.id
    services.answering.record_answer(name, "q_a", Answer(value="n1"), "Direction")
    services.answering.record_answer(name, "q_a", Answer(value="n1"), "Direction")
    services.answering.record_answer(name, "q_a", Answer(value="n3"), "Équipe")
    services.answering.record_answer(name, "q_a", NO_ANSWER, "Direction")
    changes = services.assessments.history(name)
    assert [(change.by, change.before, change.after) for change in changes] == [
        ("Direction", None, Answer(value="n1")),
        ("Équipe", Answer(value="n1"), Answer(value="n3")),
        ("Direction", Answer(value="n3"), NO_ANSWER),
    ]
    assert services.assessments.open(name).kept == {}


def test_an_impossible_answer_changes_nothing(
    services: LocalServices, draft: OpenAssessment
) -> None:
    name = draft.assessment.id
    services.answering.record_answer(name, "q_a", Answer(value="n1"), "Direction")
    for wrong in (Answer(value="n9"), Answer(na=True), Answer(value="n1", unknown=True)):
        with pytest.raises(AnswerRejected):
            services.answering.record_answer(name, "q_a", wrong, "Direction")
    assert services.assessments.open(name).answer("q_a") == Answer(value="n1")
    assert len(services.assessments.history(name)) == 1


def test_a_profile_that_hides_a_question_loses_no_answer(
    services: LocalServices, draft: OpenAssessment
) -> None:
    name = draft.assessment.id
    services.answering.record_answer(name, "q_ai", Answer(value="n4"), "Direction")
    hidden = services.assessments.change_profile(name, {"structure_type": ("aci",)})
    assert hidden.results.questions["q_ai"].state == "excluded"
    back = services.assessments.change_profile(name, AI)
    assert back.results.questions["q_ai"].state == "answered"
    assert back.answer("q_ai").value == "n4"
    with pytest.raises(AnswerRejected):
        services.assessments.change_profile(name, {"structure_type": ("sci",)})


def test_a_sealed_year_is_frozen_until_it_is_reopened(
    services: LocalServices, draft: OpenAssessment
) -> None:
    name = draft.assessment.id
    services.answering.record_answer(name, "q_a", Answer(value="n2"), "Direction")
    sealed = services.assessments.seal(name).assessment
    assert sealed.engine == "cap-score/1"
    assert sealed.results is not None
    assert '"cap-results/1"' in sealed.results
    with pytest.raises(AssessmentSealed):
        services.answering.record_answer(name, "q_a", Answer(value="n4"), "Direction")
    with pytest.raises(AssessmentSealed):
        services.assessments.change_profile(name, AI)
    assert services.assessments.open(name).answer("q_a").value == "n2"
    assert not services.assessments.reopen(name).assessment.is_sealed
    services.answering.record_answer(name, "q_a", Answer(value="n4"), "Direction")


@pytest.mark.parametrize(
    "typed", [("12", ""), ("", "12"), ("beaucoup \u00e9\u0301 \ud800", "\x00")]
)
def test_what_is_typed_and_is_no_answer_is_kept_as_it_was_and_counts_for_nothing(
    services: LocalServices, draft: OpenAssessment, tmp_path: Path, typed: tuple[str, ...]
) -> None:
    year = draft.assessment.id
    opened = services.answering.leave_unfinished(year, "part", "value", typed)
    assert opened.typed("part") == typed
    assert opened.results == draft.results
    assert opened.kept == draft.kept
    assert services.assessments.history(year) == ()
    again = _reopened(services, tmp_path)
    kept = again.assessments.open(year).unfinished
    again.assessments._database.close()
    assert kept == {("part", "value"): typed}
    assert services.answering.leave_unfinished(year, "part", "value", ()).unfinished == {}


def test_one_assessment_a_year(services: LocalServices, draft: OpenAssessment) -> None:
    assessment = draft.assessment
    with pytest.raises(YearTaken):
        services.assessments.begin(assessment.structure, 2026, assessment.questionnaire, AI)
    services.assessments.begin(assessment.structure, 2027, assessment.questionnaire, AI)
    assert [found.year for found in services.assessments.years(assessment.structure)] == [
        2027,
        2026,
    ]


def test_evidence_is_copied_checked_and_kept(
    services: LocalServices, draft: OpenAssessment, tmp_path: Path
) -> None:
    source = tmp_path / "compte rendu.pdf"
    source.write_bytes(b"%PDF-1.7 preuve")
    name = draft.assessment.id
    opened = services.evidence.add(name, "q_a", source, "Direction").opened
    (file,) = opened.evidence
    assert opened.answer("q_a").evidence == ("compte rendu.pdf",)
    folder = EvidenceFolder(tmp_path / "preuves")
    assert folder.is_whole(file)
    source.unlink()
    assert folder.path(file.sha256).read_bytes() == b"%PDF-1.7 preuve"
    folder.path(file.sha256).write_bytes(b"autre")
    assert not folder.is_whole(file)
    assert services.evidence.remove(name, "q_a", file.name, "Direction").evidence == ()


def test_taking_a_file_off_again_spares_another_that_has_its_name_now(
    services: LocalServices, draft: OpenAssessment, tmp_path: Path
) -> None:
    name, source = draft.assessment.id, tmp_path / "photo.jpg"
    source.write_bytes(b"un")
    one = services.evidence.add(name, "q_a", source, "Direction").file
    services.evidence.remove(name, "q_a", "photo.jpg", "Direction", one)
    source.write_bytes(b"deux")
    two = services.evidence.add(name, "q_a", source, "Direction").file
    opened = services.evidence.remove(name, "q_a", "photo.jpg", "Direction", one)
    assert opened.evidence == (two,)
    assert opened.answer("q_a").evidence == ("photo.jpg",)


def test_a_discussed_question_is_remembered(services: LocalServices, draft: OpenAssessment) -> None:
    name = draft.assessment.id
    assert services.answering.mark_discussed(name, "q_a", "Direction", discuss=True).is_discussed(
        "q_a"
    )
    assert services.assessments.open(name).is_discussed("q_a")
    assert not services.answering.mark_discussed(name, "q_a", "D", discuss=False).is_discussed(
        "q_a"
    )


def test_a_questionnaire_is_installed_once_and_never_a_broken_one(services: LocalServices) -> None:
    content = canonical_bytes(questionnaire(OF))
    assert services.assessments.install(content, "a.json") == services.assessments.install(
        content, "b.json"
    )
    with pytest.raises(QuestionnaireRefused):
        services.assessments.install(raw(OF | {"axe": []}), "c.json")


def test_a_change_leaves_alone_what_another_hand_changed(
    services: LocalServices, draft: OpenAssessment, tmp_path: Path
) -> None:
    year = draft.assessment.id
    services.answering.record_answer(year, "q_a", Answer(value="n2"), "Direction")
    source = tmp_path / "fiche.txt"
    source.write_text("signée", encoding="utf-8")
    services.evidence.add(year, "q_a", source, "Direction")
    before, after = Answer(value="n2"), Answer(value="n2", comment="Relue")
    kept = services.answering.record_answer(year, "q_a", after, "Direction", before).answer("q_a")
    assert kept == Answer(value="n2", comment="Relue", evidence=("fiche.txt",))
    aside = Answer(na=True, reason="fermé", comment="Relue")
    kept = services.answering.record_answer(year, "q_a", aside, "Direction", after).answer("q_a")
    assert kept == Answer(na=True, reason="fermé", comment="Relue", evidence=("fiche.txt",))
