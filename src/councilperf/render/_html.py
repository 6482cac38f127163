"""HTML that is safe and that everybody can read: whole pages, and fragments for other pages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from councilperf._checks import check_flag
from councilperf.render._clean import clean
from councilperf.render._palette import PALETTE
from councilperf.render._sparkline import render_sparkline
from councilperf.render._style import STYLE
from councilperf.tables import ENGLISH, Bullets, Heading, Paragraph, Table, set_out

if TYPE_CHECKING:
    from councilperf.tables import Block, Cell, Column, Facts, Labels, Page

__all__ = ["render_html"]


def render_html(value: object, *, fragment: bool = False, labels: Labels = ENGLISH) -> str:
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
    escaped. *labels* are what the value is set out with; the page is in English, and labels in
    another language are marked as such, so that they are read out in it.
    """
    check_flag("fragment", fragment)
    given = set_out(value, labels=labels)
    writer = _HtmlWriter(labels)
    if isinstance(given, Table):
        title, body = given.caption, writer.table(given, alone=not fragment)
    else:
        title, body = given.title, writer.page(given, 2 if fragment else 1)
    if fragment:
        start = f'<section class="councilperf" lang="{ENGLISH.language}">'
        return f"{start}\n<style>{STYLE}</style>\n{body}\n</section>"
    return (
        "<!doctype html>\n"
        f'<html lang="{ENGLISH.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="councilperf">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


class _HtmlWriter(NamedTuple):
    """Writes the blocks of a page whose labels are these."""

    labels: Labels

    def page(self, page: Page, level: int) -> str:
        """Write a page whose title is a heading of this level."""
        title = f"<h{level}>{_escaped(page.title)}</h{level}>"
        return "\n".join([title, *(self._block(each, level) for each in page.blocks)])

    def _block(self, block: Block, title: int) -> str:
        """Write a block of a page whose title is a heading of this level."""
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Heading):
            level = title + block.level - 1
            return f"<h{level}>{self._labelled(block.text)}</h{level}>"
        if isinstance(block, Paragraph):
            return f"<p>{_escaped(block.text)}</p>"
        if isinstance(block, Bullets):
            return _list(block.items)
        return self._facts(block)

    def _facts(self, facts: Facts) -> str:
        lines = [
            f"<div><dt>{self._labelled(each.name)}</dt><dd>{_escaped(each.value)}</dd></div>"
            for each in facts.items
        ]
        return "\n".join(["<dl>", *lines, "</dl>"])

    def table(self, table: Table, *, alone: bool = False) -> str:
        """Write a table; the only one of a page has its heading in its caption."""
        name, caption = _escaped(table.caption), self._labelled(table.caption)
        heads = "".join(
            f'<th scope="col"{_class("number" if each.numeric else "")}>'
            f"{self._labelled(each.header)}</th>"
            for each in table.columns
        )
        lines = [
            # A table wider than the screen is scrolled: the keyboard must be able to reach it.
            f'<div class="table" role="group" aria-label="{name}" tabindex="0">',
            "<table>",
            f"<caption>{f'<h1>{caption}</h1>' if alone else caption}</caption>",
            f"<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *(self._row(row, table.columns) for row in table.rows),
            "</tbody>",
            "</table>",
            "</div>",
        ]
        if table.notes:
            lines.append(_list(table.notes))
        return "\n".join(lines)

    def _row(self, row: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
        first, *rest = row
        names = _class(_room(first), _colour(first))
        cells = [f'<th scope="row"{names}>{self._labelled(first.text)}{_symbol(first)}</th>']
        for cell, column in zip(rest, columns[1:], strict=True):
            names = _class("number" if column.numeric else _room(cell), _colour(cell))
            said = _escaped(cell.text) if cell.trend is None else render_sparkline(cell.trend)
            cells.append(f"<td{names}>{said}{_symbol(cell)}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def _labelled(self, text: str) -> str:
        """Escape a text; the label that it begins with is marked where it is not in English."""
        label = self.labels.beginning_of(text)
        if not label:
            return _escaped(text)
        marked = f'<span lang="{escape(self.labels.language)}">{_escaped(label)}</span>'
        return marked + _escaped(text.removeprefix(label))


def _list(items: tuple[str, ...]) -> str:
    return "\n".join(["<ul>", *(f"<li>{_escaped(each)}</li>" for each in items), "</ul>"])


def _symbol(cell: Cell) -> str:
    """Write a cell's symbol, with no break between it and its word."""
    if not cell.symbol:
        return ""
    return f'&nbsp;<span aria-hidden="true">{_escaped(cell.symbol)}</span>'


#: Texts beyond so many letters are kept from standing one word a line where columns are narrow.
_PHRASE, _SENTENCE = 24, 80


def _room(cell: Cell) -> str:
    """Return the class for a cell's length."""
    if len(cell.text) <= _PHRASE or cell.trend is not None:
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
