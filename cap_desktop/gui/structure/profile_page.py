"""The structure: all of it is saved by itself, but a profile that would change the questions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
from cap_desktop.gui.session.destinations import Destination, ToStructure
from cap_desktop.gui.session.session import Session
from cap_desktop.gui.structure.identity_form import IdentityForm
from cap_desktop.gui.structure.profile_form import ProfileForm
from cap_desktop.gui.structure.structure_presenter import StructurePresenter
from cap_desktop.i18n import _, counted
from cap_desktop.services.local.open_assessment import OpenAssessment

WIDTH = 1320
RING = FOCUS_WIDTH + FOCUS_OFFSET
ROOM_FOR_WORDS = 900
"""Under this effective width, what a change does stands above the buttons."""


class TypedIdentity(NamedTuple):
    """What is typed, kept or not, of one assessment."""

    assessment: str
    name: str
    profile: Profile
    siret: str


class ProfilePage(Page):
    """Shows what is saved; a profile that changes the questions waits until it is confirmed."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bind_keys(self, dict.fromkeys(BACK, self.step_back), in_texts=True)
        self.look = look
        self.session = session
        self.presenter = StructurePresenter(session)
        self.form: ProfileForm | None = None
        self.identity: IdentityForm | None = None
        self._shown = ""
        self._was_asked = False
        self._known: tuple[str, dict[str, tuple[str, ...]]] = ("", {})
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
        session.taken_back.connect(self._take_back)

    def show_destination(self, _to: Destination) -> None:
        self.refresh()

    def is_at(self, to: Destination) -> bool:
        return isinstance(to, ToStructure)

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
        elif self.identity is not None:
            self.identity.siret.setFocus()

    def left_off(self) -> TypedIdentity | None:
        """What is typed about the structure; None where nothing was asked yet."""
        if self.form is None or self.identity is None:
            return None
        typed = self.identity.siret.text()
        return TypedIdentity(self._shown, self.form.name.text(), self.form.profile(), typed)

    def go_on(self, left_off: TypedIdentity) -> None:
        opened = self.session.current
        if opened is not None and opened.assessment.id == left_off.assessment:
            self._build(opened)
            if self.form is not None and self.identity is not None:
                self.form.show_values(left_off.name, left_off.profile)
                self.identity.siret.setText(left_off.siret)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() / self.look.scale >= ROOM_FOR_WORDS
        self._says.setVisible(is_wide)
        self._says_above.setVisible(not is_wide)

    # --- What is kept -----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée takes the profile whose effect is said, from wherever one is in the form."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._is_other() and not isinstance(self.focusWidget(), QPushButton):
            self._keep()
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        """Keep the name that is typed; an empty one is none."""
        form, opened = self.form, self.session.current
        if form is None or opened is None or opened.assessment.id != self._shown:
            return
        if form.name_typed and form.isEnabled():
            self.presenter.rename(form.name_typed)
            self._known = (form.name_typed, self._known[1])

    def unsaved_words(self) -> str:
        """What is typed and neither saved nor about to be, as a part of a sentence."""
        form, opened = self.form, self.session.current
        if form is None or opened is None or opened.assessment.id != self._shown:
            return ""
        words = [] if self.identity is None else [self.identity.unread_words()]
        if form.isEnabled():
            words.append("" if form.name_typed else _("le nom de votre structure"))
            words.append(_("le profil de votre structure") if self._is_other() else "")
        return ", ".join(word for word in words if word)

    def _keep(self) -> None:
        """Keep the profile, whose effect was said."""
        form = self.form
        if form is None:
            return
        if not form.is_complete():
            block = form.focus_missing()
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(block, 0, MARGIN))
            return
        self._was_asked = True
        self.flush()
        self.presenter.change_profile(form.profile())
        self._known = (self._known[0], form.profile())
        if self.keep.hasFocus():
            form.name.setFocus()

    def _leave_as_it_was(self) -> None:
        """Show the profile that is kept again."""
        if self.form is not None:
            self.form.show_values(self.form.name.text(), self.presenter.intended_profile())
            self.form.name.setFocus()
            self._edited()

    def _identify(self) -> None:
        if self.identity is not None:
            self._was_asked = True
            self.presenter.change_identity(self.identity.identity())

    def _is_other(self) -> bool:
        """True for a profile that is neither kept nor about to be."""
        form, opened = self.form, self.session.current
        if form is None or opened is None:
            return False
        profiles = (dict(opened.profile), dict(self.presenter.intended_profile()))
        return any(form.profile() != profile for profile in profiles)

    def _take_back(self) -> None:
        if self.session.current is not None:
            self._show_saved(self.session.current)

    def _show_saved(self, opened: OpenAssessment) -> None:
        form, identity = self.form, self.identity
        if form is None or identity is None or self._shown != opened.assessment.id:
            return
        # What was not touched since follows what is kept: it may have been undone.
        known = (self.presenter.intended_name(), dict(self.presenter.intended_profile()))
        name = known[0] if form.name_typed == self._known[0] else form.name.text()
        profile = known[1] if form.profile() == self._known[1] else form.profile()
        if (name, profile) != (form.name.text(), form.profile()):
            form.show_values(name, profile)
        self._known = known
        if identity.identity() != self.presenter.intended_identity():
            identity.show_identity(self.presenter.intended_identity())
        is_sealed = opened.assessment.is_sealed
        form.setEnabled(not is_sealed)
        if is_sealed:
            self._offer(is_offered=False)
            self._say(
                _("L’année {year} est terminée : sa structure ne change plus.", year=_year(opened))
            )
        else:
            self._show_effect()

    def _finish_name(self) -> None:
        self._was_asked = True
        self.flush()
        self._show_effect()

    def _edited(self) -> None:
        """Keep at once what changes no question."""
        self._was_asked = False
        form, opened = self.form, self.session.current
        if form is not None and opened is not None and self._is_other():
            effect = effect_of(opened.questionnaire, opened.sheet, form.profile())
            if not (effect.more or effect.fewer) and form.is_complete():
                self._keep()
        self._show_effect()

    def _show_effect(self) -> None:
        form, opened = self.form, self.session.current
        if form is None or opened is None:
            return
        self._offer(is_offered=self._is_other())
        if self._is_other():
            self._say(_said(effect_of(opened.questionnaire, opened.sheet, form.profile())))
        elif not form.name_typed:
            self._say(_("Écrivez le nom de votre structure."))
        elif self._was_asked or self.session.is_waiting:
            self._say(_("Vos changements sont enregistrés."))
        else:
            self._say(_("Tout s’enregistre seul."))

    def _offer(self, *, is_offered: bool) -> None:
        for made in (self.keep, self.leave_it):
            made.setVisible(is_offered)
            made.setEnabled(is_offered)

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
        self.form.name.editingFinished.connect(self._finish_name)
        self._column.addWidget(self.form)
        self.identity = IdentityForm(self.look)
        self.identity.show_identity(self.presenter.intended_identity())
        self.identity.edited.connect(self._identify)
        self._column.addWidget(self.identity)
        self._column.addStretch(1)
        self._known = (opened.structure.name, dict(opened.profile))

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
        self.leave_it = button(look, _("Garder le profil d’avant"))
        self.leave_it.clicked.connect(self._leave_as_it_was)
        self.keep = button(look, _("Changer le profil"), "main")
        self.keep.clicked.connect(self._keep)
        row.addWidget(self.back)
        row.addWidget(self._says, 1)
        row.addStretch(0)
        row.addWidget(self.leave_it)
        row.addWidget(self.keep)
        self._offer(is_offered=False)
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
