"""Ideas for the plan: what the results suggest, with the reason; nothing is added by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from cap_desktop.domain.plan.ideas import Idea
from cap_desktop.gui.kit.basics import button, emptied, label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import CAPTION, CARD, SEMIBOLD, SMALL, Look
from cap_desktop.gui.plan.plan_cells import BadgeMark
from cap_desktop.gui.plan.plan_rows import Badges, LevelBadge
from cap_desktop.i18n import _, counted
from cap_desktop.words.priorities import factor_lines, published_priority

FEW = 2
ROOMY = 600
"""Width from which what can be done about an idea stands beside its theme."""

ONE_LINE = 860
"""Width from which all of an idea stands on one line."""


class IdeaCard(QFrame):
    """One idea: its theme, why it is proposed, and « Ajouter »."""

    added = Signal()
    hidden_away = Signal()

    def __init__(self, look: Look, idea: Idea, badge: LevelBadge, reason: str) -> None:
        super().__init__()
        self.idea = idea
        px = look.px
        self.setProperty("box", "idea")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(4), px(10), px(4))
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(BadgeMark(look, badge), alignment=Qt.AlignmentFlag.AlignVCenter)
        self._words = words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        words.addWidget(label(look, idea.suggestion.title, SMALL, SEMIBOLD), 1)
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.setSpacing(px(4))
        score = _("{theme}\u00a0: {score}\u00a0sur\u00a0100", theme=badge.title, score=badge.score)
        self._said = label(look, score if badge.score else badge.title, CAPTION, tone="secondary")
        self._below.addWidget(self._said, 1)
        words.addLayout(self._below)
        row.addLayout(words, 1)
        title = idea.suggestion.title
        self.add = button(look, _("Ajouter"), "", "plus")
        self.add.setAccessibleName(_("Ajouter «\u00a0{title}\u00a0» au plan", title=title))
        self.add.clicked.connect(self.added)
        row.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        self._reason = label(look, reason, CAPTION, tone="secondary")
        self._reason.hide()
        column.addWidget(self._reason)
        self._look = look
        self.why = _link(look, _("Pourquoi cette idée"), title)
        self.why.setCheckable(True)
        self.why.toggled.connect(self._reason.setVisible)
        self.aside = _link(look, _("Masquer"), title)
        self.aside.clicked.connect(self.hidden_away)
        links = QHBoxLayout()
        links.setSpacing(px(8))
        if reason:
            links.addWidget(self.why)
        links.addWidget(self.aside)
        self._below.addLayout(links)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_roomy = self.width() >= self._look.px(ROOMY)
        self._below.setDirection(direction.LeftToRight if is_roomy else direction.TopToBottom)
        is_one_line = self.width() >= self._look.px(ONE_LINE)
        self._words.setDirection(direction.LeftToRight if is_one_line else direction.TopToBottom)
        self._said.setWordWrap(not is_one_line)
        self._words.setSpacing(self._look.px(16) if is_one_line else 0)


class IdeaCards(QFrame):
    """Folded beside a plan that has begun: ideas are made and shown on demand."""

    added = Signal(object)
    hidden_away = Signal(str)
    shown_again = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.px
        self.setProperty("box", "hero")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(4), px(14), px(4))
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(IconLabel(look, "lightbulb", "accent"))
        title = _("Idées tirées de vos thèmes les plus bas")
        head.addWidget(label(look, title, CARD, SEMIBOLD), 1)
        self.again = button(look, "", "link")
        self.again.clicked.connect(self.shown_again)
        head.addWidget(self.again)
        self.all = button(look, "", "link")
        self.all.setCheckable(True)
        self.all.toggled.connect(lambda _on: self._lay())
        head.addWidget(self.all)
        column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        column.addLayout(self._list)
        self.cards: list[IdeaCard] = []
        self._make: Callable[[int], list[IdeaCard]] = lambda _from: []
        self._count = 0
        self._shown: object = None

    def show_ideas(self, ideas: Sequence[Idea], hidden: int, badges: Badges) -> None:
        """Show other ideas, and how many were put aside."""
        shown = ([(idea.id, idea.alerts) for idea in ideas], hidden, badges.scores)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._list)
        add, hide = self.added.emit, self.hidden_away.emit
        self.cards = idea_cards(self._look, ideas[:FEW], badges, add, hide)
        self._make = lambda start: idea_cards(self._look, ideas[start:], badges, add, hide)
        self._count = len(ideas)
        self.all.setVisible(bool(ideas))
        self.again.setVisible(hidden > 0)
        self.again.setText(
            counted("Revoir {number} idée masquée", "Revoir {number} idées masquées", hidden)
        )
        self._lay()

    def _lay(self) -> None:
        is_open = self.all.isChecked()
        if is_open and len(self.cards) < self._count:
            self.cards += self._make(len(self.cards))
        self.all.setText(
            _("Replier les idées")
            if is_open
            else counted("Voir {number} idée", "Voir les {number} idées", self._count)
        )
        for card in self.cards:
            self._list.addWidget(card)
            card.setVisible(is_open)


def idea_cards(
    look: Look,
    ideas: Sequence[Idea],
    badges: Badges,
    add: Callable[[object], object],
    hide: Callable[[str], object],
) -> list[IdeaCard]:
    """A card for each idea."""
    made = []
    for idea in ideas:
        badge = badges.of(idea.themes[0] if idea.themes else "")
        card = IdeaCard(look, idea, badge, _reason(idea, badges))
        card.added.connect(lambda idea=idea: add(idea))
        card.hidden_away.connect(lambda idea=idea: hide(idea.id))
        made.append(card)
    return made


def _reason(idea: Idea, badges: Badges) -> str:
    """The lines of a list that are missing, or the published priority and its factors."""
    if missing := badges.missing(idea):
        return "\n".join(missing)
    lines = [f"{line.name}\u00a0: {line.figure} ({line.words})" for line in factor_lines(idea)]
    return " · ".join([published_priority(idea), *lines]) if lines else ""


def _link(look: Look, words: str, title: str) -> QPushButton:
    made = button(look, words, "link")
    made.setAccessibleName(f"{words}\u00a0: {title}")
    return made
