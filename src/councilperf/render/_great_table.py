"""A table for great_tables, to be styled and saved further; it needs the extra `tables`."""

from __future__ import annotations

from hashlib import sha256
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from councilperf.errors import FieldTypeError, MissingExtraError
from councilperf.render._clean import clean
from councilperf.render._palette import PALETTE
from councilperf.tables import ENGLISH, Table, set_out

if TYPE_CHECKING:
    from great_tables import GT

    from councilperf.tables import Labels

__all__ = ["to_great_table"]

#: The frames that great_tables takes; the first that is there is used.
_FRAMES = ("polars", "pandas")


def to_great_table(value: object, *, labels: Labels = ENGLISH) -> GT:
    """Return a table, or anything that is shown as one, for great_tables.

    >>> from importlib.util import find_spec
    >>> from councilperf.tables import Cell
    >>> rows = [["Homes", Cell("Amber", symbol="▲", colour="amber")]]
    >>> table = Table("Scorecard", ["Measure", "Rating"], rows)
    >>> if find_spec("great_tables"):  # which the extra `tables` brings
    ...     assert "Amber ▲" in to_great_table(table).as_raw_html()

    The caption is its title, the first column its stub, notes are source notes. Words come first,
    then symbols, then the palette's colours. Every text stands as it is written: none is taken
    for Markdown or HTML.

    Raises `FieldTypeError` for what is shown as a page of several tables, and
    `MissingExtraError` where great_tables, or a frame for it, is not installed.
    """
    table = set_out(value, labels=labels)
    if not isinstance(table, Table):
        raise FieldTypeError("value", value, "a table, or what is shown as one alone")
    great = _load()
    names = [f"c{place}" for place, _ in enumerate(table.columns)]
    columns = {
        name: [clean(str(row[place])) for row in table.rows] for place, name in enumerate(names)
    }
    heads = {
        name: great.html(_escaped(column.header))
        for name, column in zip(names, table.columns, strict=True)
    }
    stub, *others = names
    made = (
        great.GT(_frame(columns), rowname_col=stub, id=_id_of(table), auto_align=False)
        .tab_header(title=great.html(_escaped(table.caption)))
        .tab_stubhead(heads.pop(stub))
        .cols_label(heads)
    )
    right = [name for name, column in zip(names, table.columns, strict=True) if column.numeric]
    if set(right) - {stub}:
        made = made.cols_align("right", [each for each in others if each in right])
    for note in table.notes:
        made = made.tab_source_note(great.html(_escaped(note)))
    drawn: GT = _coloured(made, table, names, great)
    return drawn


def _id_of(table: Table) -> str:
    """Return a name that is the table's own, and the same each time."""
    texts = [table.caption, *(str(cell) for row in table.rows for cell in row)]
    return f"councilperf-{sha256('|'.join(texts).encode('utf-8', 'replace')).hexdigest()[:8]}"


def _coloured(made: Any, table: Table, names: list[str], great: Any) -> Any:  # noqa: ANN401
    """Give each cell that has a colour of the palette that colour, all of one colour at once."""
    for each in PALETTE:
        style = [great.style.fill(color=each.paper), great.style.text(color=each.ink)]
        for place, name in enumerate(names):
            rows = [at for at, row in enumerate(table.rows) if row[place].colour == each.name]
            if rows and place:
                made = made.tab_style(style, great.loc.body(columns=name, rows=rows))
            elif rows:
                made = made.tab_style(style, great.loc.stub(rows=rows))
    return made


def _load() -> Any:  # noqa: ANN401 - the module itself
    if find_spec("great_tables") is None:
        raise MissingExtraError("great_tables recipes", "tables")
    return import_module("great_tables")


def _frame(columns: dict[str, list[str]]) -> Any:  # noqa: ANN401 - whichever there is
    for package in _FRAMES:
        if find_spec(package) is not None:
            return import_module(package).DataFrame(columns)
    raise MissingExtraError("great_tables recipes", "tables")


def _escaped(text: str) -> str:
    return escape(clean(text), quote=True)
