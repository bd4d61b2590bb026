"""The palettes: light, dark, and high contrast, the program's own or the system's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from cap_desktop.settings import Look


@dataclass(frozen=True, slots=True)
class LevelColour:
    """How one level is drawn: the fuller the colour, the more the practice is rooted."""

    fill: str
    ink: str
    outline: str


@dataclass(frozen=True, slots=True)
class Colours:
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
    attention_soft: str
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
    attention_soft="#FCEBE1",
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
    attention_soft="#3D2519",
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

CONTRAST_LIGHT = Colours(
    window="#FFFFFF",
    surface="#FFFFFF",
    subtle="#F0F0F0",
    line="#595959",
    card_border="#000000",
    control_border="#000000",
    text="#000000",
    text_secondary="#000000",
    accent="#001F66",
    on_accent="#FFFFFF",
    accent_hover="#000000",
    accent_soft="#E6ECFF",
    accent_soft_border="#001F66",
    focus="#D80096",
    focus_on_accent="#D80096",
    attention="#6B2400",
    attention_soft="#FFFFFF",
    danger="#7A0000",
    warning="#4D3100",
    warning_soft="#FFFFFF",
    success="#00401F",
    previous_year="#4D4D4D",
    levels=(
        LevelColour("#FFFFFF", "#000000", "#000000"),
        LevelColour("#FFE9A3", "#000000", "#000000"),
        LevelColour("#7DBE82", "#000000", "#000000"),
        LevelColour("#00595F", "#FFFFFF", "#000000"),
        LevelColour("#001A33", "#FFFFFF", "#000000"),
    ),
    edge=2,
    ground_edge=2,
    faded=1.0,
)

CONTRAST_DARK = Colours(
    window="#000000",
    surface="#000000",
    subtle="#1F1F1F",
    line="#A6A6A6",
    card_border="#FFFFFF",
    control_border="#FFFFFF",
    text="#FFFFFF",
    text_secondary="#FFFFFF",
    accent="#A0EBFF",
    on_accent="#000000",
    accent_hover="#FFFFFF",
    accent_soft="#00303D",
    accent_soft_border="#A0EBFF",
    focus="#E020B8",
    focus_on_accent="#E020B8",
    attention="#FFB899",
    attention_soft="#000000",
    danger="#FFB3B3",
    warning="#FFE08A",
    warning_soft="#000000",
    success="#A8F0C6",
    previous_year="#C4C4C4",
    levels=(
        LevelColour("#000000", "#FFFFFF", "#FFFFFF"),
        LevelColour("#4A3F00", "#FFFFFF", "#FFFFFF"),
        LevelColour("#1B5E2E", "#FFFFFF", "#FFFFFF"),
        LevelColour("#6FD0D8", "#000000", "#FFFFFF"),
        LevelColour("#FFFFFF", "#000000", "#FFFFFF"),
    ),
    is_dark=True,
    edge=2,
    ground_edge=2,
    faded=1.0,
)

WANTED = 7.0
"""The contrast of text in high contrast."""
MARKED = 3.0
"""The contrast of what is not text: outlines, the focus."""


def colours_of(look: Look) -> Colours:
    """The palette of a look, as the system is where the look leaves it to the system."""
    hints = QGuiApplication.styleHints()
    asked = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return chosen(look, is_dark=is_dark, system=_system_palette() if asked else None)


def chosen(look: Look, *, is_dark: bool, system: QPalette | None) -> Colours:
    """The palette of a look on a system that is dark or not.

    `system` is its own palette where it asks for high contrast.
    """
    if look == "contrast" or (look == "system" and system is not None):
        return high_contrast(system, is_dark=is_dark)
    if look == "system":
        return DARK if is_dark else LIGHT
    return DARK if look == "dark" else LIGHT


def high_contrast(system: QPalette | None, *, is_dark: bool) -> Colours:
    """The system's own colours of high contrast where it has them, else the program's.

    A desktop may ask for high contrast and give the palette of every day: it is not taken.
    """
    own = CONTRAST_DARK if is_dark else CONTRAST_LIGHT
    if system is None:
        return own
    made = _made_of(system)
    grounds = (made.window, made.surface)
    is_clear = all(contrast(made.text, ground) >= WANTED for ground in grounds)
    is_seen = all(contrast(made.accent, ground) >= MARKED for ground in grounds)
    is_read = contrast(made.on_accent, made.accent) >= WANTED
    return made if is_clear and is_seen and is_read else own


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG measures it, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    found = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (found.redF(), found.greenF(), found.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _system_palette() -> QPalette:
    # An empty palette gives the system's back, whatever the program wears.
    QGuiApplication.setPalette(QPalette())
    return QGuiApplication.palette()


def _made_of(system: QPalette) -> Colours:
    """Every colour is one of the system's, save those of the levels, which say their number too."""
    role = QPalette.ColorRole
    text, ground = system.color(role.WindowText).name(), system.color(role.Window).name()
    base, accent = system.color(role.Base).name(), system.color(role.Highlight).name()
    own = CONTRAST_DARK if _luminance(ground) < _luminance(text) else CONTRAST_LIGHT
    levels = tuple(replace(level, outline=text) for level in own.levels)
    return replace(
        own,
        window=ground,
        surface=base,
        subtle=base,
        line=text,
        card_border=text,
        control_border=text,
        text=text,
        text_secondary=text,
        accent=accent,
        on_accent=system.color(role.HighlightedText).name(),
        accent_hover=accent,
        accent_soft=base,
        accent_soft_border=accent,
        focus=accent,
        focus_on_accent=text,
        attention=text,
        attention_soft=base,
        danger=text,
        warning=text,
        warning_soft=base,
        success=text,
        previous_year=text,
        levels=levels,
    )
