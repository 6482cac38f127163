"""Periods to and from pandas, as far as pandas can express them.

pandas names a year by its end: its 2020Q2 of the frequency Q-MAR is quarter 2 of 2019-20. Only
days pass between the two here, never a year's number, so nothing can be a year out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from councilperf._checks import check_instance
from councilperf.errors import FieldTypeError, PeriodError
from councilperf.periods._calendar import FINANCIAL, Calendar
from councilperf.periods._kind import PeriodKind
from councilperf.periods._months import ENGLISH_MONTHS
from councilperf.periods._period import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["from_pandas", "from_period_index", "to_pandas", "to_period_index"]

_FREQUENCIES = {
    PeriodKind.AS_AT: "D",
    PeriodKind.WEEK: "W",
    PeriodKind.MONTH: "M",
    PeriodKind.QUARTER: "Q",
    PeriodKind.YEAR: "Y",
}
# A year was an "A" before pandas 2.2.
_KINDS = {letter: kind for kind, letter in _FREQUENCIES.items()} | {"A": PeriodKind.YEAR}
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_MONTHS = tuple(name[:3].upper() for name in ENGLISH_MONTHS)


def to_pandas(period: ReportingPeriod) -> Any:  # noqa: ANN401 (pandas brings no types)
    """Return the `pandas.Period` of the same days.

    >>> to_pandas(ReportingPeriod.quarter(2019, 2))  # doctest: +SKIP
    Period('2020Q2', 'Q-MAR')

    Raises `PeriodError` for the kinds that pandas does not have: halves, periods of four weeks or
    four months, terms, years to date, rolling months and free ranges.
    """
    check_instance("period", period, ReportingPeriod)
    return import_module("pandas").Period(period.end, freq=_frequency(period))


def to_period_index(periods: Iterable[ReportingPeriod]) -> Any:  # noqa: ANN401 (likewise)
    """Return a `pandas.PeriodIndex` of periods of one kind, and one calendar where it matters.

    >>> to_period_index([ReportingPeriod.month(2022, 7)])  # doctest: +SKIP
    PeriodIndex(['2022-07'], dtype='period[M]')
    """
    given = list(periods)
    frequencies = {_frequency(period): period for period in given}
    if len(frequencies) != 1:
        listed = ", ".join(sorted(frequencies)) or "none"
        problem = f"an index has one frequency; these have {listed}"
        raise PeriodError(f"{len(given)} periods", problem)
    days = [period.end for period in given]
    return import_module("pandas").PeriodIndex(days, freq=next(iter(frequencies)))


def from_pandas(period: object, *, calendar: Calendar | None = None) -> ReportingPeriod:
    """Return the reporting period of the same days as a `pandas.Period`.

    >>> from_pandas(pandas.Period("2020Q2", freq="Q-MAR"))  # doctest: +SKIP
    ReportingPeriod.quarter(2019, 2)

    Quarters and years are counted in the calendar that their frequency names, other periods in
    the financial one, unless *calendar* says otherwise. Raises `PeriodError` for frequencies that
    are no kind of reporting period, and where *calendar* has no such unit on these days.
    """
    pandas = import_module("pandas")
    if not isinstance(period, pandas.Period):
        raise FieldTypeError("period", period, "a pandas.Period that is not NaT")
    check_instance("calendar", calendar, Calendar, optional=True)
    given: Any = period
    letter, _, anchor = str(given.freqstr).partition("-")
    kind = _KINDS.get(letter)
    if kind is None:
        raise PeriodError(repr(period), f"no kind of period has the frequency {given.freqstr!r}")
    if calendar is None:
        calendar = FINANCIAL
        if kind in {PeriodKind.QUARTER, PeriodKind.YEAR}:
            # The anchor is the last month of the year.
            calendar = Calendar((_MONTHS.index(anchor) + 1) % 12 + 1)
    days = given.start_time.date(), given.end_time.date()
    return ReportingPeriod(kind, *days, calendar)


def from_period_index(
    index: object, *, calendar: Calendar | None = None
) -> tuple[ReportingPeriod, ...]:
    """Return the reporting periods of the same days as a `pandas.PeriodIndex`, in order.

    >>> from_period_index(pandas.PeriodIndex(["2022-07"], freq="M"))  # doctest: +SKIP
    (ReportingPeriod.month(2022, 7),)
    """
    if not isinstance(index, import_module("pandas").PeriodIndex):
        raise FieldTypeError("index", index, "a pandas.PeriodIndex")
    each: Any = index
    return tuple(from_pandas(period, calendar=calendar) for period in each)


def _frequency(period: ReportingPeriod) -> str:
    letter = _FREQUENCIES.get(period.kind)
    if letter is None:
        raise PeriodError(repr(period), f"pandas has no period for a {period.kind.words}")
    if period.kind is PeriodKind.WEEK:
        return f"W-{_WEEKDAYS[period.end.weekday()]}"
    if period.kind in {PeriodKind.QUARTER, PeriodKind.YEAR}:
        return f"{letter}-{_MONTHS[period.calendar.first_month - 2]}"
    return letter
