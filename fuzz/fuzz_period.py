"""Periods in words: any text is a period, a refusal, or holds periods at stated places."""

from __future__ import annotations

from contextlib import suppress

from _harness import following, fuzz

with following("councilperf"):
    from councilperf.errors import PeriodError
    from councilperf.periods import (
        PeriodStyle,
        ReportingPeriod,
        find_all,
        format_dates,
        parse_dates,
    )

LAST_YEAR = 2200


def check(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    for each in find_all(text):
        assert text[each.start : each.end] == each.text
    with suppress(PeriodError):
        dates = parse_dates(text)
        assert parse_dates(format_dates(dates)) == dates
    try:
        period = ReportingPeriod.parse(text)
    except PeriodError:
        return
    assert ReportingPeriod.from_code(period.code) == period
    if period.end.year > period.start.year == LAST_YEAR:
        return  # the last year of all may end, but no day in the year after it is read
    for style in PeriodStyle:
        try:
            printed = period.format(style)
        except PeriodError:  # the style says less than the period is
            continue
        assert ReportingPeriod.parse(printed, calendar=period.calendar) == period


if __name__ == "__main__":
    fuzz("period", check)
