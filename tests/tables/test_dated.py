"""Titles say the days of a period of any kind."""

from __future__ import annotations

from hypothesis import given

from councilperf import Scorecard, assess
from councilperf.periods import ReportingPeriod
from councilperf.presets import MAIDSTONE
from councilperf.strategies import reporting_periods
from councilperf.tables import Facts, assessment_page


@given(reporting_periods())
def test_a_page_of_any_period_says_its_days(period: ReportingPeriod) -> None:
    """A year to date and rolling months have no style that prints their days alone."""
    page = assessment_page(assess(Scorecard("Homes", []), MAIDSTONE, period=period))

    [title] = [each for each in page.blocks if isinstance(each, Facts)]
    shown = title.items[0].value
    assert shown.startswith(str(period))
    assert shown.endswith(f"{period.end.year})")
