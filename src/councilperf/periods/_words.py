"""The words of the phrases in which councils print periods: months, numbers, connectives.

Only words live here; what they mean together is the grammar's business.
"""

from __future__ import annotations

from councilperf.periods._months import ENGLISH_MONTHS, WELSH_MONTHS

__all__ = [
    "CARDINALS",
    "FILLERS",
    "HALF_WORDS",
    "MONTHS",
    "ORDINALS",
    "ORDINAL_SUFFIXES",
    "QUARTER_WORDS",
    "SPELLINGS",
    "TO_WORDS",
]

# The soft mutation that Welsh "i" (to) and "o" (from) bring.
_MUTATED = {
    "fawrth": 3,
    "fai": 5,
    "fehefin": 6,
    "orffennaf": 7,
    "fedi": 9,
    "dachwedd": 11,
    "ragfyr": 12,
}

MONTHS = (
    {name.lower(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
    | {"sept": 9}
    | {name.lower(): number for number, name in enumerate(WELSH_MONTHS, 1)}
    | _MUTATED
)
CARDINALS = {
    word: number
    for number, word in enumerate(
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ).split(),
        1,
    )
} | {"thirty": 30}
ORDINALS = {
    word: number for number, word in enumerate("first second third fourth fifth sixth".split(), 1)
} | {"final": 4}
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
# These say nothing about a period wherever they stand, so the grammar never sees them.
FILLERS = frozenset(
    "the monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri".split()
)
QUARTER_WORDS = frozenset(
    "q fq qs qtr qtrs qrt qr qu quarter quarters quater chwarter chwarteri".split()
)
#: Short spellings of words that decide what a period is: passed over, they would change it.
SPELLINGS = {
    "yr": "year",
    "yrs": "years",
    "acad": "academic",
    "schl": "school",
    "mnth": "month",
    "mnths": "months",
}
HALF_WORDS = frozenset({"half", "halves", "h"})
TO_WORDS = frozenset({"to", "until", "till", "til", "through", "thru", "hyd", "i"})
