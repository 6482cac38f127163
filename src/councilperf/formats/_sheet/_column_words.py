"""What councils call the columns of a scorecard."""

from __future__ import annotations

import re
from enum import StrEnum

from councilperf.model import TargetBasis
from councilperf.values import Mark

__all__ = [
    "BASES",
    "GROUPS",
    "MARKED",
    "PERIOD_WORD",
    "VALUE_WORDS",
    "WHOLE_HEADERS",
    "ColumnKind",
    "header_key",
]


class ColumnKind(StrEnum):
    """What the cells of a column say."""

    REFERENCE = "reference"
    TITLE = "title"
    SERVICE = "service"
    PRIORITY = "priority"
    PORTFOLIO = "portfolio"
    OFFICER = "officer"
    POLARITY = "polarity"
    UNIT = "unit"
    TOLERANCE = "tolerance"
    BEST_POSSIBLE = "best_possible"
    FREQUENCY = "frequency"
    KIND = "kind"
    TAGS = "tags"
    NOTE = "note"
    BENCHMARK = "benchmark"
    VALUE = "value"
    TARGET = "target"
    FLOOR = "floor"
    STRETCH = "stretch"
    RATING = "rating"
    TRAVEL = "travel"
    COMMENTARY = "commentary"


def header_key(header: str) -> str:
    r"""Return a header for comparing: lower-case words with one space between.

    >>> header_key(" Ref. No.\n(internal)")
    'ref no internal'
    """
    return " ".join(_SEPARATORS.sub(" ", header.casefold()).split())


_SEPARATORS = re.compile(r"[^\w%£&/]+|_")

# Where a sheet has several columns for one thing, the earlier word stands and the later column is
# noted as left out.
_SYNONYMS = {
    ColumnKind.REFERENCE: "reference|ref|ref no|ref number|reference no|reference number|"
    "indicator reference|indicator ref|indicator no|indicator number|indicator code|"
    "indicator id|pi reference|pi ref|pi code|pi no|pi number|pi id|kpi reference|kpi ref|"
    "kpi code|kpi no|kpi number|kpi id|measure reference|measure ref|measure code|measure id|"
    "measure no|performance indicator code|code|id|no|number|#",
    ColumnKind.TITLE: "measure|indicator|performance indicator|performance measure|title|"
    "indicator title|measure title|indicator name|measure name|pi name|pi title|pi|kpi|kpi name|"
    "kpi title|key performance indicator|key performance indicators|name|short name|metric|"
    "success measure|description|indicator description|measure description|pi description|"
    "kpi description|performance indicator description",
    ColumnKind.SERVICE: "lead department|service|department|directorate|service area|"
    "lead service|team|lead directorate|business unit|division|responsible service",
    ColumnKind.PRIORITY: "corporate outcome|priority|corporate priority|outcome|objective|"
    "corporate objective|strategic priority|strategic objective|theme|aim of plan|"
    "council plan priority|corporate plan priority|corporate plan outcome|ambition",
    ColumnKind.PORTFOLIO: "portfolio|portfolio holder|cabinet portfolio|cabinet member|"
    "lead member|cabinet lead|lead councillor",
    ColumnKind.OFFICER: "responsible officer|owner|lead officer|officer|accountable officer|"
    "indicator owner|pi owner|measure owner|kpi owner|managed by|assigned to|head of service|lead",
    ColumnKind.POLARITY: "polarity|good is|aim|good performance|good performance is|"
    "what is good|what good looks like|is good high or low|better is|good to be|desired direction|"
    "direction of good|aim to|bigger or smaller is better|high or low is good|"
    "higher or lower is better|optimum|preferred direction|high/low|higher/lower",
    ColumnKind.UNIT: "unit|units|unit of measure|unit of measurement|measured in|uom|"
    "measure type|data type|format|%/number",
    ColumnKind.TOLERANCE: "tolerance|own tolerance|rag tolerance|tolerance %|% tolerance|"
    "amber tolerance|tolerance points|tolerance percentage|target tolerance|tolerance level|"
    "variance allowed|allowed variance|threshold %",
    ColumnKind.BEST_POSSIBLE: "best possible|best possible figure|best possible value|"
    "maximum possible|best achievable",
    ColumnKind.FREQUENCY: "frequency|reporting frequency|reported|how often|"
    "frequency of reporting|collection frequency",
    ColumnKind.KIND: "kind|type|indicator type|item type|kind of item",
    ColumnKind.TAGS: "tags|tag|labels|keywords",
    ColumnKind.NOTE: "definition|indicator definition|measure definition|indicator note|"
    "methodology",
    ColumnKind.BENCHMARK: "benchmark|benchmarks|benchmarking|benchmark data|"
    "benchmarking data|comparator|comparators|national comparison",
    ColumnKind.VALUE: "actual|value|result|outturn|performance|figure|current|current value|"
    "current performance|achieved|latest|latest performance|latest value|actual performance|"
    "this period|current figure|year end actual|actual value",
    ColumnKind.FLOOR: "minimum|floor|minimum expectation|minimum target|floor target|"
    "red threshold|lower threshold|minimum standard|minimum acceptable",
    ColumnKind.STRETCH: "stretch|stretch target|stretching target|aspirational target|"
    "upper threshold",
    ColumnKind.RATING: "rag|rag rating|rag status|rag b|rag/b|brag|brag rating|brag status|"
    "status|rating|performance rating|performance status|traffic light|colour|target met|"
    "on target|rag value|overall rag|target status|current status",
    ColumnKind.TRAVEL: "direction of travel|dot|trend|travel|direction|d o t|direction of change|"
    "performance trend|short trend|short term trend|long trend|long term trend|trend arrow",
    ColumnKind.COMMENTARY: "commentary|comments|comment|narrative|notes|note|explanation|"
    "performance commentary|officer comments|officer commentary|analysis|latest commentary|"
    "latest note|remarks",
}
#: A header that is one of these words and no others, with its rank among them.
WHOLE_HEADERS: dict[str, tuple[ColumnKind, int]] = {
    word: (kind, rank)
    for kind, words in _SYNONYMS.items()
    for rank, word in enumerate(words.split("|"))
}

