"""Markdown with pipe tables, for wikis, pull requests and notebooks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from councilperf.render._clean import clean
from councilperf.tables import ENGLISH, Bullets, Facts, Heading, Paragraph, Table, set_out

if TYPE_CHECKING:
    from councilperf.tables import Block, Labels

__all__ = ["render_markdown"]


def render_markdown(value: object, *, labels: Labels = ENGLISH) -> str:
    r"""Write a page, a table or anything that `set_out` takes as Markdown.

    >>> from councilperf.tables import Cell, Column, Table
    >>> columns = [Column("Measure"), Column("Value", numeric=True), Column("Rating")]
    >>> rows = [["Homes | delivered", "42", Cell("Amber", symbol="▲", colour="amber")]]
    >>> print(render_markdown(Table("Scorecard", columns, rows)))
    **Scorecard**
    <BLANKLINE>
    | Measure | Value | Rating |
    | --- | ---: | --- |
    | Homes \| delivered | 42 | Amber ▲ |

    Whatever would be Markdown or HTML in somebody's text is shown as it is written. *labels* are
    what the value is set out with.
    """
    given = set_out(value, labels=labels)
    if isinstance(given, Table):
        return "\n\n".join([f"**{_escaped(given.caption)}**", *_table(given)])
    parts = [f"# {_escaped(given.title)}"]
    for block in given.blocks:
        parts += _block(block)
    return "\n\n".join(parts)


def _block(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [f"## {_escaped(block.caption)}", *_table(block)]
    if isinstance(block, Heading):
        return [f"{'#' * block.level} {_escaped(block.text)}"]
    if isinstance(block, Paragraph):
        return [_started(block.text)]
    if isinstance(block, Bullets):
        return ["\n".join(f"- {_started(each)}" for each in block.items)]
    return [_facts(block)]


def _facts(facts: Facts) -> str:
    return "\n".join(
        f"- **{_escaped(each.name)}:** {_escaped(each.value)}" for each in facts.items
    )


def _table(table: Table) -> list[str]:
    lines = [
        _row([_escaped(each.header) for each in table.columns]),
        _row(["---:" if each.numeric else "---" for each in table.columns]),
        *(_row([_escaped(str(cell)) for cell in row]) for row in table.rows),
    ]
    return ["\n".join(lines), *(_started(note) for note in table.notes)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


# A backslash takes the meaning from punctuation; `<`, `>` and `&` are written as HTML has them,
# because some readers of Markdown look for tags before they look for backslashes.
_MEANT = str.maketrans(
    {each: f"\\{each}" for each in "\\`*_{}[]|~$^"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)
# What begins a list, a heading's underline or a table of contents, only at the start of a line.
_BEGINS = re.compile(r"^(?:[-+=:#]|\d+(?=[.)]))")


def _escaped(text: str) -> str:
    return clean(text).translate(_MEANT)


def _started(text: str) -> str:
    """Escape a text that begins a line."""
    escaped = _escaped(text)
    found = _BEGINS.match(escaped)
    if found is None:
        return escaped
    begun = found.group()
    return f"{begun}\\{escaped[len(begun) :]}" if begun.isdecimal() else f"\\{escaped}"
