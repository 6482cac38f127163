"""The style that every page and fragment brings with it, made from the palette."""

from __future__ import annotations

from councilperf.render._palette import LINES, PAGE, PALETTE

__all__ = ["STYLE"]

_COLOURS = "\n".join(
    f".councilperf .{each.name} {{ color: {each.ink}; background: {each.paper}; }}"
    for each in PALETTE
)


def _page(place: int) -> str:
    """Return the colours of the page, by day (0) or by night (1)."""
    page, header, line = PAGE[place], PAGE[place + 2], LINES[place]
    return f"--ink: {page.ink}; --paper: {page.paper}; --head: {header.paper}; --line: {line.ink};"


#: Everything is inside `.councilperf`, so that a fragment changes nothing around it. Cells bring
#: ink and paper of their own, because notebooks colour the rows of every table.
STYLE = f"""
.councilperf {{
  {_page(0)}
  color-scheme: light dark;
  color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: break-word;
}}
.councilperf main {{ max-width: 70rem; margin: 0 auto; padding: 1rem; }}
section.councilperf {{ padding: .1rem .6rem .6rem; }}
.councilperf h1, section.councilperf h2 {{ font-size: 1.6rem; line-height: 1.25; }}
.councilperf h2, .councilperf caption, section.councilperf h3 {{
  font-size: 1.2rem; font-weight: bold; text-align: left; margin: 0; padding: 1.2rem 0 .4rem;
}}
.councilperf caption h1 {{ margin: 0; }}
.councilperf p, .councilperf ul {{ margin: 0 0 .6rem; }}
.councilperf dl {{ margin: 0; }}
.councilperf dl div {{ display: flex; flex-wrap: wrap; gap: 0 1rem; }}
.councilperf dl dt {{ flex: 0 0 11rem; font-weight: bold; margin: 0; }}
.councilperf dl dd {{ flex: 1 1 20rem; margin: 0; }}
.councilperf .table {{ overflow-x: auto; }}
.councilperf .table:focus-visible {{ outline: 3px solid var(--line); outline-offset: 2px; }}
.councilperf table {{ border-collapse: collapse; table-layout: auto; width: 100%; }}
.councilperf th, .councilperf td {{
  color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: normal;
}}
.councilperf thead th {{ background: var(--head); }}
.councilperf td {{ overflow-wrap: break-word; }}
.councilperf .phrase {{ min-width: 9rem; }}
.councilperf .sentence {{ min-width: 18rem; }}
.councilperf .number {{ text-align: right; font-variant-numeric: tabular-nums; }}
{_COLOURS}
@media screen and (prefers-color-scheme: dark) {{
  .councilperf {{ {_page(1)} }}
}}
@media screen and (max-width: 40rem) {{
  .councilperf main {{ padding: .6rem; }}
  .councilperf th, .councilperf td {{ padding: .25rem .4rem; }}
  /* What names the row stays in sight while the rest is scrolled. */
  .councilperf tbody th {{
    position: sticky; left: 0; max-width: 45vw; min-width: 0; overflow-wrap: break-word;
  }}
}}
@media print {{
  .councilperf {{ font-size: 10pt; print-color-adjust: exact; }}
  .councilperf main {{ max-width: none; padding: 0; }}
  .councilperf .table {{ overflow: visible; }}
  .councilperf table {{ font-size: 9pt; }}
  .councilperf th, .councilperf td {{ padding: .2rem .35rem; min-width: 0; }}
  .councilperf .phrase {{ min-width: 4.5rem; }}
  .councilperf td svg {{ width: 4.5rem; height: auto; }}
  .councilperf .sentence {{ min-width: 12rem; }}
  .councilperf h1, .councilperf h2, .councilperf caption {{ break-after: avoid; }}
  .councilperf tr, .councilperf .table:not(:has(tr:nth-child(12))) {{ break-inside: avoid; }}
  .councilperf tbody tr:first-child {{ break-before: avoid; }}
  @page {{ size: A4; margin: 15mm; }}
}}
"""
