"""What can become of a year or of a structure; what is not undone by a click asks first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.edition import Edition
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.tasks import (
    BeginYear,
    BringBackStructure,
    RemoveYear,
    ReopenYear,
    SealYear,
    YearTask,
)
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from cap_desktop.i18n import _
from cap_desktop.notices.notice import Notice

STAY, DO = "stay", "do"


class YearActs:
    """``is_sure`` is given what an act does, the words of staying and those of the act."""

    def __init__(
        self, look: Look, session: Session, edition: Callable[[], Edition], window: QWidget
    ) -> None:
        self._look, self._session, self._window = look, session, window
        self._edition = edition
        self.is_sure: Callable[[Notice, str, str], bool] = self._ask

    def meet(self, wanted: YearTask) -> None:
        """Have done what is asked for."""
        session = self._session
        if isinstance(wanted, BringBackStructure):
            session.opener.bring_back(wanted.assessment)
        elif isinstance(wanted, ReopenYear):
            session.reopen()
        elif session.standing is None:
            return
        elif isinstance(wanted, BeginYear):
            self._begin(wanted.year)
        elif isinstance(wanted, SealYear):
            self._seal(session.standing.year)
        elif isinstance(wanted, RemoveYear):
            self._remove(session.standing.year)
        else:
            self._archive(session.standing.name, wanted.instead)

    def _begin(self, year: int) -> None:
        told = Notice(
            _("Commencer l’année {year}\u00a0?", year=year),
            found=_(
                "Votre structure et son profil sont repris. Les réponses de {before} "
                "s’affichent à côté, sans être reprises. Les actions en cours pourront l’être.",
                before=year - 1,
            ),
            safe=_("L’année {before} reste telle qu’elle est.", before=year - 1),
            advice=_("Une année encore vide peut être retirée, par le menu de l’année."),
        )
        stay = _("Rester sur {before}", before=year - 1)
        if self.is_sure(told, stay, _("Commencer {year}", year=year)):
            StructurePresenter(self._session).begin_year(year, self._edition().content)

    def _seal(self, year: int) -> None:
        told = Notice(
            _("Terminer l’année {year}\u00a0?", year=year),
            found=_("Les réponses ne changeront plus. Vous pourrez rouvrir."),
        )
        if self.is_sure(told, _("Continuer à répondre"), _("Terminer {year}", year=year)):
            self._session.seal()

    def _remove(self, year: int) -> None:
        told = Notice(
            _("Retirer l’année {year}\u00a0?", year=year),
            found=_("Elle est vide\u00a0: ni réponse, ni action, ni preuve."),
            safe=_("Les autres années ne changent pas."),
            advice=_("Vous pourrez la commencer de nouveau."),
        )
        opened = self._session.current
        if opened is not None and self.is_sure(
            told, _("Garder {year}", year=year), _("Retirer {year}", year=year)
        ):
            open_year = opened.assessment.id
            self._once_saved(lambda: self._session.opener.remove_empty(open_year))

    def _archive(self, name: str, instead: str) -> None:
        told = Notice(
            _("Archiver « {name} »\u00a0?", name=name),
            found=_("Elle quitte la liste de vos structures. Une autre s’ouvre à sa place."),
            safe=_("Ses années, ses réponses et ses preuves sont toutes gardées."),
            advice=_("Vous pourrez la reprendre, par le menu des structures."),
        )
        opened = self._session.current
        if opened is not None and self.is_sure(told, _("La garder"), _("Archiver")):
            away = opened.assessment.id
            self._once_saved(lambda: self._session.opener.archive(away, instead))

    def _once_saved(self, act: Callable[[], None]) -> None:
        self._session.saver.when_saved(act, self._session.not_saved.emit)

    def _ask(self, told: Notice, stay: str, do: str) -> bool:
        acts = (DecisionAct(STAY, stay), DecisionAct(DO, do))
        dialog = Decision(self._look, told, acts, "", self._window, "calendar")
        dialog.exec()
        return dialog.chosen == DO