#: Said with a period in the header of a figure.
VALUE_WORDS = frozenset(
    "actual actuals value result results outturn performance figure figures achieved position "
    "data reported score current latest out turn".split()
)
#: Said with a period, and kept as a mark of each figure in the column.
MARKED = {
    "forecast": Mark.FORECAST,
    "forecasted": Mark.FORECAST,
    "projected": Mark.FORECAST,
    "projection": Mark.FORECAST,
    "predicted": Mark.FORECAST,
    "estimated": Mark.ESTIMATED,
    "estimate": Mark.ESTIMATED,
    "provisional": Mark.PROVISIONAL,
    "revised": Mark.REVISED,
}
#: Words that say what a target is for; two of different bases leave it unstated.
BASES = {
    "annual": TargetBasis.ANNUAL,
    "yearly": TargetBasis.ANNUAL,
    "year end": TargetBasis.ANNUAL,
    "full year": TargetBasis.ANNUAL,
    "end of year": TargetBasis.ANNUAL,
    "quarterly": TargetBasis.PERIOD,
    "monthly": TargetBasis.PERIOD,
    "period": TargetBasis.PERIOD,
    "in period": TargetBasis.PERIOD,
    "profiled": TargetBasis.PROFILED,
    "profile": TargetBasis.PROFILED,
    "year to date": TargetBasis.YEAR_TO_DATE,
    "ytd": TargetBasis.YEAR_TO_DATE,
    "cumulative": TargetBasis.YEAR_TO_DATE,
}
#: Headers that name where else the figure is from.
GROUPS = {
    word: group
    for group, words in (
        ("England", "england|england average|england avg|england ave|english average"),
        ("national", "national|national average|national avg|national ave|nat avg|nat average"),
        ("region", "region|regional|regional average|region average|regional avg|region avg"),
        (
            "statistical neighbours",
            (
                "statistical neighbours|statistical neighbour|statistical neighbour average|"
                "statistical neighbours average|stat neighbours|stat neighbour average|sn average"
            ),
        ),
        ("UK", "uk|uk average"),
        ("Wales", "wales|wales average|welsh average"),
        ("Scotland", "scotland|scotland average|scottish average"),
        ("nearest neighbours", "nearest neighbours|nearest neighbour|cipfa nearest neighbours"),
        ("London", "london|london average"),
        ("family group", "family group|family group average"),
    )
    for word in words.split("|")
}

_MONTHS = "january february march april may june july august september october november december"
#: Words of which the header of a period may be made.
PERIOD_WORD = re.compile(
    r"(?:[qhtp]?[0-9]+(?:st|nd|rd|th)?|[0-9]+/[0-9]+(?:/[0-9]+)?|fy[0-9/]*|ay[0-9/]*|"
    r"[0-9]*q[0-9]*|"
    + "|".join(f"{each}|{each[:3]}" for each in _MONTHS.split())
    + r"|sept|quarters?|qtr|half|halves|halfyear|years?|yr|end|ending|ended|beginning|commencing|"
    r"week|weeks|weekly|w/e|w/b|w/c|wb|we|wc|months?|monthly|quarterly|annual|annually|term|terms|"
    r"autumn|spring|summer|winter|seasons?|period|financial|academic|school|calendar|municipal|"
    r"fy|ay|cumulative|rolling|first|second|third|fourth|final|last|one|two|three|four|mid|full|"
    r"whole|to|as|at|on|of|the|and|in|for|from|date|ytd|y/e|ye|yearend|outturn|position|snapshot|"
    r"&|/|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|"
    r"chwarter)"
)
