"""The same report as one HTML file: no script, nothing fetched, read by any browser.

Words reach the page by one door, `_words`, which escapes them: none is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from html import escape
from itertools import count

from cap_desktop.domain.text import curly, showable
from cap_desktop.i18n import _
from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Card,
    Cell,
    Cover,
    Heading,
    KeyFigures,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    SideBySide,
    Signature,
    Table,
)
from cap_desktop.reports.html.html_style import STYLE
from cap_desktop.reports.html.svg import drawing

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is loaded and nothing runs, whatever a text could have got through."""


def page(report: Report) -> str:
    """The whole document; the same report gives the same text."""
    writer = _Writer()
    sections = "\n".join(writer.section(section) for section in report.sections)
    entries = "\n".join(
        f'<li><a href="#{anchor}">{_words(title)}</a></li>' for anchor, title in writer.contents
    )
    prints = "\n".join(f"<li>{_words(item)}</li>" for item in report.fingerprints)
    day = "" if report.made_on is None else report.made_on.isoformat()
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{_words(report.author)}">
<meta name="description" content="{_words(report.subject)}">
<meta name="dcterms.created" content="{day}">
<title>{_words(report.title)}</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#contenu">{_words(_("Aller au contenu"))}</a>
<header>
{_cover(report.cover, writer)}
</header>
<nav aria-label="{_words(_("Sommaire"))}">
<h2>{_words(_("Sommaire"))}</h2>
<ol>
{entries}
</ol>
</nav>
<main id="contenu" tabindex="-1">
{sections}
</main>
<footer>
<p>{_words(report.footer)}</p>
<ul>
{prints}
</ul>
</footer>
</body>
</html>
"""


def _words(text: str) -> str:
    """The one door: what can be shown of a text, escaped."""
    return escape(curly(showable(text)), quote=True)


def _lines(text: str) -> str:
    return _words(text).replace("\n", "<br>\n")


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    shown = _lines(run.text)
    if run.weight == "bold":
        shown = f"<strong>{shown}</strong>"
    if run.tone != "text":
        shown = f'<span class="{run.tone}">{shown}</span>'
    return f'<a href="#{_words(run.target)}">{shown}</a>' if run.target else shown


def _badge(badge: Badge) -> str:
    kind = "ring" if badge.is_ring else f"level level-{min(max(badge.rank, 0), 4)}"
    return (
        f'<span class="{kind}" aria-hidden="true">{_words(badge.mark)}</span>'
        f'<span class="heard">{_lines(badge.words)}</span>'
    )


def _cover(cover: Cover, writer: _Writer) -> str:
    legend = "".join(
        f'<li><span class="level level-{min(max(item.rank, 0), 4)}" aria-hidden="true">'
        f"{_words(item.mark)}</span> {_words(item.words)}</li>"
        for item in cover.legend
    )
    parts = [
        f'<p class="mark">{_words(cover.mark)}</p>',
        f"<h1>{_lines(cover.title)}</h1>",
        f'<p class="structure">{_words(cover.structure)}</p>',
        f"<p>{_words(cover.subtitle)}</p>",
        f'<p class="attention"><strong>{_words(cover.draft)}</strong></p>' if cover.draft else "",
        "" if cover.figure is None else drawing(cover.figure, next(writer.numbers)),
        f'<ul class="legend">{legend}</ul>' if legend else "",
        f'<p class="note">{_words(cover.note)}</p>',
    ]
    return "\n".join(part for part in parts if part)


class _Writer:
    """Writes blocks, and remembers the sections for the contents."""

    def __init__(self) -> None:
        self.contents: list[tuple[str, str]] = []
        self.numbers = count(1)
        self._level = 1

    def section(self, section: Section) -> str:
        """A section named by its heading; its orientation is for the printer."""
        kind = f' class="{section.orientation}"'
        return f"<section{kind}>\n{self.blocks(section.blocks)}\n</section>"

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks in the order they are read."""
        return "\n".join(_written(block, self) for block in blocks)

    def heading(self, block: Heading) -> str:
        """A heading one level under the cover's, without jumping over one."""
        self._level = min(block.level, self._level + 1) if block.level > 1 else 1
        tag = f"h{self._level + 1}"
        anchor = block.anchor
        if block.level == 1:
            anchor = anchor or f"section-{len(self.contents) + 1}"
            self.contents.append((anchor, block.text))
        name = f' id="{_words(anchor)}"' if anchor else ""
        if block.badge is None:
            return f"<{tag}{name}>{_words(block.text)}</{tag}>"
        if block.level == 1:
            return (
                f'<div class="titled"><{tag}{name}>{_words(block.text)}</{tag}>'
                f'<p class="great"><span class="note">{_lines(block.badge.words)}</span> '
                f'<span class="level level-{min(max(block.badge.rank, 0), 4)}">'
                f"{_words(block.badge.mark)}</span></p></div>"
            )
        return f"<{tag}{name}>{_badge(block.badge)} {_words(block.text)}</{tag}>"


