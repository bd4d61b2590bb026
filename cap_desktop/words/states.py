"""Where the answer to a question stands, in the same words everywhere."""

from __future__ import annotations

from cap_desktop.i18n import mark

NOT_APPLICABLE = mark("Non applicable")
UNKNOWN = mark("Je ne sais pas")
UNANSWERED = mark("Sans réponse")
UNFINISHED = mark("À terminer")
REASON_TO_WRITE = mark("Raison à écrire")
REASON_TO_CHOOSE = mark("Raison à choisir")
NOT_ASKED = mark("Non posée")
YES, NO = mark("Oui"), mark("Non")
