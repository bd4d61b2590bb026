"""The palettes of every day, and how two colours are told apart."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor


class LevelColour(NamedTuple):
    """How one level is drawn: the fuller the colour, the more the practice is rooted."""

    fill: str
    ink: str
    outline: str


class Colours(NamedTuple):
    """One palette; every pair of text and ground keeps the contrast of WCAG AA.

    ``edge`` is the least width of an outline, and ``ground_edge`` that of a tinted ground, which
    needs none where its tint alone says nothing. ``faded`` is the opacity of what cannot be used.
    """

    window: str
    surface: str
    subtle: str
    line: str
    card_border: str
    control_border: str
    text: str
    text_secondary: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    accent_soft_border: str
    focus: str
    focus_on_accent: str
    attention: str
    danger: str
    warning: str
    warning_soft: str
    success: str
    previous_year: str
    levels: tuple[LevelColour, ...]
    is_dark: bool = False
    edge: int = 1
    ground_edge: int = 0
    faded: float = 0.55


LIGHT = Colours(
    window="#F4F6F5",
    surface="#FFFFFF",
    subtle="#EAEEEC",
    line="#D6DDDA",
    card_border="#D6DDDA",
    control_border="#74827E",
    text="#17211F",
    text_secondary="#465350",
    accent="#0B5A66",
    on_accent="#FFFFFF",
    accent_hover="#084751",
    accent_soft="#E1F0F1",
    accent_soft_border="#A9D0D4",
    focus="#0B5A66",
    focus_on_accent="#17211F",
    attention="#9C3F16",
    danger="#A3261D",
    warning="#7A4E00",
    warning_soft="#FFF2D6",
    success="#1C6342",
    previous_year="#6A7572",
    levels=(
        LevelColour("#FFFFFF", "#17211F", "#74827E"),
        LevelColour("#F6E3A9", "#3F3208", "#8F7426"),
        LevelColour("#93C096", "#12300F", "#4C7F4F"),
        LevelColour("#2C7A83", "#FFFFFF", "#2C7A83"),
        LevelColour("#0E4053", "#FFFFFF", "#0E4053"),
    ),
)

DARK = Colours(
    window="#12191A",
    surface="#1A2324",
    subtle="#232E30",
    line="#34413F",
    card_border="#34413F",
    control_border="#71827F",
    text="#E8EFED",
    text_secondary="#B3C1BE",
    accent="#7CCBD4",
    on_accent="#04252B",
    accent_hover="#9ADBE2",
    accent_soft="#173A40",
    accent_soft_border="#2E6068",
    focus="#7CCBD4",
    focus_on_accent="#E8EFED",
    attention="#F2A27C",
    danger="#FFA79E",
    warning="#F0C36A",
    warning_soft="#3A2E12",
    success="#8AD3AC",
    previous_year="#9AA9A6",
    levels=(
        LevelColour("#1A2324", "#E8EFED", "#71827F"),
        LevelColour("#4D4626", "#F6E9BF", "#A3945A"),
        LevelColour("#4F7A57", "#FFFFFF", "#83B08A"),
        LevelColour("#6FBAC0", "#04262B", "#6FBAC0"),
        LevelColour("#D6F3F6", "#06303B", "#D6F3F6"),
    ),
    is_dark=True,
)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG measures it, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1."""
    found = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (found.redF(), found.greenF(), found.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