@singledispatch
def _written(block: Block, _writer: _Writer) -> str:
    raise TypeError(block)


@_written.register
def _heading(block: Heading, writer: _Writer) -> str:
    return writer.heading(block)


@_written.register
def _paragraph(block: Paragraph, _writer: _Writer) -> str:
    if block.role == "quote":
        return f"<blockquote><p>{_runs(block.runs)}</p></blockquote>"
    kind = "" if block.role == "body" else f' class="{block.role}"'
    return f"<p{kind}>{_runs(block.runs)}</p>"


@_written.register
def _bullets(block: Bullets, _writer: _Writer) -> str:
    tag = "ol" if block.is_ordered else "ul"
    items = "\n".join(f"<li>{_runs(runs)}</li>" for runs in block.items)
    return f"<{tag}>\n{items}\n</{tag}>"


@_written.register
def _table(block: Table, _writer: _Writer) -> str:
    hidden = ' class="heard"' if block.is_title_hidden else ""
    parts = [f"<caption{hidden}>{_words(block.title)}</caption>"]
    whole = sum(column.share for column in block.columns) or 1
    widths = "".join(f'<col style="width:{column.share / whole:.1%}">' for column in block.columns)
    parts.append(f"<colgroup>{widths}</colgroup>")
    if any(column.title for column in block.columns):
        titles = "".join(
            f'<th scope="col" class="{column.align}">{_words(column.title)}</th>'
            for column in block.columns
        )
        parts.append(f"<thead><tr>{titles}</tr></thead>")
    rows = "\n".join(f"<tr>{''.join(_cells(block, row))}</tr>" for row in block.rows)
    parts.append(f"<tbody>\n{rows}\n</tbody>")
    inside = "\n".join(parts)
    return f'<div class="wide"><table>\n{inside}\n</table></div>'


def _cells(table: Table, row: tuple[Cell, ...]) -> Iterator[str]:
    for rank, column in enumerate(table.columns):
        cell = row[rank] if rank < len(row) else Cell()
        shown = "" if cell.badge is None else _badge(cell.badge) + " "
        shown += "<br>".join(_runs(runs) for runs in cell.paragraphs)
        if table.has_row_titles and rank == 0:
            yield f'<th scope="row" class="{column.align}">{shown}</th>'
        else:
            yield f'<td class="{column.align}">{shown}</td>'


@_written.register
def _picture(block: Picture, writer: _Writer) -> str:
    return drawing(block.figure, next(writer.numbers))


@_written.register
def _key_figures(block: KeyFigures, _writer: _Writer) -> str:
    items = "\n".join(
        f"<li><strong>{_words(item.value)}</strong> {_words(item.unit)}<br>"
        f"<b>{_words(item.title)}</b>"
        + (f'<br><span class="secondary">{_words(item.note)}</span>' if item.note else "")
        + "</li>"
        for item in block.items
    )
    return f'<ul class="keys">\n{items}\n</ul>'


@_written.register
def _card(block: Card, _writer: _Writer) -> str:
    title = f"<p><strong>{_words(block.title)}</strong></p>" if block.title else ""
    rest = "".join(f"<p>{_runs(runs)}</p>" for runs in block.paragraphs)
    return f'<div class="card">{title}{rest}</div>'


@_written.register
def _signature(block: Signature, _writer: _Writer) -> str:
    places = "".join(f"<p>{_words(title)}</p>" for title in block.titles)
    return f'<div class="signature">{places}</div>'


@_written.register
def _side_by_side(block: SideBySide, writer: _Writer) -> str:
    return (
        f'<div class="beside"><div>{writer.blocks(block.left)}</div>'
        f"<div>{writer.blocks(block.right)}</div></div>"
    )
