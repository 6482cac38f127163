"""The style that every page and fragment brings with it, made from the palette."""

from __future__ import annotations

from councilperf.render._palette import PAGE, PALETTE

__all__ = ["STYLE"]

_LIGHT, _DARK = PAGE

_COLOURS = "\n".join(
    f".councilperf .{each.name} {{ color: {each.ink}; background: {each.paper}; }}"
    for each in PALETTE
)

#: Everything is inside `.councilperf`, so that a fragment changes nothing around it.
STYLE = f"""
.councilperf {{
  color-scheme: light dark;
  color: {_LIGHT.ink}; background: {_LIGHT.paper};
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: break-word;
}}
.councilperf main {{ max-width: 70rem; margin: 0 auto; padding: 1rem; }}
.councilperf caption h1 {{ margin: 0; }}
.councilperf h1 {{ font-size: 1.6rem; line-height: 1.25; }}
.councilperf h2, .councilperf caption {{
  font-size: 1.2rem; font-weight: bold; text-align: left; margin: 0; padding: 1.2rem 0 .4rem;
}}
.councilperf dl {{ margin: 0; }}
.councilperf dl div {{ display: flex; flex-wrap: wrap; gap: 0 1rem; }}
.councilperf dt {{ flex: 0 0 9rem; font-weight: bold; }}
.councilperf dd {{ flex: 1 1 20rem; margin: 0; }}
.councilperf .table {{ overflow-x: auto; }}
.councilperf table {{ border-collapse: collapse; width: 100%; }}
.councilperf th, .councilperf td {{
  border: 1px solid #767b83; padding: .35rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: normal;
}}
.councilperf td {{ overflow-wrap: break-word; min-width: 4rem; }}
.councilperf .number {{ text-align: right; font-variant-numeric: tabular-nums; }}
{_COLOURS}
@media screen and (prefers-color-scheme: dark) {{
  .councilperf {{ color: {_DARK.ink}; background: {_DARK.paper}; }}
}}
@media print {{
  .councilperf {{ font-size: 10pt; print-color-adjust: exact; }}
  .councilperf main {{ max-width: none; padding: 0; }}
  .councilperf .table {{ overflow: visible; }}
  .councilperf tr {{ break-inside: avoid; }}
  @page {{ size: A4; margin: 15mm; }}
}}
"""
