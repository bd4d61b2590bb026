"""The look of the HTML report: the colours of the paper, print rules, one column when narrow."""

from __future__ import annotations

from cap_desktop.reports.pdf.styles import LEVELS, PALETTE

_BADGES = "".join(
    f".level-{rank}{{background:{level['fill']};color:{level['ink']};"
    f"border-color:{level['outline']}}}"
    for rank, level in enumerate(LEVELS)
)

_RULES = """
:root{--text:TEXT;--secondary:SECONDARY;--accent:ACCENT;--soft:SOFT;--line:LINE}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem;max-width:62rem;background:#fff;color:var(--text);
font:1rem/1.55 "Atkinson Hyperlegible Next",Verdana,sans-serif}
h1{font-size:2.4rem;line-height:1.15}h2{font-size:1.7rem;line-height:1.25}
h2,h3,h4,h5{margin:1.6em 0 .4em}
section{border-top:2px solid var(--accent);margin-top:3rem}
a{color:var(--accent)}
a:focus-visible,main:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.secondary,.lead,.note,.caption,.eyebrow{color:var(--secondary)}
.note,.caption,.eyebrow{font-size:.92rem}
.eyebrow,.structure{font-weight:600}.structure{font-size:1.3rem}
.accent{color:var(--accent)}.attention{color:ATTENTION}.warning{color:WARNING}.success{color:SUCCESS}
p,li,td,th,h1,h2,h3,h4,h5,blockquote{overflow-wrap:break-word}
blockquote{margin:1em 0;padding-left:1em;border-left:3px solid var(--line)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;
border-bottom:1px solid var(--line)}
th[scope=row]{font-weight:400}thead th{color:var(--secondary)}
.end{text-align:right}.middle{text-align:center}
.level,.ring{display:inline-block;min-width:1.75rem;padding:0 .35rem;line-height:1.6rem;
text-align:center;font-weight:700;border:1px solid;border-radius:.35rem;
print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ring{border:2px dashed PREVIOUS;border-radius:1rem;font-weight:400}
BADGES
.great .level{font-size:1.5rem;padding:.5rem .6rem;line-height:1.4}
.titled{display:flex;gap:1rem;justify-content:space-between;align-items:center;flex-wrap:wrap}
.great{display:flex;gap:.8rem;align-items:center;text-align:right}
.keys,.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1.2rem}
.keys li{border-left:3px solid var(--accent);padding-left:.8rem;min-width:9rem}
.keys strong{font-size:1.8rem}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.5rem}
.card{background:var(--soft);border-radius:.6rem;padding:.6rem 1rem;margin:1rem 0}
.card p{margin:.3rem 0}
.signature{display:flex;flex-wrap:wrap;gap:1rem}
.signature p{flex:1 1 16rem;min-height:7rem;border:1px solid var(--secondary);border-radius:.6rem;
padding:.6rem}
svg{display:block;width:100%;height:auto;overflow:visible;font-family:inherit;margin:1rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--secondary);font-size:.85rem}
@page{size:A4;margin:16mm 19mm}
@page landscape{size:A4 landscape;margin:16mm}
@media print{.landscape{page:landscape}
body{padding:0;max-width:none;font-size:10.5pt}nav,.skip{display:none}
section{break-before:page;border:0;margin:0}tr,.card,svg,.signature{break-inside:avoid}
h2,h3,h4,h5{break-after:avoid}thead{display:table-header-group}.wide{overflow:visible}}
"""

STYLE = (
    _RULES.replace("BADGES", _BADGES)
    .replace("TEXT", PALETTE["text"])
    .replace("SECONDARY", PALETTE["text_secondary"])
    .replace("ACCENT", PALETTE["accent"])
    .replace("SOFT", PALETTE["accent_soft"])
    .replace("LINE", PALETTE["line"])
    .replace("ATTENTION", PALETTE["attention"])
    .replace("WARNING", PALETTE["warning"])
    .replace("SUCCESS", PALETTE["success"])
    .replace("PREVIOUS", PALETTE["previous_year"])
)
"""The whole style sheet."""
