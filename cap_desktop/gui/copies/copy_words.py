"""What is said of safety copies: when, why, how large, and what restoring one would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cap_desktop.i18n import _, counted, mark
from cap_desktop.paths import CopyKind
from cap_desktop.words.copies import copy_time
from cap_desktop.words.days import day_words
from cap_desktop.words.numbers import french

if TYPE_CHECKING:
    from cap_desktop.services.folder.check_up import CheckUp
    from cap_desktop.services.folder.copies import SecondFolder
    from cap_desktop.services.folder.copy_list import (
        CopyDetails,
        CountedDifference,
        KnownCopy,
    )

WHY: dict[CopyKind, str] = {
    "jour": mark("Copie du jour"),
    "demandee": mark("Demandée par vous"),
    "avant-retour": mark("Avant une reprise"),
    "avant-mise-a-jour": mark("Avant une mise à jour"),
    "avant-installation": mark("Avant une installation"),
    "recue": mark("Reçue, ouverte par vous"),
}
ICONS: dict[CopyKind, str] = {
    "jour": "calendar",
    "demandee": "download",
    "avant-retour": "rotate-ccw",
    "avant-mise-a-jour": "file-diff",
    "avant-installation": "file-diff",
    "recue": "folder-open",
}
STATES = {
    "damaged": mark("Abîmée"),
    "altered": mark("Modifiée hors de CAP Desktop"),
    "too_new": mark("D’une version plus récente"),
    "unread": mark("Ne peut pas être lue"),
    "strange": mark("N’est pas un fichier"),
    "absent": mark("N’est plus là"),
}
LATE = timedelta(days=10)
"""A second folder that was not seen for so long is said."""
MEBI = 1024 * 1024


def why(copy: KnownCopy) -> str:
    """Why a copy was made."""
    return _(WHY[copy.kind])


def when(copy: KnownCopy, today: date) -> str:
    """The day of a copy, with its time under it where its name says one."""
    return "\n".join(part for part in (_day(copy.day, today), copy_time(copy.time)) if part)


def time_words(at: datetime) -> str:
    """« 14 h 32 »."""
    return f"{at.hour}\u00a0h\u00a0{at.minute:02}"


def moment(day: date, time: str, today: date) -> str:
    """« aujourd’hui, 14 h 32 »."""
    return f"{_lowered(_day(day, today))}, {time}"


def _day(day: date, today: date) -> str:
    if day == today:
        return _("Aujourd’hui")
    if day == today - timedelta(days=1):
        return _("Hier")
    return day_words(day.isoformat(), with_year=day.year != today.year)


def size_words(size: int) -> str:
    """« 2,1 Mo »."""
    tenths = max((size * 10 + MEBI // 2) // MEBI, 1)
    return french(f"{tenths // 10}.{tenths % 10}") + "\u00a0Mo"


def difference_words(details: CopyDetails) -> str:
    """What restoring a copy would do to the data of today, in a few words."""
    if not details.is_whole:
        return _(STATES[details.state])
    parts = [*answer_parts(details.answers), *action_parts(details.actions)]
    if details.answers is None:
        return ""
    return ", ".join(parts) if parts else _("Identique à vos données")


def answer_parts(found: CountedDifference | None) -> Iterator[str]:
    """« 7 réponses de moins », « 2 réponses différentes »."""
    if found is None:
        return
    if found.gone:
        yield counted("{number} réponse de moins", "{number} réponses de moins", found.gone)
    if found.back:
        yield counted("{number} réponse de plus", "{number} réponses de plus", found.back)
    if found.other:
        yield counted("{number} réponse différente", "{number} réponses différentes", found.other)


def action_parts(found: CountedDifference | None) -> Iterator[str]:
    """The same of the actions of the plans."""
    if found is None:
        return
    if found.gone:
        yield counted("{number} action de moins", "{number} actions de moins", found.gone)
    if found.back:
        yield counted("{number} action de plus", "{number} actions de plus", found.back)
    if found.other:
        yield counted("{number} action différente", "{number} actions différentes", found.other)


# --- The second folder, and the check-up ----------------------------------------------------


def second_words(second: SecondFolder | None, today: date) -> str:
    """Where copies go too, and how it is."""
    if second is None:
        return _("Une clé ou un dossier synchronisé, où chaque copie est mise aussi.")
    name = second.path.name or str(second.path)
    if not second.is_there:
        return _(
            "«\u00a0{name}\u00a0» n’est pas là. Les copies y reprendront à son retour.", name=name
        )
    if second.newest is None:
        return _("«\u00a0{name}\u00a0» · aucune copie pour l’instant.", name=name)
    day = _day(second.newest, today)
    return _("«\u00a0{name}\u00a0» · dernière copie\u00a0: {day}.", name=name, day=_lowered(day))


def second_state(second: SecondFolder | None, today: date) -> tuple[str, str]:
    """A word for the state of the second folder, and its tone; nothing where none is chosen."""
    if second is None:
        return "", ""
    if not second.is_there:
        return _("Absent"), "warning"
    if is_late(second, today):
        return _("Pas à jour"), "warning"
    return (_("À jour"), "success") if second.has_newest else ("", "")


def is_late(second: SecondFolder | None, today: date) -> bool:
    """True for a second folder that got no copy for ten days."""
    return second is not None and second.newest is not None and today - second.newest > LATE


def page_title(
    count: int, damaged: int, second: SecondFolder | None, check: CheckUp | None, today: date
) -> str:
    """The state, in one sentence; it says nothing that was not looked at."""
    if check is not None and check.findings:
        return _("Quelque chose est abîmé.")
    if damaged:
        return counted("{number} copie est illisible.", "{number} copies sont illisibles.", damaged)
    if not count:
        return _("Aucune copie pour l’instant.")
    if second is not None and second.newest is not None and is_late(second, today):
        days = (today - second.newest).days
        return _("Le deuxième dossier n’a rien reçu depuis {days} jours.", days=days)
    return _("Tout est gardé, et vérifié.") if check is not None else _("Tout est gardé.")


DATA, ANSWERS, EVIDENCE, YEARS, COPIES = "data", "answers", "evidence", "years", "copies"
OF_YEARS = ("assessment", "profile", "results", "structure")


def check_lines(check: CheckUp) -> Iterator[tuple[str, str, bool]]:
    """The five things that were looked at: their words, their count, whether all is whole."""
    wrong = {_part(item.place, item.kind) for item in check.findings}
    yield _("Fichier des données lisible"), size_words(check.size), DATA not in wrong
    yield _("Chaque réponse relue, une par une"), str(check.answers), ANSWERS not in wrong
    yield _("Preuves présentes et inchangées"), str(check.evidence), EVIDENCE not in wrong
    yield _years_words(check.years), str(len(check.years)), YEARS not in wrong
    yield _("Copies rouvertes et comptées"), str(check.copies), COPIES not in wrong


def _part(place: str, kind: str) -> str:
    if place != "database":
        return place
    if kind in ("database", "questionnaire", "standing"):
        return DATA
    return YEARS if kind in OF_YEARS else ANSWERS


def _years_words(years: Sequence[int]) -> str:
    if not years:
        return _("Années complètes")
    if len(years) == 1:
        return _("Année {year} complète", year=years[0])
    if len(years) > 3:
        return _("Années {first} à {last} complètes", first=years[0], last=years[-1])
    before = ", ".join(str(year) for year in years[:-1])
    return _("Années {years} et {last} complètes", years=before, last=years[-1])


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
