"""A report as plain lines, to read what it says in a snapshot."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Card,
    Cell,
    Heading,
    KeyFigures,
    Paragraph,
    Picture,
    Report,
    Run,
    SideBySide,
    Signature,
    Table,
)


def readable(report: Report) -> str:
    lines = [report.title, report.subject, report.footer, *report.fingerprints, "", *_cover(report)]
    for section in report.sections:
        lines += ["", f"--- {section.orientation}"]
        lines += [line for block in section.blocks for line in _lines(block)]
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def _cover(report: Report) -> Iterator[str]:
    cover = report.cover
    yield from (cover.mark, cover.title, cover.structure, cover.subtitle, cover.draft, cover.note)
    yield " ".join(_badge(badge) for badge in cover.legend)
    if cover.figure is not None:
        yield f"[figure: {cover.figure.summary}]"


def _badge(badge: Badge) -> str:
    words = badge.words.replace("\n", ", ")
    return f"({badge.mark}: {words})" if badge.is_ring else f"[{badge.mark}: {words}]"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).replace("\n", " / ")


def _cell(cell: Cell) -> str:
    said = [] if cell.badge is None else [_badge(cell.badge)]
    return " ; ".join([*said, *(_runs(runs) for runs in cell.paragraphs)])


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            badge = "" if block.badge is None else " " + _badge(block.badge)
            yield f"{'#' * block.level} {block.text}{badge}"
        case Paragraph():
            yield _runs(block.runs)
        case Bullets():
            yield from (f"* {_runs(runs)}" for runs in block.items)
        case Table():
            yield f"[table: {block.title}]"
            yield " | ".join(column.title for column in block.columns)
            yield from (" | ".join(map(_cell, row)) for row in block.rows)
        case Picture():
            yield f"[figure: {block.figure.summary}]"
        case KeyFigures():
            for item in block.items:
                yield f"= {item.value} {item.unit}, {item.title}, {item.note}"
        case Card():
            yield f"[card: {block.title}] " + " ; ".join(map(_runs, block.paragraphs))
        case Signature():
            yield "[signature] " + " ; ".join(block.titles)
        case SideBySide():
            yield from (line for item in (*block.left, *block.right) for line in _lines(item))
