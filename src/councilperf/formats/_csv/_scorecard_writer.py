"""The wide scorecard written back out, in the columns that `read_scorecard_csv` knows."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from councilperf._checks import check_flag, check_instance
from councilperf.errors import PeriodError
from councilperf.formats._csv._text import write_csv_to_read
from councilperf.formats._leaves import number_text
from councilperf.formats._sheet._column_words import ColumnKind
from councilperf.formats._sheet._defused import defused
from councilperf.formats._sheet._headings import understand
from councilperf.formats._sheet._words import NO_TARGET_WORDS, NO_VALUE_WORDS, read_missing
from councilperf.model import Answer, Polarity, Range, Scorecard, ScorecardRow, ToleranceBasis
from councilperf.model import TargetBasis as Basis
from councilperf.periods import ReportingPeriod
from councilperf.values import Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from councilperf.model import Observation, Target

__all__ = [
    "SheetColumn",
    "figure_cell",
    "missing_cell",
    "period_header",
    "scorecard_columns",
    "target_cell",
    "write_scorecard_csv",
]

Key = TypeVar("Key")
Rows: TypeAlias = "tuple[ScorecardRow, ...]"
#: What tells a row's targets apart, and so their columns.
_OfTarget: TypeAlias = "tuple[Basis, ReportingPeriod | None]"


class SheetColumn(NamedTuple):
    """A column of the wide sheet: its header, a cell for each row, whether in figures."""

    header: str
    cells: Sequence[str]
    is_figure: bool = False


def write_scorecard_csv(scorecard: Scorecard, *, excel: bool = True) -> bytes:
    r"""Write a scorecard as CSV: one row an indicator, one column a period.

    >>> from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow, Target
    >>> homes = Indicator("H1", "=Homes", polarity="higher")
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> card = Scorecard("Planning", [ScorecardRow(homes, [Observation(q2, 42)], [Target(45)])])
    >>> write_scorecard_csv(card, excel=False).decode()
    "Reference,Measure,Polarity,Q2 2019-20,Target\nH1,'=Homes,higher,42,45\n"

    `read_scorecard_csv` reads it back. A sheet has no place for the scorecard's own title,
    council, source and assumptions, for notes and sources of single figures, and for who stated a
    level; JSON has.
    Columns that no row fills are left out. Text that a spreadsheet would run is defused by an
    apostrophe. With *excel* it has the byte order mark and line ends that Excel knows.
    """
    check_instance("scorecard", scorecard, Scorecard)
    check_flag("excel", excel)
    columns = [
        (defused(each.header), *(each.cells if each.is_figure else map(defused, each.cells)))
        for each in scorecard_columns(scorecard)
    ]
    return write_csv_to_read(zip(*columns, strict=True), excel=excel)


def scorecard_columns(card: Scorecard) -> list[SheetColumn]:
    """Return the columns that a scorecard fills, the reference and the title in any case."""
    return [
        each
        for place, each in enumerate(_columns(card.rows))
        if place < _ALWAYS or any(each.cells)
    ]


_ALWAYS = 2  # the reference and the title


def _columns(rows: Rows) -> Iterator[SheetColumn]:
    yield _words(rows, "Reference", lambda row: row.indicator.reference)
    yield _words(rows, "Measure", lambda row: row.indicator.title)
    for header, name in (
        ("Lead Department", "service"),
        ("Corporate Outcome", "priority"),
        ("Portfolio", "portfolio"),
        ("Responsible Officer", "officer"),
        ("Frequency", "frequency"),
        ("Definition", "note"),
    ):
        yield _words(rows, header, _fact(name))
    if any(row.indicator.kind != "indicator" for row in rows):
        yield _words(rows, "Kind", _fact("kind"))
    yield _words(rows, "Tags", lambda row: "; ".join(sorted(row.indicator.tags)))
    if any(row.indicator.unit.name != "number" for row in rows):
        yield _words(rows, "Unit", lambda row: row.indicator.unit.name)
    yield _words(rows, "Polarity", _polarity)
    yield _words(rows, "Tolerance", _tolerance)
    yield _figures(rows, "Best possible", lambda row: _number(row.indicator.best_possible))
    yield _words(rows, "Benchmark", lambda row: row.benchmark_text or "")
    for group, cells in _spread(rows, _benchmarks).items():
        yield SheetColumn(f"Benchmark ({group})", cells, is_figure=True)
    for period, cells in sorted(_spread(rows, _observed).items()):
        yield SheetColumn(period_header("", period), cells, is_figure=True)
    for (basis, of), cells in sorted(_spread(rows, _aims).items(), key=_target_order):
        yield SheetColumn(period_header(_BASES[basis], of), cells, is_figure=True)
    yield _figures(rows, "Minimum", _first_of("floor"))
    yield _figures(rows, "Stretch target", _first_of("stretch"))
    for (judgement, at), cells in _spread(rows, _stated).items():
        if judgement in _STATED:
            yield SheetColumn(period_header(_STATED[judgement], at), cells)
    yield _words(rows, "Commentary", lambda row: row.commentary or "")


def _words(rows: Rows, header: str, text: Callable[[ScorecardRow], str]) -> SheetColumn:
    return SheetColumn(header, list(map(text, rows)))


def _figures(rows: Rows, header: str, text: Callable[[ScorecardRow], str]) -> SheetColumn:
    return SheetColumn(header, list(map(text, rows)), is_figure=True)


def _spread(
    rows: Rows, said: Callable[[ScorecardRow], Iterable[tuple[Key, str]]]
) -> dict[Key, list[str]]:
    """Return for each key a column: what each row says under it, the first where it says more."""
    columns: defaultdict[Key, list[str]] = defaultdict(lambda: [""] * len(rows))
    for place, row in enumerate(rows):
        for key, text in said(row):
            cells = columns[key]
            cells[place] = cells[place] or text
    return columns


def _benchmarks(row: ScorecardRow) -> Iterator[tuple[str, str]]:
    return ((each.group, number_text(each.value)) for each in row.benchmarks)


def _observed(row: ScorecardRow) -> Iterator[tuple[ReportingPeriod, str]]:
    return ((each.period, figure_cell(each)) for each in row.observations)


def _aims(row: ScorecardRow) -> Iterator[tuple[_OfTarget, str]]:
    polarity = row.indicator.polarity
    return (((each.basis, each.period), target_cell(each, polarity)) for each in row.targets)


def _stated(row: ScorecardRow) -> Iterator[tuple[tuple[str, ReportingPeriod | None], str]]:
    return (((each.judgement, each.period), each.text) for each in row.stated)


def _first_of(name: str) -> Callable[[ScorecardRow], str]:
    return lambda row: _number(next((getattr(each, name) for each in row.targets), None))


_STATED = {
    "rating": "RAG",
    "travel": "Direction of travel",
    "short trend": "Short trend",
    "long trend": "Long trend",
}


def _fact(name: str) -> Callable[[ScorecardRow], str]:
    return lambda row: getattr(row.indicator, name) or ""


def _number(number: Decimal | None) -> str:
    return "" if number is None else number_text(number)


def _polarity(row: ScorecardRow) -> str:
    polarity = row.indicator.polarity
    if isinstance(polarity, Polarity):
        return polarity.value
    # Without these words, an inequality or range in the target would be taken to state it.
    return "not stated" if row.targets else ""


def _tolerance(row: ScorecardRow) -> str:
    tolerance = row.indicator.tolerance
    if tolerance is None:
        return ""
    after = "%" if tolerance.basis is ToleranceBasis.PERCENT else " points"
    return f"{number_text(tolerance.size)}{after}"


def figure_cell(observation: Observation) -> str:
    """Write a figure with its marks, or why there is none.

    >>> from councilperf import Mark, Observation, ReportingPeriod
    >>> q2 = ReportingPeriod.quarter(2019, 2)
    >>> figure_cell(Observation(q2, "95.80", marks=[Mark.PROVISIONAL]))
    '95.80 [p]'
    """
    value = observation.value
    if isinstance(value, Missing):
        return missing_cell(value, NO_VALUE_WORDS)
    if isinstance(value, Decimal):
        text = number_text(value)
    else:
        text = value.value if isinstance(value, Answer) else value.isoformat()
    marks = [each.shorthand for each in Mark if each in observation.marks]
    return " ".join([text, *marks])


def missing_cell(missing: Missing, table: dict[str, Missing]) -> str:
    """Write why there is no figure, in words that are read back as the same."""
    reason = missing.reason
    words = [each for each in (reason.shorthand, reason.words) if each]
    if missing.note:
        words = [missing.note, *(f"{each} ({missing.note})" for each in words)]
    return next((each for each in words if read_missing(each, table) == missing), words[-1])


_BASES = {
    Basis.UNSTATED: "Target",
    Basis.ANNUAL: "Annual target",
    Basis.PERIOD: "Period target",
    Basis.PROFILED: "Profiled target",
    Basis.YEAR_TO_DATE: "Year to date target",
}


def _target_order(column: tuple[_OfTarget, object]) -> tuple[int, int]:
    (basis, period), _ = column
    return -1 if period is None else period.sort_key, list(_BASES).index(basis)


def period_header(words: str, period: ReportingPeriod | None) -> str:
    """Write a header with its period, in words if they are read back as the same, else in code.

    >>> period_header("RAG", ReportingPeriod.quarter(2019, 2))
    'RAG Q2 2019-20'
    """
    if period is None:
        return words
    wanted = understand(words) if words else None
    header = f"{words} {period}".strip()
    heading = understand(header)
    kind = ColumnKind.VALUE if wanted is None else wanted.kind
    if heading is not None and heading.kind is kind:
        same_basis = wanted is None or heading.basis is wanted.basis
        try:
            if same_basis and ReportingPeriod.parse(heading.period_text) == period:
                return header
        except PeriodError:
            pass
    return f"{words} {period.code}".strip()


def target_cell(target: Target, polarity: Polarity | Missing) -> str:
    """Write what a target aims at; a strict one as the inequality that it was printed as.

    >>> from councilperf import Target
    >>> target_cell(Target(5, strict=True), Polarity.LOWER), target_cell(Target(5), Polarity.LOWER)
    ('<5', '5')
    """
    aim = target.aim
    if isinstance(aim, Missing):
        return missing_cell(aim, NO_TARGET_WORDS)
    if isinstance(aim, Range):
        return f"{number_text(aim.low)} to {number_text(aim.high)}"
    if not isinstance(aim, Decimal):
        return aim.value if isinstance(aim, Answer) else aim.isoformat()
    sign = ">" if polarity is Polarity.HIGHER else "<"
    return f"{sign if target.strict else ''}{number_text(aim)}"
