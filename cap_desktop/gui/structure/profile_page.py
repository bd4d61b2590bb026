"""The structure: its name and its profile; what a change does is said before it is kept."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.questionnaire.profile import Profile
from cap_desktop.domain.scoring.profile_effect import ProfileEffect, effect_of
from cap_desktop.gui.kit.announcing import announce
from cap_desktop.gui.kit.basics import button, emptied, label, scrolled
from cap_desktop.gui.kit.binding import bind_keys
from cap_desktop.gui.kit.keys import BACK
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    FOCUS_OFFSET,
    FOCUS_WIDTH,
    FOOTER,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.session.destinations import Destination
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.structure.profile_form import ProfileForm
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment

WIDTH = 1320
RING = FOCUS_WIDTH + FOCUS_OFFSET
ROOM_FOR_WORDS = 900
"""Under this effective width, what a change does stands above the buttons."""


class TypedIdentity(NamedTuple):
    """The name and the profile as they are typed, kept or not, of one assessment."""

    assessment: str
    name: str
    profile: Profile


class ProfilePage(Page):
    """Shows the name and the profile as they are saved; what is typed waits for the button."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self.look = look
        self.session = session
        self.presenter = StructurePresenter(session)
        self.form: ProfileForm | None = None
        self._shown = ""
        self._was_asked = False
        px = look.px
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(px(MARGIN) - RING, px(24), px(MARGIN) - RING, px(16))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(16))
        row.addWidget(holder, 1)
        row.addStretch(0)
        self._area = scrolled(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._area, 1)
        page.addWidget(self._footer())
        session.opened.connect(self._show_saved)
        session.changed.connect(self._show_saved)

    def show_destination(self, _to: Destination) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Show the structure; what was typed and not kept is still there."""
        opened = self.session.current
        if opened is None:
            return
        if self._shown != opened.assessment.id:
            self._build(opened)
        self._show_saved(opened)
        if self.form is not None and self.form.isEnabled():
            self.form.name.setFocus()
        else:
            self.back.setFocus()

    def left_off(self) -> TypedIdentity | None:
        """What is typed about the structure; None where nothing was asked yet."""
        if self.form is None:
            return None
        return TypedIdentity(self._shown, self.form.name.text(), self.form.profile())

    def go_on(self, left_off: TypedIdentity) -> None:
        opened = self.session.current
        if opened is not None and opened.assessment.id == left_off.assessment:
            self._build(opened)
            if self.form is not None:
                self.form.show_values(left_off.name, left_off.profile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() / self.look.scale >= ROOM_FOR_WORDS
        self._says.setVisible(is_wide)
        self._says_above.setVisible(not is_wide)

    # --- What is kept -----------------------------------------------------------------

    def _keep(self) -> None:
        """Ask for the changes to be kept; they are shown as kept once they are."""
        form, opened = self.form, self.session.current
        if form is None or opened is None:
            return
        if not form.is_complete():
            block = form.focus_missing()
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(block, 0, MARGIN))
            return
        self._was_asked = True
        self.presenter.rename(form.name_typed)
        self.presenter.change_profile(form.profile())

    def _show_saved(self, opened: OpenAssessment) -> None:
        if self.form is None or self._shown != opened.assessment.id:
            return
        is_sealed = opened.assessment.is_sealed
        self.form.setEnabled(not is_sealed)
        self.keep.setVisible(not is_sealed)
        if is_sealed:
            self._say(
                _("L’année {year} est terminée : sa structure ne change plus.", year=_year(opened))
            )
        else:
            self._show_effect()

    def _edited(self) -> None:
        self._was_asked = False
        self._show_effect()

    def _show_effect(self) -> None:
        form, opened = self.form, self.session.current
        if form is None or opened is None:
            return
        # What waits to be saved can be taken back as well as what is.
        names = {opened.structure.name, self.presenter.intended_name()}
        is_renamed = names != {form.name_typed}
        profiles = (dict(opened.profile), dict(self.presenter.intended_profile()))
        is_other = any(form.profile() != profile for profile in profiles)
        self.keep.setEnabled(is_renamed or is_other)
        if is_other:
            self._say(_said(effect_of(opened.questionnaire, opened.sheet, form.profile())))
        elif is_renamed:
            self._say(_("Le nouveau nom se verra partout, toutes années comprises."))
        elif self._was_asked:
            self._say(_("Vos changements sont enregistrés."))
        else:
            self._say(_("Aucun changement pour l’instant."))

    def _say(self, text: str) -> None:
        if text == self._says.text():
            return
        for words in (self._says, self._says_above):
            words.setText(text)
        if self.isVisible():
            announce(self, text)

    # --- Building ---------------------------------------------------------------------

    def _build(self, opened: OpenAssessment) -> None:
        emptied(self._column)
        self._shown, self._was_asked = opened.assessment.id, False
        head = QVBoxLayout()
        head.setContentsMargins(RING, 0, RING, 0)
        head.addWidget(label(self.look, _("Votre structure"), TITLE, BOLD))
        text = _(
            "Le profil de {year} choisit les questions qui vous concernent. "
            "Changez-le sans crainte : aucune réponse n’est perdue.",
            year=_year(opened),
        )
        head.addWidget(label(self.look, text, BODY, tone="secondary"))
        self._column.addLayout(head)
        self.form = ProfileForm(self.look, opened.questionnaire.profile_fields)
        self.form.show_values(opened.structure.name, opened.profile)
        self.form.changed.connect(self._edited)
        self._column.addWidget(self.form)
        self._column.addStretch(1)

    def _footer(self) -> QFrame:
        look, px = self.look, self.look.px
        bar = QFrame()
        bar.setProperty("box", "foot")
        bar.setMinimumHeight(px(FOOTER))
        column = QVBoxLayout(bar)
        column.setContentsMargins(px(MARGIN), px(8), px(MARGIN), px(8))
        self._says_above = label(look, "", SMALL, SEMIBOLD)
        column.addWidget(self._says_above)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        self.back = button(look, _("Revenir"), icon="arrow-left")
        self.back.clicked.connect(self.step_back)
        self._says = label(look, "", SMALL, SEMIBOLD)
        self.keep = button(look, _("Enregistrer ces changements"), "main")
        self.keep.clicked.connect(self._keep)
        row.addWidget(self.back)
        row.addWidget(self._says, 1)
        row.addStretch(0)
        row.addWidget(self.keep)
        column.addLayout(row)
        return bar


def _year(opened: OpenAssessment) -> int:
    return opened.assessment.year


def _said(effect: ProfileEffect) -> str:
    """What a change of profile does, good first: nothing is lost."""
    parts = []
    if effect.more:
        parts.append(
            counted("{number} question de plus", "{number} questions de plus", effect.more)
        )
    if effect.fewer:
        parts.append(
            counted("{number} question de moins", "{number} questions de moins", effect.fewer)
        )
    first = ", ".join(parts) if parts else _("Les mêmes questions restent posées")
    if not effect.set_aside:
        return _("{first}. Vos réponses restent gardées.", first=first)
    aside = counted(
        "{number} réponse est mise de côté et reviendra avec le profil d’avant.",
        "{number} réponses sont mises de côté et reviendront avec le profil d’avant.",
        effect.set_aside,
    )
    return _("{first}. Vos réponses restent gardées : {aside}", first=first, aside=aside)
