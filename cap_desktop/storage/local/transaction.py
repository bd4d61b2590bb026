"""One transaction and the doors it opens, one for each kind of thing that is kept."""

from __future__ import annotations

from sqlalchemy import Connection

from cap_desktop.storage.local.answers import KeptAnswers
from cap_desktop.storage.local.assessments import KeptAssessments
from cap_desktop.storage.local.evidence import KeptEvidence
from cap_desktop.storage.local.journal import Journal
from cap_desktop.storage.local.plans import KeptPlans
from cap_desktop.storage.local.questionnaires import KeptQuestionnaires
from cap_desktop.storage.local.set_aside import KeptAside
from cap_desktop.storage.local.standings import KeptStanding
from cap_desktop.storage.local.structures import KeptStructures
from cap_desktop.storage.local.unfinished import KeptUnfinished


class Transaction:
    """What can be read and written before the next COMMIT."""

    def __init__(self, connection: Connection) -> None:
        self.structures = KeptStructures(connection)
        self.questionnaires = KeptQuestionnaires(connection)
        self.assessments = KeptAssessments(connection)
        self.answers = KeptAnswers(connection)
        self.unfinished = KeptUnfinished(connection)
        self.evidence = KeptEvidence(connection)
        self.plans = KeptPlans(connection)
        self.standing = KeptStanding(connection)
        self.set_aside = KeptAside(connection)
        self.journal = Journal(connection)
