"""Errors in French, in one sentence: what happened, what is safe, what to do."""

from __future__ import annotations

import errno

from cap_desktop.errors import (
    AnswerRejected,
    AnswersRefused,
    AssessmentError,
    AssessmentSealed,
    Cancelled,
    CapError,
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseTooNew,
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FolderNotEmpty,
    InputError,
    NotSaved,
    OutputDenied,
    Problem,
    ProgramFileRefused,
    QuestionnaireRefused,
    Refused,
    ResponsesRefused,
    SameVersionDiffers,
    StorageError,
    TagUnknown,
    UpgradeFailed,
    VersionsUnrelated,
    YearTaken,
)
from cap_desktop.i18n import _, counted, mark
from cap_desktop.notices.problems import line

REASONS = {
    errno.ENOSPC: mark("le disque est plein"),
    errno.EACCES: mark("l’accès est refusé"),
    errno.EPERM: mark("l’accès est refusé"),
    errno.EROFS: mark("le disque est en lecture seule"),
    errno.ENAMETOOLONG: mark("son nom est trop long"),
    errno.ENOTDIR: mark("un dossier de ce nom n’existe pas"),
    errno.EEXIST: mark("un fichier de ce nom existe déjà"),
}

CAUSES = {
    "full": mark("le disque est plein"),
    "locked": mark("un autre programme utilise le fichier"),
    "read_only": mark("le dossier est en lecture seule"),
    "moved": mark("le fichier a été déplacé ou supprimé"),
    "failed": mark("le disque ne répond pas"),
}

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


SENTENCES: dict[type[CapError], str] = {
    FileMissing: mark("Le fichier « {path} » n’existe pas : vérifiez son nom et son dossier."),
    FileIsFolder: mark("« {path} » est un dossier : indiquez le fichier lui-même."),
    FileDenied: mark("Le fichier « {path} » ne peut pas être lu : {reason}."),
    FileEmpty: mark("Le fichier « {path} » est vide : choisissez-en un autre."),
    FileTooLarge: mark(
        "Le fichier « {path} » est trop gros pour ce qu’il devrait contenir ({limit} Mio au plus)."
    ),
    FileForeign: mark("Le fichier « {path} » est {nature} ; un fichier JSON en UTF-8 est attendu."),
    TagUnknown: mark("Aucune question du questionnaire « {path} » ne porte le mot « {tag} »."),
    ProgramFileRefused: mark(
        "Le fichier « {path} » du programme est abîmé : {found} "
        "Réinstallez CAP Desktop, vos données restent."
    ),
    AnswerRejected: mark("Cette réponse n’a pas été enregistrée : {found}"),
    AssessmentSealed: mark(
        "L’évaluation {year} est terminée : elle ne change plus. Rouvrez-la pour la modifier."
    ),
    YearTaken: mark("Une évaluation {year} existe déjà pour cette structure : ouvrez-la."),
    NotSaved: mark(
        "Pas encore enregistré : {cause}. Ce qui était enregistré est intact, et votre saisie "
        "reste à l’écran."
    ),
    DatabaseDamaged: mark(
        "Le fichier « {path} » est abîmé : rien n’y a été changé. Restaurez une copie de sécurité."
    ),
    DatabaseTooNew: mark(
        "Le fichier « {path} » vient d’une version plus récente de CAP Desktop : rien n’y a "
        "été changé. Installez la dernière version."
    ),
    DatabaseInUse: mark(
        "CAP Desktop est déjà ouvert ({holder}) : passez par cette fenêtre, ou fermez-la d’abord."
    ),
    UpgradeFailed: mark(
        "La mise à jour de vos données s’est arrêtée : la copie « {backup} » est intacte. "
        "Relancez CAP Desktop."
    ),
    OutputDenied: mark("« {path} » ne peut pas être écrit : {reason}. Rien d’autre n’a changé."),
    FolderNotEmpty: mark(
        "Le dossier « {path} » n’est pas vide : rien n’y a été écrit. Donnez un dossier neuf."
    ),
    Cancelled: mark("Vous avez arrêté ce travail\u00a0: rien n’a été écrit."),
    SameVersionDiffers: mark(
        "Deux questionnaires différents portent le même nom « {name} » : l’un des deux a été modifié, demandez le fichier d’origine."
    ),
    VersionsUnrelated: mark(
        "Rien ne relie « {old} » à « {new} » : donnez les versions intermédiaires avec --via."
    ),
    QuestionnaireRefused: mark("Le questionnaire « {path} » ne peut pas servir : {found}"),
    AnswersRefused: mark("Les réponses « {path} » ne peuvent pas servir : {found}"),
    ResponsesRefused: mark("Les réponses à comparer « {path} » ne peuvent pas servir : {found}"),
}
"""One sentence for each error a person can meet."""

SHOWN = 1


def notice(error: CapError) -> str:
    """Say an error to the person who met it, in one sentence."""
    return _(SENTENCES[type(error)], **_values(error))


def _values(error: CapError) -> dict[str, str]:
    if isinstance(error, VersionsUnrelated):
        return {"old": error.old, "new": error.new}
    if isinstance(error, SameVersionDiffers):
        return {"name": error.name}
    if isinstance(error, OutputDenied):
        return {"path": error.path.name, "reason": _reason(error.reason)}
    if isinstance(error, FolderNotEmpty):
        return {"path": error.path.name or str(error.path)}
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
    return _(REASONS.get(number, mark("le système le refuse")))


def _assessment_values(error: AssessmentError) -> dict[str, str]:
    if isinstance(error, AnswerRejected):
        return {"found": _found(error.problems)}
    return {"year": str(getattr(error, "year", ""))}


def _storage_values(error: StorageError) -> dict[str, str]:
    values = {"path": error.path.name}
    if isinstance(error, NotSaved):
        values["cause"] = _(CAUSES[error.cause])
    elif isinstance(error, DatabaseInUse):
        values["holder"] = error.holder
    elif isinstance(error, UpgradeFailed):
        values["backup"] = error.backup.name
    return values


def _found(problems: tuple[Problem, ...]) -> str:
    """The first problem in full, and how many others there are."""
    if not problems:
        return ""
    more = len(problems) - SHOWN
    text = line(problems[0])
    if more:
        text += " " + counted("(et {number} autre)", "(et {number} autres)", more)
    return text
