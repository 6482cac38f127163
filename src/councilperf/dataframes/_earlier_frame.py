"""Finding the earlier figure of every row in a tidy series, by the periods and not by the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

import narwhals.stable.v2 as nw

from councilperf._checks import as_tuple, check_each, check_instance, check_text
from councilperf.dataframes._arguments import as_names, check_added
from councilperf.dataframes._cells import read_period
from councilperf.dataframes._problems import ColumnProblem, find_rows
from councilperf.dataframes._reading import Reader, open_frame
from councilperf.dataframes._workings import PREFIX
from councilperf.errors import CouncilPerfError, FieldValueError, PeriodError
from councilperf.periods import ReportingPeriod
from councilperf.rules import Edge, Figure, FigureKind
from councilperf.values import Absence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from narwhals.stable.v2.typing import IntoFrameT

    from councilperf.dataframes._reading import Frame

__all__ = ["can_be_found", "earlier_frame", "known_periods"]


def earlier_frame(
    frame: IntoFrameT,
    figure: Edge | Figure,
    *,
    by: str | Iterable[str],
    period: str = "period",
    value: str = "value",
    periods: Iterable[ReportingPeriod] | None = None,
    breaks: str | None = None,
    name: str = "previous",
) -> IntoFrameT:
    """Put beside every figure of a tidy series the earlier one that a rule names.

    >>> import pandas as pd
    >>> from councilperf.rules import PREVIOUS_PERIOD
    >>> homes = pd.DataFrame({"indicator": "H1", "period": ["2019-Q1@04", "2019-Q2@04"]})
    >>> homes["value"] = [9, 12]
    >>> earlier_frame(homes, PREVIOUS_PERIOD, by="indicator")["previous"].to_list()[1]
    9.0

    *by* names the columns that tell series apart, *period* the one with the period's code, or
    text that can be parsed as a period. The earlier figure is that of the period the calendar
    says, whatever order the rows are in and whichever are missing. A second column,
    `previous_reason`, says "no_previous" where there is none, and "series_break" where *breaks*,
    a column of true and false, says that the series was broken since. A lazy frame must be told
    which *periods* it may hold, and their codes stand in it. pandas' index is not kept.

    Raises `ProblemsError` for periods that cannot be read and for two figures at one period.
    """
    named = figure.figure if isinstance(figure, Edge) else figure
    check_instance("figure", named, Figure)
    for field, text in (("period", period), ("value", value), ("name", name)):
        check_text(field, text)
    keys = as_names("by", by)
    reader = Reader(open_frame(frame), None, None)
    for column in (*keys, period, value, *([] if breaks is None else [breaks])):
        reader.require(column)
    check_added((name, f"{name}_reason"), reader.names)
    reader.refuse()
    known = known_periods(reader, period, periods)
    reader.refuse()
    _check_rows(reader, keys, period, value)
    reader.refuse()
    joined = _joined(
        reader,
        keys=keys,
        period=period,
        value=value,
        breaks=breaks,
        name=name,
        known=known,
        figure=named,
    )
    return cast("IntoFrameT", joined)


def known_periods(
    reader: Reader, column: str, given: Iterable[ReportingPeriod] | None
) -> dict[str, ReportingPeriod]:
    """Return the period that each text in the column stands for."""
    if given is not None:
        periods = as_tuple(given)
        check_each("periods", periods, ReportingPeriod)
        return {each.code: each for each in periods}
    if reader.eager is None:
        raise FieldValueError("periods", None, "the periods that a lazy frame may hold")
    found: dict[str, ReportingPeriod] = {}
    texts = reader.eager.get_column(column).cast(nw.String).drop_nulls().unique().sort()
    for text in texts.to_list():
        try:
            found[text] = read_period(text)
        except CouncilPerfError as error:
            where = nw.col(column).cast(nw.String).fill_null("") == text
            reader.problems += find_rows(reader.eager, column, where, f"holds no period ({error})")
    return found


def _check_rows(reader: Reader, keys: tuple[str, ...], period: str, value: str) -> None:
    """Note what would join rows wrongly: no key, two figures for one period, lost digits."""
    frame = reader.eager
    if frame is None:
        return
    for key in keys:
        reader.problems += find_rows(
            frame, key, nw.col(key).is_null(), "says to which series a row belongs, but holds null"
        )
    counts = frame.group_by(*keys, period).agg(nw.len().alias(PREFIX + "count"))
    twice = counts.filter(nw.col(PREFIX + "count") > 1).sort(*keys, period)
    if len(twice):
        examples = [str(row[:-1]) for row in twice.head(3).rows()]
        reader.problems.append(
            ColumnProblem(period, "holds a period twice for one series", len(twice), examples)
        )
    reader.keeps_digits(value)


def can_be_found(figure: Figure) -> bool:
    """Say whether an earlier figure can be found by the calendar alone."""
    return figure.kind in _BY_CALENDAR


_BY_CALENDAR = frozenset(
    {
        FigureKind.PREVIOUS_PERIOD,
        FigureKind.SAME_PERIOD_LAST_YEAR,
        FigureKind.PREVIOUS_YEAR_END,
        FigureKind.PERIODS_BACK,
    }
)


def _earlier(figure: Figure, period: ReportingPeriod) -> ReportingPeriod | None:
    try:
        if figure.kind is FigureKind.PREVIOUS_PERIOD:
            return period.previous()
        if figure.kind is FigureKind.SAME_PERIOD_LAST_YEAR:
            return period.same_period_last_year()
        if figure.kind is FigureKind.PREVIOUS_YEAR_END:
            return period.year().previous()
        if figure.kind is FigureKind.PERIODS_BACK:
            return period.step(-cast("int", figure.of))
    except PeriodError:
        return None
    raise FieldValueError(
        "figure",
        str(figure),
        "the previous period, the same period last year, the previous year end or periods back; "
        "other earlier figures are found one series at a time, with `assess`",
    )


def _joined(
    reader: Reader,
    *,
    keys: tuple[str, ...],
    period: str,
    value: str,
    breaks: str | None,
    name: str,
    known: Mapping[str, ReportingPeriod],
    figure: Figure,
) -> object:
    """Join every row with that of the earlier period, and with the breaks since."""
    at, ends, before = PREFIX + "at", PREFIX + "end", PREFIX + "before"
    places = {each: place for place, each in enumerate(dict.fromkeys(known.values()))}
    earlier = {each: _earlier(figure, each) for each in places}
    text = nw.col(period).cast(nw.String).fill_null("")

    def number(of: Mapping[str, int]) -> nw.Expr:
        return text.replace_strict(list(of), list(of.values()), default=-1, return_dtype=nw.Int64)

    back = {word: earlier[each] for word, each in known.items()}
    frame = reader.frame
    row = PREFIX + "row"
    if isinstance(frame, nw.DataFrame):
        frame = frame.with_row_index(row)
    frame = frame.with_columns(
        **{
            at: number({word: places[each] for word, each in known.items()}),
            # No row is at -2, so a period without an earlier one finds none.
            before: number(
                {word: -2 if each is None else places.get(each, -2) for word, each in back.items()}
            ),
            ends: number({word: each.end.toordinal() for word, each in known.items()}),
            PREFIX + "since": number(
                {word: 0 if each is None else each.end.toordinal() for word, each in back.items()}
            ),
        }
    )
    here = PREFIX + "here"
    figures = (
        frame.filter(nw.col(at) >= 0)
        .select(*keys, nw.col(at).alias(before), nw.col(value).alias(name))
        .with_columns(nw.lit(1).alias(here))
    )
    joined = _join(frame, figures, [*keys, before], "left")
    found, none = nw.col(name), nw.lit(None, dtype=nw.String)
    absent = nw.when(found.is_null()).then(nw.lit(Absence.NO_PREVIOUS.value)).otherwise(none)
    reason = absent
    if breaks is not None:
        joined = _join(joined, _breaks(frame, keys, breaks), [*keys, at, before], "left")
        # An earlier figure that is there without a number stays what it was said to be.
        said = ~nw.col(here).is_null() & found.is_null()
        broken = ~nw.col(PREFIX + "broken").is_null() & ~said
        reason = nw.when(broken).then(nw.lit(Absence.SERIES_BREAK.value)).otherwise(absent)
        found = nw.when(~broken).then(found)
    done = joined.with_columns(**{name: found, f"{name}_reason": reason})
    if reader.eager is not None:
        done = done.sort(row)
    return done.select(*reader.names, name, f"{name}_reason").to_native()


def _breaks(frame: Frame, keys: tuple[str, ...], breaks: str) -> Frame:
    """Return the rows since whose earlier figure the series was broken."""
    ends, since, broken_at = PREFIX + "end", PREFIX + "since", PREFIX + "broken_at"
    rows = frame.select(*keys, PREFIX + "at", PREFIX + "before", ends, since)
    marked = frame.filter(nw.col(breaks).fill_null(value=False))
    marked = marked.select(*keys, nw.col(ends).alias(broken_at))
    met = _join(rows, marked, list(keys), "inner").filter(
        (nw.col(since) > 0)
        & (nw.col(broken_at) > nw.col(since))
        & (nw.col(broken_at) <= nw.col(ends))
    )
    once = met.select(*keys, PREFIX + "at", PREFIX + "before").unique()
    return once.with_columns(nw.lit(1).alias(PREFIX + "broken"))


def _join(left: Frame, right: Frame, on: list[str], how: Literal["left", "inner"]) -> Frame:
    return left.join(right, on=on, how=how)  # type: ignore[arg-type] # both are of one make
