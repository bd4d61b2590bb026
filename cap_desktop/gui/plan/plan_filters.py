"""Which actions are shown, in what order, and the two buttons that move one."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from cap_desktop.domain.plan.plan import OPEN
from cap_desktop.domain.plan.plan_order import ActionFilter, ActionOrder, owners
from cap_desktop.gui.kit.basics import button, label
from cap_desktop.gui.kit.choice import Choice
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look.look import BUTTON, Look
from cap_desktop.gui.plan.plan_rows import GIVEN, RowOrder
from cap_desktop.i18n import _
from cap_desktop.services.local.open_plan import OpenPlan
from cap_desktop.words.action_states import LATE


class PlanFilters(QWidget):
    """Holds what was chosen to look at; it changes nothing in the plan."""

    changed = Signal()
    moved = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.states = self._choice(_("Filtrer par avancement"))
        self.themes = self._choice(_("Filtrer par thème"))
        self.owners = self._choice(_("Filtrer par pilote"))
        self.orders = self._choice(_("Trier"))
        self.states.show_options(
            [("", _("Toutes les actions")), ("open", _("À faire")), ("late", _(LATE))], ""
        )
        self.orders.show_options(
            [
                ("given", _("Votre ordre")),
                ("priority", _("Par priorité")),
                ("-priority", _("Par priorité, de la plus basse")),
                ("due", _("Par échéance")),
                ("-due", _("Par échéance, de la plus lointaine")),
                ("owner", _("Par pilote")),
                ("-owner", _("Par pilote, de Z à A")),
                ("theme", _("Par thème")),
                ("-theme", _("Par thème, du dernier")),
                ("title", _("Par action, de A à Z")),
                ("-title", _("Par action, de Z à A")),
                ("state", _("Par avancement")),
                ("-state", _("Par avancement, des terminées")),
            ],
            "given",
        )
        self._choices = (self.states, self.themes, self.owners, self.orders)
        for choice in self._choices:
            choice.chosen.connect(lambda _name: self.changed.emit())
        self.up = self._arrow("arrow-up", _("Monter l’action (Alt + flèche haut)"), -1)
        self.down = self._arrow("arrow-down", _("Descendre l’action (Alt + flèche bas)"), 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(8))
        self._fitted: tuple[int, bool] | None = None
        self.fit(len(self._choices))

    def _choice(self, name: str) -> Choice:
        """A list whose closed box says its value only: a reader finds its name in a label."""
        made = Choice(self._look, name)
        words = label(self._look, name)
        words.setParent(self)
        words.setBuddy(made)
        words.hide()
        made.setParent(self)
        return made

    def _arrow(self, icon: str, name: str, step: int) -> QPushButton:
        made = button(self._look, name, "arrow", icon)
        made.setText("")
        give_hint(made, name)
        made.setFixedSize(self._look.px(BUTTON), self._look.px(BUTTON))
        made.clicked.connect(lambda: self.moved.emit(step))
        return made

    # --- What was chosen --------------------------------------------------------------

    @property
    def order(self) -> RowOrder:
        """The order to show the actions in."""
        name: str = self.orders.currentData()
        return RowOrder(cast(ActionOrder, name.lstrip("-")), name.startswith("-"))

    @property
    def filter(self) -> ActionFilter:
        """Which actions to show."""
        state = self.states.currentData()
        return ActionFilter(
            states=OPEN if state == "open" else frozenset(),
            theme=self.themes.currentData() or "",
            owner=self.owners.currentData() or "",
            late_only=state == "late",
        )

    @property
    def is_whole(self) -> bool:
        """True where every action is shown, in the order the structure gave."""
        return self.filter == ActionFilter() and self.order == GIVEN

    def choose_order(self, order: str) -> None:
        """Take an order, then the other way round, then the structure's own again."""
        taken = self.orders.currentData()
        chosen = {order: f"-{order}", f"-{order}": "given"}.get(taken, order)
        self.orders.setCurrentIndex(self.orders.findData(chosen))
        self.changed.emit()

    def show_all(self) -> None:
        """Show every action again."""
        for choice in (self.states, self.themes, self.owners):
            choice.setCurrentIndex(0)
        self.changed.emit()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen in each list."""
        return tuple(choice.currentData() or "" for choice in self._choices)

    def choose(self, chosen: tuple[str, ...]) -> None:
        """Choose again what was chosen, where it is still there."""
        for choice, name in zip(self._choices, chosen, strict=True):
            choice.setCurrentIndex(max(choice.findData(name), 0))
        self.changed.emit()

    # --- Showing ----------------------------------------------------------------------

    def show_plan(self, opened: OpenPlan) -> None:
        """Propose the themes and owners of the plan; what was chosen stays where it can."""
        used = {theme for action in opened.actions for theme in action.themes}
        themes = [
            (theme.id, f"{theme.code} · {theme.label}")
            for theme in opened.results.questionnaire.outline.themes()
            if theme.id in used
        ]
        chosen = self.themes.currentData() or ""
        self.themes.show_options([("", _("Tous les thèmes")), *themes], chosen)
        names = [(name, name) for name in owners(opened.actions)]
        chosen = self.owners.currentData() or ""
        self.owners.show_options([("", _("Tous les pilotes")), *names], chosen)

    def allow_moving(self, *, can_move: bool) -> None:
        """Offer to move the current action, where it can be."""
        self.up.setEnabled(can_move)
        self.down.setEnabled(can_move)

    def fit(self, columns: int, *, arrows_below: bool = False) -> None:
        """One row, or two where there is less room; the arrows may go under them."""
        if (columns, arrows_below) == self._fitted:
            return
        self._fitted = (columns, arrows_below)
        for rank, choice in enumerate(self._choices):
            self._grid.addWidget(choice, rank // columns, rank % columns)
        arrows = QHBoxLayout()
        arrows.setSpacing(self._look.px(8))
        arrows.addWidget(self.up)
        arrows.addWidget(self.down)
        last = (len(self._choices) - 1) // columns
        if arrows_below:
            arrows.addStretch(1)
            self._grid.addLayout(arrows, last + 1, 0)
        else:
            self._grid.addLayout(arrows, last, columns)
