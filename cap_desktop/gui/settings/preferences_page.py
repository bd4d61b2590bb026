"""Settings: each choice is applied and kept at once; there is nothing to confirm."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import cap_desktop
from cap_desktop.gui.kit.basics import button, card, label, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.choice_grid import ChoiceGrid
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    CARD_PADDING,
    FOCUS_OFFSET,
    FOCUS_WIDTH,
    GAP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.presentation.answering_group import group_name
from cap_desktop.gui.session.destinations import (
    Destination,
    ToCopies,
    ToStructure,
    ToYourData,
)
from cap_desktop.gui.session.tasks import ChangePreferences
from cap_desktop.i18n import _, counted
from cap_desktop.paths import DataFolder
from cap_desktop.preferences import GROUPS, LARGEST, LOOKS, SMALLEST, STEP, Preferences
from cap_desktop.services.folder.safety_copies import summary_of
from cap_desktop.words.days import whole_day

WIDTH = 1560
TWO_COLUMNS = 1100
TINY = 640
SIZES = tuple(range(SMALLEST, LARGEST + 1, STEP))
ON, OFF = "on", "off"
RING = FOCUS_WIDTH + FOCUS_OFFSET


class PreferencesPage(Page):
    """Shows the settings in use; a choice asks to keep all of them, with the one that changed."""

    def __init__(
        self,
        look: Look,
        settings: Preferences,
        folder: DataFolder,
        parent: QWidget | None = None,
    ) -> None:
        """The folder of the data is looked at each time the page is shown."""
        super().__init__(parent)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self.look = look
        self._settings = settings
        self._place = folder
        px = look.px
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(MARGIN), px(24), px(MARGIN), px(MARGIN))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(GAP))
        outer.addLayout(self._head())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(GAP))
        for group in (
            (self._looks(), self._sizes(), self._letters()),
            (self._groups(), self._data(), self._copies(), self._program()),
        ):
            column = QVBoxLayout()
            column.setSpacing(px(GAP))
            for made in group:
                column.addWidget(made)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        row.addStretch(0)
        row.addWidget(holder, 1)
        row.addStretch(0)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolled(inside))

    def show_destination(self, _to: Destination) -> None:
        self.refresh()

    def follow(self, preferences: Preferences) -> None:
        """Mark the preferences that are in use."""
        self._settings = preferences
        self.looks.show_values((preferences.look,))
        self.sizes.show_values((str(preferences.text_size),))
        self.letters.show_values((ON if preferences.letter_keys else OFF,))
        self.groups.show_values((preferences.answers_by,))

    def refresh(self) -> None:
        """Show the folder and the copies of now, with the focus on the first choice."""
        place = summary_of(self._place)
        self._folder.setText(str(place.folder))
        self._copied.setText(_copies_said(place.copies))
        self.looks.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() / self.look.scale
        direction = QBoxLayout.Direction
        is_wide = room >= TWO_COLUMNS
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        is_tiny = room < TINY
        self.looks.arrange(1 if is_tiny else 2)
        self.sizes.arrange(2 if is_tiny else len(SIZES))
        self.letters.arrange(2)
        self.groups.arrange(1 if is_tiny else 2)
        self._head_row.setDirection(direction.TopToBottom if is_tiny else direction.LeftToRight)

    # --- Intents ----------------------------------------------------------------------

    def _choose_look(self, values: tuple[str, ...]) -> None:
        for look in LOOKS:
            if look in values:
                self._ask(self._settings._replace(look=look))

    def _choose_size(self, values: tuple[str, ...]) -> None:
        self._ask(self._settings.with_text_size(int(values[0])))

    def _choose_letters(self, values: tuple[str, ...]) -> None:
        self._ask(self._settings._replace(letter_keys=ON in values))

    def _choose_group(self, values: tuple[str, ...]) -> None:
        for group in GROUPS:
            if group in values:
                self._ask(self._settings._replace(answers_by=group))

    def _ask(self, preferences: Preferences) -> None:
        self.wanted.emit(ChangePreferences(preferences))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder.text()))

    # --- Building ---------------------------------------------------------------------

    def _head(self) -> QBoxLayout:
        row = self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(label(self.look, _("Réglages"), TITLE, BOLD), 1)
        structure = button(self.look, _("Votre structure"), icon="building-2")
        structure.clicked.connect(lambda: self.wanted.emit(ToStructure()))
        back = button(self.look, _("Revenir"), icon="arrow-left")
        back.clicked.connect(self.step_back)
        row.addWidget(structure)
        row.addWidget(back)
        return row

    def _looks(self) -> QWidget:
        frame, column = self._card(_("Couleurs"))
        names = (_("Comme l’ordinateur"), _("Claires"), _("Sombres"), _("Contraste élevé"))
        options: dict[str, tuple[str, str]] = {
            look: (name, "") for look, name in zip(LOOKS, names, strict=True)
        }
        self.looks = ChoiceGrid(self.look, options, about=_("Couleurs"))
        self.looks.chosen.connect(self._choose_look)
        column.addWidget(self.looks)
        return frame

    def _sizes(self) -> QWidget:
        frame, column = self._card(_("Taille du texte"))
        options = {str(size): (f"{size}\u00a0%", "") for size in SIZES}
        self.sizes = ChoiceGrid(self.look, options, about=_("Taille du texte"))
        self.sizes.chosen.connect(self._choose_size)
        column.addWidget(self.sizes)
        sample = _("Le projet de chaque personne est-il construit avec elle ?")
        column.addWidget(_inset(label(self.look, sample, BODY)))
        keys = _("Au clavier : Ctrl et +, Ctrl et −, Ctrl et 0.")
        column.addWidget(self._quiet(keys))
        return frame

    def _letters(self) -> QWidget:
        frame, column = self._card(_("Raccourcis d’une seule touche"))
        text = _("Un chiffre choisit un niveau, D marque « à discuter »… La liste est dans l’aide.")
        column.addWidget(self._quiet(text))
        options = {ON: (_("Actifs"), ""), OFF: (_("Coupés"), "")}
        self.letters = ChoiceGrid(self.look, options, about=_("Raccourcis d’une seule touche"))
        self.letters.chosen.connect(self._choose_letters)
        column.addWidget(self.letters)
        text = _("Coupez-les si vous dictez au micro. Les flèches et Espace restent.")
        column.addWidget(self._quiet(text))
        return frame

    def _groups(self) -> QWidget:
        frame, column = self._card(_("Qui répond ?"))
        text = _("L’historique garde ce groupe à chaque réponse.")
        column.addWidget(self._quiet(text))
        options: dict[str, tuple[str, str]] = {group: (group_name(group), "") for group in GROUPS}
        self.groups = ChoiceGrid(self.look, options, about=_("Qui répond ?"))
        self.groups.chosen.connect(self._choose_group)
        column.addWidget(self.groups)
        return frame

    def _data(self) -> QWidget:
        frame, column = self._card(_("Où sont vos données"))
        text = _("Tout est dans ce dossier, sur cet ordinateur.")
        column.addWidget(self._quiet(text))
        self._folder = _selectable(_inset(label(self.look, "", BODY)))
        self._folder.setAccessibleDescription(_("Dossier de vos données"))
        column.addWidget(self._folder)
        self.open_folder = button(self.look, _("Ouvrir le dossier"), icon="folder-open")
        self.open_folder.clicked.connect(self._open_folder)
        self.your_data = button(self.look, _("Effacer ou déplacer"), icon="hard-drive")
        self.your_data.setAccessibleName(_("Vos données\u00a0: effacer ou déplacer"))
        self.your_data.clicked.connect(lambda: self.wanted.emit(ToYourData()))
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.addWidget(self.open_folder)
        row.addWidget(self.your_data)
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _copies(self) -> QWidget:
        frame, column = self._card(_("Copies de sécurité"))
        self._copied = _inset(label(self.look, "", BODY))
        column.addWidget(self._copied)
        self.to_copies = button(self.look, _("Copies et récupération"), icon="shield-check")
        self.to_copies.clicked.connect(lambda: self.wanted.emit(ToCopies()))
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.addWidget(self.to_copies)
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _program(self) -> QWidget:
        frame, column = self._card(_("CAP Desktop {version}", version=cap_desktop.__version__))
        lines = (
            _("Logiciel libre, licence GPL 3 ou ultérieure."),
            _("Lettres : Atkinson Hyperlegible Next (OFL 1.1). Dessins : Lucide (ISC)."),
            _("Fenêtres : Qt et PySide6 (LGPL 3)."),
        )
        for line in lines:
            column.addWidget(self._quiet(line))
        return frame

    def _card(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        """A framed group; its words line up with the frames of its cards, inside their ring."""
        frame, column = card(self.look)
        side = self.look.px(CARD_PADDING)
        column.setContentsMargins(side - RING, side, side - RING, side)
        column.setSpacing(self.look.px(8))
        column.addWidget(_inset(label(self.look, title, CARD, SEMIBOLD)))
        return frame, column

    def _quiet(self, text: str) -> QLabel:
        return _inset(label(self.look, text, SMALL, tone="secondary"))


def _inset(text: QLabel) -> QLabel:
    text.setContentsMargins(RING, 0, RING, 0)
    return text


def _selectable(text: QLabel) -> QLabel:
    flags = Qt.TextInteractionFlag
    text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return text


def _copies_said(days: tuple[date, ...]) -> str:
    if not days:
        return _("Aucune copie pour l’instant. La première se fait toute seule.")
    newest = _("La plus récente : {day}.", day=whole_day(days[0]))
    kept = counted("{number} copie est gardée.", "{number} copies sont gardées.", len(days))
    return f"{newest} {kept}"
