"""The columns of tidy CSV: what each is called, what it says, and what it is about."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self, final

from attrs import frozen

from councilperf.formats._sheet._column_words import WHOLE_HEADERS, ColumnKind, header_key
from councilperf.formats._sheet._described import Holds
from councilperf.formats._sheet._headings import Heading, understand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from councilperf.formats._sheet._grid import Sheet

__all__ = [
    "RECORD_WORDS",
    "About",
    "Record",
    "TidyColumn",
    "TidyHeading",
    "find_tidy_header",
    "tidy_heading",
    "tidy_score",
]


class About(StrEnum):
    """What a column tells of: it says the same in every row of that."""

    SCORECARD = "scorecard"
    INDICATOR = "indicator"
    RECORD = "record"


class Record(StrEnum):
    """What one row holds.

    >>> Record("target").words
    'what was aimed at'
    """

    words: str

    def __new__(cls, key: str, words: str = "") -> Self:
        """Attach the words."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.words = words
        return member

    ACTUAL = "actual", "a figure for a period, or why there is none"
    TARGET = "target", "what was aimed at"
    SUPERSEDED = "superseded target", "a target that the one in the row above replaced"
    BENCHMARK = "benchmark", "the same indicator elsewhere"
    LEVEL = "stated level", "a rating or direction as somebody stated it"
    ASSUMED = "assumption", "what the scorecard's source leaves unsaid"


RECORD_WORDS: dict[str, Record] = {
    **{each.value: each for each in Record},
    **dict.fromkeys(("value", "observation", "outturn", "result", "figure"), Record.ACTUAL),
    **dict.fromkeys(("comparator",), Record.BENCHMARK),
    **dict.fromkeys(("level", "rating", "status", "rag"), Record.LEVEL),
}


