"""Texts that try to be more than texts, reports made of them, and what no PDF may do."""

from __future__ import annotations

import re
import unicodedata

from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Cover,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Report,
    Run,
    Section,
    SideBySide,
    Signature,
    Table,
)
from tests.reports.samples import words
from tests.reports.tagged_pdf import TaggedPdf

NASTY = (
    "texte <projet> nom", "Contact <jean@ex.fr> SVP", "R&D", "<b>gras", "<b><i>x</b></i>",
    "&#xFFFFFFFF;", '<img src="(scratch)"/>', '<img src="/etc/passwd"/>',
    '<a href="javascript:alert(1)">clic</a>', '<a href="file:///etc/passwd">lire</a>',
    '<font color="__import__(\'os\').system(\'id\')">x</font>', "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<![CDATA[ tout ]]>", "<?php x ?>", "nul\x00dedans", "cloche\x07", "seul\ud83d", "😀 content",
    "مرحبا بالعالم", "שלום עולם", "\u202erenversé\u202c", "a\u2066b\u2069c", "deux\r\nlignes",
    "tab\tulation", "(parenthèse \\ barre) Tj ET", "<</S /JavaScript>>", "/URI (http) >>",
    "%PDF-1.7", "endstream endobj", "e\u0301te\u0301", "½ ﬁn ①", "espace\u202ffine", "\ufeffmarque",
    "", " ", "\n\n", "<3", "5 < 6 > 4", "œuvre « citée » à 3 €", "→ suite", "mot" * 200,
)  # fmt: skip
PIECES = (*NASTY, "<", ">", "&", "&amp;", "<br/>", "</para>", "é", "à", " ", "\n", "]]>", "'", '"')


def squeezed(text: str) -> str:
    """Without spaces: a word too long for a line goes on, unbroken, on the next one."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def everywhere(text: str) -> Report:
    """The same text wherever a text can stand."""
    runs = words(text)
    badge = Badge(text[:8], 3, text)
    inner: tuple[Block, ...] = (Paragraph(runs), Bullets((runs,)))
    return Report(
        text,
        text,
        text,
        Cover(text, text, text, text, None, (badge,), text, text),
        (
            Section(
                (
                    Paragraph(runs, "eyebrow"),
                    Heading(1, text, "un", badge),
                    Heading(2, text, badge=badge),
                    Paragraph((Run(text, "bold"), Run(text, target="un"))),
                    Paragraph(runs, "quote"),
                    Table(text, (Column(text, 1), Column(text, 2)), ((Cell((runs,)), Cell()),)),
                    KeyFigures((KeyFigure(text, text, text, text),)),
                    Card(text, (runs, runs)),
                    Signature((text,)),
                    SideBySide(inner, inner),
                )
            ),
        ),
        text,
        (text,),
    )


def does_nothing(pdf: TaggedPdf) -> None:
    for page in pdf.pdf.pages:
        assert "/XObject" not in page.Resources
        for area in page.get("/Annots", []):
            assert area.Subtype == "/Link"
            assert "/A" not in area
    assert set(pdf.root.keys()) <= {
        "/Type", "/Pages", "/Outlines", "/PageMode", "/Lang", "/ViewerPreferences", "/MarkInfo",
        "/StructTreeRoot", "/Metadata",
    }  # fmt: skip
    for item in pdf.pdf.objects:
        kind = item.get("/S") if hasattr(item, "get") and "/S" in item else None
        assert kind not in {"/URI", "/JavaScript", "/Launch"}
