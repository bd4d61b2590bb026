"""« Vos données »: what is kept where, erasing a part of it for good, moving all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from cap_desktop.domain.answers.erasure import Erasure
from cap_desktop.errors import CapError
from cap_desktop.gui.data.data_words import (
    erase_acts,
    erase_notice,
    move_notice,
    old_years_words,
    past_words,
    place_title,
    place_words,
    waiting_words,
)
from cap_desktop.gui.data.work_dialog import WorkDialog
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, card, emptied, label, rule, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.button_rows import ButtonRows
from cap_desktop.gui.kit.decision import Decision, DecisionAct
from cap_desktop.gui.kit.focus_kept import focus_kept
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    GAP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.platform.system_dialogs import FileDialogs
from cap_desktop.gui.session.destinations import Destination, ToYourData
from cap_desktop.gui.session.own_data import OwnData
from cap_desktop.i18n import _
from cap_desktop.notices.errors import notice
from cap_desktop.notices.notice import Notice
from cap_desktop.services.folder.erasing import Erased, ErasePreview
from cap_desktop.services.folder.moving import MovePlan
from cap_desktop.services.folder.what_is_kept import ErasableStructure, KeptData, KeptPlace
from cap_desktop.words.erasures import erased_words
from cap_desktop.words.sizes import size_words

WIDTH = 980
NARROW = 620
DO, KEEP = "do", "keep"


class YourDataPage(Page):
    """It shows what was read; each wish is counted first, then asked for a second time."""

    def __init__(
        self, look: Look, own_data: OwnData, dialogs: FileDialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self.look, self.own_data = look, own_data
        self.ask_folder: Callable[[str], Path | None] = lambda title: dialogs.ask_folder(
            self, title
        )
        self.is_sure: Callable[[Notice, str, str], bool] = self._ask
        self.work = WorkDialog(look, self)
        self._names: dict[str, str] = {}
        px = look.px
        inside = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        row.setContentsMargins(px(MARGIN), px(24), px(MARGIN), px(MARGIN))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(GAP))
        outer.addLayout(self._head())
        self.said = label(look, "", BODY, SEMIBOLD)
        self.said.hide()
        outer.addWidget(self.said)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(GAP))
        outer.addLayout(self._column)
        outer.addStretch(1)
        # In the middle of a large screen, as the other pages to read.
        row.addStretch(0)
        row.addWidget(holder, 1)
        row.addStretch(0)
        self.area = scrolled(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)
        self._follow()

    def _follow(self) -> None:
        own = self.own_data
        own.shown.connect(self._show)
        own.previewed.connect(self._ask_to_erase)
        own.planned.connect(self._ask_to_move)
        own.began.connect(self._begin_work)
        own.progressed.connect(self.work.show_progress)
        own.ended.connect(self.work.end)
        own.erased.connect(self._say_erased)
        own.moved.connect(self._say_moved)
        own.given_up.connect(lambda: self._say(_("Cet effacement est abandonné.")))
        own.former_removed.connect(lambda: self._say(_("L’ancien dossier est supprimé.")))
        own.failed.connect(self._say_failed)

    def _begin_work(self, what: str) -> None:
        self.work.begin(_working(what), changes=what != "preview")

    def show_destination(self, _to: Destination) -> None:
        self.said.hide()
        self.own_data.look()
        self.back.setFocus()

    # --- What is shown ------------------------------------------------------------------

    def _show(self, kept: KeptData) -> None:
        self._names = {one.id: one.name for one in kept.structures}
        with focus_kept(self):
            emptied(self._column)
            if kept.waiting is not None:
                self._column.addWidget(self._waiting(kept.waiting))
            elif kept.is_unfinished:
                self._column.addWidget(self._unfinished())
            self._column.addWidget(self._places(kept))
            self._column.addWidget(self._erasing(kept))
            self._column.addWidget(self._moving(kept))

    def _places(self, kept: KeptData) -> QWidget:
        frame, column = self._card(_("Ce qui est gardé, et où"))
        column.addWidget(
            self._quiet(
                _("Tout est sur cet ordinateur ou là où vous l’avez mis. Rien n’est envoyé.")
            )
        )
        for place in kept.places:
            column.addWidget(rule())
            column.addWidget(self._place(place))
        return frame

    def _place(self, place: KeptPlace) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(4))
        column.addWidget(label(self.look, place_title(place), BODY, SEMIBOLD))
        column.addWidget(label(self.look, place_words(place), BODY))
        column.addWidget(self._quiet(_breakable(str(place.path))))
        return made

    def _erasing(self, kept: KeptData) -> QWidget:
        frame, column = self._card(_("Effacer"))
        column.addWidget(
            label(
                self.look,
                _(
                    "Ce que vous effacez part aussi des copies de sécurité, "
                    "et ne revient pas\u00a0: Annuler n’y peut rien. "
                    "Le compte exact vous est dit avant."
                ),
            )
        )
        column.addWidget(
            self._quiet(
                _(
                    "Les fichiers sont supprimés, pas broyés\u00a0: un spécialiste peut encore "
                    "en trouver des traces sur le disque."
                )
            )
        )
        for words in (old_years_words(kept.structures), past_words(kept.erasures)):
            if words:
                column.addWidget(self._quiet(words))
        for structure in kept.structures:
            column.addWidget(rule())
            self._add_structure(column, structure)
        column.addWidget(rule())
        self.erase_all = self._act(_("Tout effacer"), "trash-2", Erasure())
        self._add_row(column, [self.erase_all])
        return frame

    def _add_structure(self, column: QVBoxLayout, structure: ErasableStructure) -> None:
        column.addWidget(label(self.look, structure.name, BODY, SEMIBOLD))
        acts = []
        for year in structure.years:
            words = _("Effacer {year}", year=year.year)
            made = self._act(words, "", Erasure(structure.id, year.year))
            made.setAccessibleName(
                _("Effacer {year} de {name}", year=year.year, name=structure.name)
            )
            acts.append(made)
        whole = self._act(_("Effacer la structure"), "", Erasure(structure.id))
        whole.setAccessibleName(_("Effacer la structure {name}", name=structure.name))
        self._add_row(column, [*acts, whole])

    def _act(self, words: str, icon: str, erasure: Erasure) -> QPushButton:
        made = button(self.look, words, icon=icon)
        made.clicked.connect(lambda: self.own_data.preview(erasure))
        return made

    def _moving(self, kept: KeptData) -> QWidget:
        frame, column = self._card(_("Déplacer mes données"))
        column.addWidget(self._quiet(_breakable(str(kept.folder))))
        if kept.former is not None:
            self._add_former(column, kept)
        elif kept.can_move:
            column.addWidget(
                label(
                    self.look,
                    _(
                        "Choisissez un dossier neuf ou vide. Tout y est copié, relu, "
                        "puis ouvert. L’ancien dossier reste jusqu’à votre accord."
                    ),
                )
            )
            self.choose = button(self.look, _("Choisir un dossier"), icon="folder-open")
            self.choose.clicked.connect(self._choose_folder)
            self._add_row(column, [self.choose])
        else:
            column.addWidget(
                label(
                    self.look,
                    _(
                        "CAP_DESKTOP_DATA dit où elles sont\u00a0: elles ne peuvent pas être "
                        "déplacées d’ici."
                    ),
                )
            )
        return frame

    def _add_former(self, column: QVBoxLayout, kept: KeptData) -> None:
        size = size_words(kept.former_size)
        column.addWidget(
            label(self.look, _("L’ancien dossier est encore là ({size})\u00a0:", size=size))
        )
        column.addWidget(self._quiet(_breakable(str(kept.former))))
        if kept.can_remove_former:
            column.addWidget(
                label(self.look, _("Si tout va bien depuis le déplacement, supprimez-le."))
            )
            self.remove = button(self.look, _("Supprimer l’ancien dossier"), icon="trash-2")
            self.remove.clicked.connect(lambda: self._ask_to_remove(kept))
            self._add_row(column, [self.remove])
        else:
            column.addWidget(
                label(self.look, _("Vous pourrez le supprimer au prochain démarrage."))
            )

    def _unfinished(self) -> QWidget:
        frame, column = self._card(_("Un effacement n’est pas terminé"))
        column.addWidget(
            label(self.look, _("Une partie n’a pas pu être effacée. Rien d’autre n’est touché."))
        )
        self.go_on_erasing = button(self.look, _("Reprendre l’effacement"), "main")
        self.go_on_erasing.clicked.connect(self.own_data.go_on_erasing)
        self._add_row(column, [self.go_on_erasing])
        return frame

    def _waiting(self, erasure: Erasure) -> QWidget:
        """What stands in a folder that may come from somebody else is not obeyed unseen."""
        frame, column = self._card(_("Un effacement attend votre accord"))
        known = self._names.get(erasure.structure, _("une structure qui n’est pas ici"))
        column.addWidget(label(self.look, waiting_words(erasure, known)))
        self.see_erasing = button(self.look, _("Voir ce qui partirait"), "main")
        self.see_erasing.clicked.connect(lambda: self.own_data.preview(erasure))
        self.give_up = button(self.look, _("Abandonner"))
        self.give_up.setAccessibleName(_("Abandonner cet effacement"))
        self.give_up.clicked.connect(self.own_data.give_up_erasing)
        self._add_row(column, [self.see_erasing, self.give_up])
        return frame

    # --- What is wished -----------------------------------------------------------------

    def _ask_to_erase(self, preview: ErasePreview) -> None:
        told = erase_notice(preview, self._names.get(preview.erasure.structure, ""))
        if self.is_sure(told, *erase_acts(preview)):
            self.own_data.erase(preview.erasure)

    def _choose_folder(self) -> None:
        folder = self.ask_folder(_("Déplacer mes données"))
        if folder is not None:
            self.own_data.plan_move(folder)

    def _ask_to_move(self, plan: MovePlan) -> None:
        if self.is_sure(move_notice(plan), _("Déplacer"), _("Ne rien changer")):
            self.own_data.move(plan.target)

    def _ask_to_remove(self, kept: KeptData) -> None:
        told = Notice(
            _("Supprimer l’ancien dossier\u00a0?"),
            found=_("Les données que CAP Desktop y avait laissées sont supprimées."),
            safe=_("Vos données sont ouvertes depuis leur nouveau dossier."),
            advice=str(kept.former),
        )
        if self.is_sure(told, _("Supprimer"), _("Le garder")):
            self.own_data.remove_former()

    def _ask(self, told: Notice, do: str, keep: str) -> bool:
        """Ask for a second press; Entrée and Échap keep all as it is."""
        acts = (DecisionAct(DO, do), DecisionAct(KEEP, keep))
        dialog = Decision(self.look, told, acts, "", self, dismissed=KEEP)
        dialog.exec()
        return dialog.chosen == DO

    # --- What came of it ----------------------------------------------------------------

    def _say_erased(self, erased: Erased) -> None:
        if erased.erasure.kind != "everything":
            is_away = erased.second == "away"
            self._come_back(erased_words(erased.erasure, is_second_away=is_away))

    def _say_moved(self, _release: object) -> None:
        self._come_back(_("Vos données sont dans leur nouveau dossier."))

    def _come_back(self, words: str) -> None:
        """Be here again: what was opened anew is shown where the person was not."""
        self.wanted.emit(ToYourData())
        self._say(words)

    def _say_failed(self, error: CapError) -> None:
        self._say(notice(error))
        if self.isVisible():
            self.own_data.look()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self.said, words)
        self.area.ensureWidgetVisible(self.said)

    # --- Building -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() / self.look.scale < NARROW
        self._top.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _head(self) -> QBoxLayout:
        row = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(label(self.look, _("Vos données"), TITLE, BOLD), 1)
        self.back = button(self.look, _("Revenir"), icon="arrow-left")
        self.back.clicked.connect(self.step_back)
        row.addWidget(self.back)
        return row

    def _add_row(self, column: QVBoxLayout, acts: list[QPushButton]) -> None:
        column.addWidget(ButtonRows(self.look, acts))

    def _card(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        frame, column = card(self.look)
        column.addWidget(label(self.look, title, CARD, SEMIBOLD))
        return frame, column

    def _quiet(self, text: str) -> QWidget:
        return label(self.look, text, SMALL, tone="secondary")


def _working(what: str) -> str:
    if what == "preview":
        return _("Compte de ce qui partirait")
    if what == "move":
        return _("Déplacement de vos données")
    return _("Suppression de l’ancien dossier") if what == "former" else _("Effacement")


def _breakable(path: str) -> str:
    """A path that may wrap after its separators."""
    for sign in ("/", "\\"):
        path = path.replace(sign, f"{sign}\u200b")
    return path