class TidyColumn(StrEnum):
    """A column by its header as it is written, with what it is about, holds and says."""

    about: About
    holds: Holds
    says: str

    def __new__(
        cls,
        header: str,
        about: About = About.RECORD,
        holds: Holds = Holds.TEXT,
        says: str = "",
    ) -> Self:
        """Attach what is known of the column."""
        member = str.__new__(cls, header)
        member._value_ = header
        member.about = about
        member.holds = holds
        member.says = says
        return member

    SCORECARD = "Scorecard", About.SCORECARD, Holds.TEXT, "The scorecard's title."
    COUNCIL = "Council", About.SCORECARD, Holds.TEXT, "Whose scorecard it is."
    CARD_SOURCE = "Scorecard source", About.SCORECARD, Holds.TEXT, "Where it was published."
    REFERENCE = "Reference", About.INDICATOR, Holds.TEXT, "The indicator's own reference."
    TITLE = "Measure", About.INDICATOR, Holds.TEXT, "What the indicator measures."
    SERVICE = "Lead Department", About.INDICATOR, Holds.TEXT, "The service that answers for it."
    PRIORITY = "Corporate Outcome", About.INDICATOR, Holds.TEXT, "The priority that it serves."
    PORTFOLIO = "Portfolio", About.INDICATOR, Holds.TEXT, "The cabinet member's portfolio."
    OFFICER = "Responsible Officer", About.INDICATOR, Holds.TEXT, "The role that answers for it."
    FREQUENCY = "Frequency", About.INDICATOR, Holds.TEXT, "How often it is reported."
    DEFINITION = "Definition", About.INDICATOR, Holds.TEXT, "How it is defined."
    KIND = "Kind", About.INDICATOR, Holds.TEXT, "What kind of item it is."
    TAGS = "Tags", About.INDICATOR, Holds.TEXT, "Further words, with semicolons between."
    UNIT = "Unit", About.INDICATOR, Holds.TEXT, "What its figures count."
    UNIT_BEFORE = "Unit before", About.INDICATOR, Holds.TEXT, "What is printed before a figure."
    UNIT_AFTER = "Unit after", About.INDICATOR, Holds.TEXT, "What is printed after a figure."
    UNIT_DIFFERENCE = (
        "Unit of differences",
        About.INDICATOR,
        Holds.TEXT,
        "What is printed after the difference of two figures.",
    )
    POLARITY = (
        "Polarity",
        About.INDICATOR,
        Holds.TEXT,
        "Which way is better: higher, lower, in a range, or none.",
    )
    POLARITY_NOTE = "Polarity note", About.INDICATOR, Holds.TEXT, "Why no polarity is stated."
    TOLERANCE = (
        "Tolerance",
        About.INDICATOR,
        Holds.TEXT,
        "How far from target still earns the milder rating: a percentage of it, or points.",
    )
    BEST = "Best possible", About.INDICATOR, Holds.NUMBER, "The figure that none can better."
    BENCHMARK_TEXT = "Benchmark", About.INDICATOR, Holds.TEXT, "A benchmark as printed."
    COMMENTARY = "Commentary", About.INDICATOR, Holds.TEXT, "What was said of the indicator."
    RECORD = "Record", About.RECORD, Holds.TEXT, "What the row holds."
    PERIOD = "Period", About.RECORD, Holds.TEXT, "The period, as people write it."
    START = "Period start", About.RECORD, Holds.DATE, "The period's first day."
    END = "Period end", About.RECORD, Holds.DATE, "The period's last day."
    VALUE = "Value", About.RECORD, Holds.NUMBER, "The figure, or why there is none."
    VALUE_TO = "Value to", About.RECORD, Holds.NUMBER, "The upper end of a target that is a range."
    MISSING_NOTE = "Missing note", About.RECORD, Holds.TEXT, "More on why there is no figure."
    MARKS = "Marks", About.RECORD, Holds.TEXT, "What is special about the figure."
    NUMERATOR = (
        "Numerator",
        About.RECORD,
        Holds.NUMBER,
        "The upper part of the share that the figure was worked out from.",
    )
    DENOMINATOR = "Denominator", About.RECORD, Holds.NUMBER, "The lower part of that share."
    BASIS = "Basis", About.RECORD, Holds.TEXT, "What a target is for."
    STRICT = "Strict", About.RECORD, Holds.TEXT, "Yes where to equal the target is not to meet it."
    FLOOR = "Minimum", About.RECORD, Holds.NUMBER, "The least that is accepted."
    STRETCH = "Stretch target", About.RECORD, Holds.NUMBER, "The higher ambition."
    GROUP = "Group", About.RECORD, Holds.TEXT, "Whose figure a benchmark is."
    JUDGEMENT = "Judgement", About.RECORD, Holds.TEXT, "What a level judges."
    LEVEL = "Level", About.RECORD, Holds.TEXT, "The level as stated."
    VOICE = "Voice", About.RECORD, Holds.TEXT, "Whether the level was given, forecast or decided."
    ROLE = "Role", About.RECORD, Holds.TEXT, "Who stated the level."
    DECIDED = "Decided on", About.RECORD, Holds.DATE, "When the level was decided."
    UNTIL = "Until", About.RECORD, Holds.TEXT, "The last period that a decided level stands for."
    SOURCE = (
        "Source",
        About.RECORD,
        Holds.TEXT,
        "Who set the target, or where a benchmark is from.",
    )
    REASON = "Reason", About.RECORD, Holds.TEXT, "Why a target was changed, or a level decided."
    DECISION = "Decision", About.RECORD, Holds.TEXT, "The reference of the decision."
    NOTE = "Note", About.RECORD, Holds.TEXT, "What was said of the figure."
    #: Read where no column says the whole period; never written.
    PART = "Part of year", About.RECORD, Holds.TEXT, "The quarter or month."
    YEAR = "Year", About.RECORD, Holds.TEXT, "The year."


