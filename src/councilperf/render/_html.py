"""HTML that is safe and that everybody can read: whole pages, and fragments for other pages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from councilperf._checks import check_flag
from councilperf.render._clean import clean
from councilperf.render._palette import PALETTE
from councilperf.render._style import STYLE
from councilperf.tables import Bullets, Facts, Heading, Paragraph, Table, set_out

if TYPE_CHECKING:
    from councilperf.tables import Block, Cell, Column, Page

__all__ = ["render_html"]


def render_html(value: object, *, fragment: bool = False) -> str:
    """Write a page, a table or anything that `set_out` takes as HTML.

    >>> from councilperf.tables import Cell, Table
    >>> table = Table("Scorecard", ["Measure", "Rating"],
    ...     [["Homes <b>", Cell("Amber", symbol="▲", colour="amber")]])
    >>> print(render_html(table, fragment=True).partition("<tbody>")[2])
    <tr><th scope="row">Homes &lt;b&gt;</th><td class="amber">Amber&nbsp;<span
    aria-hidden="true">▲</span></td></tr>
    </tbody>
    </table>
    </div>
    </section>

    A *fragment* goes into another page, below a heading of that page's own; without it the page
    stands alone. Both bring their own style, need no script and fetch nothing. Every text is
    escaped.
    """
    check_flag("fragment", fragment)
    given = set_out(value)
    if isinstance(given, Table):
        title, body = given.caption, _table(given, alone=not fragment)
    else:
        title, body = given.title, _page(given, 2 if fragment else 1)
    if fragment:
        return f'<section class="councilperf">\n<style>{STYLE}</style>\n{body}\n</section>'
    return (
        "<!doctype html>\n"
        '<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="councilperf">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _page(page: Page, level: int) -> str:
    """Write a page whose title is a heading of this level."""
    title = f"<h{level}>{_escaped(page.title)}</h{level}>"
    return "\n".join([title, *(_block(each, level + 1) for each in page.blocks)])


def _block(block: Block, level: int) -> str:
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Heading):
        return f"<h{level}>{_escaped(block.text)}</h{level}>"
    if isinstance(block, Paragraph):
        return f"<p>{_escaped(block.text)}</p>"
    if isinstance(block, Bullets):
        return _list(block.items)
    return _facts(block)


def _list(items: tuple[str, ...]) -> str:
    return "\n".join(["<ul>", *(f"<li>{_escaped(each)}</li>" for each in items), "</ul>"])


def _facts(facts: Facts) -> str:
    lines = [
        f"<div><dt>{_escaped(each.name)}</dt><dd>{_escaped(each.value)}</dd></div>"
        for each in facts.items
    ]
    return "\n".join(["<dl>", *lines, "</dl>"])


def _table(table: Table, *, alone: bool = False) -> str:
    caption = _escaped(table.caption)
    heads = "".join(
        f'<th scope="col"{_class("number" if each.numeric else "")}>{_escaped(each.header)}</th>'
        for each in table.columns
    )
    lines = [
        # A table wider than the screen is scrolled: the keyboard must be able to reach it.
        f'<div class="table" role="group" aria-label="{caption}" tabindex="0">',
        "<table>",
        # A page of one table has its only heading here.
        f"<caption>{f'<h1>{caption}</h1>' if alone else caption}</caption>",
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *(_row(row, table.columns) for row in table.rows),
        "</tbody>",
        "</table>",
        "</div>",
    ]
    if table.notes:
        lines.append(_list(table.notes))
    return "\n".join(lines)


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
    first, *rest = row
    cells = [f'<th scope="row"{_class(_room(first), _colour(first))}>{_words(first)}</th>']
    for cell, column in zip(rest, columns[1:], strict=True):
        names = _class("number" if column.numeric else _room(cell), _colour(cell))
        cells.append(f"<td{names}>{_words(cell)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _words(cell: Cell) -> str:
    if not cell.symbol:
        return _escaped(cell.text)
    # No line is broken between a word and its symbol.
    return f'{_escaped(cell.text)}&nbsp;<span aria-hidden="true">{_escaped(cell.symbol)}</span>'


#: Texts beyond so many letters are kept from standing one word a line where columns are narrow.
_PHRASE, _SENTENCE = 24, 80


def _room(cell: Cell) -> str:
    """Return the class for a cell's length."""
    if len(cell.text) <= _PHRASE:
        return ""
    return "phrase" if len(cell.text) <= _SENTENCE else "sentence"


_NAMES = frozenset(each.name for each in PALETTE)


def _colour(cell: Cell) -> str:
    """Return the class for a cell's colour; a colour that is not ours gives none."""
    return cell.colour if cell.colour in _NAMES else ""


def _class(*names: str) -> str:
    given = " ".join(each for each in names if each)
    return f' class="{given}"' if given else ""


def _escaped(text: str) -> str:
    return escape(clean(text), quote=True)
