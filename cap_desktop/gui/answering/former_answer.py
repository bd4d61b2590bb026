"""« L’an dernier »: what was answered in the year before, and what was noted then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import label, section_title
from cap_desktop.gui.look.look import BODY, BOLD, CAPTION, SEMIBOLD, SMALL, Look
from cap_desktop.i18n import _

BADGE = 32


class FormerLevel(QWidget):
    """The number of a level in its colour; the words beside it say the same."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rank = 0
        self.setFixedSize(look.px(BADGE), look.px(BADGE))

    def show_rank(self, rank: int) -> None:
        """Show another level."""
        self._rank = rank
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        levels = self._look.colours.levels
        colour = levels[min(self._rank, len(levels) - 1)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colour.outline), self._look.thick(1.5)))
        painter.setBrush(QColor(colour.fill))
        painter.drawRoundedRect(box, self._look.px(8), self._look.px(8))
        painter.setPen(QColor(colour.ink))
        painter.setFont(self._look.font(BODY, BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._rank))
        painter.end()


class FormerAnswer(QWidget):
    """Hidden in the first year."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(section_title(look, "rotate-ccw", _("L’an dernier")))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        self._badge = FormerLevel(look)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.said = label(look, "", BODY, SEMIBOLD)
        self.when = label(look, "", CAPTION, tone="secondary")
        words.addWidget(self.said)
        words.addWidget(self.when)
        row.addLayout(words, 1)
        column.addLayout(row)
        self.quote = label(look, "", SMALL, tone="secondary")
        column.addWidget(self.quote)

    def show_former(self, said: str, when: str, comment: str, rank: int | None) -> None:
        """Show an earlier answer; `rank` is that of its level, where it was one."""
        self._badge.setVisible(rank is not None)
        if rank is not None:
            self._badge.show_rank(rank)
        self.said.setText(said)
        self.when.setText(when)
        self.quote.setText(_("« {comment} »", comment=comment) if comment else "")
        self.quote.setVisible(bool(comment))
