"""What a person can do to the answer of one question, said to the session."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.domain.answers.answer_sheet import NO_ANSWER, Answer, AnswerValue, without_answer
from cap_desktop.domain.answers.assessment import EvidenceFile, Typed
from cap_desktop.gui.session.destinations import ToQuestion
from cap_desktop.gui.session.foreseen import ForeseenKey
from cap_desktop.gui.session.session import Edit, Session
from cap_desktop.gui.session.undo_steps import Told
from cap_desktop.i18n import _
from cap_desktop.words.quoting import quoted
from cap_desktop.words.states import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from cap_desktop.services.local.local_services import LocalServices
    from cap_desktop.services.local.open_assessment import OpenAssessment


def answer_key(question: str) -> ForeseenKey[Answer]:
    """The answer of a question."""
    return ForeseenKey("answer", question)


def discussed_key(question: str) -> ForeseenKey[bool]:
    """Whether a question is to be talked about."""
    return ForeseenKey("discussed", question)


def typed_key(question: str, part: str) -> ForeseenKey[Typed]:
    """What is typed in a part of an answer, and is none yet."""
    return ForeseenKey("typed", question, part)


class AnsweringPresenter:
    """Takes what a person does to answers; the session does it, so that it can be undone.

    Each edit starts from the answer as it was last asked for, saved yet or not. What becomes
    of it is said by the session. There may be several: all that one holds is which answer it
    put aside for « non applicable » or « je ne sais pas », to give it back where that is taken off.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._aside: dict[tuple[str, str], Answer] = {}

    # --- What is intended ---------------------------------------------------------------

    def intended(self, question: str) -> Answer:
        """The answer as it will be once everything that waits is saved."""
        opened, foreseen = self._session.current, self._session.foreseen(answer_key(question))
        if foreseen is not None:
            return foreseen
        return NO_ANSWER if opened is None else opened.answer(question)

    def typed(self, question: str, part: str) -> Typed:
        """What is typed and is no answer yet, once everything that waits is saved."""
        opened, foreseen = self._session.current, self._session.foreseen(typed_key(question, part))
        if foreseen is not None:
            return foreseen
        return () if opened is None else opened.typed(question, part)

    def is_discussed(self, question: str) -> bool:
        """Whether a question is to be talked about, once everything that waits is saved."""
        opened, foreseen = self._session.current, self._session.foreseen(discussed_key(question))
        if foreseen is not None:
            return foreseen
        return opened is not None and opened.is_discussed(question)

    # --- Answers ------------------------------------------------------------------------

    def give(self, question: str, value: AnswerValue | None, run: object = None) -> None:
        """Answer, which takes « non applicable » and « je ne sais pas » away."""
        kept = self.intended(question)
        given = replace(without_answer(kept), value=value)
        self.put(question, given, _("réponse changée"), run)

    def say_not_applicable(self, question: str, reason: str, run: object = None) -> None:
        """Say that the question does not apply, and why."""
        kept = self.intended(question)
        self._put_aside(question, kept)
        given = replace(kept, value=None, unknown=False, na=True, reason=reason)
        self.put(question, given, _(NOT_APPLICABLE).lower(), run)

    def choose_reason(self, question: str, reason: str) -> None:
        """Say that the question does not apply for a reason of its list, or none of them yet."""
        kept = self.intended(question)
        self._put_aside(question, kept)
        given = replace(kept, value=None, unknown=False, na=True, reason_id=reason)
        self.put(question, given, _("raison choisie"))

    def waits_for_reason(self, question: str) -> bool:
        """Whether « non applicable » was said, and the reason it needs is still to be written."""
        return bool(self.typed(question, "na"))

    def wait_for_reason(self, question: str, *, waits: bool = True) -> None:
        """Keep « non applicable » until its reason is written, or forget it."""
        self.leave_unfinished(question, "na", ("",) if waits else ())

    def drop_value(self, question: str) -> None:
        """Take the answer off a question that was said not to apply, the reason still to come."""
        kept = self.intended(question)
        if kept.value is not None or kept.unknown:
            self._put_aside(question, kept)
            self.put(question, replace(kept, value=None, unknown=False), _(NOT_APPLICABLE).lower())

    def say_applicable(self, question: str) -> None:
        """Take « non applicable » back; what was answered before it is the answer again."""
        self._take_off(question)

    def turn_unknown(self, question: str) -> None:
        """Say that nobody knows, or take it back; what was answered before is then again."""
        kept = self.intended(question)
        if kept.unknown:
            self._take_off(question)
        else:
            self._put_aside(question, kept)
            self.put(question, replace(without_answer(kept), unknown=True), _(UNKNOWN).lower())

    def _put_aside(self, question: str, kept: Answer) -> None:
        opened = self._session.current
        if opened is not None and not (kept.na or kept.unknown):
            self._aside[opened.assessment.id, question] = kept

    def _take_off(self, question: str) -> None:
        opened, bare = self._session.current, without_answer(self.intended(question))
        if opened is None:
            return
        before = self._aside.pop((opened.assessment.id, question), NO_ANSWER)
        label = _("à répondre") if before.value is None else _("réponse remise")
        self.put(question, replace(bare, value=before.value), label)

    def comment(self, question: str, text: str, run: object = None) -> None:
        """Note something beside the answer."""
        kept = self.intended(question)
        self.put(question, replace(kept, comment=text), _("commentaire"), run)

    def aim(self, question: str, target: Fraction | None) -> None:
        """Set the structure's own target, or none."""
        kept = self.intended(question)
        self.put(question, replace(kept, target=target), _("cible"))

    def clear(self, question: str) -> None:
        """Take the answer back; what was noted beside it stays."""
        kept = self.intended(question)
        self.put(question, without_answer(kept), _("réponse effacée"))

    def put(self, question: str, answer: Answer, label: str, run: object = None) -> None:
        """Keep an answer whole; the label says in plain words what was done.

        What is typed in one `run` is undone at once.
        """
        before = self.intended(question)
        if before != answer:
            is_emptied = before.value is None and not (before.na or before.unknown)
            says_less = is_emptied and answer.comment == before.comment
            title = self._quoted(question)
            erased = _("Réponse effacée\u00a0: {question}.", question=title)
            self._edit(
                question,
                label,
                _recorded(question, before, answer),
                _recorded(question, answer, before),
                run,
                undone=erased if says_less and answer.target == before.target else "",
            )

    def discuss(self, question: str, *, discuss: bool) -> None:
        """Note that a question is to be talked about, or no longer."""
        is_open = self._session.current is not None
        if is_open and self.is_discussed(question) != discuss:
            self._edit(
                question,
                _("à discuter"),
                _marked(question, discuss),
                _marked(question, not discuss),
            )

    def turn_discussed(self, question: str) -> None:
        """Put the question on the list to talk about, or take it off."""
        self.discuss(question, discuss=not self.is_discussed(question))

    def leave_unfinished(self, question: str, part: str, typed: Typed) -> None:
        """Keep what is typed and is no answer yet; nothing typed forgets what was kept.

        It is no step that can be undone: the field itself is where it is typed over.
        """
        if self.typed(question, part) != typed:
            self._session.change_year(
                lambda services, year: services.answering.leave_unfinished(
                    year, question, part, typed
                ),
                typed_key(question, part).will_be(typed),
            )

    # --- Evidence ---------------------------------------------------------------------

    def add_evidence(self, question: str, source: Path) -> None:
        """Copy a file as evidence; done again after it was undone, it is the copy."""
        copied: list[EvidenceFile] = []

        def add(services: LocalServices, year: str, by: str) -> OpenAssessment:
            if copied:
                file = copied[0]
                return services.evidence.restore(year, question, file.name, file, by)
            added = services.evidence.add(year, question, source, by)
            copied.extend(() if added.file is None else (added.file,))
            return added.opened

        def take_off(services: LocalServices, year: str, by: str) -> OpenAssessment:
            if not copied:  # it was there already, or could not be copied
                return services.assessments.open(year)
            return services.evidence.remove(year, question, copied[0].name, by, copied[0])

        self._edit(question, _("preuve ajoutée"), Edit(add), Edit(take_off))

    def remove_evidence(self, question: str, name: str) -> None:
        """Take a file off an answer; its copy stays."""
        opened = self._session.current
        if opened is None:
            return
        known = (item for item in opened.evidence if item.question == question)
        file = next((item for item in known if item.name == name), None)
        self._edit(
            question,
            _("preuve retirée"),
            _taken_off(question, name, file),
            _put_back(question, name, file),
        )

    def restore_evidence(self, question: str, name: str, file: EvidenceFile | None) -> None:
        """Put back a file that was taken off."""
        self._edit(
            question,
            _("preuve remise"),
            _put_back(question, name, file),
            _taken_off(question, name, file),
        )

    # --- Taking back ------------------------------------------------------------------

    def _edit(
        self,
        question: str,
        what: str,
        after: Edit,
        before: Edit,
        run: object = None,
        *,
        undone: str = "",
    ) -> None:
        """Change the answer so that it can be undone, in its own name and where it stands."""
        label = _("{what}, {question}", what=what, question=self._quoted(question))
        told = Told(ToQuestion(question), undone=undone)
        self._session.edit(label, after, before, run, told)

    def _quoted(self, question: str) -> str:
        opened = self._session.current
        if opened is None:
            return ""
        return quoted(opened.questionnaire.outline.by_id[question].question.title)


def _recorded(question: str, before: Answer, after: Answer) -> Edit:
    return Edit(
        lambda services, year, by: services.answering.record_answer(
            year, question, after, by, before
        ),
        answer_key(question).will_be(after),
    )


def _marked(question: str, discuss: bool) -> Edit:
    return Edit(
        lambda services, year, by: services.answering.mark_discussed(
            year, question, by, discuss=discuss
        ),
        discussed_key(question).will_be(discuss),
    )


def _taken_off(question: str, name: str, file: EvidenceFile | None) -> Edit:
    return Edit(lambda services, year, by: services.evidence.remove(year, question, name, by, file))


def _put_back(question: str, name: str, file: EvidenceFile | None) -> Edit:
    return Edit(
        lambda services, year, by: services.evidence.restore(year, question, name, file, by)
    )
