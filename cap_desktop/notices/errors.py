"""Errors in French: what happened, why, what is safe, what to do; in parts or in one line."""

from __future__ import annotations

from dataclasses import dataclass

from cap_desktop.errors import (
    ActionRejected,
    AnswerRejected,
    AnswersRefused,
    AssessmentSealed,
    Cancelled,
    CapError,
    CopyNotMade,
    CopyNotReceived,
    CopyNotRestored,
    CopyNotSent,
    CopyOfNoUse,
    DataAltered,
    DatabaseAltered,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseInUse,
    DatabaseLeftOpen,
    DatabaseTooNew,
    DataDamaged,
    DataDenied,
    DataMissing,
    DataNotMoved,
    DataTooNew,
    EraseUnfinished,
    EvidenceDamaged,
    EvidenceDiffers,
    EvidenceGone,
    EvidenceIsProgram,
    FileDenied,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FolderNotEmpty,
    FormatUnknown,
    FormerFolderKept,
    NoLongerThere,
    NoRoom,
    NotErased,
    NothingGiven,
    NotOpened,
    NotReached,
    NotSaved,
    NotSettled,
    OnlyRemains,
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
    UpgradeFailed,
    VersionsUnrelated,
    WorkbookRefused,
    WorkbookUnreadable,
    YearKept,
    YearMissing,
    YearTaken,
)
from cap_desktop.i18n import _, mark
from cap_desktop.notices.error_values import values_of


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
        mark("La copie de sécurité n’a pas pu être faite"),
        mark("{cause}."),
        mark("Vos réponses sont enregistrées."),
    ),
    CopyNotSent: Notice(
        mark("La copie n’est pas dans votre deuxième dossier"),
        mark("{cause}."),
        mark("La copie sur cet ordinateur est faite."),
    ),
    CopyNotReceived: Notice(
        mark("Le fichier «\u00a0{path}\u00a0» ne peut pas être ouvert comme une copie"),
        mark("{cause}."),
        mark("Vos données n’ont pas changé."),
        mark("Choisissez un autre fichier."),
    ),
    CopyNotRestored: Notice(
        mark("La copie «\u00a0{path}\u00a0» n’a pas pu être restaurée"),
        mark("{cause}."),
        mark("Aucun fichier n’a été supprimé."),
        mark("Choisissez une autre copie."),
    ),
    NotSettled: Notice(
        mark("Les données sont à leur place, mais le disque ne garantit pas qu’elles y restent"),
        mark("{cause}."),
        mark("Ce qui a été copié est toujours là d’où il vient."),
        mark("Fermez CAP Desktop, puis rouvrez-le."),
    ),
    CopyOfNoUse: Notice(
        mark("La copie de sécurité «\u00a0{path}\u00a0», mise à l’essai, n’a pas pu être rouverte"),
        mark("{cause}."),
        mark("L’essai n’a rien changé à vos données."),
        mark("Faites une nouvelle copie."),
    ),
    NotErased: Notice(
        mark("Rien n’a été effacé"),
        mark("{cause}."),
        mark("Vos données et leurs copies sont celles d’avant."),
        mark("Réessayez dans un moment."),
    ),
    EraseUnfinished: Notice(
        mark("L’effacement n’est pas terminé"),
        mark("Il reste «\u00a0{path}\u00a0». {cause}."),
        advice=mark(
            "CAP Desktop le reprend à chaque démarrage. "
            "Vous pouvez aussi le reprendre dans «\u00a0Vos données\u00a0»."
        ),
    ),
    DataNotMoved: Notice(
        mark("Vos données n’ont pas été déplacées"),
        mark("{cause}."),
        mark("Elles sont toujours dans leur dossier."),
        mark("Choisissez un autre dossier, ou réessayez."),
    ),
    FormerFolderKept: Notice(
        mark("L’ancien dossier n’a pas été supprimé en entier"),
        mark("Il reste «\u00a0{path}\u00a0». {cause}."),
        mark("Vos données, dans leur nouveau dossier, ne changent pas."),
        mark("Réessayez dans un moment."),
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
    OnlyRemains: Notice(
        mark("Le fichier «\u00a0{path}\u00a0» n’est plus dans son dossier"),
        mark("Il y reste {left}."),
        mark("Rien n’y a été changé."),
        mark("Remettez ce fichier à sa place, ou commencez sans lui."),
    ),
    DatabaseDamaged: Notice(
        mark("Le fichier « {path} » est abîmé"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Restaurez une copie de sécurité."),
    ),
    DatabaseAltered: Notice(
        mark("Le fichier «\u00a0{path}\u00a0» a été modifié hors de CAP Desktop"),
        mark("Il contient ce que CAP Desktop n’y met jamais."),
        mark("Rien n’y a été changé."),
        mark("Restaurez une copie de sécurité."),
    ),
    DatabaseTooNew: Notice(
        mark("Le fichier « {path} » vient d’une version plus récente de CAP Desktop"),
        safe=mark("Rien n’y a été changé."),
        advice=mark("Installez la dernière version."),
    ),
    DatabaseInUse: Notice(
        mark("CAP Desktop est déjà ouvert"),
        mark("{holder}."),
        advice=mark("Passez par cette fenêtre, ou fermez-la d’abord."),
    ),
    DatabaseLeftOpen: Notice(
        mark("Vos données sont peut-être ouvertes ailleurs"),
        mark("{holder}."),
        mark("Rien n’y a été changé."),
        mark(
            "Si CAP Desktop y est encore ouvert, fermez-le d’abord. "
            "S’il ne l’est plus (clé retirée, panne), ouvrez vos données ici."
        ),
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
    DataAltered: Notice(
        mark("Les données du dossier «\u00a0{path}\u00a0» ont été modifiées hors de CAP Desktop"),
        mark("Elles contiennent ce que CAP Desktop n’y met jamais."),
        mark("Rien n’y a été changé."),
        mark("Choisissez son dossier «\u00a0copies\u00a0», ou une autre sauvegarde."),
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
    EvidenceGone: Notice(
        mark("La copie du fichier «\u00a0{name}\u00a0» est introuvable"),
        advice=mark("Remettez-la avec «\u00a0Le remettre\u00a0», ou retirez ce fichier."),
    ),
    EvidenceDiffers: Notice(
        mark("«\u00a0{path}\u00a0» n’est pas le fichier «\u00a0{name}\u00a0» d’alors"),
        mark("Son contenu est différent."),
        mark("Rien n’a changé."),
        mark("Choisissez le fichier d’origine, ou ajoutez celui-ci comme une autre preuve."),
    ),
    EvidenceIsProgram: Notice(
        mark("«\u00a0{name}\u00a0» est un programme"),
        mark("Il n’est pas lancé d’ici."),
        advice=mark("Si vous savez d’où il vient, enregistrez-en une copie."),
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


def _lowered(text: str) -> str:
    """A sentence as it goes on after a colon; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
