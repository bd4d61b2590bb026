"""Errors in French: what happened, why, what is safe, what to do; in parts or in one line."""

from __future__ import annotations

from cap_desktop.errors import (
    ActionRejected,
    AnswerRejected,
    AnswersRefused,
    AssessmentSealed,
    Cancelled,
    CapError,
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FolderNotEmpty,
    FormatUnknown,
    NoLongerThere,
    NothingGiven,
    OutputDenied,
    PlanRefused,
    ProgramFault,
    ProgramFileRefused,
    QuestionnaireRefused,
    ResponsesRefused,
    SameVersionDiffers,
    StructureRefused,
    TagUnknown,
    TypedNotKept,
    VersionsUnrelated,
    WorkbookRefused,
    WorkbookUnreadable,
    YearKept,
    YearMissing,
    YearTaken,
)
from cap_desktop.i18n import _, mark
from cap_desktop.notices.error_values import values_of
from cap_desktop.notices.notice import Notice
from cap_desktop.notices.storage_notices import STORAGE_NOTICES

NOTICES: dict[type[CapError], Notice] = STORAGE_NOTICES | {
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
    WorkbookUnreadable: Notice(
        mark("Le classeur «\u00a0{path}\u00a0» ne peut pas être lu"),
        mark("Un classeur .xlsx ou .ods, sans mot de passe, est attendu."),
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
    NoLongerThere: Notice(
        mark("{what} dans les données ouvertes"),
        mark("Ce qui vient d’y être écrit n’a pas été gardé."),
    ),
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
    ProgramFault: Notice(
        mark("CAP Desktop a rencontré une erreur imprévue"),
        safe=mark("Ce qui était enregistré est intact."),
        advice=mark("Fermez CAP Desktop, puis rouvrez-le."),
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
    WorkbookRefused: Notice(
        mark("Le classeur «\u00a0{path}\u00a0» ne peut pas servir"), found=mark("{found}")
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


def explained(error: CapError) -> Notice:
    """Say an error to the person who met it, part by part."""
    known, values = NOTICES[type(error)], values_of(error)
    return Notice(
        *(
            _(part, **values) if part else ""
            for part in (known.title, known.why, known.safe, known.advice, known.found)
        )
    )


def notice(error: CapError) -> str:
    """Say an error to the person who met it, in one line."""
    return explained(error).line
