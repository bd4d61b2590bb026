"""What reports are made from in tests: the demonstration, and small made-up years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cap_desktop.domain.answers.answer_sheet import AnswerSheet
from cap_desktop.domain.comparison.succession import succession
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.scoring import score
from cap_desktop.reports.report_data import ReportData
from cap_desktop.services.files.demonstrations import Demonstrated, demonstrations
from cap_desktop.services.local.reports import former_year, report_data_of

TODAY = date(2026, 11, 24)
DEMONSTRATED = demonstrations()


def demo_data(shown: Demonstrated) -> ReportData:
    before, now = shown.years[-2:]
    old = score(before.questionnaire, before.sheet)
    new = score(now.questionnaire, now.sheet)
    path = succession([before.questionnaire, now.questionnaire])
    assert now.plan is not None
    former = former_year(before.year, old, new, path)
    return report_data_of(shown.structure.name, now.year, new, now.plan.actions, former, TODAY)


def bare_data(
    questionnaire: Questionnaire,
    sheet: AnswerSheet,
    *actions: Action,
    structure: str = "Essai",
) -> ReportData:
    return report_data_of(structure, 2026, score(questionnaire, sheet), actions, None, TODAY)


def said_texts(data: ReportData) -> Iterator[str]:
    """Every text that a person typed and that a full report must hold."""
    for resolved in data.results.questions.values():
        if resolved.state in ("excluded", "undetermined"):
            continue
        answer = resolved.answer
        yield from (answer.comment, answer.reason, *answer.evidence)
        if isinstance(answer.value, str) and resolved.entry.question.kind == "text":
            yield answer.value
    yield from (text for action in data.actions for text in action_texts(action))


def action_texts(action: Action) -> Iterator[str]:
    yield from (action.title, action.owner, action.contributors, *action.proof_files)
    for text in (
        action.finding, action.goal, action.time, action.budget, action.training,
        action.network_offer, action.indicator, action.start_value, action.target_value,
        action.drop_reason, action.proof, action.effectiveness,
    ):  # fmt: skip
        yield text or ""
    yield from (item.title for item in action.milestones)
    for review in action.reviews:
        yield from (review.role, review.comment)
