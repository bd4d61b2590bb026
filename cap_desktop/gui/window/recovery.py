"""Data that cannot be opened: tried again, or gone on from a safety copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cap_desktop.errors import (
    CapError,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseInUse,
    DatabaseLeftOpen,
    NotOpened,
    NotSaved,
    OnlyRemains,
    OutputDenied,
)
from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.look.look import Look
from cap_desktop.gui.session.lane import Lane
from cap_desktop.i18n import _, counted
from cap_desktop.notices.details import details
from cap_desktop.notices.errors import explained
from cap_desktop.notices.notice import Notice
from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.first_launch import upgrade_copies
from cap_desktop.services.folder.former_data import (
    HeldYear,
    SafetyCopy,
    restore,
    restore_file,
    safety_copies,
    set_aside_whole,
    years_in,
    years_of,
)
from cap_desktop.services.folder.opened_folder import begin_anew
from cap_desktop.words.days import whole_day
from cap_desktop.words.held import holds

if TYPE_CHECKING:
    from cap_desktop.gui.window.main_window import MainWindow

UpgradeCopies = Sequence[tuple[Path, int]]
"""Copies that upgrades made, each with its number of answers."""

HeldIn = Callable[[Path], Sequence[HeldYear]]
"""Reads what a copy holds."""

AT_ONCE, AT_ONCE_LARGE = 3, 1
"""Copies in one dialog: with large text, it would not hold on a small screen."""
LARGE = 1.5
CLOSE, OLDER, RETRY, BEGIN = "close", "older", "retry", "begin"
COPIES, RESTORE, OTHER = "copies", "restore", "other"

Held = Callable[[date], Sequence[HeldYear]]
"""Reads what the copy of a day holds."""


def choose_copy(
    look: Look, error: CapError, copies: Sequence[SafetyCopy], held: Held
) -> date | None:
    """Ask which copy to restore, and show it first; None where the person closes instead."""
    known = {copy.day.isoformat(): copy for copy in copies}
    while True:
        dialog = offer(look, error, copies)
        dialog.exec()
        if dialog.chosen == CLOSE:
            return None
        if dialog.chosen == OLDER:
            copies = copies[_at_once(look) :]
            continue
        copy = known[dialog.chosen]
        title = _("La copie du {when}", when=whole_day(copy.day))
        if is_wanted(look, error, title, held(copy.day), is_whole=copy.is_whole):
            return copy.day


def is_wanted(
    look: Look, error: CapError, title: str, years: Sequence[HeldYear], *, is_whole: bool = True
) -> bool:
    """Show what a copy holds before it is opened; False where another one is looked for."""
    shown = preview(look, error, title, years, is_whole=is_whole)
    shown.exec()
    return shown.chosen == RESTORE


def preview(
    look: Look, error: CapError, title: str, years: Sequence[HeldYear], *, is_whole: bool
) -> Decision:
    """The dialog that says what a copy holds, in the words of the page of copies."""
    lines = (
        _("{year}\u00a0: {held}", year=f"{one.structure} {one.year}".strip(), held=held)
        for one in years
        for held in (holds(one.answers, one.actions),)
    )
    told = Notice(
        title,
        found="\n".join(lines),
        why=_("Rouverte et lisible.") if is_whole else _("Une partie de cette copie est abîmée."),
        # Nothing is put aside where nothing stands there.
        safe=""
        if isinstance(error, DatabaseGone | OnlyRemains)
        else _("Le fichier d’aujourd’hui est gardé à part."),
        advice=_(
            "Les fichiers des preuves ne sont pas dans la copie\u00a0: ils restent où ils sont."
        ),
    )
    acts = (
        DecisionAct(COPIES, _("Revenir aux copies")),
        DecisionAct(RESTORE, _("Restaurer cette copie")),
    )
    return Decision(look, told, acts, icon="rotate-ccw")


def offer(look: Look, error: CapError, copies: Sequence[SafetyCopy]) -> Decision:
    """The dialog of an error with the newest of some copies, and a way to the older ones."""
    acts = [DecisionAct(CLOSE, _("Fermer CAP Desktop"))]
    if len(copies) > _at_once(look):
        acts.append(DecisionAct(OLDER, _("Voir les copies plus anciennes")))
    shown = reversed(copies[: _at_once(look)])
    acts += [DecisionAct(copy.day.isoformat(), _words(copy)) for copy in shown]
    return Decision(look, explained(error), acts, details(error))


def _at_once(look: Look) -> int:
    return AT_ONCE if look.scale < LARGE else AT_ONCE_LARGE


def _words(copy: SafetyCopy) -> str:
    return counted(
        "Regarder le {day} ({number} réponse)",
        "Regarder le {day} ({number} réponses)",
        copy.answers,
        day=whole_day(copy.day),
    )


class Recovery:
    """How the program goes on where its data could not be opened."""

    def __init__(
        self,
        folder: DataFolder,
        lane: Lane,
        clock: Callable[[], datetime],
        start: Callable[[], None],
    ) -> None:
        """``start`` opens the data; it is called again where there is something to try."""
        self._folder, self._lane, self._clock, self._start = folder, lane, clock, start
        self.choose_copy: Callable[[Look, CapError, Sequence[SafetyCopy], Held], date | None] = (
            choose_copy
        )
        self.choose_remains: Callable[[Look, CapError, UpgradeCopies, HeldIn], str] = choose_remains
        self.choose_alone: Callable[[Look, CapError], str] = choose_alone
        self.ask_copy: Callable[[MainWindow], Path | None] = ask_copy
        self.ask_again: Callable[[Look, CapError], bool] = ask_again

    def go_on(self, window: MainWindow, error: CapError) -> bool:
        """Ask how to go on; False where the person leaves."""
        if isinstance(error, DatabaseAltered | DatabaseDamaged | DatabaseGone):
            return self._go_back(window, error)
        if isinstance(error, OnlyRemains):
            return self._go_on_without(window, error)
        if isinstance(error, NotSaved):
            # Nothing was typed yet: it is the opening that failed.
            cause, error = error, NotOpened(error.path, error.cause)
            error.__cause__ = cause
        if not self.ask_again(window.look, error):
            return False
        self._start()
        return True

    def _go_on_without(self, window: MainWindow, error: CapError) -> bool:
        """Ask what to do where something is left of data, and no dated copy of them."""
        folder, today = self._folder, self._clock().date()
        copies = self._lane.run(lambda: upgrade_copies(folder))
        chosen = self.choose_remains(
            window.look, error, copies, lambda path: self._lane.run(lambda: years_in(path))
        )
        if chosen == CLOSE:
            return False
        try:
            if chosen == BEGIN:
                self._lane.run(lambda: begin_anew(folder))
            elif chosen != RETRY:
                self._lane.run(lambda: restore_file(folder, folder.path / chosen, today))
        except CapError as failure:
            return self._go_on_without(window, failure)
        self._start()
        return True

    def _go_on_alone(self, window: MainWindow, error: CapError) -> bool:
        """Ask for a copy from elsewhere, or to begin anew, where no copy is left here."""
        folder, today = self._folder, self._clock().date()
        chosen = self.choose_alone(window.look, error)
        if chosen == CLOSE:
            return False
        try:
            if chosen == BEGIN:
                aside = self._lane.run(lambda: set_aside_whole(folder, today))
                self._lane.run(lambda: begin_anew(folder))
                said = (
                    ""
                    if aside is None
                    else _("Le fichier abîmé est gardé\u00a0: {name}", name=aside.name)
                )
            else:
                copy = self.ask_copy(window)
                if copy is None:
                    return self._go_on_alone(window, error)
                self._lane.run(lambda: restore_file(folder, copy, today))
                said = _("La copie «\u00a0{name}\u00a0» est ouverte.", name=copy.name)
        except CapError as failure:
            self.ask_again(window.look, failure)
            return self._go_on_alone(window, error)
        self._start()
        if said:
            window.strip.say(said, stays=True)
        return True

    def _go_back(self, window: MainWindow, error: CapError) -> bool:
        """Offer the safety copies where the data cannot be read; False where none is taken."""
        copies = self._lane.run(lambda: safety_copies(self._folder))
        if not copies:
            return self._go_on_alone(window, error)
        day = self.choose_copy(
            window.look,
            error,
            copies,
            lambda day: self._lane.run(lambda: years_of(self._folder, day)),
        )
        if day is None:
            return False
        today = self._clock().date()
        try:
            aside = self._lane.run(lambda: restore(self._folder, day, today))
        except CapError as failure:
            return self._go_back(window, failure)
        self._start()
        window.arrivals.say_restored(whole_day(day), self._folder.path, aside)
        return True


def choose_remains(look: Look, error: CapError, copies: UpgradeCopies, held: HeldIn) -> str:
    """Ask what to do with what is left of data: an act, or the name of a copy to restore."""
    known = {path.name: path for path, _answers in copies}
    while True:
        dialog = offer_remains(look, error, copies)
        dialog.exec()
        path = known.get(dialog.chosen)
        title = _("La copie d’avant la mise à jour")
        if path is None or is_wanted(look, error, title, held(path)):
            return dialog.chosen


def offer_remains(look: Look, error: CapError, copies: UpgradeCopies) -> Decision:
    """The dialog of what is left of data."""
    acts = [
        DecisionAct(CLOSE, _("Fermer CAP Desktop")),
        DecisionAct(BEGIN, _("Commencer sans ces données")),
        DecisionAct(RETRY, _("Réessayer")),
    ]
    acts += [
        DecisionAct(path.name, _("Voir la copie d’avant la mise à jour"))
        for path, _answers in copies[:1]
    ]
    return Decision(look, explained(error), acts, details(error))


def choose_alone(look: Look, error: CapError) -> str:
    """Ask what to do where no copy is left here: a copy from elsewhere, or to begin anew."""
    acts = [
        DecisionAct(CLOSE, _("Fermer CAP Desktop")),
        DecisionAct(BEGIN, _("Commencer sans ces données")),
        DecisionAct(OTHER, _("Ouvrir une copie reçue")),
    ]
    told = replace(
        explained(error),
        why=_("Aucune copie de sécurité n’est dans ce dossier."),
        advice=_("Cherchez une copie sur une clé, ou dans votre deuxième dossier."),
    )
    dialog = Decision(look, told, acts, details(error))
    dialog.exec()
    return dialog.chosen


def ask_copy(window: MainWindow) -> Path | None:
    """Ask for a copy that lies elsewhere."""
    files = window.dialogs.ask_files(window, _("Ouvrir une copie reçue"))
    return files[0] if files else None


def ask_again(look: Look, error: CapError) -> bool:
    """Say why the window cannot open, where the person looks; True where it is tried again.

    Only what passes by itself can be tried again, and a lock that nobody may hold any more.
    """
    acts = [DecisionAct(CLOSE, _("Fermer CAP Desktop"))]
    if isinstance(error, NotOpened | DatabaseInUse | OutputDenied):
        acts.append(DecisionAct(RETRY, _("Réessayer")))
    elif isinstance(error, DatabaseLeftOpen):
        acts.append(DecisionAct(RETRY, _("Ouvrir ici")))
    dialog = Decision(look, explained(error), acts, details(error))
    dialog.exec()
    return dialog.chosen == RETRY
