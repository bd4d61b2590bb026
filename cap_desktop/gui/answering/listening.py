"""« Écouter »: the button that reads a question aloud; hidden on a machine without a voice."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cap_desktop.domain.questionnaire.questions import BaseQuestion, MaturityQuestion, YesNoQuestion
from cap_desktop.gui.answering.voice import Voice, may_speak
from cap_desktop.gui.kit.basics import button
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.look.look import Look
from cap_desktop.i18n import _
from cap_desktop.words.states import NO, YES


class Listening(QObject):
    """The button, and what it reads; what is read stops with the question that it reads."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.button = button(look, _("Écouter"), "link", "volume-2")
        give_hint(self.button, _("Écouter la question (L)"))
        self.button.clicked.connect(self.toggle)
        self.button.hide()
        self._voice: Voice | None = None
        self._has_looked = False
        self._is_short = False
        self._texts: tuple[str, ...] = ()
        self._words = (_("Écouter"), _("Arrêter"))

    def look(self) -> None:
        """Look for a voice, once, behind what is painted first."""
        if not self._has_looked:
            self._has_looked = True
            if may_speak():
                QTimer.singleShot(0, self, lambda: self.use(Voice(parent=self)))

    def use(self, voice: Voice) -> None:
        """Read with this voice."""
        self._voice = voice
        voice.changed.connect(self._follow)
        self._follow()

    def show_question(self, question: BaseQuestion | None) -> None:
        """Be ready to read another question, or none."""
        self.stop()
        self._texts = () if question is None else spoken(question)
        self._follow()

    def toggle(self) -> None:
        """Read the question, or stop."""
        voice = self._voice
        if voice is None or not voice.is_there or not self._texts:
            return
        if voice.is_speaking:
            voice.stop()
        else:
            voice.read(self._texts)

    def stop(self) -> None:
        """Say no more."""
        if self._voice is not None:
            self._voice.stop()

    def name(self, *, is_short: bool) -> None:
        """Name the button in words, or by its drawing alone where there is little room."""
        self._is_short = is_short
        self.button.setMinimumWidth(0)
        # As wide for one word as for the other: nothing moves when it is pressed.
        self.button.setMinimumWidth(max(self._show(words) for words in self._words))
        self._follow()

    def _show(self, words: str) -> int:
        self.button.setText("" if self._is_short else f" {words}")
        return self.button.sizeHint().width()

    def _follow(self) -> None:
        voice = self._voice
        is_speaking = voice is not None and voice.is_speaking
        words = self._words[is_speaking]
        self.button.setAccessibleName(words)
        self._show(words)
        self.button.setVisible(voice is not None and voice.is_there and bool(self._texts))


def spoken(question: BaseQuestion) -> tuple[str, ...]:
    """A question as it is read aloud: its words, then each answer that it proposes."""
    if isinstance(question, MaturityQuestion):
        answers = [
            ". ".join(
                [_("Niveau {rank}", rank=rank), *filter(None, (level.title,)), level.description]
            )
            for rank, level in enumerate(question.levels)
        ]
    elif isinstance(question, YesNoQuestion):
        answers = [_(YES), _(NO)]
    else:
        answers = [item.title or "" for item in question.choices]
    return (question.title, *answers)
