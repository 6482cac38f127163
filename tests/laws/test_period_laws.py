"""The algebra of periods, law by law, over every kind, calendar and year."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from itertools import pairwise
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from councilperf.errors import PeriodError
from councilperf.periods import (
    ACADEMIC,
    CALENDAR_YEAR,
    FINANCIAL,
    Calendar,
    PeriodKind,
    PeriodStyle,
    ReportingPeriod,
    format_dates,
    parse_dates,
    period_range,
)
from councilperf.strategies import calendars, reporting_periods

NAMESPACE = {
    "ACADEMIC": ACADEMIC,
    "CALENDAR_YEAR": CALENDAR_YEAR,
    "Calendar": Calendar,
    "FINANCIAL": FINANCIAL,
    "ReportingPeriod": ReportingPeriod,
    "date": date,
}
#: By what each kind is stepped in these laws; ranges and terms have no next one.
OWN_STEP = frozenset(PeriodKind) - {
    PeriodKind.AS_AT,
    PeriodKind.TERM,
    PeriodKind.YEAR_TO_DATE,
    PeriodKind.ROLLING,
    PeriodKind.RANGE,
}
REPORTED_AT_WILL = (PeriodKind.AS_AT, PeriodKind.YEAR_TO_DATE, PeriodKind.ROLLING)
MONTHLY = st.sampled_from([kind for kind in PeriodKind if kind.months])
#: Fewer years, so that steps stay within 1900 to 2200.
MIDDLE = (date(1990, 1, 1), date(2110, 12, 31))
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))

periods = reporting_periods()
steppable = reporting_periods(*MIDDLE, kinds=OWN_STEP)
counts = st.integers(-40, 40)


@given(steppable)
def test_next_and_previous_invert_each_other(period: ReportingPeriod) -> None:
    assert period.next().previous() == period
    assert period.previous().next() == period


@given(steppable)
def test_the_next_period_begins_on_the_day_after(period: ReportingPeriod) -> None:
    assert period.next().start == period.end + timedelta(days=1)


@given(steppable, counts, counts)
def test_steps_add_up(period: ReportingPeriod, one: int, other: int) -> None:
    assert period.step(one).step(other) == period.step(one + other)


@given(st.data(), counts, counts)
def test_steps_by_a_stated_spacing_add_up(data: st.DataObject, one: int, other: int) -> None:
    """For the kinds whose own days do not show how often they are reported."""
    kind = data.draw(st.sampled_from(REPORTED_AT_WILL))
    months = data.draw(reporting_periods(*MIDDLE, kinds=[PeriodKind.MONTH]))
    by = data.draw(MONTHLY)
    if kind is PeriodKind.AS_AT:
        period = ReportingPeriod.as_at(months.end, calendar=months.calendar)
    elif kind is PeriodKind.YEAR_TO_DATE:
        period = months.year_to_date()
    else:
        period = ReportingPeriod.rolling(12, ending=months)
    assert period.step(one, by=by).step(other, by=by) == period.step(one + other, by=by)
    assert period.steps_to(period.step(one, by=by), by=by) == one


@given(st.data(), counts, counts)
def test_steps_by_days_and_weeks_add_up(data: st.DataObject, one: int, other: int) -> None:
    kinds = [PeriodKind.AS_AT, PeriodKind.YEAR_TO_DATE]
    period = data.draw(reporting_periods(*MIDDLE, kinds=kinds))
    by = data.draw(st.sampled_from([PeriodKind.AS_AT, PeriodKind.WEEK]))
    assert period.step(one, by=by).step(other, by=by) == period.step(one + other, by=by)
    assert period.steps_to(period.step(one, by=by), by=by) == one


@given(steppable, counts)
def test_the_gap_in_steps_leads_there(period: ReportingPeriod, count: int) -> None:
    assert period.steps_to(period.step(count)) == count


@given(steppable, st.integers(0, 30))
def test_a_range_of_periods_holds_every_step_once(period: ReportingPeriod, count: int) -> None:
    made = period_range(period, period.step(count))
    assert made == tuple(period.step(each) for each in range(count + 1))
    assert ReportingPeriod.between(period.start, made[-1].end).is_tiled_by(made)


@given(periods, st.sampled_from(PeriodKind))
def test_parts_tile_and_sum_to_the_whole(period: ReportingPeriod, kind: PeriodKind) -> None:
    try:
        parts = period.parts(kind)
    except PeriodError:
        return
    assert {part.kind for part in parts} == {kind}
    assert period.is_tiled_by(parts)
    assert sum(part.days for part in parts) == period.days
    assert list(parts) == sorted(parts)


@given(st.data())
def test_every_year_falls_into_its_units(data: st.DataObject) -> None:
    year = data.draw(reporting_periods(kinds=[PeriodKind.YEAR]))
    units = {"month": 12, "quarter": 4, "four_months": 3, "half": 2, "year": 1, "four_weeks": 13}
    for kind, count in units.items():
        assert len(year.parts(PeriodKind(kind))) == count


@given(periods, periods, periods)
def test_containment_is_transitive(
    one: ReportingPeriod, other: ReportingPeriod, third: ReportingPeriod
) -> None:
    nested = sorted([one, other, third], key=attrgetter("days"))
    if nested[2].contains(nested[1]) and nested[1].contains(nested[0]):
        assert nested[2].contains(nested[0])


@given(periods, st.data())
def test_what_lies_inside_what_lies_inside_lies_inside(
    period: ReportingPeriod, data: st.DataObject
) -> None:
    inner = data.draw(reporting_periods(period.start, period.end))
    innermost = data.draw(reporting_periods(inner.start, inner.end))
    assert period.contains(inner)
    assert inner.contains(innermost)
    assert period.contains(innermost)


@given(periods, periods)
def test_overlap_is_mutual_and_means_a_common_day(
    one: ReportingPeriod, other: ReportingPeriod
) -> None:
    later_start, earlier_end = max(one.start, other.start), min(one.end, other.end)
    assert one.overlaps(other) == other.overlaps(one) == (later_start <= earlier_end)
    if one.overlaps(other):
        assert one.contains(later_start)
        assert other.contains(later_start)


@given(reporting_periods(*MIDDLE))
def test_the_same_period_last_year_is_like_this_one(period: ReportingPeriod) -> None:
    try:
        earlier = period.same_period_last_year()
    except PeriodError:
        assert period.kind in {PeriodKind.TERM, PeriodKind.RANGE}
        return
    assert earlier.kind is period.kind
    assert earlier.calendar == period.calendar
    assert period.comparable(earlier)
    assert 363 <= (period.end - earlier.end).days <= 367


@given(reporting_periods(*MIDDLE, kinds=OWN_STEP - {PeriodKind.WEEK}))
def test_a_years_worth_of_steps_is_the_same_period_of_another_year(
    period: ReportingPeriod,
) -> None:
    count = len(period.year().parts(period.kind))
    assert period.step(-count) == period.same_period_last_year()


@given(periods, periods)
def test_comparability_is_mutual(one: ReportingPeriod, other: ReportingPeriod) -> None:
    assert one.comparable(one)
    assert bool(one.comparable(other)) == bool(other.comparable(one))
    assert bool(one.comparable(other)) == (one.comparable(other).reason == "")


@given(periods)
def test_named_units_are_what_lies_between_their_days(period: ReportingPeriod) -> None:
    between = ReportingPeriod.between(period.start, period.end, calendar=period.calendar)
    named = {PeriodKind.TERM, PeriodKind.YEAR_TO_DATE, PeriodKind.ROLLING}
    # In a few calendars, none of the named ones, a four-week period may be a month, too.
    month = period.kind is PeriodKind.FOUR_WEEKS and between.kind is PeriodKind.MONTH
    assert not month or period.calendar not in {FINANCIAL, ACADEMIC, CALENDAR_YEAR}
    if period.kind not in named and not month:
        assert between == period
    assert (between.start, between.end) == (period.start, period.end)


@given(periods)
def test_a_repr_is_a_call_that_makes_the_same_period(period: ReportingPeriod) -> None:
    assert eval(repr(period), NAMESPACE) == period  # noqa: S307 (it is our own text)


@given(periods)
def test_a_code_stands_for_one_period(period: ReportingPeriod) -> None:
    assert ReportingPeriod.from_code(period.code) == period


@given(periods, periods)
def test_different_periods_have_different_codes(
    one: ReportingPeriod, other: ReportingPeriod
) -> None:
    assert (one.code == other.code) == (one == other)


@given(periods, st.sampled_from(PeriodStyle))
def test_parsing_inverts_printing(period: ReportingPeriod, style: PeriodStyle) -> None:
    try:
        text = period.format(style)
    except PeriodError:
        return
    assert ReportingPeriod.parse(text, calendar=period.calendar) == period


@given(periods)
def test_parsing_inverts_text_without_being_told_the_calendar(period: ReportingPeriod) -> None:
    assert ReportingPeriod.parse(str(period)) == period


@given(periods)
def test_every_period_has_a_long_and_a_short_form(period: ReportingPeriod) -> None:
    assert period.format("long")
    assert period.format("short")


@given(st.lists(periods, max_size=8))
def test_order_is_total(many: list[ReportingPeriod]) -> None:
    ordered, backwards = sorted(many), many[::-1]
    assert ordered == sorted(many, key=attrgetter("sort_key"))
    assert ordered == sorted(backwards)
    for one, other in pairwise(ordered):
        assert one <= other
        assert other >= one
        assert (one < other) == (other > one) == (one != other)
        assert one.end <= other.end


@given(periods)
def test_equal_periods_are_one_in_a_set(period: ReportingPeriod) -> None:
    again = ReportingPeriod(period.kind, period.start, period.end, period.calendar)
    assert again is not period
    pickled = pickle.loads(pickle.dumps(period))  # noqa: S301 (our own bytes)
    assert {again, period, pickled, copy.deepcopy(period)} == {period}


@given(periods, calendars())
def test_a_calendar_is_part_of_what_a_period_is(
    period: ReportingPeriod, calendar: Calendar
) -> None:
    try:
        other = ReportingPeriod(period.kind, period.start, period.end, calendar)
    except PeriodError:
        return
    assert (other == period) == (calendar == period.calendar)


@given(DAYS, calendars())
def test_a_day_lies_in_one_unit_of_each_kind(day: date, calendar: Calendar) -> None:
    for kind in (*OWN_STEP - {PeriodKind.WEEK},):
        try:
            unit = ReportingPeriod.containing(day, kind, calendar=calendar)
        except PeriodError:
            assert day.year == 1900
            continue
        assert unit.contains(day)
        assert unit.kind is kind


@given(periods)
def test_a_year_to_date_runs_from_the_years_first_day(period: ReportingPeriod) -> None:
    try:
        to_date = period.year_to_date()
    except PeriodError:
        assert period.end.year == 1900
        return
    assert to_date.end == period.end
    assert (
        to_date.start == ReportingPeriod.as_at(period.end, calendar=period.calendar).year().start
    )


@given(reporting_periods(max_value=date(2199, 12, 31)))
def test_a_period_lies_in_its_year(period: ReportingPeriod) -> None:
    try:
        year = period.year()
    except PeriodError:
        return
    assert year.contains(period)
    assert year.year_end() == period.year_end()
    assert period.year_end().end == year.end


@given(st.lists(DAYS, min_size=1, max_size=9))
def test_reading_a_printed_list_of_dates_gives_it_back(dates: list[date]) -> None:
    assert parse_dates(format_dates(dates)) == tuple(dates)


@given(st.text(max_size=60) | st.text("0123 ,;&andMayJune2021st.", max_size=60))
def test_any_text_is_a_list_of_dates_or_a_period_error(text: str) -> None:
    try:
        dates = parse_dates(text)
    except PeriodError:
        return
    assert parse_dates(format_dates(dates)) == dates


@given(st.text(max_size=40) | periods.map(lambda period: period.code[:-1] + "3"))
def test_any_text_is_a_code_or_a_period_error(text: str) -> None:
    try:
        period = ReportingPeriod.from_code(text)
    except PeriodError:
        return
    assert period.code == text


@given(st.data())
def test_our_strategies_keep_to_their_bounds(data: st.DataObject) -> None:
    low, high = sorted([data.draw(DAYS), data.draw(DAYS)])
    kind = data.draw(st.sampled_from(PeriodKind))
    calendar = data.draw(calendars())
    try:
        strategy = reporting_periods(low, high, kinds=[kind], calendars=[calendar])
    except ValueError:
        # There is room for two of any kind in two years and two months.
        assert (high - low).days < 800
        return
    period = data.draw(strategy)
    assert (period.kind, period.calendar) == (kind, calendar)
    assert low <= period.start <= period.end <= high
