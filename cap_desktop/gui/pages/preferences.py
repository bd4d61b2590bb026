"""Settings: the theme and the size of the texts, each applied at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from cap_desktop.gui.theme import BODY, BOLD, CARD, GAP, MARGIN, SEMIBOLD, TITLE, Theme
from cap_desktop.gui.widgets.pieces import button, card, label
from cap_desktop.i18n import _
from cap_desktop.settings import LARGEST, LOOKS, SMALLEST, STEP, Settings

WIDTH = 760


class PreferencesPage(QWidget):
    """Shows the settings in use; a choice is an intent."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        px = theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        outer.setSpacing(px(GAP))
        holder = QWidget()
        holder.setMaximumWidth(px(WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        column.addWidget(label(theme, _("Réglages"), TITLE, BOLD))
        column.addWidget(self._looks(theme))
        column.addWidget(self._sizes(theme))
        back = button(theme, _("Revenir"), "main")
        back.clicked.connect(self.left)
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(holder)
        outer.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        """Show other settings."""
        self._settings = settings

    def _looks(self, theme: Theme) -> QWidget:
        frame, column = card(theme)
        column.addWidget(label(theme, _("Couleurs"), CARD, SEMIBOLD))
        group = QButtonGroup(frame)
        names = (_("Comme l’ordinateur"), _("Claires"), _("Sombres"))
        for look, name in zip(LOOKS, names, strict=True):
            option = QRadioButton(name)
            option.setChecked(self._settings.look == look)
            option.clicked.connect(
                lambda _checked=False, look=look: self.chosen.emit(
                    Settings(look, self._settings.text_size)
                )
            )
            group.addButton(option)
            column.addWidget(option)
        return frame

    def _sizes(self, theme: Theme) -> QWidget:
        frame, column = card(theme)
        column.addWidget(label(theme, _("Taille du texte"), CARD, SEMIBOLD))
        size = self._settings.text_size
        row = QHBoxLayout()
        smaller = button(theme, _("Plus petit"))
        smaller.setEnabled(size > SMALLEST)
        larger = button(theme, _("Plus grand"))
        larger.setEnabled(size < LARGEST)
        smaller.clicked.connect(
            lambda: self.chosen.emit(self._settings.with_text_size(size - STEP))
        )
        larger.clicked.connect(lambda: self.chosen.emit(self._settings.with_text_size(size + STEP)))
        row.addWidget(smaller)
        row.addWidget(label(theme, f"{size}\u00a0%", BODY, BOLD))
        row.addWidget(larger)
        row.addStretch(1)
        column.addLayout(row)
        keys = _("Au clavier\u00a0: Ctrl et +, Ctrl et −, Ctrl et 0.")
        column.addWidget(label(theme, keys, BODY, tone="secondary"))
        return frame
