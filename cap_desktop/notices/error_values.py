"""What an error is about, as its sentences say it: files by name, causes in French."""

from __future__ import annotations

import errno
from datetime import datetime

from cap_desktop.errors import (
    ActionRejected,
    AnswerRejected,
    AssessmentError,
    CapError,
    DatabaseInUse,
    DatabaseLeftOpen,
    DataDenied,
    EvidenceError,
    FileDenied,
    FileForeign,
    FileTooLarge,
    FolderNotEmpty,
    FormatUnknown,
    FormerDataError,
    InputError,
    LockHolder,
    NoLongerThere,
    NotReached,
    OnlyRemains,
    OutputDenied,
    Problem,
    Refused,
    SameVersionDiffers,
    StorageError,
    StorageRefused,
    TagUnknown,
    TypedNotKept,
    UpgradeFailed,
    VersionsUnrelated,
    YearMissing,
)
from cap_desktop.i18n import _, counted, mark
from cap_desktop.notices.problems import line
from cap_desktop.words.days import whole_day

REASONS = {
    errno.ENOSPC: mark("Le disque est plein"),
    errno.EACCES: mark("L’accès est refusé"),
    errno.EPERM: mark("L’accès est refusé"),
    errno.EISDIR: mark("C’est un dossier"),
    errno.EROFS: mark("Le disque est en lecture seule"),
    errno.ENAMETOOLONG: mark("Son nom est trop long"),
    errno.ENOTDIR: mark("Un dossier de ce nom n’existe pas"),
    errno.ENOENT: mark("Le dossier n’existe pas, ou n’existe plus"),
    errno.EEXIST: mark("Un fichier de ce nom existe déjà"),
    errno.ENODEV: mark("Ce n’est pas un fichier ordinaire"),
    errno.EBUSY: mark("Un autre programme l’utilise"),
    errno.EIO: mark("Le support ne répond pas"),
}

CAUSES = {
    "full": mark("Le disque est plein"),
    "locked": mark("Un autre programme utilise le fichier"),
    "read_only": mark("Le disque est en lecture seule"),
    "denied": mark("L’accès au fichier est refusé"),
    "not_a_file": mark("«\u00a0{path}\u00a0» n’est pas un fichier ordinaire"),
    "altered": mark("Un fichier étranger est à côté de vos données"),
    "moved": mark("Le fichier a été déplacé ou supprimé"),
    "damaged": mark("Le fichier a été abîmé"),
    "too_new": mark("Elle vient d’une version plus récente de CAP Desktop"),
    "empty": mark("Aucune évaluation n’y est commencée"),
    "no_copy": mark("Ce n’est pas une copie de CAP Desktop, ou elle est abîmée"),
    "away": mark("Ce dossier n’est pas là, comme une clé retirée"),
    "inside": mark("Ce dossier est dans celui de vos données"),
    "failed": mark("Le disque ne répond pas"),
    "not_empty": mark("Le dossier «\u00a0{path}\u00a0» n’est pas vide"),
    "same": mark("Vos données sont déjà dans le dossier «\u00a0{path}\u00a0»"),
    "small": mark("Il n’y a pas assez de place dans le dossier «\u00a0{path}\u00a0»"),
    "elsewhere": mark("Elles ont été déplacées dans «\u00a0{path}\u00a0», qui n’est pas joignable"),
    "fixed": mark("CAP_DESKTOP_DATA dit où sont vos données"),
    "former": mark("L’ancien dossier d’un déplacement attend d’être supprimé"),
    "differs": mark("La copie relue n’est pas la même"),
}

LEFT = {
    "evidence": mark("des preuves"),
    "upgrade": mark("la copie faite avant une mise à jour"),
    "closed": mark("un dossier de copies qui ne s’ouvre pas"),
}

LOST_FROM_SIGHT = ("moved", "damaged")
"""Causes after which nobody may promise that what was saved is whole."""

NATURES = {
    "pdf": mark("un PDF"),
    "archive": mark("une archive compressée ou un classeur"),
    "office": mark("un document de bureautique"),
    "image": mark("une image"),
    "database": mark("une base de données"),
    "markup": mark("une page web ou un fichier XML"),
    "utf16": mark("un texte en UTF-16"),
    "binary": mark("un fichier binaire"),
}

GONE = {
    "structure": mark("Cette structure n’est plus"),
    "year": mark("Cette année n’est plus"),
    "action": mark("Cette action n’est plus"),
    "idea": mark("Cette idée n’est plus"),
}
SHOWN = 1


