"""The keys of the program: one table, which the help shows and the tests walk."""

from __future__ import annotations

from typing import NamedTuple

from cap_desktop.i18n import _
from cap_desktop.words.states import NOT_APPLICABLE

BACK = ("Escape", "Alt+Left")
"""What leads back from a page outside the journey."""

NEXT_ZONE, FORMER_ZONE = "F6", "Shift+F6"


class Key(NamedTuple):
    """Key sequences as Qt writes them, how they are read, and what they do."""

    sequences: tuple[str, ...]
    read: str
    act: str


class KeyGroup(NamedTuple):
    """The keys of some pages, by the names the window gives them; of every page without names."""

    title: str
    pages: tuple[str, ...]
    keys: tuple[Key, ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """Every key that a person may press, in the order of the help."""
    return (
        KeyGroup(_("Sur une question"), ("answering",), _answering()),
        KeyGroup(_("Partout"), (), _everywhere()),
        KeyGroup(_("Dans les résultats"), ("results",), _results()),
        KeyGroup(
            _("D’une vue des résultats à l’autre"),
            ("results", "indicators", "years"),
            (
                Key(
                    ("Ctrl+PgUp", "Ctrl+PgDown"),
                    _("Ctrl + Page précédente ou Page suivante"),
                    _("Vue précédente ou suivante"),
                ),
            ),
        ),
        KeyGroup(
            _("Dans les indicateurs"),
            ("indicators",),
            (Key(("Ctrl+E",), _("Ctrl + E"), _("Exporter le tableau")),),
        ),
        KeyGroup(_("Dans le plan d’amélioration"), ("plan",), _plan()),
        KeyGroup(
            _("Sur les autres pages"),
            ("trace", "indicators", "years", "preferences", "profile", "help", "search"),
            (Key(BACK, _("Échap ou Alt + Flèche gauche"), _("Revenir où vous étiez")),),
        ),
    )


def _answering() -> tuple[Key, ...]:
    return (
        Key(tuple("01234"), _("0 à 4"), _("Choisir un niveau, avec ou sans la touche Maj")),
        Key(tuple("123456789"), _("1 à 9"), _("Choisir la réponse qui porte ce chiffre")),
        Key(
            ("Return", "Enter", "Alt+Right"),
            _("Entrée ou Alt + Flèche droite"),
            _("Question suivante"),
        ),
        Key(("Alt+Left",), _("Alt + Flèche gauche"), _("Question précédente")),
        Key(("D",), _("D"), _("À discuter")),
        Key(("N",), _("N"), _(NOT_APPLICABLE)),
        Key(("C",), _("C"), _("Écrire un commentaire")),
        Key(("P",), _("P"), _("Ajouter une preuve")),
        Key(("L",), _("L"), _("Écouter la question, si une voix est installée")),
        Key(("Del", "Backspace"), _("Suppr"), _("Effacer ma réponse")),
        Key(("Escape",), _("Échap"), _("Revenir à la question")),
    )


def _everywhere() -> tuple[Key, ...]:
    return (
        Key(("F1",), _("F1"), _("Cette aide")),
        Key(
            (NEXT_ZONE, FORMER_ZONE),
            _("F6 ou Maj + F6"),
            _("Zone suivante ou précédente de la fenêtre"),
        ),
        Key(("Ctrl+F",), _("Ctrl + F"), _("Trouver une question par ses mots")),
        Key(("Ctrl+G",), _("Ctrl + G"), _("Aller à une question par son numéro")),
        Key(
            ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"),
            _("Ctrl + 1 à 4"),
            _("Accueil, Répondre, Résultats, Plan d’amélioration"),
        ),
        Key(("Ctrl+Z",), _("Ctrl + Z"), _("Annuler la dernière réponse")),
        Key(("Ctrl+Y", "Ctrl+Shift+Z"), _("Ctrl + Y ou Ctrl + Maj + Z"), _("Rétablir")),
        Key(
            ("Ctrl++", "Ctrl+=", "Ctrl+-"),
            _("Ctrl + Plus ou Ctrl + Moins"),
            _("Agrandir ou réduire le texte"),
        ),
        Key(("Ctrl+0",), _("Ctrl + 0"), _("Remettre le texte à 100 %")),
        Key(("Ctrl+P",), _("Ctrl + P"), _("Créer le PDF")),
        Key(("Ctrl+,",), _("Ctrl + Virgule"), _("Réglages")),
    )


def _results() -> tuple[Key, ...]:
    return (
        Key(("T",), _("T"), _("Passer des dessins aux tableaux")),
        Key(
            ("Left", "Right"),
            _("Flèche gauche ou Flèche droite"),
            _("Aller d’un thème à l’autre sur le dessin"),
        ),
    )


def _plan() -> tuple[Key, ...]:
    return (
        Key(("Ctrl+N",), _("Ctrl + N"), _("Écrire une action du plan")),
        Key(("Return", "Enter"), _("Entrée"), _("Ouvrir l’action choisie dans le tableau")),
        Key(
            ("Alt+Up", "Alt+Down"),
            _("Alt + Flèche haut ou Flèche bas"),
            _("Monter ou descendre une action"),
        ),
        Key(("Del",), _("Suppr"), _("Supprimer l’action choisie dans le tableau")),
        Key(("Escape",), _("Échap"), _("Fermer l’action ouverte")),
    )
