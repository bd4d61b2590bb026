"""What the file says of itself to programs that do not open it."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from cap_desktop.reports.document import Report
from cap_desktop.reports.pdf.printable import Door
from cap_desktop.reports.pdf.tagged_canvas import TaggedCanvas

PROGRAM: Final = "CAP Desktop"
NO_DATE: Final = "D:20000101000000Z"

# No `pdfuaid:part`: it would claim PDF/UA-1, which no whole checker has confirmed yet.
_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def write_information(canvas: TaggedCanvas, report: Report, door: Door) -> None:
    """Write the title, the author and the rest; the date is that of the report."""
    canvas.setTitle(door.line(report.title))
    canvas.setAuthor(door.line(report.author))
    canvas.setSubject(door.line(report.subject))
    canvas.setKeywords(_keywords(report, door))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    date = NO_DATE if report.made_on is None else f"D:{report.made_on:%Y%m%d}120000Z"
    canvas.setDateFormatter(lambda *_clock: date)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def packet(report: Report, door: Door) -> str:
    """The same as XMP."""
    return _PACKET.format(
        title=escape(door.line(report.title)),
        author=escape(door.line(report.author)),
        subject=escape(door.line(report.subject)),
        keywords=escape(_keywords(report, door)),
        program=PROGRAM,
    )


def _keywords(report: Report, door: Door) -> str:
    return ", ".join(door.line(print_) for print_ in report.fingerprints)