def values_of(error: CapError) -> dict[str, str]:
    """What an error is about, in French, by the names its sentences have for it."""
    if isinstance(error, VersionsUnrelated):
        return {"old": error.old, "new": error.new}
    if isinstance(error, SameVersionDiffers | EvidenceError):
        path = error.path.name if isinstance(error, EvidenceError) else ""
        return {"name": error.name, "path": path}
    if isinstance(error, OutputDenied):
        return {"path": error.path.name, "reason": _reason(error.reason)}
    if isinstance(error, FormerDataError):
        reason = _reason(error.reason) if isinstance(error, DataDenied) else ""
        return {"path": error.path.name or str(error.path), "reason": reason}
    if isinstance(error, FolderNotEmpty):
        return {"path": error.path.name or str(error.path)}
    if isinstance(error, FormatUnknown):
        return {"path": error.path.name, "known": ", ".join(error.known)}
    if isinstance(error, YearMissing):
        return {"year": str(error.year)}
    if isinstance(error, AssessmentError):
        return _assessment_values(error)
    if isinstance(error, StorageError):
        return _storage_values(error)
    return _input_values(error) if isinstance(error, InputError) else {}


def _input_values(error: InputError) -> dict[str, str]:
    values = {"path": error.path.name or str(error.path)}
    if isinstance(error, FileDenied):
        values["reason"] = _reason(error.reason)
    elif isinstance(error, FileTooLarge):
        values["limit"] = str(error.limit // (1024 * 1024))
    elif isinstance(error, FileForeign):
        values["nature"] = _(NATURES[error.nature])
    elif isinstance(error, TagUnknown):
        values["tag"] = error.tag
    elif isinstance(error, Refused):
        values["found"] = _found(error.problems)
    return values


def _reason(number: int) -> str:
    """Say the system's error number in French."""
    return _(REASONS.get(number, mark("Le système le refuse")))


def _assessment_values(error: AssessmentError) -> dict[str, str]:
    if isinstance(error, AnswerRejected | ActionRejected):
        return {"found": _found(error.problems)}
    if isinstance(error, TypedNotKept):
        return {"places": error.places}
    if isinstance(error, NoLongerThere):
        return {"what": _(GONE[error.kind])}
    return {"year": str(getattr(error, "year", ""))}


def _storage_values(error: StorageError) -> dict[str, str]:
    values = {"path": error.path.name}
    if isinstance(error, StorageRefused):
        values["cause"] = _(CAUSES[error.cause], path=error.path.name)
        values["safe"] = (_intact if isinstance(error, NotReached) else _safe)(error.cause)
    elif isinstance(error, DatabaseInUse | DatabaseLeftOpen):
        values["holder"] = _holder(error.holder)
    elif isinstance(error, OnlyRemains):
        values["left"] = _together([_(LEFT[kind]) for kind in error.left])
    elif isinstance(error, UpgradeFailed):
        values["backup"] = error.backup.name
    return values


def _holder(holder: LockHolder | None) -> str:
    """Who has the data open, where and since when, as far as their lock says it."""
    said = []
    if holder is not None and holder.person:
        said.append(_("par {person}", person=holder.person))
    if holder is not None and holder.machine:
        said.append(_("sur l’ordinateur «\u00a0{machine}\u00a0»", machine=holder.machine))
    since = None if holder is None else _moment(holder.since)
    if since is not None:
        day, time = whole_day(since.date()), f"{since.hour}\u00a0h\u00a0{since.minute:02}"
        said.append(_("depuis le {day} à {time}", day=day, time=time))
    if not said:
        return _("On ne sait ni par qui, ni depuis quand")
    return _("Elles ont été ouvertes {how}", how=", ".join(said))


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _together(things: list[str]) -> str:
    """Write things as a French list, the last one after « et »."""
    if len(things) < 2:
        return "".join(things)
    return _("{names} et {last}", names=", ".join(things[:-1]), last=things[-1])


def _safe(cause: str) -> str:
    """What a person can count on while the disk refuses."""
    if cause in LOST_FROM_SIGHT:
        return _("Votre saisie reste à l’écran")
    return _("Ce qui était enregistré est intact, et votre saisie reste à l’écran")


def _intact(cause: str) -> str:
    if cause in LOST_FROM_SIGHT:
        return _("Vérifiez où sont vos données, puis réessayez")
    return _("Ce qui était enregistré est intact")


def _found(problems: tuple[Problem, ...]) -> str:
    """The first problem in full, and how many others there are."""
    if not problems:
        return ""
    more = len(problems) - SHOWN
    text = line(problems[0])
    if more:
        text += " " + counted("(et {number} autre)", "(et {number} autres)", more)
    return text
