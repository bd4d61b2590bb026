"""A whole theme: how far it is and where it stands, or every question with its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import ComputedQuestion
from cap_desktop.domain.scoring.indicators import count_of
from cap_desktop.domain.scoring.profile_effect import awaiting_profile
from cap_desktop.gui.answering.question_row import QuestionRow, question_state
from cap_desktop.gui.answering.question_title import QuestionTitle
from cap_desktop.gui.kit.basics import (
    button,
    card,
    emptied,
    label,
    rule,
)
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import (
    BODY,
    BOLD,
    CARD,
    GAP,
    HEADING,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Look,
)
from cap_desktop.gui.presentation.answer_words import is_unfinished
from cap_desktop.gui.presentation.progress import displayed, short_title
from cap_desktop.i18n import _, mark
from cap_desktop.services.local.open_assessment import OpenAssessment
from cap_desktop.words.counts import questions_words
from cap_desktop.words.held import answer_count
from cap_desktop.words.numbers import figure, percent
from cap_desktop.words.score_line import no_band, score_in_band
from cap_desktop.words.states import UNANSWERED, UNFINISHED, UNKNOWN
from cap_desktop.words.undecided import undecided_words

WIDTH = 760
NO_POSITION = mark("Pas encore de position")
_KINDS = (
    ("flag", mark("À discuter"), mark("{number} à discuter")),
    ("pencil", UNFINISHED, mark("{number} à terminer")),
    ("circle-question-mark", UNKNOWN, mark("{number} « je ne sais pas »")),
    ("minus", UNANSWERED, mark("{number} sans réponse")),
)


class ThemeSummary(QWidget):
    """Shown at the end of a theme, and when the whole theme is asked for."""

    question_wanted = Signal(str)
    list_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        px = look.px
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(MARGIN), px(20), px(MARGIN), px(20))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(GAP))
        self.top = QVBoxLayout()
        self._column.addLayout(self.top)
        self.title = QuestionTitle(look)
        self._column.addWidget(self.title)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(GAP))
        self._column.addLayout(self._cards)
        self._column.addStretch(1)
        outer.addWidget(holder, 1)

    def show_end(self, opened: OpenAssessment, theme: str) -> None:
        """Show what was answered, what waits, and where the theme stands."""
        node = opened.questionnaire.outline.nodes[theme]
        short = short_title(opened, theme)
        said = _score_words(opened, theme)
        self._head(_("{theme}\u00a0: vous avez tout parcouru", theme=short), said)
        emptied(self._cards)
        entries = displayed(opened, node)
        self._cards.addWidget(self._score(opened, theme))
        self._cards.addWidget(self._counts(opened, theme, entries))
        for title, found in _groups(opened, entries):
            self._cards.addWidget(self._list(opened, title, found))
        every = button(self.look, _("Toutes les questions du thème"), "", "list-checks")
        every.clicked.connect(self.list_wanted)
        self._cards.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def show_list(self, opened: OpenAssessment, theme: str) -> None:
        """Show every question of the theme with its saved answer."""
        node = opened.questionnaire.outline.nodes[theme]
        emptied(self._cards)
        entries = displayed(opened, node)
        count = questions_words(count_of(opened.results.questions[item.id] for item in entries))
        self._head(node.title, count)
        self._cards.addWidget(self._list(opened, count, entries))

    # --- Pieces -----------------------------------------------------------------------

    def _head(self, text: str, under: str) -> None:
        """Show the title, where one arrives; a reader says with it what stands just under it."""
        self.title.setText(text)
        self.title.setAccessibleDescription(under)

    def _score(self, opened: OpenAssessment, theme: str) -> QFrame:
        frame, column = card(self.look)
        node = opened.results.nodes[theme]
        band = opened.results.band_of(node)
        if node.score is None:
            column.addWidget(label(self.look, _(NO_POSITION), CARD, SEMIBOLD))
            if node.coverage is not None:
                text = _(
                    "{coverage} des questions comptées ont une réponse\u00a0: "
                    "ce n’est pas encore assez.",
                    coverage=percent(node.coverage),
                )
            else:
                text = _("Ce thème ne compte pas dans la position.")
            column.addWidget(label(self.look, text, SMALL, tone="secondary"))
            return frame
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        decimals = opened.questionnaire.settings.decimals
        score = label(self.look, figure(node.score, decimals), TITLE, BOLD, "accent")
        score.setWordWrap(False)
        row.addWidget(score)
        row.addWidget(label(self.look, _("sur 100"), BODY, tone="secondary"))
        named = "" if band is None else band.title
        row.addWidget(label(self.look, named, HEADING, SEMIBOLD), 1)
        column.addLayout(row)
        if band is None and node.coverage is not None:
            column.addWidget(label(self.look, no_band(node.coverage), BODY, SEMIBOLD))
        notice = _("Une position déclarée par vous-mêmes\u00a0: ni un label, ni une certification.")
        column.addWidget(label(self.look, notice, SMALL, tone="secondary"))
        return frame

    def _counts(
        self, opened: OpenAssessment, theme: str, entries: tuple[QuestionEntry, ...]
    ) -> QFrame:
        """How many questions are in each state; the words say it, the drawings help."""
        frame, column = card(self.look)
        asked = [entry for entry in entries if not isinstance(entry.question, ComputedQuestion)]
        waiting = {title: len(found) for title, found in _groups(opened, entries)}
        answered = sum(_is_answered(opened, entry) for entry in asked)
        lines = [("circle-check", answer_count(answered))]
        for icon, title, words in _KINDS:
            if _(title) in waiting:
                lines.append((icon, _(words, number=waiting[_(title)])))
        undecided = awaiting_profile(opened.questionnaire, opened.profile, opened.results.questions)
        inside = sum(opened.questionnaire.outline.by_id[name].theme == theme for name in undecided)
        if inside:
            lines.append(("building-2", f"{undecided_words(inside)}."))
        for icon, words in lines:
            row = QHBoxLayout()
            row.setSpacing(self.look.px(10))
            row.addWidget(IconLabel(self.look, icon, "attention" if icon == "flag" else "accent"))
            row.addWidget(label(self.look, words, BODY), 1)
            column.addLayout(row)
        return frame

    def _list(
        self, opened: OpenAssessment, title: str, entries: tuple[QuestionEntry, ...]
    ) -> QFrame:
        frame, column = card(self.look)
        column.setSpacing(self.look.px(2))
        column.addWidget(label(self.look, title, CARD, SEMIBOLD))
        for entry in entries:
            column.addWidget(rule())
            row = QuestionRow(self.look, question_state(opened, entry))
            row.clicked.connect(lambda _checked, name=entry.id: self.question_wanted.emit(name))
            column.addWidget(row)
        return frame


def _score_words(opened: OpenAssessment, theme: str) -> str:
    """Where a theme stands, in a few words."""
    node = opened.results.nodes[theme]
    band = opened.results.band_of(node)
    if node.score is None or node.coverage is None:
        return _(NO_POSITION)
    reading = no_band(node.coverage) if band is None else band.title
    return score_in_band(node.score, opened.questionnaire.settings.decimals, reading)


def _is_answered(opened: OpenAssessment, entry: QuestionEntry) -> bool:
    answer = opened.answer(entry.id)
    return answer.na or answer.value is not None


def _groups(
    opened: OpenAssessment, entries: tuple[QuestionEntry, ...]
) -> tuple[tuple[str, tuple[QuestionEntry, ...]], ...]:
    """What deserves a second look, each group that holds something."""
    asked = [entry for entry in entries if not isinstance(entry.question, ComputedQuestion)]
    unknown = [entry for entry in asked if opened.answer(entry.id).unknown]
    half = [entry for entry in asked if is_unfinished(opened, entry)]
    seen = {entry.id for entry in (*unknown, *half)}
    bare = [
        entry
        for entry in asked
        if entry.question.required and not _is_answered(opened, entry) and entry.id not in seen
    ]
    discussed = [entry for entry in entries if opened.is_discussed(entry.id)]
    groups = zip(
        (title for _icon, title, _words in _KINDS), (discussed, half, unknown, bare), strict=True
    )
    return tuple((_(title), tuple(found)) for title, found in groups if found)
