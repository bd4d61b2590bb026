"""The small pieces that sections are made of."""

from __future__ import annotations

from cap_desktop.i18n import _
from cap_desktop.reports.document import Badge, Cell, Paragraph, Run, TextRole, Tone

Runs = tuple[Run, ...]


def runs(text: str, tone: Tone = "text") -> Runs:
    """Words in one look."""
    return (Run(text, tone=tone),)


def bold(text: str, tone: Tone = "text") -> Runs:
    """Words that stand out."""
    return (Run(text, "bold", tone),)


def labelled(label: str, text: str) -> Runs:
    """« Constat : … », the label standing out."""
    return (Run(_("{label}\u00a0: ", label=label), "bold"), Run(text))


def paragraph(text: str, role: TextRole = "body") -> Paragraph:
    """A paragraph in one look."""
    return Paragraph(runs(text), role)


def cell(*paragraphs: Runs) -> Cell:
    """Paragraphs under one another; the empty ones are left out."""
    return Cell(tuple(item for item in paragraphs if any(run.text for run in item)))


def text_cell(text: str) -> Cell:
    """Words in a cell."""
    return cell(runs(text))


def badge_cell(badge: Badge | None) -> Cell:
    """A badge in a cell, or nothing."""
    return Cell(badge=badge)


def anchor(kind: str, name: str) -> str:
    """The anchor of something that has an id."""
    return f"{kind}-{name.replace('_', '-')}"
