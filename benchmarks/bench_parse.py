"""Reading periods as councils print them, beside dateutil's reading of one date.

Goals: a typical phrase takes at most 3 x `dateutil.parser.parse` of a date; a text sixteen times
as long takes about sixteen times as long, whatever it is (24 allows for caches and busy machines).
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from _timing import best_of, cpu_time, show
from dateutil.parser import parse as parse_date

from councilperf.errors import PeriodError
from councilperf.periods import ReportingPeriod, find_all

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
DATE = "dateutil: parse('25 September 2019')"
PHRASES = (
    "2019/20",
    "Q2 2019/20",
    "Quarter 2 2019-20",
    "October 2018",
    "as at 31 March 2022",
    "up to the end of December 2021",
    "1 July – 30 September 2019",
    "Quarter 3 (October to December 2021)",
    "Children and Families Scorecard - Quarter 2 (2019-20)",
)
#: Texts whose repetition sets traps for a reader that looks back or far ahead.
TRAPS = ("Quarter 2 (2019-20) and ", "the end of ", "April, ", "1,222,", "2019-20-", "to to ", "9")
SHORT, LONG = 500, 8_000


def reading(text: str) -> Callable[[], object]:
    """Return an operation that parses a text and finds all its periods, refused or not."""

    def read() -> object:
        with suppress(PeriodError):
            ReportingPeriod.parse(text)
        return find_all(text)

    return read


def main() -> None:
    """Measure phrases, then how the time grows with the length of a text."""
    for phrase in PHRASES:
        # The first text loads the grammar.
        ReportingPeriod.parse(phrase)
    operations = {DATE: cpu_time(partial(parse_date, "25 September 2019"))}
    operations |= {phrase: cpu_time(partial(ReportingPeriod.parse, phrase)) for phrase in PHRASES}
    best = best_of(ROUNDS, operations)
    for phrase in PHRASES:
        show(phrase, best[phrase], 3 * best[DATE], "3 x dateutil")
    for trap in TRAPS:
        short, long = (reading(trap * count) for count in (SHORT, LONG))
        grown = best_of(5, {"short": cpu_time(short), "long": cpu_time(long)})
        show(f"{LONG} x {trap!r}", grown["long"], 24 * grown["short"], "24 x a sixteenth of it")


if __name__ == "__main__":
    main()
