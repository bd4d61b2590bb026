"""What a person can do to the profile and the name, said to the session."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.gui.session.save_queue import Foreseen
from cap_desktop.gui.session.session import Session
from cap_desktop.i18n import _


class StructurePresenter:
    """Each can be undone, and starts from what was last asked for, saved yet or not."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def change_profile(self, profile: Profile) -> None:
        """Replace the profile of the year."""
        before = self._session.intended_profile()
        if self._session.current is not None and before != profile:
            self._session.do(
                _("profil changé"),
                lambda: self._set_profile(profile),
                lambda: self._set_profile(before),
            )

    def rename(self, name: str) -> None:
        """Give the structure another name."""
        before = self._session.intended_name()
        if self._session.current is not None and before != name:
            self._session.do(
                _("nom changé"), lambda: self._rename(name), lambda: self._rename(before)
            )

    def _rename(self, name: str) -> None:
        self._session.change_year(
            lambda services, year: services.rename_structure(year, name), Foreseen(name=name)
        )

    def _set_profile(self, profile: Profile) -> None:
        self._session.change_year(
            lambda services, year: services.change_profile(year, profile), Foreseen(profile=profile)
        )
