"""What is said once something is erased for good."""

from __future__ import annotations

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.i18n import _


def erased_words(erasure: Erasure, *, is_second_away: bool) -> str:
    """What was done; where the second folder was away, its copies still hold it."""
    if is_second_away:
        return _(
            "{what} de cet ordinateur. Le second dossier n’était pas là\u00a0: ses copies restent.",
            what=_what(erasure),
        )
    return _("{what}, copies comprises.", what=_what(erasure))


def _what(erasure: Erasure) -> str:
    if erasure.kind == "everything":
        return _("Tout est effacé")
    if erasure.kind == "structure":
        return _("La structure est effacée")
    return _("L’année {year} est effacée", year=erasure.year)
