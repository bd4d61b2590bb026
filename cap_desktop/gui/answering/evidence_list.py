"""The files kept as evidence of an answer: add, take off, take back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.gui.kit.basics import button, emptied, label, section_title
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _

KILO = 1024
MEGA = KILO * KILO
TARGET = 32


def size_words(size: int) -> str:
    """The size of a file in French units."""
    if size >= MEGA:
        tenths = round(size * 10 / MEGA)
        return _("{whole},{tenth} Mo", whole=tenths // 10, tenth=tenths % 10)
    return _("{size} Ko", size=max(1, round(size / KILO)))


class EvidenceList(QWidget):
    """Shows what is kept; its buttons are intents."""

    choosing_wanted = Signal()
    files_chosen = Signal(str, object)
    removal_wanted = Signal(str, str)
    return_wanted = Signal(str, str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._question = ""
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        head.addWidget(section_title(look, "paperclip", _("Preuves")), 1)
        self.add = button(look, _("Ajouter"), "quiet", "plus")
        self.add.setAccessibleName(_("Ajouter une preuve"))
        self.add.clicked.connect(self.choosing_wanted)
        head.addWidget(self.add)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(6))
        column.addLayout(self._rows)
        self.none = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.none)
        self._taken = QFrame()
        self._taken.setProperty("box", "soft")
        taken = QHBoxLayout(self._taken)
        taken.setContentsMargins(look.px(10), 0, 0, 0)
        self._taken_words = label(look, "", SMALL)
        self.take_back = button(look, _("Annuler"), "quiet", "undo-2")
        self.take_back.clicked.connect(self._return)
        taken.addWidget(self._taken_words, 1)
        taken.addWidget(self.take_back)
        column.addWidget(self._taken)
        self._taken.hide()
        self._taken_name = ""
        self._taken_file: EvidenceFile | None = None
        self._files: dict[str, EvidenceFile] = {}

    def show_files(
        self,
        question: str,
        names: tuple[str, ...],
        files: dict[str, EvidenceFile],
        hint: str,
        *,
        is_open: bool,
    ) -> None:
        """Show the files of a question; those that came without a copy have no size."""
        shown = (question, names, tuple(files), hint, is_open)
        if shown == self._shown:
            return
        if self._question != question:
            self._question, self._taken_name = question, ""
        self._shown, self._files = shown, files
        emptied(self._rows)
        for name in names:
            self._rows.addWidget(self._row(name, files.get(name), is_open=is_open))
        self.none.setText("\n".join(filter(None, (_("Aucun fichier pour l’instant."), hint))))
        self.none.setVisible(not names)
        self.add.setVisible(is_open)
        is_taken = bool(self._taken_name) and self._taken_name not in names
        self._taken.setVisible(is_open and is_taken)

    def _row(self, name: str, file: EvidenceFile | None, *, is_open: bool) -> QFrame:
        look, px = self._look, self._look.px
        frame = QFrame()
        frame.setProperty("box", "row")
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(12), px(6), px(6), px(6))
        row.setSpacing(px(10))
        row.addWidget(IconLabel(look, "file-text"))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = label(look, _breakable(name), SMALL, SEMIBOLD)
        give_hint(title, name)
        words.addWidget(title)
        if file is not None:
            words.addWidget(label(look, size_words(file.size), CAPTION, tone="secondary"))
        row.addLayout(words, 1)
        if is_open:
            row.addWidget(self._remove_button(name), 0, Qt.AlignmentFlag.AlignTop)
        return frame

    def _remove_button(self, name: str) -> QToolButton:
        look = self._look
        made = QToolButton()
        side = look.px(18)
        made.setIcon(icons.icon("x", look.colour("text_secondary"), side))
        made.setIconSize(QSize(side, side))
        made.setFixedSize(look.px(TARGET), look.px(TARGET))
        made.setAccessibleName(_("Retirer {name}", name=name))
        give_hint(made, _("Retirer {name}", name=name))
        made.clicked.connect(lambda: self._remove(name))
        return made

    def take(self, paths: list[Path]) -> None:
        """Ask for files to be kept, wherever they come from."""
        if paths:
            self.files_chosen.emit(self._question, tuple(paths))

    def _remove(self, name: str) -> None:
        self._taken_name, self._taken_file = name, self._files.get(name)
        self._taken_words.setText(_("« {name} » retiré.", name=_breakable(name)))
        self.take_back.setAccessibleName(_("Remettre {name}", name=name))
        self.removal_wanted.emit(self._question, name)

    def _return(self) -> None:
        name, self._taken_name = self._taken_name, ""
        self.return_wanted.emit(self._question, name, self._taken_file)


def _breakable(name: str) -> str:
    """A file name that may wrap after its separators."""
    for sign in "_-.":
        name = name.replace(sign, f"{sign}\u200b")
    return name
