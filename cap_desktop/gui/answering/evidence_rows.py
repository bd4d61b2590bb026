"""How a file is shown among the evidence: the first ones as rows, the others as a list."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QSizePolicy, QToolButton, QVBoxLayout

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.gui.kit.basics import button
from cap_desktop.gui.kit.hints import give_hint
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.kit.model_index import NO_PARENT, Index
from cap_desktop.gui.kit.painted_button import PaintedButton
from cap_desktop.gui.kit.text_size import WRAPPED, wrapped_height
from cap_desktop.gui.look import icons
from cap_desktop.gui.look.look import CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _
from cap_desktop.words.sizes import size_words

TARGET = 32
LIST_HEIGHT = 260
PADDING = 6


class Shown(NamedTuple):
    """A file as it is shown; it has no ``file`` where it came without a copy."""

    name: str
    file: EvidenceFile | None
    is_missing: bool
    is_open: bool

    @property
    def words(self) -> str:
        """What is said under its name."""
        if self.is_missing:
            return _("Fichier introuvable")
        return "" if self.file is None else size_words(self.file.size)

    @property
    def can_open(self) -> bool:
        """True where a copy of it was made, and stands."""
        return self.file is not None and not self.is_missing


def breakable(name: str) -> str:
    """A file name that may wrap after its separators."""
    for sign in "_-.":
        name = name.replace(sign, f"{sign}\u200b")
    return name


class _FileButton(PaintedButton):
    """The name and the size of a file, which a click opens."""

    usual, least = 200, (60, TARGET)

    def __init__(self, look: Look, shown: Shown) -> None:
        super().__init__(look, ", ".join(filter(None, (shown.name, shown.words))))
        self._shown = shown
        self._fonts = look.font(SMALL, SEMIBOLD), look.font(CAPTION)
        give_hint(self, shown.name)
        # A button is as high as its hint and no narrower: its name would be cut, or the column.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self._name_height(width) + self._words_height() + 2 * self._padding()

    def draw(self, painter: QPainter) -> None:
        padding, width = self._padding(), self.width()
        box = self.rect().adjusted(padding, padding, -padding, -padding)
        painter.setFont(self._fonts[0])
        painter.setPen(self.look.colour("text"))
        painter.drawText(box, WRAPPED, breakable(self._shown.name))
        box.setTop(box.top() + self._name_height(width))
        painter.setFont(self._fonts[1])
        tone = "danger" if self._shown.is_missing else "text_secondary"
        painter.setPen(self.look.colour(tone))
        painter.drawText(box, WRAPPED, self._shown.words)

    def _name_height(self, width: int) -> int:
        inside = max(1, width - 2 * self._padding())
        return wrapped_height(self._fonts[0], breakable(self._shown.name), inside)

    def _words_height(self) -> int:
        return QFontMetrics(self._fonts[1]).height() if self._shown.words else 0

    def _padding(self) -> int:
        return self.look.px(PADDING)


class EvidenceRow(QFrame):
    """One file, and what can be done with it."""

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)
    removed = Signal(str)
    sought = Signal(str)

    def __init__(self, look: Look, shown: Shown) -> None:
        super().__init__()
        name, px = shown.name, look.px
        self.setProperty("box", "row")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(2), px(6), px(2))
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(IconLabel(look, "triangle-alert" if shown.is_missing else "file-text"))
        self.file = _FileButton(look, shown)
        self.file.clicked.connect(lambda: self.opened.emit(name))
        row.addWidget(self.file, 1)
        top = Qt.AlignmentFlag.AlignTop
        if shown.file is not None:
            more = _tool(look, "menu", _("Autres actions pour {name}", name=name))
            more.clicked.connect(
                lambda: self.menu_wanted.emit(name, more.mapToGlobal(more.rect().bottomLeft()))
            )
            row.addWidget(more, 0, top)
        if shown.is_open and not shown.is_missing:
            remove = _tool(look, "x", _("Retirer {name}", name=name))
            remove.clicked.connect(lambda: self.removed.emit(name))
            row.addWidget(remove, 0, top)
        column.addLayout(row)
        if shown.is_missing:
            column.addLayout(self._ways(look, shown))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(name, self.mapToGlobal(place))
        )

    def _ways(self, look: Look, shown: Shown) -> QHBoxLayout:
        """What can be done where the copy has vanished."""
        name, row = shown.name, QHBoxLayout()
        row.setSpacing(look.px(16))
        back = button(look, _("Le remettre"), "link")
        back.setAccessibleName(_("Remettre le fichier {name}", name=name))
        back.clicked.connect(lambda: self.sought.emit(name))
        row.addWidget(back)
        if shown.is_open:
            away = button(look, _("Retirer"), "link")
            away.setAccessibleName(_("Retirer le fichier introuvable {name}", name=name))
            away.clicked.connect(lambda: self.removed.emit(name))
            row.addWidget(away)
        row.addStretch(1)
        return row


def _tool(look: Look, icon: str, name: str) -> QToolButton:
    made, side = QToolButton(), look.px(18)
    made.setIcon(icons.icon(icon, look.colour("text_secondary"), side))
    made.setIconSize(QSize(side, side))
    made.setFixedSize(look.px(TARGET), look.px(TARGET))
    made.setAccessibleName(name)
    give_hint(made, name)
    return made


class FileModel(QAbstractListModel):
    """Files by their name; the text is what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Shown, ...] = ()

    def show_rows(self, rows: tuple[Shown, ...]) -> None:
        """Show other files."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def name(self, index: Index) -> str:
        """The file of a row."""
        return self._rows[index.row()].name

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = self._rows[index.row()]
            return ", ".join(filter(None, (shown.name, shown.words)))
        return None


class FileList(QListView):
    """The files that do not stand as rows: a click or « Entrée » opens one, « Suppr » removes it.

    However many there are, those in sight alone are drawn.
    """

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)
    removed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.files = FileModel()
        self.setModel(self.files)
        self.setUniformItemSizes(True)
        self.setSpacing(look.px(3))
        self.setFont(look.font(SMALL))
        self.setFixedHeight(look.px(LIST_HEIGHT))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAccessibleName(_("Autres preuves"))
        self.clicked.connect(lambda index: self.opened.emit(self.files.name(index)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        act = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Delete: self.removed,
        }.get(Qt.Key(event.key()))
        if act is not None and index.isValid():
            act.emit(self.files.name(index))
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            corner = self.visualRect(index).bottomLeft()
            self.menu_wanted.emit(self.files.name(index), self.viewport().mapToGlobal(corner))
