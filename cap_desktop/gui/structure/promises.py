"""What the program promises as it is opened for the first time."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cap_desktop.gui.kit.basics import card, label
from cap_desktop.gui.kit.icon_label import IconLabel
from cap_desktop.gui.look.look import BODY, CARD, FOCUS_OFFSET, FOCUS_WIDTH, SEMIBOLD, Look
from cap_desktop.i18n import _
from cap_desktop.words.durations import about

RING = FOCUS_WIDTH + FOCUS_OFFSET


def promises(look: Look, number: int, minutes: int) -> QVBoxLayout:
    """One card under another; `number` is how many questions there are, in how many minutes."""
    lines = (
        (
            "clipboard-list",
            _("Répondre, thème par thème"),
            _(
                "Environ {number} questions sur vos pratiques et votre territoire. "
                "Comptez {time} en groupe, en plusieurs fois.",
                number=number // 10 * 10,
                time=about(minutes),
            ),
        ),
        (
            "messages-square",
            _("En parler ensemble"),
            _("Marquez « à discuter » ce qui mérite un échange."),
        ),
        (
            "chart-bar",
            _("Lire vos résultats"),
            _("Deux scores pour vous situer. Personne n’est noté."),
        ),
        (
            "shield-check",
            _("Vous ne pouvez rien perdre"),
            _("Chaque réponse s’enregistre seule. Arrêtez et reprenez quand vous voulez."),
        ),
    )
    cards = QVBoxLayout()
    cards.setContentsMargins(RING, 0, RING, 0)
    cards.setSpacing(look.px(14))
    for icon, title, text in lines:
        cards.addWidget(_promise(look, icon, title, text))
    return cards


def _promise(look: Look, icon: str, title: str, text: str) -> QWidget:
    px = look.px
    frame = QFrame()
    frame.setProperty("box", "card")
    row = QHBoxLayout(frame)
    row.setContentsMargins(px(20), px(14), px(20), px(14))
    row.setSpacing(px(16))
    row.addWidget(IconLabel(look, icon, "accent", 28))
    words = QVBoxLayout()
    words.setSpacing(px(2))
    words.addWidget(label(look, title, CARD, SEMIBOLD))
    words.addWidget(label(look, text, BODY, tone="secondary"))
    row.addLayout(words, 1)
    return frame


def what_comes(look: Look) -> QWidget:
    """What happens once one begins, so that nobody has to guess."""
    holder = QWidget()
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(RING, look.px(8), RING, 0)
    frame, inside = card(look, "hero")
    outer.addWidget(frame)
    inside.addWidget(label(look, _("Et ensuite\u00a0?"), CARD, SEMIBOLD))
    for icon, line in (
        ("clipboard-list", _("Une question à la fois, dans l’ordre que vous voulez.")),
        ("user-round", _("D’autres répondent après vous\u00a0: le groupe se change.")),
        ("check", _("Arrêtez quand vous voulez\u00a0: chaque réponse s’enregistre seule.")),
    ):
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(IconLabel(look, icon, "accent", 22))
        row.addWidget(label(look, line, BODY), 1)
        inside.addLayout(row)
    return holder
