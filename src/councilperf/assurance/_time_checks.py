"""Checks of time: periods, meetings and dates that cannot all be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from councilperf.assurance._finding import Remark
from councilperf.assurance._walk import rows_of, titles_of
from councilperf.periods import find_all
from councilperf.values import Mark, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from councilperf.model import Report
    from councilperf.periods import ReportingPeriod

__all__ = [
    "find_approval_after_meeting",
    "find_background_after_meeting",
    "find_benchmark_stale",
    "find_budget_for_other_period",
    "find_named_period_after_meeting",
    "find_observation_after_meeting",
    "find_period_after_meeting",
    "find_referral_before_meeting",
    "find_title_names_other_period",
    "find_two_years_for_one_period",
]

_YEARS_UNTIL_STALE = 2


def find_period_after_meeting(report: Report) -> Iterator[Remark]:
    """Yield a remark where the meeting is held before the reported period has ended."""
    meeting, period = report.meeting.date, report.period
    if period.end > meeting:
        yield Remark(
            "period",
            f"{period} ends on {period.end}, after the meeting on {meeting}",
            "give the period that had ended, or the right date of the meeting",
        )


def _named_in(text: str) -> Iterator[ReportingPeriod]:
    for hit in find_all(text):
        if hit.period is not None:
            yield hit.period


def find_named_period_after_meeting(report: Report) -> Iterator[Remark]:
    """Yield a remark for each title that names a period not yet over when the committee met."""
    for path, title in titles_of(report):
        for named in _named_in(title):
            if named.end > report.meeting.date:
                yield Remark(
                    path,
                    f"{title!r} names a period that ends on {named.end}, after the meeting "
                    f"on {report.meeting.date}",
                    "correct the year in the title",
                )


def find_two_years_for_one_period(report: Report) -> Iterator[Remark]:
    """Yield a remark for each title that names the reported part of the year in another year."""
    period = report.period
    for path, title in titles_of(report):
        for named in _named_in(title):
            if named != period and _place_in_year(named) == _place_in_year(period):
                yield Remark(
                    path,
                    f"{title!r} names {named} ({named.start} to {named.end}), but the report "
                    f"covers {period} ({period.start} to {period.end})",
                    "give both the same year",
                )


def _place_in_year(period: ReportingPeriod) -> tuple[object, ...]:
    # The first month and the number of months are the same for a quarter of every year.
    start, end = period.start, period.end
    months = 12 * (end.year - start.year) + end.month - start.month
    return period.kind, start.month, start.day, months


def find_title_names_other_period(report: Report) -> Iterator[Remark]:
    """Yield a remark where the title or reference names periods, and none is the one reported."""
    for path, text in (("title", report.title), ("reference", report.reference or "")):
        named = list(_named_in(text))
        if named and not any(_one_holds_the_other(each, report.period) for each in named):
            yield Remark(
                path,
                f"{text!r} names {named[0]}, but the report covers {report.period}",
                "correct the title or the reported period",
            )


def _one_holds_the_other(one: ReportingPeriod, other: ReportingPeriod) -> bool:
    return one.contains(other) or other.contains(one)


def find_budget_for_other_period(report: Report) -> Iterator[Remark]:
    """Yield a remark for each budget table whose period has no day in common with the report's."""
    for place, budget in enumerate(report.budgets):
        if not budget.period.overlaps(report.period):
            yield Remark(
                f"budgets[{place}].period",
                f"{budget.title!r} is for {budget.period}, and the report covers {report.period}",
                "correct one of the periods, or report the budget with its own",
            )


def find_observation_after_meeting(report: Report) -> Iterator[Remark]:
    """Yield a remark for each figure of a period that was not over, unless marked as forecast."""
    for path, row in rows_of(report):
        for place, each in enumerate(row.observations):
            is_figure = not isinstance(each.value, Missing) and Mark.FORECAST not in each.marks
            if is_figure and each.period.end > report.meeting.date:
                yield Remark(
                    f"{path}.observations[{place}]",
                    f"{row.indicator.reference} has a figure for {each.period}, which ends on "
                    f"{each.period.end}, after the meeting on {report.meeting.date}",
                    "correct the period, or mark the figure as a forecast",
                )


def find_benchmark_stale(report: Report) -> Iterator[Remark]:
    """Yield a remark for each benchmark that ended over two years before the reported period."""
    for path, row in rows_of(report):
        for place, each in enumerate(row.benchmarks):
            if each.period is None:
                continue
            start, end = report.period.start, each.period.end
            still_fresh = (start.year - _YEARS_UNTIL_STALE, start.month, start.day)
            if (end.year, end.month, end.day) < still_fresh:
                yield Remark(
                    f"{path}.benchmarks[{place}]",
                    f"the benchmark of {row.indicator.reference} with {each.group} is for "
                    f"{each.period}, over {_YEARS_UNTIL_STALE} years before {report.period}",
                    "give a newer benchmark, or say beside it how old it is",
                )


def find_background_after_meeting(report: Report) -> Iterator[Remark]:
    """Yield a remark for each background paper dated on the day of the meeting or later."""
    if report.background is None:
        return
    for number, paper in enumerate(report.background.papers):
        for place, date in enumerate(paper.dates):
            if date >= report.meeting.date:
                yield Remark(
                    f"background.papers[{number}].dates[{place}]",
                    f"{paper.title!r} of {date} cannot be what a paper for {report.meeting.date} "
                    "rests on",
                    "correct the date",
                )


def find_referral_before_meeting(report: Report) -> Iterator[Remark]:
    """Yield a remark for each recommendation that refers to a meeting already held by then."""
    for place, each in enumerate(report.recommendations):
        if each.refer_to is not None and each.refer_to.date < report.meeting.date:
            yield Remark(
                f"recommendations[{place}].refer_to",
                f"it refers to a meeting on {each.refer_to.date}, before the committee meets "
                f"on {report.meeting.date}",
                "give the date of the next meeting",
            )


def find_approval_after_meeting(report: Report) -> Iterator[Remark]:
    """Yield a remark for each approval that was given after the committee met."""
    for place, each in enumerate(report.approvals):
        if each.date > report.meeting.date:
            yield Remark(
                f"approvals[{place}].date",
                f"{each.role.title} approved it on {each.date}, after the meeting on "
                f"{report.meeting.date}",
                "correct one of the dates",
            )
