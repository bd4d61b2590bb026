"""The look on paper: colours, letters and distances, in points. Nothing is under 9 points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from cap_desktop.reports.document import Align, TextRole, Tone

Typeface = Literal["regular", "semibold", "bold"]

PALETTE: Final = {
    "surface": "#FFFFFF",
    "subtle": "#EAEEEC",
    "line": "#D6DDDA",
    "control_border": "#74827E",
    "text": "#17211F",
    "text_secondary": "#465350",
    "accent": "#0B5A66",
    "accent_soft": "#E1F0F1",
    "attention": "#9C3F16",
    "warning": "#7A4E00",
    "success": "#1C6342",
    "previous_year": "#6A7572",
}
LEVELS: Final = (
    {"fill": "#FFFFFF", "ink": "#17211F", "outline": "#74827E"},
    {"fill": "#F6E3A9", "ink": "#3F3208", "outline": "#8F7426"},
    {"fill": "#93C096", "ink": "#12300F", "outline": "#4C7F4F"},
    {"fill": "#2C7A83", "ink": "#FFFFFF", "outline": "#2C7A83"},
    {"fill": "#0E4053", "ink": "#FFFFFF", "outline": "#0E4053"},
)
"""Their luminances are .77, .46, .16 and .04: they stay apart in grey."""

TONES: Final[dict[Tone, str]] = {
    "text": "text",
    "secondary": "text_secondary",
    "accent": "accent",
    "attention": "attention",
    "warning": "warning",
    "success": "success",
}

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
SIDE, TOP, BOTTOM, LANDSCAPE_MARGIN = 19 * MM, 18 * MM, 16 * MM, 16 * MM
SMALLEST: Final = 9.0
"""No letter is smaller, in a figure either."""
RULE_WIDTH, RULE_HEIGHT, RULE_GAP = 42.0, 2.0, 10.0
COLUMN_GAP: Final = 10.0
CELL_PADDING: Final = 6.0
SIDE_GAP: Final = 20.0
BADGE, GREAT_BADGE, LEGEND_BADGE = 19.5, 45.0, 13.5
BADGE_GAP: Final = 8.0
CARD_PADDING, CARD_RADIUS = 12.0, 7.5


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set; ``before`` and ``after`` are the white around it."""

    size: float
    leading: float
    face: Typeface = "regular"
    colour: str = "text"
    align: Align = "start"
    before: float = 0.0
    after: float = 0.0


BODY = TextStyle(10.5, 15, after=8)
CELL = TextStyle(9.75, 13.5)
SMALL = TextStyle(9.75, 13.5, colour="text_secondary")
CAPTION = TextStyle(9, 12, colour="text_secondary", after=8)
TABLE_HEADER = TextStyle(9.75, 13.5, "semibold", "text_secondary")
TABLE_TITLE = TextStyle(11.5, 16, "semibold", before=8, after=4)

ROLES: Final[dict[TextRole, TextStyle]] = {
    "body": BODY,
    "lead": TextStyle(10.5, 15, colour="text_secondary", after=14),
    "note": TextStyle(9.75, 13.5, colour="text_secondary", after=8),
    "caption": CAPTION,
    "quote": TextStyle(10.5, 15, before=4, after=8),
    "eyebrow": TextStyle(9, 12, "semibold", "text_secondary", after=6),
}
HEADINGS: Final = {
    1: TextStyle(22.5, 28, "bold", after=8),
    2: TextStyle(14, 19, "bold", before=18, after=6),
    3: TextStyle(11.5, 16, "semibold", before=12, after=4),
    4: TextStyle(10.5, 15, "semibold", before=8, after=2),
}
COVER_TITLE = TextStyle(37.5, 41, "bold", after=12)
COVER_STRUCTURE = TextStyle(16.5, 22, "semibold", after=1)
COVER_SUBTITLE = TextStyle(12, 18, colour="text_secondary")
COVER_DRAFT = TextStyle(12, 18, "semibold", "attention", before=8)
KEY_VALUE = TextStyle(22.5, 26, "bold")
KEY_UNIT = TextStyle(10.5, 26, colour="text_secondary")
KEY_TITLE = TextStyle(9.75, 14, "semibold")
KEY_NOTE = TextStyle(9, 12.5, colour="text_secondary")
CARD_TITLE = TextStyle(11.5, 16, "semibold", after=2)


def colour(name: str) -> str:
    """The value of a colour name of the charts: one of the palette, or of a level."""
    if name.startswith("level_"):
        _level, rank, kind = name.split("_")
        return LEVELS[int(rank)][kind]
    return PALETTE[name]
