"""What a picture shows, in a sentence: for whoever hears it instead."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from councilperf.values import Missing

if TYPE_CHECKING:
    from councilperf.assessment import AssessedRow, Tally
    from councilperf.model import Range, Unit
    from councilperf.spc import XmrChart
    from councilperf.tables._trend_line import TrendLine

__all__ = ["describe_benchmarks", "describe_chart", "describe_counts", "describe_trend"]


def describe_trend(line: TrendLine) -> str:
    """Say how a trend went: its ends, its extremes, its target, what is missing, where it breaks.

    >>> from councilperf.periods import ReportingPeriod
    >>> from councilperf.model import PERCENT
    >>> from councilperf.tables import TrendLine, TrendPoint
    >>> q1 = ReportingPeriod.quarter(2019, 1)
    >>> points = [TrendPoint(q1.step(n), n, Decimal(v)) for n, v in enumerate((94, 91, 96))]
    >>> print(describe_trend(TrendLine("Visits", PERCENT, points, Decimal(95))))
    Visits: from 94% for Q1 2019-20 to 96% for Q3 2019-20; lowest 91% for Q2 2019-20; target 95%.
    """
    known, unit = line.known, line.unit
    if not known:
        return f"{line.title}: there is no figure."
    (first, one), (last, other) = known[0], known[-1]
    if len(known) == 1:
        said = [f"{line.title}: {unit.show(one)} for {first.at}"]
    elif len({value for _, value in known}) == 1:
        said = [f"{line.title}: {unit.show(one)} throughout, {first.at} to {last.at}"]
    else:
        went = f"from {unit.show(one)} for {first.at} to {unit.show(other)} for {last.at}"
        said = [f"{line.title}: {went}"]
        low = min(known, key=lambda each: each[1])
        high = max(known, key=lambda each: each[1])
        for word, (point, value) in (("lowest", low), ("highest", high)):
            if value not in {one, other}:
                said.append(f"{word} {unit.show(value)} for {point.at}")
    if not isinstance(line.aim, Missing):
        beyond = "beyond " if line.strict else ""
        said.append(f"target {beyond}{shown_aim(line.aim, unit)}")
    missing = line.points[-1].place + 1 - line.points[0].place - len(known)
    if missing:
        said.append(f"{missing} {'figure is' if missing == 1 else 'figures are'} missing")
    said += [f"the series breaks at {each.at}" for each in line.points[1:] if each.breaks]
    return f"{'; '.join(said)}."


def shown_aim(aim: Decimal | Range, unit: Unit) -> str:
    """Show what is aimed at with its unit."""
    if isinstance(aim, Decimal):
        return unit.show(aim)
    return f"{unit.show(aim.low)} to {unit.show(aim.high)}"


def describe_chart(chart: XmrChart) -> str:
    """Say what a control chart shows: its verdicts, and how many figures give a signal.

    >>> from councilperf.periods import ReportingPeriod
    >>> from councilperf.spc import xmr
    >>> years = [ReportingPeriod.financial_year(2015 + n) for n in range(4)]
    >>> print(describe_chart(xmr(zip(years, [36, 31, 28, 31], strict=True))))
    Ordinary variation: the last figure, 31 for 2018-19, gives no signal; its limits are 21.7 and
    41.3. These are trial limits: they rest on 4 figures. Of 4 figures none gives a signal.
    """
    given = sum(each is not None for each in chart.signals)
    count = sum(isinstance(value, Decimal) for _, value in chart.points)
    signals = "none gives a signal" if not given else f"{given} give a signal"
    if given == 1:
        signals = "1 gives a signal"
    return f"{chart.reason} Of {count} figures {signals}."


def describe_counts(tally: Tally) -> str:
    """Say how many items have each level, and how many have none.

    >>> from councilperf import rate, tally
    >>> from councilperf.presets import MAIDSTONE
    >>> rated = [
    ...     rate(value, target=75, polarity="higher", rules=MAIDSTONE) for value in (75, 80, 60)
    ... ]
    >>> print(describe_counts(tally(rated, rated[0].rule.scale)))
    Of 3 items 2 are green, 0 amber and 1 red.
    """
    counts = [(each.count, tally.scale.level(each.level).label.lower()) for each in tally.levels]
    unrated = tally.total - sum(count for count, _ in counts)
    if unrated:
        counts.append((unrated, "not rated"))
    (number, label), *others = counts
    *between, last = [f"{count} {words}" for count, words in others]
    verb = "is" if number == 1 else "are"
    listed = ", ".join([f"{number} {verb} {label}", *between])
    return f"Of {tally.total} items {listed} and {last}."


def describe_benchmarks(row: AssessedRow) -> str:
    """Say how a row's figure compares with each benchmark that was asked for.

    >>> from councilperf import Benchmark, Context, Indicator, Observation, ReportingPeriod
    >>> from councilperf import Scorecard, ScorecardRow, assess
    >>> from councilperf.presets import MAIDSTONE
    >>> seen = [Observation(ReportingPeriod.financial_year(2024), 26)]
    >>> again = Indicator("CSC5", "Re-referrals", polarity="lower", unit="%")
    >>> row = ScorecardRow(again, seen, benchmarks=[Benchmark("England", "22.6")])
    >>> card = Scorecard("Children", [row])
    >>> made = assess(card, MAIDSTONE, context=Context(benchmarks="England"))
    >>> print(describe_benchmarks(made["CSC5"]))
    Re-referrals: Worse than England: 26 is 3.4 above 22.6; lower is better.
    """
    said = " ".join(each.reason for each in row.benchmarks) or "no benchmark was asked for."
    return f"{row.row.indicator.title}: {said}"
