"""Metadata that lie beside a scorecard's CSV: Table Schema and CSVW, from one description."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from councilperf._checks import check_instance, check_text
from councilperf.errors import FieldValueError
from councilperf.formats._csv._scorecard_writer import write_scorecard_csv
from councilperf.formats._csv._tidy_columns import Record, TidyColumn, tidy_heading
from councilperf.formats._csv._tidy_writer import tidy_cells
from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._described import DescribedColumn, Holds, described, mark_words
from councilperf.formats._sheet._headings import understand
from councilperf.model import Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["TableWord", "csvw_metadata", "described_columns", "table_schema"]

TableWord: TypeAlias = Literal["tidy-csv", "csv"]

_DEFUSED = (
    "An apostrophe before =, +, -, @, a tab or a line end keeps spreadsheets from running the "
    "text, and is no part of it."
)


def described_columns(scorecard: Scorecard, table: TableWord) -> list[DescribedColumn]:
    """Describe the columns of a scorecard's tidy or wide CSV, as it is written."""
    check_instance("scorecard", scorecard, Scorecard)
    if table == "tidy-csv":
        columns, rows = tidy_cells(scorecard)
        return [
            _tidy_column(column, [row[place] for row in rows])
            for place, column in enumerate(columns)
        ]
    if table == "csv":
        text = write_scorecard_csv(scorecard, excel=False).decode()
        headers, *cells = csv.reader(io.StringIO(text, newline=""))
        return [
            _wide_column(header, [row[place] for row in cells])
            for place, header in enumerate(headers)
        ]
    raise FieldValueError("table", table, "'tidy-csv' or 'csv'")


def _tidy_column(column: TidyColumn, cells: Sequence[str]) -> DescribedColumn:
    words: Iterable[tuple[str, str]] = ()
    says = column.says
    if column is TidyColumn.RECORD:
        words = [(each.value, each.words) for each in Record]
    elif column is TidyColumn.MARKS:
        says = f"{says} {mark_words()}."
    return described(column.value, cells, column.holds, says, words)


_WIDE = {
    ColumnKind.TARGET: (Holds.NUMBER, "What was aimed at"),
    ColumnKind.RATING: (Holds.TEXT, "The rating as it was published"),
    ColumnKind.TRAVEL: (Holds.TEXT, "The direction of travel as it was published"),
    ColumnKind.BENCHMARK: (Holds.NUMBER, "The same indicator elsewhere"),
}


def _wide_column(header: str, cells: Sequence[str]) -> DescribedColumn:
    known = tidy_heading(header)
    heading = understand(header)
    kind = ColumnKind.VALUE if heading is None else heading.kind
    if kind in _WIDE:
        holds, says = _WIDE[kind]
        period = "" if heading is None else heading.period_text
        said = f"{says} for {period}." if period else f"{says}."
        return described(header, cells, holds, said)
    if known is None:
        period = header if heading is None else heading.period_text
        return described(header, cells, Holds.NUMBER, f"The figure for {period}.")
    return described(header, cells, known.column.holds, known.column.says)


def table_schema(scorecard: Scorecard, table: TableWord = "tidy-csv") -> dict[str, Any]:
    """Return the Frictionless Table Schema (version 2) of a scorecard's CSV.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> q1, q2 = ReportingPeriod.quarter(2019, 1), ReportingPeriod.quarter(2019, 2)
    >>> figures = [Observation(q1, 42), Observation(q2, None)]
    >>> card = Scorecard("Planning", [ScorecardRow(Indicator("H1", "Homes"), figures)])
    >>> [field] = [each for each in table_schema(card)["fields"] if each["name"] == "Value"]
    >>> field["type"], field["missingValues"]
    ('number', [{'value': '', 'label': 'not stated'}, {'value': '[x]', 'label': 'no data'}])

    *table* says which CSV it is of: "tidy-csv" (`write_tidy_csv`) or "csv"
    (`write_scorecard_csv`). Shorthand in place of figures is listed as missing values with their
    labels, marks are explained in the columns' descriptions.
    """
    columns = described_columns(scorecard, table)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": scorecard.title,
        "description": _DEFUSED,
        "fields": [_field(each) for each in columns],
        "missingValues": [_NOT_STATED],
    }


_NOT_STATED = {"value": "", "label": "not stated"}
_TYPES = {Holds.TEXT: "string", Holds.NUMBER: "number", Holds.DATE: "date"}


def _field(column: DescribedColumn) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.header,
        "type": _TYPES[column.holds],
        "description": column.says,
    }
    if column.words:
        field["categories"] = [{"value": value, "label": label} for value, label in column.words]
    if column.missing:
        labelled = [{"value": value, "label": label} for value, label in column.missing]
        field["missingValues"] = [_NOT_STATED, *labelled]
    if column.required:
        field["constraints"] = {"required": True}
    return field


def csvw_metadata(scorecard: Scorecard, url: str, table: TableWord = "tidy-csv") -> dict[str, Any]:
    """Return the CSV on the Web metadata of a scorecard's CSV, which lies at *url* beside them.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow
    >>> figures = [Observation(ReportingPeriod.quarter(2019, 2), None)]
    >>> card = Scorecard("Planning", [ScorecardRow(Indicator("H1", "Homes"), figures)])
    >>> columns = csvw_metadata(card, "card.csv")["tableSchema"]["columns"]
    >>> [(each["datatype"], each["null"]) for each in columns if each["titles"] == "Value"]
    [('decimal', ['', '[x]'])]

    *table* is as for `table_schema`. What shorthand in place of figures means stands in the
    columns' descriptions.
    """
    check_text("url", url)
    columns = described_columns(scorecard, table)
    names = _names(columns)
    facts = {"dc:publisher": scorecard.council, "dc:source": scorecard.source}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": scorecard.title,
        **{name: fact for name, fact in facts.items() if fact is not None},
        "dc:description": _DEFUSED,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tableSchema": {
            "columns": [
                _csvw_column(each, name) for each, name in zip(columns, names, strict=True)
            ]
        },
    }


_CSVW_TYPES: dict[Holds, object] = {
    Holds.TEXT: "string",
    Holds.NUMBER: "decimal",
    Holds.DATE: {"base": "date", "format": "yyyy-MM-dd"},
}


def _csvw_column(column: DescribedColumn, name: str) -> dict[str, Any]:
    says = column.says
    explained = [*column.missing, *column.words]
    if explained:
        says += f" {'; '.join(f'{value}: {label}' for value, label in explained)}."
    return {
        "name": name,
        "titles": column.header,
        "datatype": _CSVW_TYPES[column.holds],
        "null": ["", *(value for value, _ in column.missing)],
        "required": column.required,
        "dc:description": says,
    }


def _names(columns: Iterable[DescribedColumn]) -> list[str]:
    """Return a name for each column of the letters that CSVW allows, no two the same."""
    names: dict[str, None] = {}
    for column in columns:
        words = re.sub(r"[^a-z0-9]+", "_", column.header.lower()).strip("_") or "column"
        name, number = words, 1
        while name in names:
            number += 1
            name = f"{words}_{number}"
        names[name] = None
    return list(names)
