"""Plain text that aligns and wraps, for terminals, e-mails and logs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from councilperf._checks import check_flag, check_whole
from councilperf.render._clean import clean
from councilperf.render._fitted import fitted
from councilperf.render._palette import PALETTE
from councilperf.render._width import broken, padded, width_of
from councilperf.tables import ENGLISH, Bullets, Facts, Heading, Page, Paragraph, Table, set_out

if TYPE_CHECKING:
    from councilperf.tables import Block, Cell, Labels

__all__ = ["render_text"]


def render_text(
    value: object,
    *,
    width: int = 100,
    symbols: bool = True,
    colour: bool = False,
    labels: Labels = ENGLISH,
) -> str:
    """Write a page, a table or anything that `set_out` takes as plain text.

    >>> from councilperf.tables import Cell, Column, Table
    >>> columns = [Column("Measure"), Column("Value", numeric=True), Column("Rating")]
    >>> rows = [["Homes delivered", "42", Cell("Amber", symbol="▲", colour="amber")]]
    >>> print(render_text(Table("Scorecard", columns, rows)))
    Scorecard
    Measure          Value  Rating
    ---------------  -----  -------
    Homes delivered     42  Amber ▲

    No line is wider than *width*, except for a long word outside tables: an address stays whole.
    *symbols* says whether symbols follow their words, *colour* whether coloured words carry the
    terminal's codes for it. *labels* are what the value is set out with.
    """
    check_whole("width", width, 20, 100_000)
    check_flag("symbols", symbols)
    check_flag("colour", colour)
    given = set_out(value, labels=labels)
    return _TextWriter(width, symbols, colour).write(given).replace(_TIED, " ")


_GAP = 2
#: A space at which no line is broken; `clean` leaves none of these.
_TIED = "\N{NO-BREAK SPACE}"


class _TextWriter(NamedTuple):
    """What to write in, and how."""

    width: int
    symbols: bool
    colour: bool

    def write(self, value: Page | Table) -> str:
        if isinstance(value, Table):
            return "\n".join(self._table(value))
        title = broken(clean(value.title), self.width)
        parts = [[*(self._strong(each) for each in title), "=" * max(map(width_of, title))]]
        parts += [self._block(each) for each in value.blocks]
        lines: list[str] = []
        for part, before in zip(parts, [None, None, *value.blocks], strict=False):
            # What follows a heading stands right under it.
            if lines and not isinstance(before, Heading):
                lines.append("")
            lines += part
        return "\n".join(lines)

    def _block(self, block: Block) -> list[str]:
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Heading):
            return [self._strong(each) for each in broken(clean(block.text), self.width)]
        if isinstance(block, Paragraph):
            return broken(clean(block.text), self.width, words_too=False)
        if isinstance(block, Bullets):
            return [line for each in block.items for line in self._item("- ", each)]
        return self._facts(block)

    def _item(self, before: str, text: str) -> list[str]:
        """Hang a text behind what stands before it."""
        first, *rest = broken(clean(text), self.width - len(before), words_too=False)
        return [before + first, *(" " * len(before) + each for each in rest)]

    def _facts(self, facts: Facts) -> list[str]:
        names = [clean(each.name) for each in facts.items]
        wide = min(max(map(width_of, names)), self.width // 3)
        lines: list[str] = []
        for name, fact in zip(names, facts.items, strict=True):
            named = broken(name, wide)
            said = broken(clean(fact.value), self.width - wide - _GAP, words_too=False)
            lines += _beside([named, said], [wide, 0], [False, False])
        return lines

    def _strong(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def _table(self, table: Table) -> list[str]:
        lines = [self._strong(each) for each in broken(clean(table.caption), self.width)]
        cells = [[self._words(cell) for cell in row] for row in table.rows]
        headers = [clean(each.header) for each in table.columns]
        widths = fitted([headers, *cells], self.width, gap=_GAP)
        if widths is None:
            lines += self._stacked(table, headers, cells)
        else:
            lines += self._aligned(table, headers, cells, widths)
        for note in table.notes:
            lines += self._item("", note)
        return lines

    def _words(self, cell: Cell) -> str:
        words = clean(cell.text)
        return f"{words}{_TIED}{clean(cell.symbol)}" if self.symbols and cell.symbol else words

    def _aligned(
        self, table: Table, headers: list[str], cells: list[list[str]], widths: list[int]
    ) -> list[str]:
        right = [each.numeric for each in table.columns]
        heads = [broken(text, wide) for text, wide in zip(headers, widths, strict=True)]
        tallest = max(map(len, heads))
        # Headers stand on the rule below them.
        heads = [[""] * (tallest - len(each)) + each for each in heads]
        lines = _beside(heads, widths, right)
        lines.append((" " * _GAP).join("-" * wide for wide in widths))
        for row, words in zip(table.rows, cells, strict=True):
            parts = [broken(text, wide) for text, wide in zip(words, widths, strict=True)]
            codes = [self._code(cell) for cell in row]
            lines += _beside(parts, widths, right, codes)
        return lines

    def _stacked(self, table: Table, headers: list[str], cells: list[list[str]]) -> list[str]:
        """Write each row as a small list, where the columns do not fit side by side."""
        lines: list[str] = []
        for row, words in zip(table.rows, cells, strict=True):
            for place, (header, text, cell) in enumerate(zip(headers, words, row, strict=True)):
                if not text:
                    continue
                before = "" if place == 0 else "  "
                code = self._code(cell)
                lines += [
                    before + _coloured(each, code)
                    for each in broken(f"{header}: {text}", self.width - len(before))
                ]
        return lines

    def _code(self, cell: Cell) -> str:
        return _CODES.get(cell.colour, "") if self.colour else ""


_CODES = {each.name: each.terminal for each in PALETTE}


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def _beside(
    parts: list[list[str]], widths: list[int], right: list[bool], codes: list[str] | None = None
) -> list[str]:
    """Put broken texts side by side, each in its own width."""
    codes = codes or [""] * len(parts)
    lines: list[str] = []
    for place in range(max(map(len, parts))):
        line = ""
        for part, wide, to_right, code in zip(parts, widths, right, codes, strict=True):
            text = part[place] if place < len(part) else ""
            filled = padded(text, wide, right=to_right)
            line += filled.replace(text, _coloured(text, code), 1) + " " * _GAP
        lines.append(line.rstrip())
    return lines
