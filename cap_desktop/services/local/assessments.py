"""Assessments: begin one, open it, compare it, seal it; each call is one transaction."""

from __future__ import annotations

import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cap_desktop.domain.answers.answer_parsing import profile_problems
from cap_desktop.domain.answers.assessment import (
    Assessment,
    KnownStructure,
    PastChange,
)
from cap_desktop.domain.answers.identity import NOBODY_SAID, Identity
from cap_desktop.domain.comparison.changed_answers import ChangedAnswer, changed_answers
from cap_desktop.domain.comparison.comparison import Comparison, compare
from cap_desktop.domain.comparison.succession import Succession
from cap_desktop.domain.questionnaire.canonical import canonical_bytes, full_reference
from cap_desktop.domain.questionnaire.parsing import read_questionnaire
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.errors import (
    AnswerRejected,
    NotSaved,
    QuestionnaireRefused,
    YearKept,
    YearTaken,
)
from cap_desktop.exchange.frozen_results import frozen_text
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.kept_texts import require_name
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.services.local.opened_years import OpenedYears
from cap_desktop.services.local.scored_years import ScoredYears
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.transaction import Transaction


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
    """The use cases of the assessments of one database."""

    def __init__(
        self, database: Database, scored: ScoredYears, years: OpenedYears, clock: Clock
    ) -> None:
        self._database = database
        self._scored, self._opened_years = scored, years
        self._clock = clock

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
        """Read one assessment; raises ``NoLongerThere`` where it is not there."""
        with self._database.begin() as tx:
            return self._opened_years.opened(tx, tx.assessments.get(assessment))

    def open_first(self, assessment: str) -> OpenAssessment:
        """Read the assessment that a start is on, as ``open`` does.

        What a start shows before the database is open is kept anew where it is of another version
        of the program: else each start would show nothing until something is changed.
        """
        with self._database.begin() as tx:
            opened = self._opened_years.opened(tx, tx.assessments.get(assessment))
            is_kept = tx.standing.kept() is not None
        if not is_kept:
            # A disk that takes no line now still lets everything be read.
            with suppress(NotSaved), self._database.begin() as tx:
                tx.standing.keep(opened.standing)
        return opened

    def show(self, assessment: str) -> OpenAssessment:
        """Read one assessment; the next start is on the newest year of its structure."""
        with self._database.begin() as tx:
            return self._opened_years.kept(tx, tx.assessments.get(assessment))

    def last_shown(self) -> str | None:
        """The newest year of the structure that was open last, else of the first one."""
        with self._database.begin() as tx:
            known = tx.standing.assessment()
            if known is not None:
                return tx.assessments.of(tx.assessments.get(known).structure)[0].id
            for structure in tx.structures.all():
                for found in tx.assessments.of(structure.id):
                    return found.id
            return None

    def history(self, assessment: str) -> tuple[PastChange, ...]:
        """Every change of its answers, oldest first."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            return tx.answers.history(
                assessment, self._scored.questionnaire(tx, found.questionnaire)
            )

    def compare_years(self, one: str, other: str) -> ComparedYears:
        """Compare two assessments of a structure, across versions where their lineage is known."""
        with self._database.begin() as tx:
            found = [tx.assessments.get(one), tx.assessments.get(other)]
            first, last = sorted(found, key=lambda item: item.year)
            old, new = self._opened_years.opened(tx, first), self._opened_years.opened(tx, last)
            path = self._scored.succession(tx, first.questionnaire, last.questionnaire)
        if path is None:
            return ComparedYears(old, new, None, ())
        return ComparedYears(
            old,
            new,
            compare(old.results, new.results, path),
            changed_answers(old.results, new.results, path),
        )

    def succession(self, old: Assessment, new: Assessment) -> Succession | None:
        """What became of one year's questions in another; None where their lineage is unknown."""
        with self._database.begin() as tx:
            return self._scored.succession(tx, old.questionnaire, new.questionnaire)

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
        """Keep a new structure; raises ``AnswerRejected`` for a name that cannot be kept."""
        require_name(name)
        structure = KnownStructure(str(uuid.uuid4()), name)
        with self._database.begin() as tx:
            tx.structures.add(structure, self._now())
        return structure

    def begin(
        self, structure: str, year: int, reference: str, profile: Profile, own: str = ""
    ) -> OpenAssessment:
        """Begin the draft of a year; raises ``YearTaken`` or ``AnswerRejected``.

        Asked again with the same id, ``own``, it opens what it began.
        """
        with self._database.begin() as tx:
            return self._begin(tx, structure, year, reference, profile, own)

    def begin_structure(
        self,
        name: str,
        year: int,
        reference: str,
        profile: Profile,
        identity: Identity = NOBODY_SAID,
        ids: tuple[str, str] | None = None,
    ) -> OpenAssessment:
        """Keep a new structure with the draft of its first year, both or neither.

        Asked again with the same ``ids``, of the structure and of the year, it opens what it
        began. Raises ``AnswerRejected``.
        """
        require_name(name)
        known, first = ids or (str(uuid.uuid4()), "")
        structure = KnownStructure(known, name, identity)
        with self._database.begin() as tx:
            if all(item.id != known for item in tx.structures.all()):
                tx.structures.add(structure, self._now())
            return self._begin(tx, known, year, reference, profile, first)

    def _begin(
        self, tx: Transaction, structure: str, year: int, reference: str, profile: Profile, own: str
    ) -> OpenAssessment:
        for found in tx.assessments.of(structure):
            if found.id == own:
                return self._opened_years.kept(tx, found)
            if found.year == year:
                raise YearTaken(year)
        self._require_profile(self._scored.questionnaire(tx, reference), profile)
        assessment = Assessment(
            own or str(uuid.uuid4()), structure, year, reference, "draft", self._now()
        )
        tx.assessments.add(assessment)
        tx.structures.set_profile(structure, year, profile)
        tx.journal.add(self._now(), "assessment begun", assessment.id)
        return self._opened_years.kept(tx, assessment)

    def remove_empty(self, assessment: str) -> OpenAssessment:
        """Take away a year that holds nothing; return the newest of those that are left.

        Raises ``YearKept`` where it holds something, or is the only one of its structure.
        """
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            left = [year for year in tx.assessments.of(found.structure) if year.id != found.id]
            if not left or not self._opened_years.is_empty(tx, found):
                raise YearKept(found.year)
            tx.assessments.remove(found)
            tx.structures.set_profile(found.structure, found.year, {})
            tx.journal.add(self._now(), "empty assessment removed", f"{found.year} {found.id}")
            self._opened_years.forget(found)
            return self._opened_years.kept(tx, left[0])

    # --- The structure and its profile ----------------------------------------------

    def change_profile(self, assessment: str, profile: Profile) -> OpenAssessment:
        """Replace the profile of the year; answers that it hides are kept, and come back."""
        with self._database.begin() as tx:
            found = self._opened_years.draft(tx, assessment)
            self._require_profile(self._scored.questionnaire(tx, found.questionnaire), profile)
            tx.structures.set_profile(found.structure, found.year, profile)
            return self._opened_years.kept(tx, found)

    def rename_structure(self, assessment: str, name: str) -> OpenAssessment:
        """Give the structure of an assessment another name; the journal keeps the one before.

        Raises ``AnswerRejected``.
        """
        require_name(name)
        with self._database.begin() as tx:
            found = self._opened_years.draft(tx, assessment)
            (before,) = [item for item in tx.structures.all() if item.id == found.structure]
            if before.name != name:
                tx.structures.rename(found.structure, name)
                tx.journal.add(self._now(), "structure renamed", f"{before.name} > {name}")
            return self._opened_years.kept(tx, found)

    # --- Closing a year -------------------------------------------------------------

    def seal(self, assessment: str) -> OpenAssessment:
        """Close a year: its results are frozen with the engine that computed them.

        One that is closed stays as it was closed.
        """
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            if found.is_sealed:
                return self._opened_years.kept(tx, found)
            opened = self._opened_years.opened(tx, found)
            sealed = replace(
                opened.assessment,
                state="sealed",
                sealed_at=self._now(),
                engine=opened.results.engine,
                results=frozen_text(opened.results),
            )
            tx.assessments.set_state(sealed)
            tx.journal.add(self._now(), "assessment sealed", assessment)
            return self._opened_years.kept(tx, sealed)

    def reopen(self, assessment: str) -> OpenAssessment:
        """Open a sealed year again; the journal keeps that it was."""
        with self._database.begin() as tx:
            found = tx.assessments.get(assessment)
            if not found.is_sealed:
                return self._opened_years.kept(tx, found)
            draft = replace(found, state="draft", sealed_at=None, engine=None, results=None)
            tx.assessments.set_state(draft)
            tx.journal.add(self._now(), "assessment reopened", assessment)
            return self._opened_years.kept(tx, draft)

    def _require_profile(self, questionnaire: Questionnaire, profile: Profile) -> None:
        problems = tuple(profile_problems(questionnaire, profile))
        if problems:
            raise AnswerRejected("profile", problems)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")
