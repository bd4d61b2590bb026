"""Answering: one question at a time, the themes on the left, what helps on the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.domain.answers import Answer, AnswerValue
from cap_desktop.domain.exact import format_decimal
from cap_desktop.domain.outline import QuestionEntry
from cap_desktop.domain.questions import ComputedQuestion, MaturityQuestion, MeasuredQuestion
from cap_desktop.domain.readings import Indicator, shown_value
from cap_desktop.gui.reading import displayed, words_of
from cap_desktop.gui.theme import (
    BODY,
    BOLD,
    CARD,
    FOOTER,
    MARGIN,
    QUESTION,
    SEMIBOLD,
    SMALL,
    Theme,
)
from cap_desktop.gui.widgets.answer_fields import (
    AnswerField,
    ComputedField,
    FigureField,
    LevelField,
    TextField,
    field_for,
)
from cap_desktop.gui.widgets.pieces import button, emptied, label, rule, scrolled
from cap_desktop.gui.widgets.theme_list import ThemeList
from cap_desktop.gui.workspace import Workspace
from cap_desktop.i18n import _
from cap_desktop.services.assessments import OpenAssessment

THEMES_WIDTH = 272
HELP_WIDTH = 340
QUESTION_WIDTH = 760
COMMENT_LINES = 3
THREE_COLUMNS = 1180
TWO_COLUMNS = 860


class AnsweringPage(QWidget):
    """Shows one question of the open assessment."""

    finished = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.workspace = workspace
        self.entry: QuestionEntry | None = None
        self.field: AnswerField | None = None
        self._help_shown: tuple[object, ...] = ()
        self._build()
        self._bind_keys()
        workspace.changed.connect(self.show_assessment)

    # --- Intents ---------------------------------------------------------------------

    def go_to(self, question: str) -> None:
        """Show a question of the open assessment, and put the focus on its words."""
        opened = self.workspace.current
        if opened is None:
            return
        self.flush()
        self.entry = opened.questionnaire.outline.by_id[question]
        self._make_field()
        self.show_assessment(opened)
        self._scroll.verticalScrollBar().setValue(0)
        self.title.setFocus()

    def go_to_theme(self, theme: str) -> None:
        """Show the first question of a theme that waits, else its first one."""
        opened = self.workspace.current
        if opened is None:
            return
        entries = displayed(opened, opened.questionnaire.outline.nodes[theme])
        states = opened.results.questions
        waiting = [
            entry
            for entry in entries
            if states[entry.id].state == "unanswered"
            and not isinstance(entry.question, ComputedQuestion)
        ]
        if entries:
            self.go_to((waiting or list(entries))[0].id)

    def _choose_theme(self, theme: str) -> None:
        self.open_themes.setChecked(False)
        self._show_drawers()
        self.go_to_theme(theme)

    def go_next(self) -> None:
        """Show the next displayed question; after the last one, the assessment is finished."""
        self._step(1)

    def go_back(self) -> None:
        """Show the displayed question before."""
        self._step(-1)

    def flush(self) -> None:
        """Announce everything that is typed and not saved yet."""
        if self.field is not None:
            self.field.flush()
        self.comment.flush()

    # --- Showing ----------------------------------------------------------------------

    def show_assessment(self, opened: OpenAssessment) -> None:
        """Show the saved state of the current question."""
        if self.entry is None or self.field is None:
            return
        answer = opened.answer(self.entry.id)
        self.themes.show_assessment(opened, self.entry.theme)
        self._show_place(opened)
        self.field.show_answer(answer)
        self._show_figures(opened)
        self.comment.show_text(answer.comment)
        self.na.setChecked(answer.na)
        self.na.setVisible(self.entry.question.na.allowed)
        self.unknown.setChecked(answer.unknown)
        self.unknown.setVisible(
            self.entry.question.unknown_allowed
            and not isinstance(self.entry.question, ComputedQuestion)
        )
        self.discuss.setChecked(opened.is_discussed(self.entry.id))
        self._center.setEnabled(True)
        for widget in (self.field, self.comment, self.na, self.unknown, self.discuss):
            if opened.assessment.is_sealed:
                widget.setEnabled(False)
        self._show_help(opened)

    def _show_place(self, opened: OpenAssessment) -> None:
        if self.entry is None:
            return
        node = opened.questionnaire.outline.nodes[self.entry.theme]
        entries = displayed(opened, node)
        rank = next((n for n, item in enumerate(entries, 1) if item.id == self.entry.id), 1)
        self.place.setText(node.title)
        self.count.setText(_("Question {rank} sur {count}", rank=rank, count=len(entries)))
        self.title.setText(self.entry.question.title)
        self.title.setAccessibleName(self.entry.question.title)
        every = self._all(opened)
        self.back.setEnabled(every[0].id != self.entry.id)
        is_last = every[-1].id == self.entry.id
        self.next.setText(_("Voir le bilan") if is_last else _("Suivante"))

    def _show_figures(self, opened: OpenAssessment) -> None:
        if self.entry is None or not isinstance(self.entry.question, MeasuredQuestion):
            return
        found = next(
            (item for item in opened.results.indicators if item.question == self.entry.id), None
        )
        unit = self.entry.question.unit
        decimals = opened.questionnaire.settings.decimals
        shown = "–"
        if found is not None:
            shown = f"{shown_value(found, decimals).replace('.', ',')}\u00a0{unit}"
        if isinstance(self.field, ComputedField):
            self.field.show_figure(shown, _reading(found, unit))
        elif isinstance(self.field, FigureField):
            self.field.show_result(shown)

    def _show_help(self, opened: OpenAssessment) -> None:
        """Last year, evidence, examples and words: made again only when one of them changes."""
        if self.entry is None:
            return
        shown = (
            self.field,
            opened.answer(self.entry.id).evidence,
            opened.assessment.is_sealed,
            opened.profile,
        )
        if shown == self._help_shown:
            return
        self._help_shown = shown
        emptied(self._help)
        question = self.entry.question
        former = self._former_answer()
        if former is not None and self.workspace.former is not None:
            year = self.workspace.former.assessment.year
            if isinstance(self.field, LevelField):
                self.field.show_former(former.value, year)
            self._section(_("En {year}", year=year), self._said(former))
        if question.help and isinstance(self.field, LevelField):
            self._section(_("Où regarder"), question.help)
        names = opened.answer(self.entry.id).evidence
        hint = question.evidence.hint if question.evidence is not None else ""
        self._section(_("Preuves"), "\n".join(names) or hint or "")
        if not opened.assessment.is_sealed and not isinstance(question, ComputedQuestion):
            add = button(self.theme, _("Ajouter une preuve"), "quiet", "paperclip")
            add.clicked.connect(self._add_evidence)
            self._help.addWidget(add, alignment=Qt.AlignmentFlag.AlignLeft)
        if question.why:
            self._section(_("Pourquoi cette question"), question.why)
        types = set(opened.profile.get("structure_type", ()))
        examples = [
            example.text
            for example in question.examples
            if not example.profile or types & set(example.profile)
        ]
        if examples:
            self._section(_("Par exemple"), "\n\n".join(examples))
        words = words_of(opened, self.entry)
        if words:
            lines = [
                _("{term} : {definition}", term=word.term, definition=word.definition)
                for word in words
            ]
            self._section(_("Mots expliqués"), "\n\n".join(lines))
        self._help.addStretch(1)

    def _section(self, title: str, text: str) -> None:
        if self._help.count():
            self._help.addWidget(rule())
        self._help.addWidget(label(self.theme, title, CARD, SEMIBOLD))
        if text:
            self._help.addWidget(label(self.theme, text, SMALL, tone="secondary"))

    def _former_answer(self) -> Answer | None:
        former = self.workspace.former
        if former is None or self.entry is None:
            return None
        known = former.questionnaire.outline.by_id.get(self.entry.id)
        if known is None or former.answer(self.entry.id) == Answer():
            return None
        return former.answer(self.entry.id)

    def _said(self, answer: Answer) -> str:
        if self.entry is None:
            return ""
        if answer.na:
            said = _("Non concerné")
        elif answer.unknown:
            said = _("Ne sait pas")
        else:
            said = _value_words(self.entry, answer.value)
        return "\n".join(filter(None, (said, answer.comment)))

    # --- Answering --------------------------------------------------------------------

    def _answered(self, value: AnswerValue | None) -> None:
        opened = self.workspace.current
        if self.entry is None or opened is None:
            return
        kept = opened.answer(self.entry.id)
        self.workspace.answer(
            self.entry.id, replace(kept, value=value, na=False, reason="", unknown=False)
        )

    def _set_na(self) -> None:
        opened = self.workspace.current
        if self.entry is None or opened is None or not self.entry.question.na.allowed:
            return
        kept = opened.answer(self.entry.id)
        if kept.na:
            self.workspace.answer(self.entry.id, replace(kept, na=False, reason=""))
            return
        reason = ""
        if self.entry.question.na.reason_required:
            reason, agreed = QInputDialog.getText(
                self,
                _("Non concerné"),
                _("Pourquoi cette question ne vous concerne-t-elle pas ?"),
                QLineEdit.EchoMode.Normal,
            )
            if not agreed or not reason.strip():
                self.na.setChecked(False)
                return
        bare = replace(kept, value=None, unknown=False, na=True, reason=reason.strip())
        self.workspace.answer(self.entry.id, bare, _("non concerné"))

    def _set_unknown(self) -> None:
        opened = self.workspace.current
        if self.entry is None or opened is None:
            return
        kept = opened.answer(self.entry.id)
        bare = replace(kept, value=None, na=False, reason="", unknown=not kept.unknown)
        self.workspace.answer(self.entry.id, bare, _("ne sait pas"))

    def _set_discussed(self) -> None:
        opened = self.workspace.current
        if self.entry is not None and opened is not None:
            discussed = opened.is_discussed(self.entry.id)
            self.workspace.discuss(self.entry.id, discuss=not discussed)

    def _commented(self, text: str | None) -> None:
        if self.entry is not None:
            self.workspace.comment(self.entry.id, text or "")

    def _add_evidence(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Ajouter une preuve"))
        if name and self.entry is not None:
            self.workspace.add_evidence(self.entry.id, Path(name))

    # --- Moving -----------------------------------------------------------------------

    def _all(self, opened: OpenAssessment) -> list[QuestionEntry]:
        return [
            entry
            for node in opened.questionnaire.outline.themes()
            for entry in displayed(opened, node)
        ]

    def _step(self, by: int) -> None:
        opened = self.workspace.current
        if opened is None or self.entry is None:
            return
        every = self._all(opened)
        ranks = [rank for rank, entry in enumerate(every) if entry.id == self.entry.id]
        place = (ranks[0] if ranks else 0) + by
        if place >= len(every):
            self.flush()
            self.finished.emit()
        elif place >= 0:
            self.go_to(every[place].id)

    # --- Building ---------------------------------------------------------------------

    def _make_field(self) -> None:
        if self.entry is None:
            return
        if self.field is not None:
            self._question.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
        self.field = field_for(self.theme, self.entry.question)
        self.field.answered.connect(self._answered)
        self._question.insertWidget(self._question.indexOf(self.hint) + 1, self.field)
        self.hint.setText(_hint(self.entry))
        self.hint.setVisible(bool(self.hint.text()))

    def _build(self) -> None:
        px = self.theme.px
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._left = QFrame()
        self._left.setProperty("box", "side")
        self._left.setFixedWidth(px(THEMES_WIDTH))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(px(12), px(12), px(12), px(12))
        self.themes = ThemeList(self.theme)
        self.themes.chosen.connect(self._choose_theme)
        left.addWidget(self.themes)
        row.addWidget(self._left)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._scrolled(), 1)
        row.addLayout(middle, 1)
        row.addWidget(self._right_column())
        page.addLayout(row, 1)
        page.addWidget(self._footer())

    def _scrolled(self) -> QScrollArea:
        px = self.theme.px
        self._center = QWidget()
        outer = QHBoxLayout(self._center)
        outer.setContentsMargins(px(MARGIN), px(20), px(MARGIN), px(20))
        holder = QWidget()
        holder.setMaximumWidth(px(QUESTION_WIDTH))
        self._question = QVBoxLayout(holder)
        self._question.setContentsMargins(0, 0, 0, 0)
        self._question.setSpacing(px(10))
        head = QHBoxLayout()
        self.place = label(self.theme, "", BODY, SEMIBOLD, "accent")
        self.place.setWordWrap(False)
        self.count = label(self.theme, "", BODY, tone="secondary")
        head.addWidget(self.place)
        head.addWidget(self.count, 1)
        self._question.addLayout(head)
        self.title = label(self.theme, "", QUESTION, BOLD)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question.addWidget(self.title)
        self.hint = label(self.theme, "", BODY, tone="secondary")
        self._question.addWidget(self.hint)
        self._question.addStretch(1)
        outer.addWidget(holder, 1)
        self._scroll = scrolled(self._center)
        return self._scroll

    def _footer(self) -> QFrame:
        px = self.theme.px
        foot = QFrame()
        foot.setProperty("box", "foot")
        foot.setMinimumHeight(px(FOOTER))
        self._foot = QGridLayout(foot)
        self._foot.setContentsMargins(px(24), px(10), px(24), px(10))
        self._foot.setHorizontalSpacing(px(20))
        self._foot.setVerticalSpacing(px(10))
        self._checks = QWidget()
        checks = QHBoxLayout(self._checks)
        checks.setContentsMargins(0, 0, 0, 0)
        checks.setSpacing(px(20))
        self.open_themes = button(self.theme, _("Thèmes"), "quiet", "list-checks")
        self.open_help = button(self.theme, _("Aide et note"), "quiet", "message-circle")
        self.open_themes.setCheckable(True)
        self.open_help.setCheckable(True)
        self.open_themes.clicked.connect(self._show_drawers)
        self.open_help.clicked.connect(self._show_drawers)
        self.back = button(self.theme, _("Précédente"), "", "arrow-left")
        self.na = QCheckBox(_("Non concerné"))
        self.unknown = QCheckBox(_("Ne sait pas"))
        self.discuss = QCheckBox(_("À discuter"))
        self.next = button(self.theme, _("Suivante"), "main", "arrow-right")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_next)
        self.na.clicked.connect(self._set_na)
        self.unknown.clicked.connect(self._set_unknown)
        self.discuss.clicked.connect(self._set_discussed)
        for box in (self.na, self.unknown, self.discuss):
            checks.addWidget(box)
        checks.addStretch(1)
        self._lay_footer(is_narrow=False)
        return foot

    def _lay_footer(self, *, is_narrow: bool) -> None:
        """One line, or the boxes above the buttons where there is no room for both."""
        line = 1 if is_narrow else 0
        self._foot.addWidget(self._checks, 0, 0 if is_narrow else 2, 1, 5 if is_narrow else 1)
        self._foot.addWidget(self.open_themes, line, 0)
        self._foot.addWidget(self.back, line, 1)
        self._foot.addWidget(self.open_help, line, 3)
        self._foot.addWidget(self.next, line, 4)
        self._foot.setColumnStretch(2, 1)

    def _right_column(self) -> QFrame:
        px = self.theme.px
        self._right = QFrame()
        self._right.setProperty("box", "aside")
        self._right.setFixedWidth(px(HELP_WIDTH))
        column = QVBoxLayout(self._right)
        column.setContentsMargins(px(20), px(20), px(20), px(12))
        column.setSpacing(px(10))
        column.addWidget(label(self.theme, _("Commentaire"), CARD, SEMIBOLD))
        self.comment = TextField(self.theme, _("Commentaire"), COMMENT_LINES)
        self.comment.answered.connect(self._commented)
        column.addWidget(self.comment)
        inside = QWidget()
        self._help = QVBoxLayout(inside)
        self._help.setContentsMargins(0, px(8), px(8), 0)
        self._help.setSpacing(px(10))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(_("Aide sur la question"))
        column.addWidget(scroll, 1)
        return self._right

    def _bind_keys(self) -> None:
        for rank in range(7):
            self._bind(str(rank), lambda rank=rank: self._choose(rank))
        self._bind("D", self._set_discussed)
        self._bind("N", self._set_na)
        self._bind("C", self.comment.edit.setFocus)
        self._bind("Return", self.go_next)
        self._bind("Alt+Right", self.go_next, everywhere=True)
        self._bind("Alt+Left", self.go_back, everywhere=True)

    def _bind(self, keys: str, act: object, *, everywhere: bool = False) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        def run() -> None:
            # A single letter typed in a text is a letter.
            typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
            if (everywhere or not typing) and callable(act):
                act()

        shortcut.activated.connect(run)

    def _choose(self, rank: int) -> None:
        if self.field is not None and self.field.isEnabled():
            self.field.choose(rank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_drawers()

    def _show_drawers(self) -> None:
        """Keep the columns that fit; where one does not, its button puts it in the middle."""
        width = self.width() / self.theme.scale
        has_help, has_themes = width >= THREE_COLUMNS, width >= TWO_COLUMNS
        self._lay_footer(is_narrow=not has_themes)
        self.open_help.setVisible(not has_help)
        self.open_themes.setVisible(not has_themes)
        asked = self.sender()
        if asked is self.open_help and self.open_help.isChecked():
            self.open_themes.setChecked(False)
        elif asked is self.open_themes and self.open_themes.isChecked():
            self.open_help.setChecked(False)
        help_drawn = not has_help and self.open_help.isChecked()
        themes_drawn = not has_themes and self.open_themes.isChecked()
        self._right.setVisible(has_help or help_drawn)
        self._left.setVisible(has_themes or themes_drawn)
        self._scroll.setVisible(not (themes_drawn or (help_drawn and not has_themes)))


def _hint(entry: QuestionEntry) -> str:
    """One line for a practice, whose levels say the rest; the whole help for the others."""
    if isinstance(entry.question, MaturityQuestion):
        return _("Choisissez la phrase qui ressemble le plus à ce que vous faites aujourd’hui.")
    return entry.question.help or ""


def _reading(found: Indicator | None, unit: str) -> str:
    """Say how a computed figure is to be read."""
    if found is None:
        return _("Ce chiffre se calcule tout seul, dès que les chiffres de base sont saisis.")
    words = []
    if found.target is not None:
        target = format_decimal(found.target).replace(".", ",")
        words.append(_("Cible ou repère : {target} {unit}.", target=target, unit=unit))
    if found.is_small:
        words.append(_("Effectif faible : ce pourcentage bouge beaucoup d’une année à l’autre."))
    words += [
        _(
            "{label} : {value} {unit} ({source}, {year}).",
            label=item.label,
            value=format_decimal(item.value).replace(".", ","),
            unit=unit,
            source=item.source,
            year=item.year,
        )
        for item in found.references
    ]
    return "\n".join(words)


def _value_words(entry: QuestionEntry, value: AnswerValue | None) -> str:
    """An earlier answer in words."""
    question = entry.question
    for item in (*getattr(question, "levels", ()), *getattr(question, "options", ())):
        if item.id == value:
            return str(item.title or item.description)
    if value in ("yes", "no"):
        return _("Oui") if value == "yes" else _("Non")
    if isinstance(value, str):
        return value
    return ""
