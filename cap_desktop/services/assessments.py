"""Assessments: begin one, answer it, seal it; each call is one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.domain.answer_reading import answer_problems, profile_problems
from cap_desktop.domain.answers import NO_ANSWER, Answer, AnswerSheet, Profile, merged
from cap_desktop.domain.assessment import (
    Assessment,
    EvidenceFile,
    KeptAnswer,
    KnownStructure,
    PastChange,
    sheet_of,
)
from cap_desktop.domain.canonical import canonical_bytes, full_reference
from cap_desktop.domain.questionnaire import Questionnaire
from cap_desktop.domain.reading import read_questionnaire
from cap_desktop.domain.scoring import Results
from cap_desktop.domain.standing import OtherStructure, YearStanding
from cap_desktop.errors import (
    AnswerRejected,
    AssessmentSealed,
    QuestionnaireRefused,
    YearTaken,
)
from cap_desktop.exchange.frozen_results import frozen_text
from cap_desktop.services.clock import Clock
from cap_desktop.services.open_assessment import OpenAssessment
from cap_desktop.services.scored_years import ScoredYears
from cap_desktop.services.standings import plan_under_way, standing_of, year_standing
from cap_desktop.services.year_results import results_of
from cap_desktop.storage.database import Database
from cap_desktop.storage.evidence_folder import EvidenceFolder
from cap_desktop.storage.transaction import Transaction

if TYPE_CHECKING:
    from cap_desktop.domain.changed_answers import ChangedAnswer
    from cap_desktop.domain.comparison import Comparison
    from cap_desktop.services.plans import Plans
    from cap_desktop.services.reports import Reports


@dataclass(frozen=True, slots=True)
class ComparedYears:
    """Two years of a structure, the older first.

    ``comparison`` is missing where no lineage joins their questionnaires: their scores can
    then only be read one beside the other.
    """

    old: OpenAssessment
    new: OpenAssessment
    comparison: Comparison | None
    changed: tuple[ChangedAnswer, ...]


class Assessments:
    """The use cases of one database; they run on the storage lane, one after the other."""

    def __init__(self, database: Database, evidence: EvidenceFolder, clock: Clock) -> None:
        self._database = database
        self._evidence = evidence
        self._clock = clock
        self._scored = ScoredYears()
        self._past_years: dict[str, YearStanding] = {}

    def at(self, clock: Clock) -> Assessments:
        """The same use cases by another clock: to write what was done at another time."""
        return Assessments(self._database, self._evidence, clock)

    @property
    def plans(self) -> Plans:
        """The use cases of the improvement plans, on the same database and by the same clock."""
        from cap_desktop.services.plans import Plans

        return Plans(self._database, self._clock, self._scored)

    @property
    def reports(self) -> Reports:
        """What reports are made from, on the same database and by the same clock."""
        from cap_desktop.services.reports import Reports

        return Reports(self._database, self._clock, self._scored)

    # --- What is there --------------------------------------------------------------

    def structures(self) -> tuple[KnownStructure, ...]:
        """Every structure, the first made first."""
        with self._database.begin() as tx:
            return tx.structures.all()

    def years(self, structure: str) -> tuple[Assessment, ...]:
        """The assessments of a structure, newest first."""
        with self._database.begin() as tx:
            return tx.assessments.of(structure)

    def open(self, assessment: str) -> OpenAssessment:
        """Read one assessment; raises ``KeyError`` where it is not there."""
        with self._database.begin() as tx:
            return self._opened(tx, tx.assessments.get(assessment))

    def show(self, assessment: str) -> OpenAssessment:
        """Read one assessment, and show it first at the next start."""
        with self._database.begin() as tx:
            return self._kept(tx, tx.assessments.get(assessment))

    def last_shown(self) -> str | None:
        """The assessment that was open last, else the newest of the first structure."""
        with self._database.begin() as tx:
            known = tx.standing.assessment()
            if known is not None:
                return known
            for structure in tx.structures.all():
                for found in tx.assessments.of(structure.id):
                    return found.id
            return None

    def history(self, assessment: str) -> tuple[PastChange, ...]:
        """Every change of its answers, oldest first."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            return tx.answers.history(assessment, self._questionnaire(tx, found.questionnaire))

    def compare_years(self, one: str, other: str) -> ComparedYears:
        """Compare two assessments of a structure, across versions where their lineage is known."""
        from cap_desktop.domain.changed_answers import changed_answers
        from cap_desktop.domain.comparison import compare

        with self._database.begin() as tx:
            found = [tx.assessments.get(one), tx.assessments.get(other)]
            first, last = sorted(found, key=lambda item: item.year)
            old, new = self._opened(tx, first), self._opened(tx, last)
            path = self._scored.succession(tx, first.questionnaire, last.questionnaire)
        if path is None:
            return ComparedYears(old, new, None, ())
        return ComparedYears(
            old,
            new,
            compare(old.results, new.results, path),
            changed_answers(old.results, new.results, path),
        )

    # --- Beginning ------------------------------------------------------------------

    def install(self, content: bytes, origin: str) -> str:
        """Keep a questionnaire's canonical bytes; return its full reference.

        The same bytes again change nothing. Raises ``QuestionnaireRefused``.
        """
        reading = read_questionnaire(content)
        if reading.questionnaire is None or reading.problems:
            raise QuestionnaireRefused(Path(origin), reading.problems)
        reference = full_reference(reading.questionnaire)
        with self._database.begin() as tx:
            if reference not in tx.questionnaires.references():
                canonical = canonical_bytes(reading.questionnaire)
                tx.questionnaires.add(reference, canonical, origin, self._now())
                tx.journal.add(self._now(), "questionnaire installed", reference)
        return reference

    def add_structure(self, name: str) -> KnownStructure:
        """Keep a new structure."""
        structure = KnownStructure(str(uuid.uuid4()), name)
        with self._database.begin() as tx:
            tx.structures.add(structure, self._now())
        return structure

    def begin(self, structure: str, year: int, reference: str, profile: Profile) -> OpenAssessment:
        """Begin the draft of a year; raises ``YearTaken`` or ``AnswerRejected``."""
        with self._database.begin() as tx:
            return self._begin(tx, structure, year, reference, profile)

    def begin_structure(
        self, name: str, year: int, reference: str, profile: Profile
    ) -> OpenAssessment:
        """Keep a new structure with the draft of its first year, both or neither.

        Raises ``AnswerRejected``.
        """
        structure = KnownStructure(str(uuid.uuid4()), name)
        with self._database.begin() as tx:
            tx.structures.add(structure, self._now())
            return self._begin(tx, structure.id, year, reference, profile)

    def _begin(
        self, tx: Transaction, structure: str, year: int, reference: str, profile: Profile
    ) -> OpenAssessment:
        if any(found.year == year for found in tx.assessments.of(structure)):
            raise YearTaken(year)
        self._require_profile(self._questionnaire(tx, reference), profile)
        assessment = Assessment(str(uuid.uuid4()), structure, year, reference, "draft", self._now())
        tx.assessments.add(assessment)
        tx.structures.set_profile(structure, year, profile)
        tx.journal.add(self._now(), "assessment begun", assessment.id)
        return self._kept(tx, assessment)

    # --- Answering ------------------------------------------------------------------

    def record_answer(
        self,
        assessment: str,
        question: str,
        answer: Answer,
        by: str,
        before: Answer | None = None,
    ) -> OpenAssessment:
        """Keep an answer and return everything computed anew: saved once this returns.

        With ``before``, the answer that was changed, only what differs from it is changed.
        Raises ``AnswerRejected``, ``AssessmentSealed`` or ``NotSaved``.
        """

        def edit(kept: KeptAnswer) -> KeptAnswer:
            new = answer if before is None else merged(before, answer, kept.answer)
            return replace(kept, answer=new)

        return self._change(assessment, question, by, edit)

    def record_sheet(self, assessment: str, sheet: AnswerSheet, by: str) -> OpenAssessment:
        """Keep a whole sheet of answers, in one transaction.

        Raises ``AnswerRejected`` at the first answer that cannot be.
        """
        with self._database.begin() as tx:
            found = self._draft(tx, assessment)
            outline = self._questionnaire(tx, found.questionnaire).outline
            for name, answer in sheet.answers.items():
                problems = answer_problems(outline.by_id[name].question, answer, name)
                if problems:
                    raise AnswerRejected(name, tuple(problems))
                tx.answers.put(assessment, KeptAnswer(name, answer, False, self._now(), by))
            return self._kept(tx, found)

    def mark_discussed(
        self, assessment: str, question: str, by: str, *, discuss: bool
    ) -> OpenAssessment:
        """Note that a question is to be talked about, or no longer."""
        return self._change(assessment, question, by, lambda kept: replace(kept, discuss=discuss))

    def change_profile(self, assessment: str, profile: Profile) -> OpenAssessment:
        """Replace the profile of the year; answers that it hides are kept, and come back."""
        with self._database.begin() as tx:
            found = self._draft(tx, assessment)
            self._require_profile(self._questionnaire(tx, found.questionnaire), profile)
            tx.structures.set_profile(found.structure, found.year, profile)
            return self._kept(tx, found)

    def rename_structure(self, assessment: str, name: str) -> OpenAssessment:
        """Give the structure of an assessment another name; the journal keeps the one before."""
        with self._database.begin() as tx:
            found = self._draft(tx, assessment)
            (before,) = [item for item in tx.structures.all() if item.id == found.structure]
            tx.structures.rename(found.structure, name)
            tx.journal.add(self._now(), "structure renamed", f"{before.name} > {name}")
            return self._kept(tx, found)

    def add_evidence(self, assessment: str, question: str, source: Path, by: str) -> OpenAssessment:
        """Copy a file as evidence and name it in the answer; no file takes another's name.

        Raises ``OutputDenied`` where there is no room for the copy.
        """
        file = self._evidence.keep(question, source)
        with self._database.begin() as tx:
            return self._attach(tx, assessment, file, by)

    def remove_evidence(self, assessment: str, question: str, name: str, by: str) -> OpenAssessment:
        """Take a file off an answer; its copy stays, for the history."""

        def edit(kept: KeptAnswer) -> KeptAnswer:
            names = tuple(item for item in kept.answer.evidence if item != name)
            return replace(kept, answer=replace(kept.answer, evidence=names))

        with self._database.begin() as tx:
            self._draft(tx, assessment)
            tx.evidence.remove(assessment, question, name)
            return self._edited(tx, assessment, question, by, edit)

    def restore_evidence(
        self, assessment: str, question: str, name: str, file: EvidenceFile | None, by: str
    ) -> OpenAssessment:
        """Put a file back on an answer; ``file`` is its copy, None where it came without one."""
        with self._database.begin() as tx:
            if file is None:
                return self._edited(tx, assessment, question, by, _naming(name))
            return self._attach(tx, assessment, file, by)

    # --- Closing a year -------------------------------------------------------------

    def seal(self, assessment: str) -> OpenAssessment:
        """Close a year: its results are frozen with the engine that computed them."""
        with self._database.begin() as tx:
            opened = self._opened(tx, self._draft(tx, assessment))
            sealed = replace(
                opened.assessment,
                state="sealed",
                sealed_at=self._now(),
                engine=opened.results.engine,
                results=frozen_text(opened.results),
            )
            tx.assessments.set_state(sealed)
            tx.journal.add(self._now(), "assessment sealed", assessment)
            return self._kept(tx, sealed)

    def reopen(self, assessment: str) -> OpenAssessment:
        """Open a sealed year again; the journal keeps that it was."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            draft = replace(found, state="draft", sealed_at=None, engine=None, results=None)
            tx.assessments.set_state(draft)
            tx.journal.add(self._now(), "assessment reopened", assessment)
            return self._kept(tx, draft)

    # --- Within a transaction ---------------------------------------------------------

    def _change(
        self,
        assessment: str,
        question: str,
        by: str,
        edit: Callable[[KeptAnswer], KeptAnswer],
    ) -> OpenAssessment:
        with self._database.begin() as tx:
            return self._edited(tx, assessment, question, by, edit)

    def _edited(
        self,
        tx: Transaction,
        assessment: str,
        question: str,
        by: str,
        edit: Callable[[KeptAnswer], KeptAnswer],
    ) -> OpenAssessment:
        found = self._draft(tx, assessment)
        questionnaire = self._questionnaire(tx, found.questionnaire)
        before = tx.answers.of(assessment, questionnaire).get(question)
        empty = KeptAnswer(question, NO_ANSWER, False, "", "")
        kept = edit(before or empty)
        entry = questionnaire.outline.by_id[question]
        problems = answer_problems(entry.question, kept.answer, question)
        if problems:
            raise AnswerRejected(question, tuple(problems))
        tx.answers.put(assessment, replace(kept, updated_at=self._now(), updated_by=by))
        return self._kept(tx, found)

    def _attach(
        self, tx: Transaction, assessment: str, file: EvidenceFile, by: str
    ) -> OpenAssessment:
        """Name a copied file in the answer, under a name that no other file of it has."""
        self._draft(tx, assessment)
        known = {
            item.name: item for item in tx.evidence.of(assessment) if item.question == file.question
        }
        named = replace(file, name=free_name(file, known))
        tx.evidence.add(assessment, named, self._now())
        return self._edited(tx, assessment, file.question, by, _naming(named.name))

    def _draft(self, tx: Transaction, assessment: str) -> Assessment:
        found = tx.assessments.get(assessment)
        if found.is_sealed:
            raise AssessmentSealed(found.year)
        return found

    def _kept(self, tx: Transaction, assessment: Assessment) -> OpenAssessment:
        """Everything computed anew, its standing kept for the next start."""
        self._past_years.pop(assessment.id, None)
        opened = self._opened(tx, assessment)
        tx.standing.keep(opened.standing)
        return opened

    def _opened(self, tx: Transaction, assessment: Assessment) -> OpenAssessment:
        questionnaire = self._questionnaire(tx, assessment.questionnaire)
        profile = tx.structures.profile(assessment.structure, assessment.year)
        kept = tx.answers.of(assessment.id, questionnaire)
        structures = tx.structures.all()
        structure = next(item for item in structures if item.id == assessment.structure)
        found_results = results_of(assessment, questionnaire, sheet_of(profile, kept))
        results = found_results.shown
        others = tuple(
            OtherStructure(item.name, found[0].id)
            for item in structures
            if item.id != structure.id and (found := tx.assessments.of(item.id))
        )
        years = self._years(tx, assessment, results)
        plan = plan_under_way(tx, structure.id, assessment.year)
        return OpenAssessment(
            structure,
            assessment,
            questionnaire,
            profile,
            kept,
            tx.evidence.of(assessment.id),
            results,
            standing_of(structure, assessment, results, kept, years, others, plan),
            found_results.recount,
        )

    def _years(
        self, tx: Transaction, assessment: Assessment, results: Results
    ) -> tuple[YearStanding, ...]:
        """Every year of the structure; those that do not change are computed once."""
        found = tx.assessments.of(assessment.structure)
        kept = None if self._past_years else tx.standing.kept()
        if kept is not None:
            # Written with the last change: at a start, the other years are as it says.
            self._past_years = {year.assessment: year for year in kept.years}
        for year in found:
            if year.id != assessment.id and year.id not in self._past_years:
                self._past_years[year.id] = year_standing(year, self._scored.results(tx, year))
        own = year_standing(assessment, results)
        return tuple(
            own if year.id == assessment.id else self._past_years[year.id] for year in found
        )

    def _questionnaire(self, tx: Transaction, reference: str) -> Questionnaire:
        return self._scored.questionnaire(tx, reference)

    def _require_profile(self, questionnaire: Questionnaire, profile: Profile) -> None:
        problems = tuple(profile_problems(questionnaire, profile))
        if problems:
            raise AnswerRejected("profile", problems)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")


def free_name(file: EvidenceFile, known: Mapping[str, EvidenceFile]) -> str:
    """The name of a file, numbered where another file of the answer has it: « photo (2).jpg »."""
    name, number = file.name, 1
    while name in known and known[name].sha256 != file.sha256:
        number += 1
        path = Path(file.name)
        name = f"{path.stem} ({number}){path.suffix}"
    return name


def _naming(name: str) -> Callable[[KeptAnswer], KeptAnswer]:
    """The edit that names a file in an answer."""

    def edit(kept: KeptAnswer) -> KeptAnswer:
        names = tuple(dict.fromkeys([*kept.answer.evidence, name]))
        return replace(kept, answer=replace(kept.answer, evidence=names))

    return edit
