"""The main window. For now it opens a questionnaire and says what is wrong with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cap_desktop.gui import theme
from cap_desktop.i18n import _, counted

Check = Callable[[Path], Sequence[str]]
"""Reads a questionnaire file; returns one French sentence for each problem, none if valid."""

MARGIN = 28
GAP = 20
CONTROL_HEIGHT = 44


class MainWindow(QMainWindow):
    """One title, one sentence, one button, and what was found."""

    def __init__(self, check: Check) -> None:
        """`check` comes from the services."""
        super().__init__()
        self._check = check
        self._build()
        self.open_button.clicked.connect(self.choose_file)

    def choose_file(self) -> None:
        """Ask for a questionnaire, then show it."""
        name, _filter = QFileDialog.getOpenFileName(
            self,
            _("Ouvrir un questionnaire"),
            "",
            _("Questionnaires (*.json);;Tous les fichiers (*)"),
        )
        if name:
            self.show_file(Path(name))

    def show_file(self, path: Path) -> None:
        """Say whether a file is a valid questionnaire, and list its problems."""
        self.findings.setPlainText(_report(path.name, self._check(path)))
        self.findings.show()
        self.findings.setFocus()

    def _build(self) -> None:
        self.setWindowTitle("CAP Desktop")
        self.resize(1024, 640)
        title = QLabel(_("Faites le point sur votre structure"))
        title.setFont(theme.font(theme.TITLE_PX, QFont.Weight.Bold))
        title.setWordWrap(True)
        lead = QLabel(
            _(
                "Cette première version vérifie un fichier de questionnaire "
                "et vous dit ce qu’il faut corriger."
            )
        )
        lead.setObjectName("lead")
        lead.setWordWrap(True)
        self.open_button = QPushButton(_("Ouvrir un questionnaire…"))
        self.open_button.setObjectName("primary")
        self.open_button.setMinimumHeight(CONTROL_HEIGHT)
        self.open_button.setDefault(True)
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName(_("Résultat de la vérification"))
        self.findings.hide()

        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(lead)
        column.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.findings, stretch=1)
        column.addStretch()
        self.setCentralWidget(page)


def _report(name: str, problems: Sequence[str]) -> str:
    if not problems:
        return _("« {name} » est un questionnaire valable.", name=name)
    count = counted("{number} problème", "{number} problèmes", len(problems))
    lines = "\n".join(f"– {problem}" for problem in problems)
    return _("« {name} » : {count} à corriger.", name=name, count=count) + f"\n\n{lines}"
