"""What is kept, what would go and what would move, in French."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.answers.erasure import Erasure, ErasureKind
from cap_desktop.i18n import _, counted, mark
from cap_desktop.notices.notice import Notice
from cap_desktop.services.folder.erasing import ErasePreview, PastErasure
from cap_desktop.services.folder.moving import MovePlan
from cap_desktop.services.folder.what_is_kept import (
    RETENTION,
    ErasableStructure,
    KeptPlace,
    PlaceKind,
)
from cap_desktop.words.days import whole_day
from cap_desktop.words.sizes import size_words

PLACES: dict[PlaceKind, tuple[str, str]] = {
    "database": (
        mark("Vos réponses et vos plans"),
        mark("Toutes les structures, toutes les années, et l’historique de chaque réponse."),
    ),
    "evidence": (
        mark("Vos preuves"),
        mark("Une copie de chaque fichier ajouté. Vos fichiers d’origine restent où ils sont."),
    ),
    "copies": (
        mark("Les copies de sécurité"),
        mark("Vos réponses et vos plans, tels qu’ils étaient un autre jour."),
    ),
    "second": (
        mark("Le second dossier de copies"),
        mark("Les mêmes copies, sur une clé ou ailleurs."),
    ),
    "opened": (
        mark("Les preuves ouvertes"),
        mark("Elles sont effacées au prochain démarrage."),
    ),
    "aside": (
        mark("Les fichiers abîmés, mis de côté"),
        mark("Ce qui a été remplacé par une copie."),
    ),
    "preferences": (
        mark("Vos réglages"),
        mark("Couleurs, taille du texte, dernier dossier choisi. Aucune réponse."),
    ),
    "check_up": (
        mark("La dernière vérification"),
        mark("Sa date, et le nom de ce qu’elle a trouvé abîmé."),
    ),
    "incidents": (
        mark("Le journal des pannes"),
        mark("Pour l’assistance. Aucune réponse n’y est écrite."),
    ),
}

DONE: dict[ErasureKind, str] = {
    "year": mark("une année"),
    "structure": mark("une structure"),
    "everything": mark("tout"),
}


def place_title(place: KeptPlace) -> str:
    """« Vos preuves »."""
    return _(PLACES[place.kind][0])


def place_words(place: KeptPlace) -> str:
    """What it is, how much, since when, and who can read it."""
    said = [_(PLACES[place.kind][1])]
    if not place.is_there:
        return " ".join((*said, _("Ce dossier n’est pas joignable pour l’instant.")))
    if place.files:
        size = size_words(place.size)
        files = counted("{number} fichier", "{number} fichiers", place.files)
        said.append(f"{files}, {size}.")
    else:
        said.append(_("Rien pour l’instant."))
    if place.oldest is not None and place.kind in ("evidence", "copies", "second"):
        said.append(_("Le plus ancien\u00a0: {day}.", day=whole_day(place.oldest)))
    if place.files:
        said.append(readers_words(place.others_read))
    return " ".join(said)


def readers_words(others_read: bool | None) -> str:
    """Who can read a place, as far as the system says it."""
    if others_read is None:
        return _("Peut être lu par qui a accès à ce dossier.")
    if others_read:
        return _("Peut être lu par les autres comptes de cet ordinateur.")
    return _("Lisible par votre compte seulement.")


def old_years_words(structures: tuple[ErasableStructure, ...]) -> str:
    """The reminder of years that were kept for two cycles; empty where there is none."""
    years = sorted({year.year for one in structures for year in one.years if year.is_old})
    if not years:
        return ""
    return counted(
        "L’année {years} a plus de {limit} ans. Si elle ne vous sert plus, effacez-la.",
        "Les années {years} ont plus de {limit} ans. Si elles ne vous servent plus, effacez-les.",
        len(years),
        years=", ".join(map(str, years)),
        limit=RETENTION,
    )


def past_words(past: tuple[PastErasure, ...]) -> str:
    """When something was erased last; empty where nothing was."""
    if not past:
        return ""
    return _(
        "Dernier effacement\u00a0: {what}, le {day}.",
        what=_(DONE[past[0].kind]),
        day=whole_day(past[0].at.date()),
    )


def waiting_words(erasure: Erasure, name: str) -> str:
    """What is written down to be erased in a folder that may come from somebody else."""
    if erasure.kind == "everything":
        what = _("tout")
    elif erasure.kind == "structure":
        what = _("«\u00a0{name}\u00a0»", name=name)
    else:
        what = _("l’année {year} de «\u00a0{name}\u00a0»", year=erasure.year, name=name)
    return _("Ce dossier demande d’effacer {what}. Rien ne sera effacé sans vous.", what=what)


# --- Erasing -----------------------------------------------------------------------------


def erase_notice(preview: ErasePreview, name: str) -> Notice:
    """What exactly goes, what stays, and that nothing brings it back."""
    return Notice(
        _title(preview, name),
        found="\n".join(("", *(f"–\u00a0{line}" for line in _going(preview)))).strip(),
        why=_staying(preview),
        advice=_(
            "Rien ne pourra le ramener\u00a0: ni Annuler, ni une copie de sécurité. "
            "Vos fichiers d’origine et les rapports que vous avez enregistrés ne changent pas."
        ),
    )


def erase_acts(preview: ErasePreview) -> tuple[str, str]:
    """The words of going on, and those of keeping it."""
    if preview.erasure.kind == "everything":
        return _("Tout effacer pour toujours"), _("Tout garder")
    if preview.erasure.kind == "structure":
        return _("Effacer cette structure pour toujours"), _("La garder")
    year = preview.erasure.year
    return _("Effacer {year} pour toujours", year=year), _("Garder {year}", year=year)


def _title(preview: ErasePreview, name: str) -> str:
    if preview.erasure.kind == "everything":
        return _("Tout effacer\u00a0?")
    if preview.erasure.kind == "structure":
        return _("Effacer «\u00a0{name}\u00a0» et toutes ses années\u00a0?", name=name)
    year = preview.erasure.year
    return _("Effacer l’année {year} de «\u00a0{name}\u00a0»\u00a0?", year=year, name=name)


def _going(preview: ErasePreview) -> Iterator[str]:
    held = preview.held
    years = sorted({item.year for item in held.years})
    sealed = sum(item.is_sealed for item in held.years)
    if preview.erasure.kind != "year" and years:
        numbers = ", ".join(map(str, years))
        yield counted("{number} année\u00a0: {years}", "{number} années\u00a0: {years}",
                      len(held.years), years=numbers)  # fmt: skip
    if sealed:
        yield counted("dont {number} année terminée, avec ses résultats",
                      "dont {number} années terminées, avec leurs résultats",
                      sealed) if preview.erasure.kind != "year" else _(
            "cette année est terminée\u00a0: ses résultats partent aussi")  # fmt: skip
    yield counted("{number} réponse, avec son historique",
                  "{number} réponses, avec leur historique", held.answers)  # fmt: skip
    yield counted("{number} action du plan", "{number} actions du plan", held.actions)
    yield from _files_going(preview)


def _files_going(preview: ErasePreview) -> Iterator[str]:
    if preview.evidence.number:
        yield counted(
            "{number} fichier de preuve que rien d’autre ne cite ({size})",
            "{number} fichiers de preuve que rien d’autre ne cite ({size})",
            preview.evidence.number,
            size=size_words(preview.evidence.size),
        )
    if preview.opened:
        yield counted("{number} preuve ouverte", "{number} preuves ouvertes", preview.opened)
    if preview.rewritten:
        yield counted(
            "{number} copie de sécurité, réécrite sans elle",
            "{number} copies de sécurité, réécrites sans elle",
            preview.rewritten,
        )
    if preview.removed:
        yield _removed_words(preview)
    if preview.aside:
        yield counted(
            "{number} fichier abîmé mis de côté, supprimé",
            "{number} fichiers abîmés mis de côté, supprimés",
            preview.aside,
        )
    if preview.second_copies:
        yield counted(
            "{number} copie du second dossier",
            "{number} copies du second dossier",
            preview.second_copies,
        )


def _removed_words(preview: ErasePreview) -> str:
    if preview.erasure.kind == "everything":
        return counted(
            "{number} copie de sécurité, supprimée",
            "{number} copies de sécurité, supprimées",
            preview.removed,
        )
    return counted(
        "{number} copie qui ne peut pas être réécrite, supprimée en entier",
        "{number} copies qui ne peuvent pas être réécrites, supprimées en entier",
        preview.removed,
    )


def _staying(preview: ErasePreview) -> str:
    if preview.second == "away":
        return _(
            "Le second dossier n’est pas joignable\u00a0: ses copies ne seront pas changées. "
            "Rebranchez-le d’abord, ou supprimez-les vous-même."
        )
    if preview.erasure.kind == "everything":
        return _("Seules vos couleurs et la taille du texte restent.")
    return _("Les autres années et les autres structures restent.")


# --- Moving ------------------------------------------------------------------------------


def move_notice(plan: MovePlan) -> Notice:
    """What would move, what stays, and what to beware of."""
    files = counted("{number} fichier, {size}", "{number} fichiers, {size}", plan.files,
                    size=size_words(plan.size))  # fmt: skip
    warning = ""
    if plan.service:
        warning = _(
            "Attention\u00a0: ce dossier est envoyé ailleurs par {service}. D’autres pourront "
            "lire vos réponses, et ce programme peut abîmer un fichier ouvert.",
            service=plan.service,
        )
    return Notice(
        _("Déplacer vos données dans «\u00a0{name}\u00a0»\u00a0?", name=plan.target.name),
        found=_("{files}, copiés puis relus un par un.", files=files),
        why=warning,
        safe=_("L’ancien dossier reste jusqu’à ce que vous le supprimiez."),
        advice=str(plan.target),
    )
