"""The files kept as evidence of an answer: add, open, take off, take back, put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.gui.answering.evidence_rows import EvidenceRow, FileList, Shown, breakable
from cap_desktop.gui.kit.basics import button, emptied, label, section_title
from cap_desktop.gui.look.look import SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.numbers import amount

FEW = 12
"""As many files stand as rows; each row takes a moment to be made."""


class EvidenceList(QWidget):
    """Shows what is kept; its buttons are intents."""

    choosing_wanted = Signal()
    files_chosen = Signal(str, object)
    removal_wanted = Signal(str, str)
    return_wanted = Signal(str, str, object)
    look_wanted = Signal(str)
    """Files are shown: have their copies vanished?"""
    opening_wanted = Signal(str, str)
    folder_wanted = Signal(str, str)
    copy_wanted = Signal(str, str)
    return_file_wanted = Signal(str, str)
    """The copy of a file has vanished: it is to be chosen again."""

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
        self.more = button(look, "", "link")
        self.more.clicked.connect(self._show_rest)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest = FileList(look)
        self._rest.opened.connect(self._open)
        self._rest.menu_wanted.connect(self._show_menu)
        self._rest.removed.connect(self._remove)
        column.addWidget(self._rest)
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
        self._names: tuple[str, ...] = ()
        self._missing: frozenset[str] = frozenset()
        self._is_open = self._all_wanted = False

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
            self._missing, self._all_wanted = frozenset(), False
        self._shown, self._files, self._names, self._is_open = shown, files, names, is_open
        self._show_rows()
        self.none.setText("\n".join(filter(None, (_("Aucun fichier pour l’instant."), hint))))
        self.none.setVisible(not names)
        self.add.setVisible(is_open)
        is_taken = bool(self._taken_name) and self._taken_name not in names
        self._taken.setVisible(is_open and is_taken)
        if files:
            self.look_wanted.emit(question)

    def show_missing(self, question: str, missing: frozenset[str]) -> None:
        """Say of which files the copies have vanished."""
        if question == self._question and missing != self._missing:
            self._missing = missing
            self._show_rows()

    def _show_rows(self) -> None:
        # Those that ask for something come first, however many there are.
        found = [
            Shown(name, self._files.get(name), name in self._missing, self._is_open)
            for name in self._names
        ]
        found.sort(key=lambda shown: not shown.is_missing)
        has_focus = self._rows_hold_focus()
        emptied(self._rows)
        for shown in found[:FEW]:
            row = EvidenceRow(self._look, shown)
            row.opened.connect(self._open)
            row.menu_wanted.connect(self._show_menu)
            row.removed.connect(self._remove)
            row.sought.connect(self._seek)
            self._rows.addWidget(row)
        rest = tuple(found[FEW:])
        self._rest.files.show_rows(rest)
        is_one = len(rest) == 1
        several = _("et {number} autres…", number=amount(str(len(rest))))
        self.more.setText(_("et 1 autre…") if is_one else several)
        self.more.setVisible(bool(rest) and not self._all_wanted)
        self._rest.setVisible(bool(rest) and self._all_wanted)
        if has_focus:
            self.add.setFocus()

    def _rows_hold_focus(self) -> bool:
        held = QApplication.focusWidget()
        return isinstance(held, QWidget) and isinstance(held.parent(), EvidenceRow)

    def _show_rest(self) -> None:
        self._all_wanted = True
        self.more.hide()
        self._rest.show()
        self._rest.setCurrentIndex(self._rest.files.index(0))
        self._rest.setFocus()

    # --- What is done with a file -----------------------------------------------------

    def menu_of(self, name: str) -> QMenu:
        """What can be done with a file."""
        menu, file = QMenu(self), self._files.get(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if file is not None and name in self._missing:
            menu.addAction(_("Le remettre"), lambda: self._seek(name))
        elif file is not None:
            menu.addAction(_("Ouvrir"), lambda: self._open(name))
            menu.addAction(
                _("Montrer dans le dossier"), lambda: self.folder_wanted.emit(self._question, name)
            )
            menu.addAction(
                _("Enregistrer une copie"), lambda: self.copy_wanted.emit(self._question, name)
            )
        if self._is_open:
            menu.addAction(_("Retirer"), lambda: self._remove(name))
        return menu

    def _show_menu(self, name: str, place: QPoint) -> None:
        self.menu_of(name).popup(place)

    def _open(self, name: str) -> None:
        if name in self._files:
            self.opening_wanted.emit(self._question, name)

    def _seek(self, name: str) -> None:
        self.return_file_wanted.emit(self._question, name)

    def take(self, paths: list[Path]) -> None:
        """Ask for files to be kept, wherever they come from."""
        if paths:
            self.files_chosen.emit(self._question, tuple(paths))

    def _remove(self, name: str) -> None:
        if not self._is_open:
            return
        self._taken_name, self._taken_file = name, self._files.get(name)
        self._taken_words.setText(_("« {name} » retiré.", name=breakable(name)))
        self.take_back.setAccessibleName(_("Remettre {name}", name=name))
        self.removal_wanted.emit(self._question, name)

    def _return(self) -> None:
        name, self._taken_name = self._taken_name, ""
        self.return_wanted.emit(self._question, name, self._taken_file)
