"""How the assessment was made, by whom, with which questionnaire, and who signs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cap_desktop.domain.scoring.recount import recounted_parts
from cap_desktop.i18n import _
from cap_desktop.reports.contents.cover import declared
from cap_desktop.reports.contents.inline import labelled, paragraph, runs, text_cell
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Section,
    Signature,
    Table,
)
from cap_desktop.reports.report_data import ReportData
from cap_desktop.words.days import whole_day
from cap_desktop.words.held import answer_count
from cap_desktop.words.scores import recounted

ANCHOR = "methode"
SHORT_DIGEST = 8


def method(shown: ReportOverview) -> Section:
    """Method, participants, profile, signature, fingerprints."""
    return Section(
        (
            Heading(1, _("Méthode et participants"), ANCHOR),
            Bullets(tuple(runs(words) for words in _method(shown))),
            Heading(2, _("Qui a répondu")),
            *_participants(shown.data),
            Heading(2, _("Profil de la structure")),
            _profile(shown.data),
            *signature(shown.data),
            *fingerprints(shown.data),
        )
    )


def _method(shown: ReportOverview) -> Iterator[str]:
    data = shown.data
    questionnaire = data.questionnaire
    yield _(
        "Questionnaire\u00a0: {title}, version {version}.",
        title=questionnaire.title,
        version=questionnaire.version,
    )
    yield _("Éditeur\u00a0: {name}.", name=questionnaire.publisher.name)
    states = Counter(resolved.state for _number, _entry, resolved in shown.entries())
    asked = sum(states.values())
    yield _(
        "{asked} questions et chiffres demandés\u00a0: {answered} avec réponse, "
        "{na} non applicables, {open} sans réponse.",
        asked=asked,
        answered=states["answered"],
        na=states["na"],
        open=states["unanswered"],
    )
    yield _(
        "Un thème est la moyenne de ses questions, un axe de ses thèmes, une partie de ses axes."
    )
    yield _("Le calcul est exact, et arrondi une seule fois, à l’affichage.")
    if data.sealed_on is None:
        yield _("L’évaluation n’est pas terminée\u00a0: ce document peut encore changer.")
    else:
        yield _("L’évaluation a été terminée le {day}.", day=whole_day(data.sealed_on))
    if data.recount is not None:
        yield recounted(recounted_parts(data.results, data.recount), data.decimals)
    yield declared()


def _participants(data: ReportData) -> Iterator[Block]:
    if not data.participants:
        yield paragraph(_("Aucune réponse ne dit encore qui l’a donnée."))
        return
    rows = tuple(
        (
            text_cell(item.role),
            text_cell(answer_count(item.answers)),
            text_cell(whole_day(item.last_day)),
        )
        for item in data.participants
    )
    columns = (
        Column(_("Groupe"), 4),
        Column(_("Réponses données"), 3),
        Column(_("Dernière réponse"), 3),
    )
    yield Table(_("Les participants, par groupe"), columns, rows, is_title_hidden=True)


def _profile(data: ReportData) -> Table:
    profile = data.results.sheet.profile
    rows: list[tuple[Cell, ...]] = []
    for field in data.questionnaire.profile_fields:
        chosen = profile.get(field.id, ())
        labels = [option.label for option in field.options if option.id in chosen]
        rows.append((text_cell(field.label), text_cell(", ".join(labels) or _("Non renseigné"))))
    columns = (Column(_("Profil"), 4), Column(_("Réponse"), 6))
    return Table(_("Le profil"), columns, tuple(rows), is_title_hidden=True)


def signature(data: ReportData) -> Iterator[Block]:
    """Where the president signs."""
    yield Heading(2, _("Signature"))
    yield paragraph(
        _(
            "À signer une fois ce document présenté aux instances de {name}.",
            name=data.structure,
        )
    )
    place = _("La présidence\u00a0: nom, date et signature")
    yield Signature((place, _("La direction\u00a0: nom, date et signature")))


def fingerprints(data: ReportData) -> Iterator[Block]:
    """What the report was computed from, in full."""
    yield Heading(2, _("Empreintes"))
    yield paragraph(
        _("Elles disent de quoi ce document a été calculé. Les mêmes données le redonnent."), "note"
    )
    name, _sign, digest = data.reference.partition("#")
    said: list[Run] = []
    for label, value in (
        (_("Questionnaire"), name),
        (_("Empreinte du questionnaire"), digest),
        (_("Moteur de calcul"), data.engine),
        (_("Empreinte des réponses"), data.data_digest),
    ):
        said += [Run("\n")] if said else []
        said += labelled(label, value)
    yield Paragraph(tuple(said), "caption")


def short_prints(data: ReportData) -> tuple[str, ...]:
    """The same for the foot of a page: enough to tell two of them apart."""
    name, _sign, digest = data.reference.partition("#")
    return (
        f"{name} {_short(digest)}",
        data.engine,
        _("données {digest}", digest=_short(data.data_digest)),
    )


def _short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:SHORT_DIGEST]
