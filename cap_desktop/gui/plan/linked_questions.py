"""The questions that an action works on: the level aimed at, and what it would change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cap_desktop.domain.plan.gains import ExpectedGain, level_of, next_level
from cap_desktop.domain.plan.plan import Action
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.domain.questionnaire.questions import Level, MaturityQuestion
from cap_desktop.gui.kit.basics import emptied, label
from cap_desktop.gui.kit.choice import Choice
from cap_desktop.gui.kit.entry_line import icon_button
from cap_desktop.gui.look.look import SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.services.local.open_plan import OpenPlan
from cap_desktop.words.gains import expected_words


class LinkedQuestions(QWidget):
    """Announces the questions and the levels aimed at as they should become."""

    questions_changed = Signal(object)
    aim_changed = Signal(object)
    question_wanted = Signal(str)
    gain_wanted = Signal(str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._action: Action | None = None
        self._shown: object = None
        self._sentences: dict[tuple[str, int], QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(label(look, _("Questions"), SMALL, SEMIBOLD))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(8))
        column.addLayout(self._rows)
        self.more = Choice(look, _("Ajouter une question"))
        self.more.chosen.connect(self._add)
        column.addWidget(self.more)

    def show_action(self, action: Action, opened: OpenPlan) -> None:
        """Show the questions of an action, and those of its themes that may be added."""
        self._action = action
        shown = (action.questions, action.themes, dict(action.expected_level), opened.results)
        if shown == self._shown:
            return
        self._shown = shown
        self._sentences.clear()
        emptied(self._rows)
        outline = opened.results.questionnaire.outline
        for name in action.questions:
            if name in outline.by_id:
                self._rows.addWidget(self._row(outline.by_id[name], opened))
        options = [("", _("Ajouter une question…"))]
        options += [
            (entry.id, entry.question.title)
            for entry in outline.questions
            if entry.theme in action.themes and entry.id not in action.questions
        ]
        self.more.show_options(options, "")
        self.more.setVisible(len(options) > 1)

    def show_gain(self, gain: ExpectedGain, questionnaire: Questionnaire) -> None:
        """Say what a level would change, under its question."""
        key = (gain.question, gain.rank)
        if key in self._sentences:
            words = self._sentences[key]
            words.setText(expected_words(gain, questionnaire))
            words.setVisible(True)

    def _row(self, entry: QuestionEntry, opened: OpenPlan) -> QWidget:
        look = self._look
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(look, entry.question.title, SMALL), 1)
        see = icon_button(
            look, "eye", _("Voir la question «\u00a0{title}\u00a0»", title=entry.question.title)
        )
        see.clicked.connect(lambda: self.question_wanted.emit(entry.id))
        head.addWidget(see)
        off = icon_button(
            look, "x", _("Retirer la question «\u00a0{title}\u00a0»", title=entry.question.title)
        )
        off.clicked.connect(lambda: self._remove(entry.id))
        head.addWidget(off)
        column.addLayout(head)
        if isinstance(entry.question, MaturityQuestion):
            self._add_aim(column, entry, entry.question, opened)
        return made

    def _add_aim(
        self,
        column: QVBoxLayout,
        entry: QuestionEntry,
        question: MaturityQuestion,
        opened: OpenPlan,
    ) -> None:
        """The level aimed at, and what it would change."""
        assert self._action is not None
        resolved = opened.results.questions[entry.id]
        today = level_of(resolved)
        aim = self._action.expected_level.get(entry.id)
        rank = next_level(resolved) if aim is None else aim
        choice = Choice(self._look, _("Niveau visé\u00a0: {title}", title=question.title))
        choice.show_options(
            [("", _("Sans niveau visé"))]
            + [
                (
                    str(level),
                    _("Viser le niveau {rank}\u00a0: {name}", rank=level, name=_name(item)),
                )
                for level, item in enumerate(question.levels)
            ],
            "" if rank is None else str(rank),
        )
        choice.chosen.connect(lambda chosen: self._aim(entry.id, chosen))
        column.addWidget(choice)
        words = label(self._look, "", SMALL, tone="accent")
        words.hide()
        column.addWidget(words)
        if rank is not None and rank != today and today is not None:
            self._sentences[entry.id, rank] = words
            self.gain_wanted.emit(entry.id, rank)

    def _add(self, name: str) -> None:
        if self._action is not None and name:
            self.questions_changed.emit((*self._action.questions, name))

    def _remove(self, name: str) -> None:
        if self._action is not None:
            kept = tuple(item for item in self._action.questions if item != name)
            self.questions_changed.emit(kept)

    def _aim(self, question: str, chosen: str) -> None:
        if self._action is not None:
            levels = dict(self._action.expected_level)
            levels.pop(question, None)
            if chosen:
                levels[question] = int(chosen)
            self.aim_changed.emit(levels)


def _name(level: Level) -> str:
    return level.title or level.description
