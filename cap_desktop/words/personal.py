"""What a free text seems to say of a person, told beside it; it is kept all the same."""

from __future__ import annotations

from cap_desktop.domain.answers.personal import Personal, personal_in
from cap_desktop.i18n import _, mark

KINDS: dict[Personal, str] = {
    "social_security": mark("un numéro de sécurité sociale"),
    "pass_iae": mark("un numéro de PASS IAE"),
    "phone": mark("un numéro de téléphone"),
    "email": mark("une adresse électronique"),
}


def caution_about(text: str) -> str:
    """A sentence where a text seems to hold something of a person; nothing where it does not."""
    found = [_(KINDS[kind]) for kind in personal_in(text)]
    if not found:
        return ""
    named = found.pop()
    if found:
        named = _("{some} et {last}", some=", ".join(found), last=named)
    return _(
        "Ce texte semble contenir {named}. CAP n’en a pas besoin\u00a0: vous pouvez l’enlever.",
        named=named,
    )
