"""Help: how it goes, the keys, what is safe, what a score means, the words explained."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.exact import format_decimal
from cap_desktop.domain.questionnaire.questionnaire import Band
from cap_desktop.gui.kit.basics import button, card, emptied, label, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.keys import BACK, key_groups
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.zones import Zone, last_stop
from cap_desktop.gui.look.look import BODY, BOLD, CARD, GAP, HEADING, MARGIN, SEMIBOLD, TITLE, Look
from cap_desktop.gui.session.destinations import Destination, HelpPart, ToHelp
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.settings.glossary_list import Glossary
from cap_desktop.gui.settings.key_table import KeyTable
from cap_desktop.i18n import _
from cap_desktop.words.levels import CLIMB

PARTS: tuple[HelpPart, ...] = ("course", "keys", "safe", "scores", "words")
WIDTH = 960
SIDE = 272
WIDE = 980


class HelpPage(Page):
    """Opens at the part that fits the page one comes from; `Back` returns there."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self.look = look
        self.session = session
        self._part: HelpPart = PARTS[0]
        self._cards: dict[HelpPart, QWidget] = {}
        self.titles: dict[HelpPart, QLabel] = {}
        self.links: dict[HelpPart, QPushButton] = {}
        px = look.px
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(MARGIN), px(24), px(MARGIN), px(MARGIN))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(GAP))
        row.addStretch(0)
        row.addWidget(holder, 1)
        row.addStretch(0)
        self._area = scrolled(inside)
        makers: dict[HelpPart, Callable[[QVBoxLayout], None]] = {
            "course": self._course,
            "keys": self._keys,
            "safe": self._safe,
            "scores": self._scores,
            "words": self._words,
        }
        for part, name in zip(PARTS, _part_names(), strict=True):
            self._column.addWidget(self._card(part, name, makers[part]))
        self._column.addStretch(1)
        self._page = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._side = self._list()
        self._page.addWidget(self._side)
        self._page.addWidget(self._area, 1)

    def show_destination(self, to: Destination) -> None:
        if isinstance(to, ToHelp):
            self.show_part(to.part or PARTS[0])

    def show_part(self, part: HelpPart) -> None:
        """Bring a part to the top and put the focus on its title."""
        opened = self.session.current
        if opened is not None:
            self._show_bands(opened.questionnaire.settings.bands)
            self.glossary.show_terms(opened.questionnaire.glossary)
        self._part = part
        self.titles[part].setFocus()
        # The page is laid out first, else there is nowhere to scroll to.
        QTimer.singleShot(0, self, lambda: self._scroll_to(part))

    def left_off(self) -> HelpPart:
        """The part that was asked for last."""
        return self._part

    def go_on(self, left_off: HelpPart) -> None:
        self.show_part(left_off)

    def zones(self) -> tuple[Zone, ...]:
        """The list of the parts, and the part that is read."""
        read = last_stop(self._area) or next(iter(self.titles.values()))
        return ((self._side, self.back), (self._area, read))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() / self.look.scale >= WIDE
        direction = QBoxLayout.Direction
        self._page.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._side.setProperty("box", "side" if is_wide else "bar")
        self._side.style().unpolish(self._side)
        self._side.style().polish(self._side)
        if is_wide:
            self._side.setFixedWidth(self.look.px(SIDE))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
        # Above the cards, the title begins where they do.
        px, edge = self.look.px, 20 if is_wide else MARGIN
        self._head.setContentsMargins(px(edge), px(16), px(edge), px(16))
        for link in self.links.values():
            link.setVisible(is_wide)

    def _scroll_to(self, part: HelpPart) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(max(self._cards[part].y() - self.look.px(GAP) // 2, 0))

    # --- Building ---------------------------------------------------------------------

    def _list(self) -> QFrame:
        look, px = self.look, self.look.px
        side = QFrame()
        column = self._head = QVBoxLayout(side)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(label(look, _("Aide"), TITLE, BOLD), 1)
        self.back = button(look, _("Revenir"), icon="arrow-left")
        self.back.clicked.connect(self.step_back)
        head.addWidget(self.back)
        column.addLayout(head)
        for part, name in zip(PARTS, _part_names(), strict=True):
            link = button(look, name, "row")
            link.clicked.connect(lambda _checked=False, part=part: self.show_part(part))
            self.links[part] = link
            column.addWidget(link)
        column.addStretch(1)
        return side

    def _card(self, part: HelpPart, name: str, fill: Callable[[QVBoxLayout], None]) -> QWidget:
        frame, column = card(self.look)
        title = label(self.look, name, HEADING, BOLD)
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(title)
        fill(column)
        self._cards[part], self.titles[part] = frame, title
        return frame

    def _lines(self, column: QVBoxLayout, lines: tuple[tuple[str, str], ...]) -> None:
        for title, text in lines:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(label(self.look, title, BODY, SEMIBOLD))
            pair.addWidget(label(self.look, text, BODY, tone="secondary"))
            column.addLayout(pair)

    def _course(self, column: QVBoxLayout) -> None:
        self._lines(
            column,
            (
                (
                    _("1. Répondez, thème par thème"),
                    _("Une question à la fois. Passez celles que vous ne savez pas."),
                ),
                (_("Pour choisir un niveau"), _(CLIMB)),
                (
                    _("2. Parlez-en ensemble"),
                    _("Marquez « à discuter » et retrouvez ces questions sur l’accueil."),
                ),
                (
                    _("3. Lisez vos résultats"),
                    _("Deux scores, par thème, avec vos points forts et vos priorités."),
                ),
                (
                    _("4. Recommencez l’an prochain"),
                    _("Terminez l’année : ses réponses ne changent plus et se comparent."),
                ),
            ),
        )

    def _keys(self, column: QVBoxLayout) -> None:
        text = _("Tout se fait au clavier. Les touches seules se coupent dans Réglages.")
        column.addWidget(label(self.look, text, BODY, tone="secondary"))
        self.keys = KeyTable(self.look, key_groups())
        column.addWidget(self.keys)

    def _safe(self, column: QVBoxLayout) -> None:
        self._lines(
            column,
            (
                (
                    _("Chaque réponse s’enregistre seule"),
                    _("L’heure du dernier enregistrement se lit en haut de la fenêtre."),
                ),
                (
                    _("Tout s’annule"),
                    _("Annuler reprend vos cent dernières réponses, une par une."),
                ),
                (
                    _("Une copie de sécurité est datée"),
                    _("Réglages dit où elles sont et quel jour la dernière s’est faite."),
                ),
                (
                    _("Tout reste sur cet ordinateur"),
                    _("Rien n’est envoyé sans votre accord."),
                ),
            ),
        )

    def _scores(self, column: QVBoxLayout) -> None:
        text = _(
            "Un score va de 0 à 100. Il dit où vous vous situez aujourd’hui, d’après vos "
            "propres réponses."
        )
        column.addWidget(label(self.look, text, BODY))
        self._bands = QVBoxLayout()
        self._bands.setSpacing(self.look.px(4))
        column.addLayout(self._bands)
        text = _(
            "C’est une position que vous déclarez : ni une note, ni un label, ni une certification."
        )
        column.addWidget(label(self.look, text, BODY, SEMIBOLD))

    def _show_bands(self, bands: tuple[Band, ...]) -> None:
        emptied(self._bands)
        starts = [format_decimal(band.from_).replace(".", ",") for band in bands]
        ends = [*starts[1:], ""]
        for band, start, end in zip(bands, starts, ends, strict=True):
            if start == "0":
                text = _("Moins de {end} : {title}", end=end, title=band.title)
            elif end:
                text = _(
                    "De {start} à moins de {end} : {title}", start=start, end=end, title=band.title
                )
            else:
                text = _("{start} et plus : {title}", start=start, title=band.title)
            self._bands.addWidget(label(self.look, text, CARD))

    def _words(self, column: QVBoxLayout) -> None:
        self.glossary = Glossary(self.look)
        column.addWidget(self.glossary)


def _part_names() -> tuple[str, ...]:
    return (
        _("Comment ça se passe"),
        _("Au clavier"),
        _("Rien ne se perd"),
        _("Que veut dire un score ?"),
        _("Mots expliqués"),
    )
