"""Errors in French: what happened, why, what is safe, what to do; in parts or in one line."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from cap_desktop import __version__
from cap_desktop.errors import (
    ActionRejected,
    AnswerRejected,
    AnswersRefused,
    AssessmentError,
    AssessmentSealed,
    Cancelled,
    CapError,
    CopyNotMade,
    CopyNotRestored,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseInUse,
    DatabaseTooNew,
    DataDamaged,
    DataDenied,
    DataMissing,
    DataTooNew,
    EvidenceDamaged,
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FolderNotEmpty,
    FormatUnknown,
    FormerDataError,
    InputError,
    NoRoom,
    NothingGiven,
    NotOpened,
    NotReached,
    NotSaved,
    OutputDenied,
    PlanRefused,
    Problem,
    ProgramFault,
    ProgramFileRefused,
    QuestionnaireRefused,
    Refused,
    ResponsesRefused,
    SameVersionDiffers,
    StorageError,
    StorageRefused,
    StructureRefused,
    TagUnknown,
    TypedNotKept,
    UpgradeFailed,
    VersionsUnrelated,
    YearKept,
    YearMissing,
    YearTaken,
)
from cap_desktop.i18n import _, counted, mark
from cap_desktop.notices.problems import line

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
    "read_only": mark("Le dossier est en lecture seule"),
    "denied": mark("L’accès au fichier est refusé"),
    "moved": mark("Le fichier a été déplacé ou supprimé"),
    "damaged": mark("Le fichier a été abîmé"),
    "failed": mark("Le disque ne répond pas"),
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


@dataclass(frozen=True, slots=True)
class Notice:
    """An error as it is told: what happened, why, what is safe, what to do.

    ``found`` is what is wrong inside a file. Each part but the title is a whole sentence, or
    nothing.
    """

    title: str
    why: str = ""
    safe: str = ""
    advice: str = ""
    found: str = ""

    @property
    def line(self) -> str:
        """The whole in one line, for a banner or a terminal."""
        known = [part for part in (self.why, self.safe, self.advice) if part]
        if not self.found and known:
            known[0] = _lowered(known[0])
        rest = " ".join([self.found, *known] if self.found else known)
        return f"{self.title}\u00a0: {rest}" if rest else f"{self.title}."


NOTICES: dict[type[CapError], Notice] = {
    FileMissing: Notice(
        mark("Le fichier « {path} » n’existe pas"),
        advice=mark("Vérifiez son nom et son dossier."),
    ),
    FileIsFolder: Notice(
        mark("« {path} » est un dossier"), advice=mark("Indiquez le fichier lui-même.")
    ),
    FileDenied: Notice(mark("Le fichier « {path} » ne peut pas être lu"), mark("{reason}.")),
    FileEmpty: Notice(
        mark("Le fichier « {path} » est vide"), advice=mark("Choisissez-en un autre.")
    ),
    FileTooLarge: Notice(
        mark("Le fichier « {path} » est trop gros pour ce qu’il devrait contenir"),
        mark("Il devrait tenir en {limit} Mio au plus."),
    ),
    FileForeign: Notice(
        mark("Le fichier « {path} » est {nature}"),
        mark("Un fichier JSON en UTF-8 est attendu."),
    ),
    TagUnknown: Notice(
        mark("Aucune question du questionnaire « {path} » ne porte le mot « {tag} »")
    ),
    ProgramFileRefused: Notice(
        mark("Le fichier « {path} » du programme est abîmé"),
        safe=mark("Vos données restent."),
        advice=mark("Réinstallez CAP Desktop."),
        found=mark("{found}"),
    ),
    AnswerRejected: Notice(mark("Cette réponse n’a pas été enregistrée"), found=mark("{found}")),
    TypedNotKept: Notice(
        mark("Un texte ne peut pas être gardé tel qu’il est"),
        mark("Il est ici : {places}."),
        mark("Tout le reste est enregistré."),
        mark("Revenez le corriger, ou fermez sans lui."),
    ),
    ActionRejected: Notice(mark("Cette action n’a pas été enregistrée"), found=mark("{found}")),
    AssessmentSealed: Notice(
        mark("L’évaluation {year} est terminée"),
        mark("Elle ne change plus."),
        advice=mark("Rouvrez-la pour la modifier."),
    ),
    YearKept: Notice(
        mark("L’année {year} est gardée"),
        mark("Elle contient une réponse, une action ou une preuve, ou elle est la seule."),
    ),
    YearTaken: Notice(
        mark("Une évaluation {year} existe déjà pour cette structure"), advice=mark("Ouvrez-la.")
    ),
    NotSaved: Notice(
        mark("Pas encore enregistré"),
        mark("{cause}."),
        mark("{safe}."),
    ),
    NotReached: Notice(
        mark("CAP Desktop n’a pas pu le faire"),
        mark("{cause}."),
        mark("{safe}."),
    ),
    CopyNotMade: Notice(
        mark("La copie de sécurité du jour n’a pas pu être faite"),
        mark("{cause}."),
        mark("Vos réponses sont enregistrées."),
    ),
    CopyNotRestored: Notice(
        mark("La copie «\u00a0{path}\u00a0» n’a pas pu être restaurée"),
        mark("{cause}."),
        mark("Aucun fichier n’a été supprimé."),
        mark("Choisissez une autre copie."),
    ),
    ProgramFault: Notice(
        mark("CAP Desktop a rencontré une erreur imprévue"),
        safe=mark("Ce qui était enregistré est intact."),
        advice=mark("Fermez CAP Desktop, puis rouvrez-le."),
    ),
    NotOpened: Notice(
        mark("Vos données ne peuvent pas être ouvertes"),
        mark("{cause}."),
        mark("Rien n’y a été changé."),
        mark("Réessayez dans un moment."),
    ),
    DatabaseGone: Notice(
        mark("Le fichier «\u00a0{path}\u00a0» n’est plus dans son dossier"),
        safe=mark("Ses copies de sécurité y sont."),
        advice=mark("Remettez ce fichier à sa place, ou restaurez une copie."),
    ),
    DatabaseDamaged: Notice(
        mark("Le fichier « {path} » est abîmé"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Restaurez une copie de sécurité."),
    ),
    DatabaseTooNew: Notice(
        mark("Le fichier « {path} » vient d’une version plus récente de CAP Desktop"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Installez la dernière version."),
    ),
    DatabaseInUse: Notice(
        mark("CAP Desktop est déjà ouvert"),
        advice=mark("Passez par cette fenêtre, ou fermez-la d’abord."),
    ),
    UpgradeFailed: Notice(
        mark("La mise à jour de vos données s’est arrêtée"),
        safe=mark("La copie « {backup} » est intacte."),
        advice=mark("Relancez CAP Desktop."),
    ),
    DataMissing: Notice(
        mark("Le dossier «\u00a0{path}\u00a0» ne contient pas de données CAP"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Choisissez le dossier qui contient «\u00a0cap.db\u00a0»."),
    ),
    DataDamaged: Notice(
        mark("Les données du dossier «\u00a0{path}\u00a0» sont abîmées"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Choisissez son dossier «\u00a0copies\u00a0», ou une autre sauvegarde."),
    ),
    DataTooNew: Notice(
        mark("Les données du dossier «\u00a0{path}\u00a0» viennent d’une version plus récente"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Installez la dernière version de CAP Desktop."),
    ),
    DataDenied: Notice(
        mark("Le dossier «\u00a0{path}\u00a0» ne peut pas être copié ici"),
        mark("{reason}."),
        mark("Rien n’y a été changé."),
    ),
    NoRoom: Notice(
        mark("Il n’y a pas assez de place pour le dossier «\u00a0{path}\u00a0»"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Libérez de la place sur cet ordinateur, puis recommencez."),
    ),
    EvidenceDamaged: Notice(
        mark("La copie du fichier «\u00a0{name}\u00a0» est abîmée"),
        safe=mark("Vos réponses sont enregistrées."),
        advice=mark("Ajoutez ce fichier de nouveau."),
    ),
    OutputDenied: Notice(
        mark("« {path} » ne peut pas être écrit"),
        mark("{reason}."),
        mark("Rien d’autre n’a changé."),
    ),
    FolderNotEmpty: Notice(
        mark("Le dossier « {path} » n’est pas vide"),
        safe=mark("Rien n’y a été écrit."),
        advice=mark("Donnez un dossier neuf."),
    ),
    FormatUnknown: Notice(
        mark("Le nom « {path} » ne dit pas le format voulu"),
        safe=mark("Rien n’a été écrit."),
        advice=mark("Terminez ce nom par {known}."),
    ),
    NothingGiven: Notice(
        mark("Il manque de quoi faire le rapport"),
        advice=mark("Donnez un questionnaire et ses réponses, ou un dossier avec --data."),
    ),
    YearMissing: Notice(
        mark("L’évaluation {year} n’est pas gardée ici"),
        advice=mark("Vérifiez l’année et le nom de la structure."),
    ),
    Cancelled: Notice(mark("Vous avez arrêté ce travail"), safe=mark("Rien n’a été écrit.")),
    SameVersionDiffers: Notice(
        mark("Deux questionnaires différents portent le même nom « {name} »"),
        mark("L’un des deux a été modifié."),
        advice=mark("Demandez le fichier d’origine."),
    ),
    VersionsUnrelated: Notice(
        mark("Rien ne relie « {old} » à « {new} »"),
        advice=mark("Donnez les versions intermédiaires avec --via."),
    ),
    QuestionnaireRefused: Notice(
        mark("Le questionnaire « {path} » ne peut pas servir"), found=mark("{found}")
    ),
    AnswersRefused: Notice(
        mark("Les réponses « {path} » ne peuvent pas servir"), found=mark("{found}")
    ),
    PlanRefused: Notice(
        mark("Le plan «\u00a0{path}\u00a0» ne peut pas servir"), found=mark("{found}")
    ),
    StructureRefused: Notice(
        mark("La structure «\u00a0{path}\u00a0» ne peut pas servir"), found=mark("{found}")
    ),
    ResponsesRefused: Notice(
        mark("Les réponses à comparer « {path} » ne peuvent pas servir"), found=mark("{found}")
    ),
}
"""What is told of each error a person can meet."""

SHOWN = 1


def explained(error: CapError) -> Notice:
    """Say an error to the person who met it, part by part."""
    known, values = NOTICES[type(error)], _values(error)
    return Notice(
        *(
            _(part, **values) if part else ""
            for part in (known.title, known.why, known.safe, known.advice, known.found)
        )
    )


def notice(error: CapError) -> str:
    """Say an error to the person who met it, in one line."""
    return explained(error).line


def details(error: CapError) -> str:
    """What a person can copy for whoever helps: the kind of error, what it is about, how many."""
    lines = [f"CAP Desktop {__version__}", type(error).__name__, str(error)]
    if isinstance(error, Refused | AnswerRejected):
        lines += [line(problem) for problem in error.problems]
    if isinstance(error, DatabaseInUse):
        lines.append(error.holder)
    cause = error.__cause__
    if cause is not None:
        lines.append(f"{type(cause).__name__}: {cause}")
    return "\n".join(lines)


def _lowered(text: str) -> str:
    """A sentence as it goes on after a colon; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _values(error: CapError) -> dict[str, str]:
    if isinstance(error, VersionsUnrelated):
        return {"old": error.old, "new": error.new}
    if isinstance(error, SameVersionDiffers | EvidenceDamaged):
        return {"name": error.name}
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
    return {"year": str(getattr(error, "year", ""))}


def _storage_values(error: StorageError) -> dict[str, str]:
    values = {"path": error.path.name}
    if isinstance(error, StorageRefused):
        values["cause"] = _(CAUSES[error.cause])
        values["safe"] = (_intact if isinstance(error, NotReached) else _safe)(error.cause)
    elif isinstance(error, UpgradeFailed):
        values["backup"] = error.backup.name
    return values


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
