"""Home: where the team stands, and the one thing to do now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.assessment import Assessment
from cap_desktop.domain.exact import published
from cap_desktop.gui.reading import next_question, themes
from cap_desktop.gui.theme import (
    BODY,
    BOLD,
    CARD,
    GAP,
    HEADING,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Theme,
)
from cap_desktop.gui.widgets.fresh_page import FreshPage
from cap_desktop.gui.widgets.pieces import button, card, emptied, label, rule
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _, counted
from cap_desktop.services.assessments import OpenAssessment

MINUTES_A_QUESTION = 2
SIDE_WIDTH = 392
TWO_COLUMNS = 980
WIDEST = 16_777_215
"""Qt's own word for « as wide as there is room »."""


class HomePage(FreshPage):
    """Shows the open assessment as a whole."""

    question_wanted = Signal(str)
    results_wanted = Signal()
    year_wanted = Signal(str)
    new_year_wanted = Signal(int)

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(theme, workspace, parent)
        px = theme.px
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.inside)
        row.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        row.setSpacing(px(GAP))
        self._row = row
        self._main = QVBoxLayout()
        self._main.setSpacing(px(GAP))
        self._side = QVBoxLayout()
        self._side.setSpacing(px(GAP))
        self._aside = QWidget()
        self._aside.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._main, 1)
        row.addWidget(self._aside)

    def draw(self, opened: OpenAssessment) -> None:
        """Show where the assessment stands."""
        emptied(self._main)
        emptied(self._side)
        left = opened.results.progress.asked - opened.results.progress.done
        title = (
            counted("Il reste {number} question.", "Il reste {number} questions.", left)
            if left
            else _("Toutes les questions ont une réponse.")
        )
        self._main.addWidget(label(self.theme, title, TITLE, BOLD))
        about = _(
            "{name} · CAP {year}, version {version} du questionnaire",
            name=opened.structure.name,
            year=opened.assessment.year,
            version=opened.questionnaire.version,
        )
        self._main.addWidget(label(self.theme, about, BODY, tone="secondary"))
        self._show_now(opened)
        self._show_then(opened)
        self._main.addStretch(1)
        self._show_structures(opened)
        self._show_years(opened)
        self._side.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() / self.theme.scale >= TWO_COLUMNS
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._aside.setFixedWidth(self.theme.px(SIDE_WIDTH)) if is_wide else self._widen()

    def _widen(self) -> None:
        self._aside.setMinimumWidth(0)
        self._aside.setMaximumWidth(WIDEST)

    def focus_main(self) -> None:
        """Put the focus on the one thing to do."""
        self.now.setFocus()

    def _show_now(self, opened: OpenAssessment) -> None:
        frame, column = card(self.theme, "hero")
        entry = next_question(opened)
        column.addWidget(label(self.theme, _("À faire maintenant"), SMALL, SEMIBOLD, "accent"))
        if entry is None:
            column.addWidget(label(self.theme, _("Lire vos résultats"), HEADING, BOLD))
            text = _("Vous avez tout rempli. Regardez ensemble ce qui en ressort.")
            self.now = button(self.theme, _("Voir les résultats"), "main", "arrow-right")
            self.now.clicked.connect(self.results_wanted)
        else:
            node = opened.questionnaire.outline.nodes[entry.theme]
            begun = opened.results.progress.done > 0
            words = _("Reprendre « {theme} »") if begun else _("Commencer par « {theme} »")
            column.addWidget(label(self.theme, words.format(theme=node.title), HEADING, BOLD))
            item = next(found for found in themes(opened) if found.theme.id == entry.theme)
            left = item.asked - item.done
            text = _(
                "{left} à remplir dans ce thème. Comptez {minutes} min.",
                left=counted("{number} question", "{number} questions", left),
                minutes=left * MINUTES_A_QUESTION,
            )
            self.now = button(
                self.theme, _("Reprendre") if begun else _("Commencer"), "main", "arrow-right"
            )
            self.now.clicked.connect(lambda: self.question_wanted.emit(entry.id))
        self.now.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        column.addWidget(label(self.theme, text, BODY, tone="secondary"))
        row = QHBoxLayout()
        bar = QProgressBar()
        progress = opened.results.progress
        bar.setRange(0, max(progress.asked, 1))
        bar.setValue(progress.done)
        bar.setTextVisible(False)
        bar.setAccessibleName(
            _("{done} questions remplies sur {asked}", done=progress.done, asked=progress.asked)
        )
        count = label(self.theme, f"{progress.done} / {progress.asked}", BODY, BOLD)
        count.setWordWrap(False)
        row.addWidget(bar, 1)
        row.addWidget(count)
        column.addLayout(row)
        column.addWidget(self.now, alignment=Qt.AlignmentFlag.AlignRight)
        self._main.addWidget(frame)

    def _show_then(self, opened: OpenAssessment) -> None:
        rows: list[tuple[str, str, str, str]] = []
        discussed = [name for name, kept in opened.kept.items() if kept.discuss]
        if discussed:
            rows.append(
                (
                    counted(
                        "Relire {number} question à discuter",
                        "Relire {number} questions à discuter",
                        len(discussed),
                    ),
                    _("Marquées pour en parler ensemble"),
                    _("Relire"),
                    discussed[0],
                )
            )
        unknown = [name for name, kept in opened.kept.items() if kept.answer.unknown]
        if unknown:
            rows.append(
                (
                    counted(
                        "Revenir sur {number} « ne sait pas »",
                        "Revenir sur {number} « ne sait pas »",
                        len(unknown),
                    ),
                    _("Quelqu’un d’autre a peut-être la réponse"),
                    _("Compléter"),
                    unknown[0],
                )
            )
        for name in opened.results.alerts[:1]:
            question = opened.results.questions[name].entry.question
            rows.append((_("Alerte de conformité"), question.title, _("Ouvrir"), name))
        if not rows:
            return
        frame, column = card(self.theme)
        column.addWidget(label(self.theme, _("Ensuite"), CARD, SEMIBOLD))
        for title, text, act, name in rows:
            column.addWidget(rule())
            row = QHBoxLayout()
            words = QVBoxLayout()
            words.addWidget(label(self.theme, title, BODY, SEMIBOLD))
            words.addWidget(label(self.theme, text, SMALL, tone="secondary"))
            row.addLayout(words, 1)
            go = button(self.theme, act)
            go.setAccessibleName(f"{act}\u00a0: {title}")
            go.clicked.connect(lambda _checked=False, name=name: self.question_wanted.emit(name))
            row.addWidget(go)
            column.addLayout(row)
        self._main.addWidget(frame)

    def _show_structures(self, opened: OpenAssessment) -> None:
        """Let a person who holds several structures go from one to the other."""
        others = [
            found for found in self.workspace.structures if found[0].id != opened.structure.id
        ]
        if not others:
            return
        frame, column = card(self.theme)
        column.addWidget(label(self.theme, _("Autres structures"), CARD, SEMIBOLD))
        for structure, newest in others:
            go = button(self.theme, structure.name, "row")
            go.clicked.connect(lambda _checked=False, name=newest: self.year_wanted.emit(name))
            column.addWidget(go)
        self._side.addWidget(frame)

    def _show_years(self, opened: OpenAssessment) -> None:
        frame, column = card(self.theme)
        column.addWidget(label(self.theme, _("Vos évaluations"), CARD, SEMIBOLD))
        shown = {
            item.assessment.id: item
            for item in (self.workspace.current, self.workspace.former)
            if item is not None
        }
        for found in self.workspace.years:
            column.addWidget(rule())
            row = QHBoxLayout()
            row.addWidget(self._year(found, opened))
            state = _("Terminée") if found.is_sealed else _("En cours")
            row.addWidget(label(self.theme, state, BODY), 1)
            known = shown.get(found.id)
            if known is not None:
                scores = [known.results.nodes[part.id].score for part in known.questionnaire.parts]
                text = " · ".join("–" if score is None else published(score, 0) for score in scores)
                figures = label(self.theme, text, CARD, BOLD)
                figures.setWordWrap(False)
                names = ", ".join(part.title for part in known.questionnaire.parts)
                figures.setAccessibleName(f"{names}\u00a0: {text}")
                row.addWidget(figures)
            column.addLayout(row)
        following = self.workspace.years[0].year + 1 if self.workspace.years else 0
        if following and self.workspace.years[0].is_sealed:
            more = button(self.theme, _("Commencer {year}", year=following), "quiet", "plus")
            more.clicked.connect(lambda: self.new_year_wanted.emit(following))
            column.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._side.addWidget(frame)

    def _year(self, found: Assessment, opened: OpenAssessment) -> QWidget:
        """The year as a button, or as a plain text where it is the open one."""
        if found.id == opened.assessment.id:
            return label(self.theme, str(found.year), CARD, BOLD)
        go = button(self.theme, str(found.year), "row")
        go.setAccessibleName(_("Ouvrir l’année {year}", year=found.year))
        go.clicked.connect(lambda: self.year_wanted.emit(found.id))
        return go
