"""Reporting periods held against the nearest operations of pandas, fiscalyear and whenever.

Goals: construct at most 1 x `pandas.Period`, step at most 1.5 x; hash and equality at most 3 x a
tuple's; sorting through a key; parsing a phrase at most 3 x `dateutil.parser.parse` of a date.
What is not installed is skipped, and said to be.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from operator import attrgetter
from typing import Any

from _timing import best_of, cpu_time, show

from councilperf.periods import ReportingPeriod

ROUNDS = 15
Operation = Callable[[], object]

PERIOD = ReportingPeriod.quarter(2019, 2)
EQUAL = ReportingPeriod.quarter(2019, 2)
# The same four parts as plain values.
PLAIN = (737241, 737332, 4, 4)
# Made apart, so that no two parts are one object.
PLAIN_EQUAL = tuple(int(str(each)) for each in PLAIN)
MANY = [
    ReportingPeriod.quarter(year, number) for year in range(1950, 2000) for number in range(1, 5)
]
random.Random(1).shuffle(MANY)  # noqa: S311 (a fixed order, nothing secret)
MANY_PLAIN = [(each.start.toordinal(), each.end.toordinal(), 4, 4) for each in MANY]

PHRASES = (
    "Q2 2019-20",
    "Quarter 2 (July to September 2019)",
    "as at 30 September 2019",
    "2019/20",
)

OURS: dict[str, Operation] = {
    "construct: quarter(2019, 2)": lambda: ReportingPeriod.quarter(2019, 2),
    "construct: between(start, end)": lambda: ReportingPeriod.between(PERIOD.start, PERIOD.end),
    "step: quarter.step(1)": lambda: PERIOD.step(1),
    "hash": lambda: hash(PERIOD),
    "equality": lambda: PERIOD == EQUAL,
    "sort 200 by sort_key": lambda: sorted(MANY, key=attrgetter("sort_key")),
    "sort 200": lambda: sorted(MANY),
    "print: format('months')": lambda: PERIOD.format("months"),
    "parse: code": lambda: ReportingPeriod.from_code("2019-Q2@04"),
} | {
    f"parse: {phrase!r}": lambda phrase=phrase: ReportingPeriod.parse(phrase) for phrase in PHRASES
}

#: (ours, what it is held against, how many times as long ours may take; 0 for no goal)
GOALS = (
    ("construct: quarter(2019, 2)", "pandas: Period(year=, quarter=)", 1.0),
    ("construct: quarter(2019, 2)", "fiscalyear: FiscalQuarter(2019, 2)", 0),
    ("construct: quarter(2019, 2)", "whenever: YearMonth(2019, 7)", 0),
    ("construct: between(start, end)", "pandas: Period(year=, quarter=)", 1.0),
    ("step: quarter.step(1)", "pandas: Period + 1", 1.5),
    ("step: quarter.step(1)", "fiscalyear: next_fiscal_quarter", 0),
    ("step: quarter.step(1)", "whenever: Date.add(months=3)", 0),
    ("hash", "a tuple's hash", 3.0),
    ("equality", "a tuple's equality", 3.0),
    ("sort 200 by sort_key", "sort 200 tuples", 0),
    ("sort 200", "sort 200 tuples", 0),
    ("parse: code", "pandas: Period('2019Q2')", 0),
    *((f"parse: {phrase!r}", "dateutil: parse('30 September 2019')", 3.0) for phrase in PHRASES),
    (f"parse: {PHRASES[0]!r}", "pandas: Period('2019Q2')", 0),
    (f"parse: {PHRASES[0]!r}", "whenever: Date('2019-07-01')", 0),
)


def theirs() -> dict[str, Operation]:
    """Gather the operations of other libraries that are installed."""
    found: dict[str, Operation] = {
        "a tuple's hash": lambda: hash(PLAIN),
        "a tuple's equality": lambda: PLAIN == PLAIN_EQUAL,
        "sort 200 tuples": lambda: sorted(MANY_PLAIN),
    }
    for name, gather in (
        ("dateutil", of_dateutil),
        ("pandas", of_pandas),
        ("fiscalyear", of_fiscalyear),
        ("whenever", of_whenever),
    ):
        if find_spec(name) is None:
            print(f"SKIPPED: {name} is not installed")
        else:
            found |= gather()
    return found


def of_dateutil() -> dict[str, Operation]:
    parse = import_module("dateutil.parser").parse
    return {"dateutil: parse('30 September 2019')": lambda: parse("30 September 2019")}


def of_pandas() -> dict[str, Operation]:
    period: Any = import_module("pandas").Period
    quarter = period(year=2020, quarter=2, freq="Q-MAR")
    return {
        "pandas: Period(year=, quarter=)": lambda: period(year=2020, quarter=2, freq="Q-MAR"),
        "pandas: Period + 1": lambda: quarter + 1,
        "pandas: Period('2019Q2')": lambda: period("2019Q2"),
    }


def of_fiscalyear() -> dict[str, Operation]:
    fiscalyear: Any = import_module("fiscalyear")
    quarter = fiscalyear.FiscalQuarter(2019, 2)
    return {
        "fiscalyear: FiscalQuarter(2019, 2)": lambda: fiscalyear.FiscalQuarter(2019, 2),
        "fiscalyear: next_fiscal_quarter": lambda: quarter.next_fiscal_quarter,
    }


def of_whenever() -> dict[str, Operation]:
    whenever: Any = import_module("whenever")
    day = whenever.Date(2019, 7, 1)
    return {
        "whenever: YearMonth(2019, 7)": lambda: whenever.YearMonth(2019, 7),
        "whenever: Date.add(months=3)": lambda: day.add(months=3),
        "whenever: Date('2019-07-01')": lambda: whenever.Date("2019-07-01"),
    }


def main() -> None:
    operations = OURS | theirs()
    # The call of the lambda itself is no part of any operation.
    operations["nothing"] = lambda: None
    for each in operations.values():
        each()  # the first call of some loads what they need
    best = best_of(ROUNDS, {name: cpu_time(each) for name, each in operations.items()})
    nothing = best.pop("nothing")
    for ours, other, times in GOALS:
        if other not in best:
            continue
        seconds, against = best[ours] - nothing, best[other] - nothing
        if times:
            show(ours, seconds, times * against, f"{times:g} x {other}")
        else:
            print(f"{ours:<40} {seconds * 1e6:>10.2f} µs  {seconds / against:>6.2f} x {other}")


if __name__ == "__main__":
    main()
