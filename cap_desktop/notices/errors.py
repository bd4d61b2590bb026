"""Errors in French, in one sentence: what happened, what is safe, what to do."""

from __future__ import annotations

from cap_desktop.errors import (
    AnswersRefused,
    CapError,
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FolderNotEmpty,
    InputError,
    OutputDenied,
    ProgramFileRefused,
    QuestionnaireRefused,
    Refused,
    ResponsesRefused,
    TagUnknown,
    VersionsUnrelated,
)
from cap_desktop.i18n import _, counted, mark
from cap_desktop.notices.problems import line

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
    OutputDenied: mark(
        "Le fichier « {path} » ne peut pas être écrit : {reason}. Rien d’autre n’a changé."
    ),
    FolderNotEmpty: mark(
        "Le dossier « {path} » n’est pas vide : rien n’y a été écrit. Donnez un dossier neuf."
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
    if isinstance(error, FolderNotEmpty):
        return {"path": error.path.name or str(error.path)}
    if isinstance(error, OutputDenied):
        return {"path": error.path.name, "reason": error.reason}
    values = {"path": error.path.name or str(error.path)} if isinstance(error, InputError) else {}
    if isinstance(error, FileDenied):
        values["reason"] = error.reason
    elif isinstance(error, FileTooLarge):
        values["limit"] = str(error.limit // (1024 * 1024))
    elif isinstance(error, FileForeign):
        values["nature"] = _(NATURES[error.nature])
    elif isinstance(error, TagUnknown):
        values["tag"] = error.tag
    elif isinstance(error, Refused):
        values["found"] = _found(error)
    return values


def _found(error: Refused) -> str:
    """The first problem in full, and how many others there are."""
    more = len(error.problems) - SHOWN
    text = line(error.problems[0])
    if more:
        text += " " + counted("(et {number} autre)", "(et {number} autres)", more)
    return text
