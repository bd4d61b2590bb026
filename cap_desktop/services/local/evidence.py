"""Evidence: files copied for a question, named in its answer; a copy is never deleted.

A copy may be that of another answer or of another year: it is addressed by its bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cap_desktop.domain.answers.assessment import EvidenceFile, KeptAnswer
from cap_desktop.errors import EvidenceDamaged, EvidenceGone
from cap_desktop.exchange.output_file import write_whole
from cap_desktop.services.clock import Clock
from cap_desktop.services.local.answering import Answering, Edit
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.services.local.opened_years import OpenedYears
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from cap_desktop.storage.local.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AddedEvidence:
    """An assessment once a file was added; ``file`` is missing where it was there already."""

    opened: OpenAssessment
    file: EvidenceFile | None


@dataclass(frozen=True, slots=True)
class EvidenceSeen:
    """What was seen of the copies of a question; ``missing`` names those that have vanished."""

    assessment: str
    question: str
    missing: frozenset[str] = frozenset()


class EvidenceService:
    """The evidence of one database; runs on the storage lane.

    Every call that changes an answer raises ``AssessmentSealed`` where the year is closed, and
    every call ``NotSaved``.
    """

    def __init__(
        self,
        database: Database,
        folder: EvidenceFolder,
        years: OpenedYears,
        answering: Answering,
        clock: Clock,
    ) -> None:
        self._database = database
        self._folder = folder
        self._years = years
        self._answering = answering
        self._clock = clock

    def add(self, assessment: str, question: str, source: Path, by: str) -> AddedEvidence:
        """Copy a file as evidence and name it in the answer; no file takes another's name.

        Raises ``OutputDenied`` where there is no room for the copy.
        """
        copied = self._folder.keep(question, source)
        with self._database.begin() as tx:
            known = self._known(tx, assessment, question)
            named = replace(copied, name=free_name(copied, known))
            is_new = named.name not in known
            opened = self._attach(tx, assessment, named, by)
        return AddedEvidence(opened, named if is_new else None)

    def remove(
        self, assessment: str, question: str, name: str, by: str, file: EvidenceFile | None = None
    ) -> OpenAssessment:
        """Take a file off an answer; its copy stays.

        With ``file``, its bytes say which one: it may have come back under another name, and
        another file may have its name now.
        """
        with self._database.begin() as tx:
            kept_as = _name_of(name, file, self._known(tx, assessment, question))
            if kept_as is None:
                return self._years.opened(tx, self._years.draft(tx, assessment))
            tx.evidence.remove(assessment, question, kept_as)
            return self._answering.edited(tx, assessment, question, by, _forgetting(kept_as))

    def restore(
        self, assessment: str, question: str, name: str, file: EvidenceFile | None, by: str
    ) -> OpenAssessment:
        """Put a file back on an answer; ``file`` is its copy, None where it came without one.

        Raises ``EvidenceDamaged`` where the bytes of the copy are not those that were copied,
        ``EvidenceGone`` where it has vanished.
        """
        if file is not None and not self._folder.is_whole(file):
            refused = EvidenceDamaged if self._folder.has(file) else EvidenceGone
            raise refused(self._folder.path(file.sha256), name)
        with self._database.begin() as tx:
            if file is None:
                return self._answering.edited(tx, assessment, question, by, _naming(name))
            known = self._known(tx, assessment, question)
            return self._attach(tx, assessment, replace(file, name=free_name(file, known)), by)

    # --- Looking at it, in a sealed year too -----------------------------------------------

    def look(self, assessment: str, question: str) -> EvidenceSeen:
        """Which copies of the evidence of a question have vanished."""
        with self._database.begin() as tx:
            files = [item for item in tx.evidence.of(assessment) if item.question == question]
        gone = frozenset(file.name for file in self._folder.missing(files))
        return EvidenceSeen(assessment, question, gone)

    def lend(self, assessment: str, question: str, name: str) -> Path:
        """A file under its own name, to be opened; what is done to it changes no evidence.

        Raises ``EvidenceGone``, ``EvidenceDamaged``, ``EvidenceIsProgram`` or ``OutputDenied``.
        """
        return self._folder.lend(self._file(assessment, question, name))

    def save_copy(self, assessment: str, question: str, name: str, target: Path) -> None:
        """Write a file where it is wanted.

        Raises ``EvidenceGone``, ``EvidenceDamaged`` or ``OutputDenied``.
        """
        write_whole(target, self._folder.read(self._file(assessment, question, name)))

    def put_back(self, assessment: str, question: str, name: str, source: Path) -> EvidenceSeen:
        """Copy a file again whose copy has vanished; no answer is changed by that.

        Raises ``EvidenceDiffers`` for another file than the one that was copied, and what
        ``add`` does.
        """
        self._folder.keep(question, source, self._file(assessment, question, name))
        return self.look(assessment, question)

    def _file(self, assessment: str, question: str, name: str) -> EvidenceFile:
        with self._database.begin() as tx:
            files = tx.evidence.of(assessment)
        found = (file for file in files if (file.question, file.name) == (question, name))
        file = next(found, None)
        if file is None:  # it was taken off meanwhile, or came without a copy
            raise EvidenceGone(self._folder.folder / name, name)
        return file

    def _known(self, tx: Transaction, assessment: str, question: str) -> dict[str, EvidenceFile]:
        self._years.draft(tx, assessment)
        files = tx.evidence.of(assessment)
        return {item.name: item for item in files if item.question == question}

    def _attach(
        self, tx: Transaction, assessment: str, file: EvidenceFile, by: str
    ) -> OpenAssessment:
        tx.evidence.add(assessment, file, self._clock().isoformat(timespec="seconds"))
        return self._answering.edited(tx, assessment, file.question, by, _naming(file.name))


def free_name(file: EvidenceFile, known: Mapping[str, EvidenceFile]) -> str:
    """The name of a file, numbered where another file of the answer has it: « photo (2).jpg »."""
    name, number = file.name, 1
    while name in known and known[name].sha256 != file.sha256:
        number += 1
        path = Path(file.name)
        name = f"{path.stem} ({number}){path.suffix}"
    return name


def _naming(name: str) -> Edit:
    """The edit that names a file in an answer."""

    def edit(kept: KeptAnswer) -> KeptAnswer:
        names = tuple(dict.fromkeys([*kept.answer.evidence, name]))
        return replace(kept, answer=replace(kept.answer, evidence=names))

    return edit


def _forgetting(name: str) -> Edit:
    """The edit that takes a file off an answer."""

    def edit(kept: KeptAnswer) -> KeptAnswer:
        names = tuple(item for item in kept.answer.evidence if item != name)
        return replace(kept, answer=replace(kept.answer, evidence=names))

    return edit


def _name_of(name: str, file: EvidenceFile | None, known: Mapping[str, EvidenceFile]) -> str | None:
    """The name under which these bytes are kept, None where they are not there any more."""
    if file is None or (name in known and known[name].sha256 == file.sha256):
        return name
    return next((item.name for item in known.values() if item.sha256 == file.sha256), None)
