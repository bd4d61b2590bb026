"""What a person can do to the structure: its name, its profile, another year of it."""

from __future__ import annotations

from cap_desktop.domain.answers.identity import NOBODY_SAID, Identity
from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.gui.session.destinations import ToStructure
from cap_desktop.gui.session.foreseen import ForeseenKey
from cap_desktop.gui.session.session import Edit, Session
from cap_desktop.gui.session.undo_steps import Told
from cap_desktop.i18n import _

PROFILE: ForeseenKey[Profile] = ForeseenKey("profile")
NAME: ForeseenKey[str] = ForeseenKey("name")
IDENTITY: ForeseenKey[Identity] = ForeseenKey("identity")
HERE = Told(ToStructure())
"""Where what is done to the structure can be seen."""


class StructurePresenter:
    """Takes what a person does to the structure; the session does it.

    Each starts from what was last asked for, saved yet or not. It holds nothing: there may be
    several.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def intended_profile(self) -> Profile:
        """The profile of the open year as it will be once everything that waits is saved."""
        opened, foreseen = self._session.current, self._session.foreseen(PROFILE)
        if foreseen is not None:
            return foreseen
        return {} if opened is None else opened.profile

    def intended_name(self) -> str:
        """The name of the structure as it will be once everything that waits is saved."""
        opened = self._session.current
        kept = "" if opened is None else opened.structure.name
        return self._session.foreseen(NAME) or kept

    def intended_identity(self) -> Identity:
        """What the structure is known by once everything that waits is saved."""
        opened = self._session.current
        kept = NOBODY_SAID if opened is None else opened.structure.identity
        return self._session.foreseen(IDENTITY) or kept

    def change_identity(self, identity: Identity) -> None:
        """Replace what the structure is known by, so that it can be undone."""
        before = self.intended_identity()
        if self._session.current is not None and before != identity:
            label = _("renseignements changés")
            self._session.edit(label, _identified(identity), _identified(before), told=HERE)

    def change_profile(self, profile: Profile) -> None:
        """Replace the profile of the year, so that it can be undone."""
        before = self.intended_profile()
        if self._session.current is not None and before != profile:
            label = _("profil changé")
            self._session.edit(label, _profiled(profile), _profiled(before), told=HERE)

    def rename(self, name: str) -> None:
        """Give the structure another name, so that it can be undone."""
        before = self.intended_name()
        if self._session.current is not None and before != name:
            self._session.edit(_("nom changé"), _named(name), _named(before), told=HERE)

    def begin_year(self, year: int, content: bytes) -> None:
        """Begin another year with the profile of this one, and this questionnaire."""
        opened = self._session.current
        if opened is not None:
            profile = self.intended_profile()
            self._session.opener.begin_year(opened.structure.id, year, content, profile)


def _identified(identity: Identity) -> Edit:
    return Edit(
        lambda services, year, _by: services.structures.change_identity(year, identity),
        IDENTITY.will_be(identity),
    )


def _named(name: str) -> Edit:
    return Edit(
        lambda services, year, _by: services.assessments.rename_structure(year, name),
        NAME.will_be(name),
    )


def _profiled(profile: Profile) -> Edit:
    return Edit(
        lambda services, year, _by: services.assessments.change_profile(year, profile),
        PROFILE.will_be(profile),
    )
