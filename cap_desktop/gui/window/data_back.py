"""Data that come back: a copy that is restored, and what was damaged, met at start or since."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cap_desktop.errors import CapError, DatabaseDamaged
from cap_desktop.gui.session.destinations import ToCopies
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.session.tasks import DataTask, RestoreCopy, SettleDamage, TakeAnswers
from cap_desktop.i18n import _, counted
from cap_desktop.words.copies import copy_words

if TYPE_CHECKING:
    from cap_desktop.gui.window.main_window import MainWindow
    from cap_desktop.services.folder.check_up import CheckUp
    from cap_desktop.services.folder.damage import DamagedItem
    from cap_desktop.services.folder.local_data import LocalData
    from cap_desktop.services.local.local_services import LocalServices


class DataBack(QObject):
    """Opens what comes back, and says so; what it did can be undone by the copy made before it.

    What waits to be saved is saved first, in the data it was typed in.
    """

    def __init__(
        self,
        session: Session,
        data: LocalData,
        keep_copy: Callable[[], None],
        window: Callable[[], MainWindow],
    ) -> None:
        """`keep_copy` asks for the copy of the day anew; the window may be another one later."""
        super().__init__(session)
        self._session, self._data = session, data
        self._keep_copy, self._window = keep_copy, window
        self._is_opened_anew = False
        session.ready.connect(self.look)
        session.not_saved.connect(self._meet_error)

    def meet(self, wanted: DataTask) -> None:
        """Do what a page asks for."""
        if isinstance(wanted, RestoreCopy):
            self._restore(wanted.copy, wanted.words)
        elif isinstance(wanted, TakeAnswers):
            self._take_answers(wanted)
        elif wanted.are_taken:
            self._take(wanted)
        else:
            self._leave(wanted.numbers)

    # --- A copy -------------------------------------------------------------------------

    def _restore(self, name: str, words: str) -> None:
        kept: list[str] = []
        said = _("La copie du {when} est ouverte.", when=words)
        self._open(
            lambda: self._data.restore_copy(name, kept.append),
            lambda: self._say_back(said, kept[0]),
        )

    def _take_answers(self, wanted: TakeAnswers) -> None:
        kept: list[str] = []
        by = self._session.by
        said = counted(
            "{number} réponse reprise de la copie du {when}.",
            "{number} réponses reprises de la copie du {when}.",
            len(wanted.chosen),
            when=wanted.words,
        )
        self._open(
            lambda: self._data.take_answers(wanted.copy, wanted.chosen, by, kept.append),
            lambda: self._say_back(said, kept[0]),
        )

    def _open(self, bring: Callable[[], LocalServices], then: Callable[[], None]) -> None:
        """Open what `bring` brings, once all that waits is saved."""
        session = self._session
        self._window().pages.flush()

        def shown() -> None:
            self._keep_copy()
            then()
            self.look()

        session.saver.when_saved(
            lambda: session.opener.reopen(bring, shown), session.not_saved.emit
        )

    def _say_back(self, said: str, kept: str) -> None:
        """Say what came back, and offer the data of before, which a copy has."""
        window = self._window()
        back = partial(self._restore, kept, copy_words(kept))
        # It is done already; what is done again after it opens other data, and forgets it.
        self._session.do(_("reprise d’une copie"), lambda: None, back)
        window.strip.offer(said, _("Revenir"), window.taking_back.undo)

    # --- What was damaged ---------------------------------------------------------------

    def look(self) -> None:
        """Ask what was met in the data that are open."""
        self._session.asker.ask(
            lambda _services: self._found(), self._tell, self._session.not_saved.emit
        )

    def _found(self) -> tuple[DamagedItem, ...]:
        damage = self._data.damage
        if damage is None:
            return ()
        found = damage.found()
        for item in found:
            if item.is_mended:
                damage.leave(item.number)  # told once: it is as it was written
        return found

    def _tell(self, items: tuple[DamagedItem, ...]) -> None:
        window = self._window()
        empty = tuple(item for item in items if not item.is_mended)
        window.news.show_damage(empty)
        mended = [item.name for item in items if item.is_mended]
        if mended and not empty:
            name = mended[0][:1].upper() + mended[0][1:]
            window.strip.say(
                _("{name}\u00a0: abîmé sur le disque, remis comme à l’origine.", name=name)
                if len(mended) == 1
                else counted(
                    "{number} élément abîmé sur le disque, remis comme à l’origine.",
                    "{number} éléments abîmés sur le disque, remis comme à l’origine.",
                    len(mended),
                )
            )

    def tell_findings(self, check: CheckUp) -> None:
        """Say that the check-up of the month found something, which its page names."""
        window, count = self._window(), len(check.findings)
        words = counted(
            "La vérification a trouvé {number} élément abîmé.",
            "La vérification a trouvé {number} éléments abîmés.",
            count,
        )
        window.strip.say(words, (_("Voir"), lambda: window.go(ToCopies())), stays=True)

    def _take(self, wanted: SettleDamage) -> None:
        kept: list[str] = []

        name = wanted.name[:1].upper() + wanted.name[1:]
        count = len(wanted.numbers)
        said = (
            _("{name}\u00a0: de retour, comme dans la copie.", name=name)
            if wanted.name
            else counted("{number} élément de retour.", "{number} éléments de retour.", count)
        )
        self._open(
            lambda: self._data.take_from_copies(wanted.numbers, kept.append),
            lambda: self._say_back(said, kept[0]),
        )

    def _leave(self, numbers: tuple[int, ...]) -> None:
        def work() -> tuple[DamagedItem, ...]:
            damage = self._data.damage
            assert damage is not None
            for number in numbers:
                damage.leave(number)
            return damage.found()

        self._session.asker.ask(
            lambda _services: work(), self._tell_left, self._session.not_saved.emit
        )

    def _tell_left(self, items: tuple[DamagedItem, ...]) -> None:
        self._tell(items)
        self._window().strip.say(_("La place reste vide. Ce qui a été lu est gardé à part."))

    # --- Met while the window is open ---------------------------------------------------

    def _meet_error(self, error: CapError) -> None:
        """Open the data anew where a row is damaged: that sets it aside, and opens the rest."""
        if not isinstance(error, DatabaseDamaged):
            return
        if self._is_opened_anew:
            # It opened, and is damaged again at once: only a copy can help.
            self._session.refused.emit(error)
            return
        self._is_opened_anew = True
        self._session.opener.reopen(self._data.open, self._opened_anew)

    def _opened_anew(self) -> None:
        self._is_opened_anew = False
        self._session.try_again()
        self._window().banner.hide()
        self.look()