_KINDS = {
    ColumnKind.REFERENCE: TidyColumn.REFERENCE,
    ColumnKind.TITLE: TidyColumn.TITLE,
    ColumnKind.SERVICE: TidyColumn.SERVICE,
    ColumnKind.PRIORITY: TidyColumn.PRIORITY,
    ColumnKind.PORTFOLIO: TidyColumn.PORTFOLIO,
    ColumnKind.OFFICER: TidyColumn.OFFICER,
    ColumnKind.FREQUENCY: TidyColumn.FREQUENCY,
    ColumnKind.NOTE: TidyColumn.DEFINITION,
    ColumnKind.KIND: TidyColumn.KIND,
    ColumnKind.TAGS: TidyColumn.TAGS,
    ColumnKind.UNIT: TidyColumn.UNIT,
    ColumnKind.POLARITY: TidyColumn.POLARITY,
    ColumnKind.TOLERANCE: TidyColumn.TOLERANCE,
    ColumnKind.BEST_POSSIBLE: TidyColumn.BEST,
    ColumnKind.BENCHMARK: TidyColumn.BENCHMARK_TEXT,
    ColumnKind.VALUE: TidyColumn.VALUE,
    ColumnKind.FLOOR: TidyColumn.FLOOR,
    ColumnKind.STRETCH: TidyColumn.STRETCH,
    ColumnKind.COMMENTARY: TidyColumn.COMMENTARY,
}
_SYNONYMS = {
    TidyColumn.SCORECARD: "scorecard title|report",
    TidyColumn.COUNCIL: "authority|local authority|la|organisation|area",
    TidyColumn.RECORD: "record type|measure of|series|row type|what",
    TidyColumn.PERIOD: "time period|reporting period|date|period name|time|period label",
    TidyColumn.START: "start|start date|from|period from|from date",
    TidyColumn.END: "end|end date|to|period to|to date",
    TidyColumn.MARKS: "mark|shorthand|flag|flags|observation status|footnote",
    TidyColumn.BASIS: "target basis|target type",
    TidyColumn.GROUP: "benchmark group|comparator group",
    TidyColumn.PART: "quarter|month|part",
    TidyColumn.YEAR: "financial year|academic year|calendar year|reporting year|fy",
}
_OWN = {
    **{header_key(each): each for each in TidyColumn},
    **{word: column for column, words in _SYNONYMS.items() for word in words.split("|")},
}
#: Kinds of which a row may have several, each told apart by its header.
_BESIDE = (ColumnKind.TARGET, ColumnKind.RATING, ColumnKind.TRAVEL, ColumnKind.BENCHMARK)


@final
@frozen
class TidyHeading:
    """A header understood: one of our columns, or what stands beside the figure of its row."""

    column: TidyColumn = TidyColumn.VALUE
    beside: Heading | None = None
    rank: int = 0


def tidy_heading(header: str) -> TidyHeading | None:
    """Say what the header of a tidy table stands for, or `None` for one that is not known.

    >>> tidy_heading("Service Area").column, tidy_heading("Reporting Period").column
    (<TidyColumn.SERVICE: 'Lead Department'>, <TidyColumn.PERIOD: 'Period'>)
    >>> tidy_heading("Annual target").beside.basis, tidy_heading("Shoe size") is None
    (<TargetBasis.ANNUAL: 'annual'>, True)
    """
    key = header_key(header)
    if key in _OWN:
        return TidyHeading(_OWN[key])
    if key in WHOLE_HEADERS:
        kind, rank = WHOLE_HEADERS[key]
        if kind in _KINDS:
            return TidyHeading(_KINDS[kind], None, rank)
    heading = understand(header)
    if heading is None or heading.kind not in _BESIDE or heading.period_text:
        return None
    return TidyHeading(TidyColumn.VALUE, heading)


def tidy_score(row: Sequence[str]) -> int:
    """Say how many headers of a row are understood."""
    return sum(tidy_heading(each) is not None for each in row)


_HEADER_ROWS = 20


def find_tidy_header(sheet: Sheet) -> int | None:
    """Return the place of the row of headers, or `None` where none is one of a tidy table.

    It names the indicators, and says for each row what period it is for or what it holds.
    """
    for place, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        found = {heading.column for each in row if (heading := tidy_heading(each)) is not None}
        named = found & {TidyColumn.TITLE, TidyColumn.REFERENCE}
        if named and found & {TidyColumn.RECORD, TidyColumn.PERIOD, TidyColumn.YEAR}:
            return place
    return None
