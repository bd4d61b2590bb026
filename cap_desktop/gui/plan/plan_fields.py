"""The fields of an action, from its title to its history; folds keep them calm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import button, label, scrolled
from cap_desktop.gui.kit.choice import Choice
from cap_desktop.gui.kit.day_field import DayField, Today
from cap_desktop.gui.kit.entry_line import icon_button
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.section import FoldingSection
from cap_desktop.gui.kit.segments import Segments
from cap_desktop.gui.look.look import CAPTION, CARD, SEMIBOLD, SMALL, Look
from cap_desktop.gui.plan.linked_questions import LinkedQuestions
from cap_desktop.gui.plan.milestone_list import MilestoneList
from cap_desktop.gui.plan.plan_text import PlanText
from cap_desktop.gui.plan.plan_words import PROGRESS
from cap_desktop.gui.plan.review_list import ReviewList
from cap_desktop.i18n import _
from cap_desktop.words.action_states import PRIORITIES, STATES, STEPS, share_words
from cap_desktop.words.actions import MEANS, field_name

SIDE = 20
DAY = 166
RANK = 108
"""The longest theme is read whole beside a priority of this width."""


class PlanFields(QFrame):
    """Lays the fields out and says what is chosen in them; who holds it keeps the action."""

    left = Signal()
    changed = Signal(object)
    """Some fields and their values, as a dict."""
    entry_edited = Signal(str, object, object)
    """The milestones or the reviews, and an entry of them: as it was, and as it is now."""
    theme_chosen = Signal(str)
    state_chosen = Signal(str)
    figure_chosen = Signal(str)
    question_wanted = Signal(str)
    gain_wanted = Signal(str, int)
    history_wanted = Signal()

    def __init__(self, look: Look, figure_fault: Callable[[str], str], today: Today) -> None:
        """`figure_fault` says what is wrong with a value of the indicator."""
        super().__init__()
        self.setProperty("box", "aside")
        self.look = look
        self._figure_fault, self._today = figure_fault, today
        self.texts: dict[str, PlanText] = {}
        self.holds_action = False
        """True while an action is shown: only then something may be wrong with it."""
        self._build()

    # --- Building ---------------------------------------------------------------------

    def _build(self) -> None:
        px = self.look.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(SIDE), px(14), px(10), px(4))
        self.title = label(self.look, _("Modifier l’action"), CARD, SEMIBOLD)
        head.addWidget(self.title, 1)
        self.close_it = icon_button(self.look, "x", _("Revenir au plan (Échap)"))
        self.close_it.clicked.connect(self.left)
        head.addWidget(self.close_it)
        outer.addLayout(head)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(px(SIDE), px(4), px(SIDE), px(16))
        self.column.setSpacing(px(10))
        self.area = scrolled(inside)
        outer.addWidget(self.area, 1)
        self._build_first()
        self._build_folds()
        self.column.addStretch(1)
        outer.addWidget(self._foot())

    def _build_first(self) -> None:
        """What every action needs."""
        look, column = self.look, self.column
        self._text("title", is_one_line=True, check=self._title_fault)
        both = self._pair()
        self.themes = Choice(look, field_name("themes"))
        self.themes.setFont(look.font(SMALL))
        self.themes.chosen.connect(self.theme_chosen)
        self._named(both[0], "themes", self.themes)
        self.priority = Choice(look, field_name("priority"))
        options = [(str(rank), _(words)) for rank, words in PRIORITIES.items()]
        self.priority.show_options(options, "")
        self.priority.chosen.connect(lambda rank: self._change(priority=int(rank)))
        self.priority.setFont(look.font(SMALL))
        self.priority.setFixedWidth(look.px(RANK))
        self._named(both[1], "priority", self.priority)
        self.gain = label(look, "", SMALL, tone="accent")
        column.addWidget(self.gain)
        self._text("goal")
        left, right = self._pair()
        self._text("owner", left, is_one_line=True)
        give_hint(
            self.texts["owner"].edit, _("Plusieurs pilotes\u00a0: séparez-les par une virgule")
        )
        left.addStretch(1)
        self.due = DayField(look, name=field_name("due"), today=self._today)
        self.due.column.setContentsMargins(0, 0, 0, 0)
        self.due.line.setFixedWidth(look.px(DAY))
        self.due.line.setPlaceholderText(_("ex. 31/03/2027"))
        self.due.answered.connect(lambda day: self._change(due=day))
        right.addWidget(self.due)
        right.addStretch(1)
        self._build_progress()

    def _build_progress(self) -> None:
        look, column = self.look, self.column
        states = [(name, _(words)) for name, words in STATES.items()]
        self.state = Segments(look, field_name("state"), states, len(states))
        self.state.chosen.connect(self.state_chosen)
        self._named(column, "state", self.state)
        shares = [(str(share), share_words(share)) for share in PROGRESS]
        self.progress = Segments(look, field_name("progress"), shares, 5)
        self.progress.chosen.connect(lambda share: self._change(progress=int(share)))
        column.addWidget(self.progress)
        self._text("drop_reason")

    def _build_folds(self) -> None:
        look = self.look
        why = self._section("lightbulb", _("Constat et questions"))
        self._text("finding", why.column)
        self.questions = LinkedQuestions(look)
        self.questions.questions_changed.connect(lambda names: self._change(questions=names))
        self.questions.aim_changed.connect(lambda levels: self._change(expected_level=levels))
        self.questions.question_wanted.connect(self.question_wanted)
        self.questions.gain_wanted.connect(self.gain_wanted)
        why.column.addWidget(self.questions)
        self.means = self._section("user-round", _("Contributeurs et moyens"))
        self._text("contributors", self.means.column, is_one_line=True)
        for name in MEANS:
            self._text(name, self.means.column)
        self.milestones_section = self._section("calendar", field_name("milestones"))
        self.milestones = MilestoneList(look, self._today)
        self.milestones.edited.connect(
            lambda old, new: self.entry_edited.emit("milestones", old, new)
        )
        self.milestones_section.column.addWidget(self.milestones)
        self._build_indicator()
        self._build_outcome()
        self.reviews_section = self._section("messages-square", field_name("reviews"))
        self.reviews = ReviewList(look, self._today)
        self.reviews.edited.connect(lambda old, new: self.entry_edited.emit("reviews", old, new))
        self.reviews_section.column.addWidget(self.reviews)
        self.past = self._section("rotate-ccw", _("Historique"))
        self.past.opened.connect(self.history_wanted)
        self.past_lines = QVBoxLayout()
        self.past_lines.setSpacing(look.px(8))
        self.past.column.addLayout(self.past_lines)

    def _build_indicator(self) -> None:
        section = self._section("chart-bar", field_name("indicator"))
        self._text("indicator", section.column)
        self.figure = Choice(self.look, _("Chiffre du questionnaire"))
        self.figure.chosen.connect(self.figure_chosen)
        section.column.addWidget(self.figure)
        self._text("start_value", section.column, is_one_line=True, check=self._figure_fault)
        self._text("target_value", section.column, is_one_line=True, check=self._figure_fault)

    def _build_outcome(self) -> None:
        section = self._section("circle-check", _("Suivi et résultat"))
        steps = [(name, _(words)) for name, words in STEPS.items()]
        self.step = Segments(self.look, field_name("step"), steps, 2)
        self.step.chosen.connect(lambda step: self._change(step=step))
        self._named(section.column, "step", self.step)
        self._text("proof", section.column)
        self._text("effectiveness", section.column)
        self.observed = label(self.look, "", SMALL, tone="accent")
        section.column.addWidget(self.observed)

    def _foot(self) -> QWidget:
        made = QFrame()
        made.setProperty("box", "foot")
        column = QVBoxLayout(made)
        px = self.look.px
        column.setContentsMargins(px(10), px(6), px(SIDE), px(6))
        column.setSpacing(0)
        # Above the buttons: beside the table, there is no room after them.
        self.carried = label(self.look, "", CAPTION, tone="secondary")
        self.carried.setContentsMargins(px(SIDE - 10), 0, 0, 0)
        self.carried.hide()
        column.addWidget(self.carried)
        row = QHBoxLayout()
        column.addLayout(row)
        self.remove = button(self.look, _("Supprimer"), "quiet", "trash-2")
        row.addWidget(self.remove)
        self.duplicate = button(self.look, _("Dupliquer"), "quiet")
        row.addWidget(self.duplicate)
        row.addStretch(1)
        return made

    def _title_fault(self, text: str) -> str:
        is_needed = self.holds_action and not text
        return _("Donnez un intitulé à l’action.") if is_needed else ""

    def _change(self, **fields: object) -> None:
        self.changed.emit(fields)

    def _section(self, icon: str, title: str) -> FoldingSection:
        made = FoldingSection(self.look, icon, title)
        self.column.addWidget(made)
        return made

    def _pair(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Two columns beside each other; the first one takes what the second one leaves."""
        both = QHBoxLayout()
        both.setSpacing(self.look.px(12))
        self.column.addLayout(both)
        left, right = QVBoxLayout(), QVBoxLayout()
        both.addLayout(left, 1)
        both.addLayout(right)
        return left, right

    def _named(self, column: QVBoxLayout, field: str, widget: QWidget) -> None:
        """A control with its name above it."""
        box = QVBoxLayout()
        box.setSpacing(self.look.px(4))
        words = label(self.look, field_name(field), SMALL, SEMIBOLD)
        words.setBuddy(widget)
        box.addWidget(words)
        box.addWidget(widget)
        column.addLayout(box)

    def _text(
        self,
        field: str,
        column: QVBoxLayout | None = None,
        *,
        is_one_line: bool = False,
        check: Callable[[str], str] | None = None,
    ) -> None:
        made = PlanText(self.look, field_name(field), is_one_line=is_one_line, check=check)
        made.answered.connect(lambda text: self._change(**{field: _written(field, text)}))
        (self.column if column is None else column).addWidget(made)
        self.texts[field] = made


def _written(field: str, text: object) -> object:
    """The text as the action holds it: some fields are never absent."""
    return text or "" if field in ("owner", "contributors") else text
