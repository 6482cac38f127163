"""What single places of a text say about a period, before anything is concluded from them.

The grammar turns words into facts; reading them together is the business of `_reading`.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, final

from attrs import field, frozen

__all__ = [
    "Duration",
    "Fact",
    "Found",
    "Hint",
    "HintWord",
    "Point",
    "Position",
    "PositionWord",
    "Span",
    "Unclear",
    "Unit",
    "UnitRun",
    "UnitWord",
    "Week",
    "Year",
    "YearCount",
    "YearStart",
]

UnitWord: TypeAlias = Literal["quarter", "half", "four months", "four weeks", "month", "period"]
PositionWord: TypeAlias = Literal["as at", "end of", "to", "period ending", "ending"]
#: Words that name no days by themselves but bear on how the rest is read.
HintWord: TypeAlias = Literal[
    "financial",
    "academic",
    "calendar",
    "year end",
    "end of year",
    "outturn",
    "annual",
    "year to date",
    "rolling",
    "term",
    "this year",
    "another year",
    # These name a period of a sort without saying which one.
    "quarter",
    "half",
    "month",
    "week",
    "season",
    # These leave a period open on one side.
    "since",
    "before",
    # These name a part of a period that nobody can date.
    "part",
    "snapshot",
    # Results of schools are as often stated for an academic year as for a financial one.
    "education results",
]


@final
@frozen
class Year:
    """A year or a run of them: 2019-20 is (2019, 1), 2021-25 is (2021, 4), 2019 alone (2019, 0).

    `doubtful` marks what is a year only in the company of other facts: "16-17" may be ages.
    `paired` marks a run from one reporting year to another: "2015/16 to 2018/19".
    """

    first: int
    count: int
    doubtful: bool = field(default=False, eq=False)
    paired: bool = field(default=False, eq=False)


@final
@frozen
class YearCount:
    """How many years something is of, "3-year average": beside a run of years it must agree."""

    count: int


@final
@frozen
class Unit:
    """Numbered parts of a year, from *first* to *last*: quarter 2, quarters 1 and 2, month 10.

    `assumed` marks "half-yearly", which is the first half where no months say otherwise.
    """

    unit: UnitWord
    first: int
    last: int
    assumed: bool = field(default=False, eq=False)


@final
@frozen
class UnitRun:
    """From one unit of one year to another: "Q1 2019/20 to Q3 2020/21"."""

    first: Unit
    first_year: Year
    last: Unit
    last_year: Year | None


@final
@frozen
class Point:
    """A month, or a day of it; day and year are 0 where the text has none."""

    month: int
    day: int
    year: int


@final
@frozen
class Span:
    """From one month or day to another."""

    first: Point
    last: Point


@final
@frozen
class Position:
    """A state at, or a run up to, the end of something: "as at", "end of", "up to".

    `of` is None in "end of the financial year", which leaves the year to other words. `doubtful`
    marks a bare "to" or "at", too common to name a period in running text.
    """

    word: PositionWord
    of: Point | Unit | Year | None
    doubtful: bool = field(default=False, eq=False)


@final
@frozen
class Duration:
    """So many months up to the end of something: "six months to September 2019".

    `ending` is None in "rolling 12 months", which leaves the end to other words. *loose* marks
    "the year to June", which may mean twelve months or the months since the year began.
    """

    months: int
    ending: Point | Unit | None
    rolling: bool = False
    loose: bool = False


@final
@frozen
class YearStart:
    """The month with which years start: "(years from April)", or SDMX's "--04-01"."""

    month: int


@final
@frozen
class Week:
    """Seven days that end, or begin, on a day."""

    day: Point
    begins: bool


@final
@frozen
class Hint:
    """A word that bears on the reading."""

    word: HintWord


@final
@frozen
class Unclear:
    """Something period-like that may mean several things, or nothing."""

    problem: str
    readings: tuple[str, ...] = ()


Fact: TypeAlias = (
    Year
    | YearCount
    | YearStart
    | Unit
    | UnitRun
    | Point
    | Span
    | Position
    | Duration
    | Week
    | Hint
    | Unclear
)


@final
@frozen
class Found:
    """A fact and the stretch of text that states it."""

    fact: Fact
    start: int
    end: int
