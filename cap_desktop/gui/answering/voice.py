"""« Écouter »: a French voice of this machine, where Qt's speech is installed.

The one module that touches QtTextToSpeech, which comes with PySide6-Addons and not with what
the program requires (extra `voice`). It is imported when a voice is looked for, never before.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


def may_speak() -> bool:
    """True where Qt's speech is installed; imports nothing."""
    return find_spec("PySide6.QtTextToSpeech") is not None


class Voice(QObject):
    """Reads texts aloud, one after the other; a machine without such a voice has none."""

    changed = Signal()
    """Whether there is a voice, or whether it speaks."""

    def __init__(
        self,
        engine: str = "",
        language: QLocale.Language = QLocale.Language.French,
        parent: QObject | None = None,
    ) -> None:
        """Look for a voice of the language; an engine may say only later what it has."""
        super().__init__(parent)
        from PySide6.QtTextToSpeech import QTextToSpeech  # the extra `voice` may not be there

        self._states = QTextToSpeech.State
        self._language = language
        self.is_there = False
        self._engine: QTextToSpeech = QTextToSpeech(engine, self)
        self._engine.stateChanged.connect(self._follow)
        self._follow()

    @property
    def is_speaking(self) -> bool:
        """True from the first word to the last, also between two texts."""
        return self._engine.state() in (self._states.Speaking, self._states.Synthesizing)

    def read(self, texts: tuple[str, ...]) -> None:
        """Read these texts instead of what is being read."""
        self._engine.stop()
        for text in texts:
            self._engine.enqueue(text)

    def stop(self) -> None:
        """Say no more."""
        self._engine.stop()

    def _follow(self) -> None:
        if self._engine.state() == self._states.Error:
            self.is_there = False
        elif not self.is_there:
            self.is_there = self._choose()
        self.changed.emit()

    def _choose(self) -> bool:
        """Take a voice of the language, of France where there are several."""
        known = [
            found for found in self._engine.availableLocales() if found.language() == self._language
        ]
        if not known:
            return False
        own = [found for found in known if found.territory() == QLocale.Country.France]
        self._engine.setLocale((own or known)[0])
        return True
