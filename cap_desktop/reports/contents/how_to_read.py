"""How to read the document: levels, bands, what is missing, what a score is."""

from __future__ import annotations

from cap_desktop.domain.questionnaire.questionnaire import Band
from cap_desktop.domain.questionnaire.questions import MaturityQuestion
from cap_desktop.i18n import _
from cap_desktop.reports.contents.cover import band_badges, declared
from cap_desktop.reports.contents.inline import Runs, badge_cell, labelled, paragraph, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Section,
    SideBySide,
    Table,
)
from cap_desktop.words.levels import CLIMB
from cap_desktop.words.numbers import percent, plain
from cap_desktop.words.states import NOT_APPLICABLE
from cap_desktop.words.two_years import EQUALLY

ANCHOR = "lire"
DEEPEST = 4
SHORTLY = 3


def how_to_read(shown: ReportOverview) -> Section:
    """One page."""
    return Section(
        (
            Heading(1, _("Comment lire ce document"), ANCHOR),
            paragraph(
                _(
                    "La structure s’est située elle-même, question par question. "
                    "Ce document dit où elle en est et ce qu’elle a choisi de faire."
                ),
                "lead",
            ),
            *scales(shown),
            Heading(2, _("Ce que disent les scores")),
            Bullets(_rules(shown)),
            Paragraph(labelled(_("À retenir"), declared())),
        )
    )


def how_to_read_shortly(shown: ReportOverview) -> tuple[Block, ...]:
    """The same in a few lines."""
    return (
        Heading(1, _("Comment lire ce document"), ANCHOR),
        *scales(shown),
        Bullets(_rules(shown)[:SHORTLY]),
        Paragraph(labelled(_("À retenir"), declared())),
    )


def scales(shown: ReportOverview) -> tuple[Block, ...]:
    """The levels of a practice beside the bands of a score."""
    levels, bands = _levels(shown), _bands(shown)
    return (bands,) if levels is None else (SideBySide((levels,), (bands,)),)


def _levels(shown: ReportOverview) -> Table | None:
    """The levels as the questionnaire names them; None where it names none."""
    for entry in shown.data.questionnaire.outline.questions:
        question = entry.question
        if isinstance(question, MaturityQuestion) and all(item.title for item in question.levels):
            last = len(question.levels) - 1
            rows = tuple(
                (
                    badge_cell(
                        Badge(str(rank), rank * DEEPEST // last, _("Niveau {rank}", rank=rank))
                    ),
                    text_cell(level.title or ""),
                )
                for rank, level in enumerate(question.levels)
            )
            columns = (Column(_("Niveau"), 1), Column(_("Nom"), 3))
            return Table(_("Les niveaux d’une pratique"), columns, rows)
    return None


def _bands(shown: ReportOverview) -> Table:
    bands = shown.data.questionnaire.settings.bands
    rows = tuple(
        (badge_cell(badge), text_cell(band.title), text_cell(_stretch(bands, rank)))
        for rank, (badge, band) in enumerate(zip(band_badges(shown), bands, strict=True))
    )
    columns = (Column(_("Couleur"), 1.1), Column(_("Lecture"), 1.4), Column(_("Score"), 2.5))
    return Table(_("La lecture d’un score"), columns, rows)


def _stretch(bands: tuple[Band, ...], rank: int) -> str:
    start = plain(bands[rank].from_)
    if rank + 1 == len(bands):
        return _("{start} et plus", start=start)
    return _("de {start} à moins de {end}", start=start, end=plain(bands[rank + 1].from_))


def _rules(shown: ReportOverview) -> tuple[Runs, ...]:
    least = percent(shown.data.questionnaire.settings.min_coverage.theme)
    said = [
        (_("Pour choisir un niveau"), _(CLIMB)),
        (
            _("Score"),
            _("une position de 0 à 100. C’est la moyenne de ce qui a été répondu dans le thème."),
        ),
        (
            _("Deux parties"),
            _("chacune a son score. Rien ne les additionne."),
        ),
        (
            _(NOT_APPLICABLE),
            _("la question ne concerne pas la structure. Elle sort du calcul."),
        ),
        (
            _("Provisoire"),
            _(
                "moins de {least} du thème a une réponse. Le score n’est pas publié\u00a0: "
                "la barre hachurée montre entre quelles valeurs il peut être.",
                least=least,
            ),
        ),
        (
            _("Indicateurs"),
            _("les chiffres se lisent à côté des scores. Ils n’y entrent pas, sauf mention."),
        ),
    ]
    if shown.years[1]:
        said.append(
            (
                _(EQUALLY),
                _(
                    "le changement sur les seules questions posées en {old} et en {new}.",
                    old=shown.years[1],
                    new=shown.years[0],
                ),
            )
        )
    return tuple(labelled(label, text) for label, text in said)
