"""A period with its days beside it, as titles print it."""

from __future__ import annotations

from councilperf.periods import ReportingPeriod

__all__ = ["dated"]


def dated(period: ReportingPeriod) -> str:
    """Print a period of any kind with its first and last day.

    >>> dated(ReportingPeriod.quarter(2019, 2))
    'Q2 2019-20 (1 July – 30 September 2019)'
    >>> dated(ReportingPeriod.quarter(2019, 2).year_to_date())
    'YTD to 30 Sep 2019 (1 April – 30 September 2019)'
    """
    days = ReportingPeriod.between(period.start, period.end, calendar=period.calendar)
    return f"{period} ({days.format('dates')})"
