"""The files that can be made of an assessment and its plan, and how they are offered."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.i18n import _, mark


@dataclass(frozen=True, slots=True)
class Export:
    """One file that can be made: its words in a menu, its ending, what it is called."""

    kind: str
    words: str
    ending: str
    name: str
    is_synthesis: bool = False


REPORTS = (
    Export("pdf", mark("Rapport complet (PDF)"), "pdf", "rapport"),
    Export("synthesis", mark("Synthèse en quelques pages (PDF)"), "pdf", "synthese", True),
    Export("html", mark("Rapport accessible, pour l’écran (HTML)"), "html", "rapport"),
)
PLANS = (
    Export("xlsx", mark("Tableau du plan (Excel)"), "xlsx", "plan"),
    Export("docx", mark("Texte du plan (Word)"), "docx", "plan"),
    Export("ics", mark("Agenda du plan (.ics)"), "ics", "plan"),
)
FIGURES = Export("indicators", mark("Tableau des indicateurs (Excel)"), "xlsx", "indicateurs")
EXPORTS = {item.kind: item for item in (*REPORTS, *PLANS, FIGURES)}


def words_of(export: Export) -> str:
    """How an export is offered."""
    return _(export.words)
