"""An alert of compliance in words."""

from __future__ import annotations

from cap_desktop.domain.plan.ideas import Idea
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.scoring.alerts import alert_title, line_of
from cap_desktop.domain.scoring.scoring import Results
from cap_desktop.i18n import _, mark

UNTICKED = mark("Pas coché")


def unticked(idea: Idea, results: Results) -> list[str]:
    """The lines that are missing where an idea answers a list."""
    lines = (alert for alert in idea.alerts if line_of(alert))
    return [alert_words(results.questionnaire, alert) for alert in lines]


def alert_words(questionnaire: Questionnaire, alert: str) -> str:
    """« Pas coché : le registre est écrit »: a line of a list says what should be, not what is."""
    title = alert_title(questionnaire, alert)
    if not line_of(alert):
        return title
    return _("{what}\u00a0: {duty}", what=_(UNTICKED), duty=title)
