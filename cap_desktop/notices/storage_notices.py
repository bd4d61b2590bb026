"""What is told of the errors of data that are kept: opened, saved, copied, brought, erased."""

from __future__ import annotations

from cap_desktop.errors import (
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
    FormerFolderKept,
    NoRoom,
    NotErased,
    NotOpened,
    NotReached,
    NotSaved,
    NotSettled,
    OnlyRemains,
    UpgradeFailed,
)
from cap_desktop.i18n import mark
from cap_desktop.notices.notice import Notice

STORAGE_NOTICES: dict[type[CapError], Notice] = {
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
}
