"""The palettes of high contrast: the program's own, and what is made of the system's."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from cap_desktop.gui.look.palettes import Colours, LevelColour, contrast, luminance

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


def _made_of(system: QPalette) -> Colours:
    """Every colour is one of the system's, save those of the levels, which say their number too."""
    role = QPalette.ColorRole
    text, ground = system.color(role.WindowText).name(), system.color(role.Window).name()
    base, accent = system.color(role.Base).name(), system.color(role.Highlight).name()
    own = CONTRAST_DARK if luminance(ground) < luminance(text) else CONTRAST_LIGHT
    levels = tuple(level._replace(outline=text) for level in own.levels)
    return own._replace(
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
        danger=text,
        warning=text,
        warning_soft=base,
        success=text,
        previous_year=text,
        levels=levels,
    )
