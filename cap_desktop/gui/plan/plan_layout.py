"""How the page of the plan is laid out: the actions, and beside or instead of them, one action."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.gui.kit.basics import button, hold_width, label, scrolled
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look.look import BODY, BOLD, GAP, MARGIN, SMALL, TITLE, Look
from cap_desktop.gui.plan.carry_card import CarryCard
from cap_desktop.gui.plan.idea_cards import IdeaCards
from cap_desktop.gui.plan.plan_editor import PlanEditor
from cap_desktop.gui.plan.plan_empty import PlanEmpty
from cap_desktop.gui.plan.plan_filters import PlanFilters
from cap_desktop.gui.plan.plan_table import PlanTable
from cap_desktop.gui.plan.projection_card import ProjectionCard
from cap_desktop.gui.plan.several_actions import SeveralActions
from cap_desktop.i18n import _

EDITOR = 388
SIDE_BY_SIDE = 980
"""Effective width under which an action takes the place of the table."""

ONE_ROW = 940
ARROWS_BESIDE = 620


class PlanLayout(QWidget):
    """Makes and places the widgets; the page that holds it says what they show and do."""

    export_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._editor: PlanEditor | None = None
        px = look.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        page.addLayout(self._row, 1)
        inside = QWidget()
        self.area = scrolled(inside)
        self._row.addWidget(self.area, 1)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(px(MARGIN), px(GAP), px(MARGIN - 4), px(GAP))
        self.column.setSpacing(px(12))
        self._build()
        self.show_unread()

    def add_editor(self, editor: PlanEditor) -> None:
        """Give one action its place; it is shown once an action is open."""
        editor.hide()
        self._editor = editor
        self._row.addWidget(editor)

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        look, column = self.look, self.column
        column.addLayout(self._head())
        self.warning = label(look, "", SMALL, tone="warning")
        column.addWidget(self.warning)
        self.empty = PlanEmpty(look)
        self.carry = CarryCard(look)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.empty, 8)
        middle.addStretch(1)
        column.addWidget(self.carry)
        column.addLayout(middle)
        self.filled = QWidget()
        inside = QVBoxLayout(self.filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self.look.px(12))
        self.projection = ProjectionCard(look)
        self.projection.hide()
        inside.addWidget(self.projection)
        self.ideas = IdeaCards(look)
        inside.addWidget(self.ideas)
        inside.addLayout(self._former())
        self.filters = PlanFilters(look)
        inside.addWidget(self.filters)
        inside.addWidget(self._actions())
        inside.addWidget(self._nothing())
        column.addWidget(self.filled)
        column.addStretch(1)

    def _head(self) -> QBoxLayout:
        look, px = self.look, self.look.px
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = label(look, "", TITLE, BOLD)
        self.count = label(look, "", SMALL, tone="secondary")
        words.addWidget(self.title)
        words.addWidget(self.count)
        self._head_row.addLayout(words, 1)
        acts = QHBoxLayout()
        acts.setSpacing(px(10))
        self.what_if = button(look, _("Et si…"), "", "trending-up")
        self.what_if.setCheckable(True)
        give_hint(self.what_if, _("Voir les scores si des actions réussissent"))
        self.export = button(look, _("Exporter"), "", "download")
        self.export.setMenu(QMenu(self.export))
        self.new = button(look, _("Nouvelle action"), "main", "plus")
        give_hint(self.new, _("Ctrl + N"))
        for made in (self.what_if, self.export, self.new):
            acts.addWidget(made)
        acts.addStretch(0)
        self._head_row.addLayout(acts)
        return self._head_row

    def offer_export(self, kind: str, words: str) -> None:
        """Add a kind to what « Exporter » offers; `export_wanted` then names it."""
        menu = self.export.menu()
        assert menu is not None
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked=False: self.export_wanted.emit(kind))
        menu.addAction(action)

    def _former(self) -> QHBoxLayout:
        """What goes on from the former plan, while there is something."""
        row = QHBoxLayout()
        row.setSpacing(self.look.px(12))
        self.former_words = label(self.look, "", SMALL, tone="secondary")
        row.addWidget(self.former_words, 1)
        self.choose_former = button(self.look, _("Choisir celles qui continuent"), "link")
        row.addWidget(self.choose_former)
        return row

    def _actions(self) -> QFrame:
        self.table_card = QFrame()
        self.table_card.setProperty("box", "card")
        self.table_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self.table_card)
        edge = self.look.px(2)
        column.setContentsMargins(edge, edge, edge, edge)
        self.table = PlanTable(self.look)
        self.several = SeveralActions(self.look)
        column.addWidget(self.several)
        column.addWidget(self.table)
        return self.table_card

    def _nothing(self) -> QWidget:
        """What is said where the filters keep no action."""
        self.nothing = QWidget()
        row = QHBoxLayout(self.nothing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self.look, _("Aucune action ne correspond."), BODY))
        self.show_all = button(self.look, _("Montrer toutes les actions"), "quiet")
        row.addWidget(self.show_all)
        row.addStretch(1)
        return self.nothing

    def show_unread(self) -> None:
        """Show no plan: none is read yet."""
        self.title.setText(_("Plan d’amélioration"))
        self.count.setText("")
        for made in (self.warning, self.carry, self.empty, self.filled):
            made.hide()
        for act in (self.what_if, self.export, self.new):
            act.hide()

    # --- Arranging --------------------------------------------------------------------

    @property
    def is_wide(self) -> bool:
        """True where an action has room beside the table."""
        return self.width() / self.look.scale > SIDE_BY_SIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the editor beside the actions, or in their place."""
        px, wide = self.look.px, self.is_wide
        is_open = self._editor is not None and bool(self._editor.action)
        if self._editor is not None:
            hold_width(self._editor, px(EDITOR) if wide else 0)
            self._editor.setVisible(is_open)
        self.area.setVisible(wide or not is_open)
        room = self.width() / self.look.scale - (EDITOR if wide and is_open else 0)
        is_roomy = room >= ONE_ROW
        direction = QBoxLayout.Direction
        self._head_row.setDirection(direction.LeftToRight if is_roomy else direction.TopToBottom)
        self.filters.fit(4 if is_roomy else 2, arrows_below=room < ARROWS_BESIDE)
