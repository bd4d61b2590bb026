"""What restoring a copy would do, as rows of a figure and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cap_desktop.i18n import _, counted

if TYPE_CHECKING:
    from cap_desktop.services.folder.copy_list import CopyDetails, CountedDifference

Effect = tuple[str, str, str, str]
"""A number, what it counts, why it is so, and an icon."""


def effects(details: CopyDetails) -> Iterator[Effect]:
    """What goes, what becomes another one, what comes back, and what stays."""
    answers, actions = details.answers, details.actions
    if answers is None or actions is None or details.count is None:
        return
    if answers.gone:
        words = counted("réponse de moins", "réponses de moins", answers.gone)
        yield str(answers.gone), words, _("ce qui a été écrit depuis"), "clipboard-list"
    if answers.other:
        words = counted("réponse différente", "réponses différentes", answers.other)
        yield str(answers.other), words, _("ce qui a changé depuis"), "pencil"
    if answers.back:
        words = counted("réponse de plus", "réponses de plus", answers.back)
        yield str(answers.back), words, _("ce qui a été effacé depuis"), "plus"
    if actions.gone:
        words = counted("action de moins", "actions de moins", actions.gone)
        yield str(actions.gone), words, _("du plan d’amélioration"), "list-checks"
    if actions.other:
        words = counted("action différente", "actions différentes", actions.other)
        yield str(actions.other), words, _("ce qui a changé depuis"), "list-checks"
    if actions.back:
        words = counted("action de plus", "actions de plus", actions.back)
        yield str(actions.back), words, _("ce qui a été retiré depuis"), "list-checks"
    yield from _of_evidence(details.evidence)
    same = details.count - answers.back - answers.other
    words = counted("réponse identique", "réponses identiques", same)
    yield str(same), words, _("rien ne change"), "equal"


def _of_evidence(found: CountedDifference | None) -> Iterator[Effect]:
    if found is None:
        return
    if found.gone:
        words = counted("preuve de moins", "preuves de moins", found.gone)
        yield str(found.gone), words, _("les fichiers restent gardés"), "paperclip"
    if found.back:
        words = counted("preuve de plus", "preuves de plus", found.back)
        yield str(found.back), words, _("ce qui a été retiré depuis"), "paperclip"
