"""The words of months and numbers, in English and Welsh."""

from __future__ import annotations

import pytest

from councilperf.periods import ReportingPeriod

# The last of a line is as Welsh mutates it after "i" (to) and "o" (from).
MONTHS = (
    "January Jan Ionawr",
    "February Feb Chwefror",
    "March Mar Mawrth Fawrth",
    "April Apr Ebrill",
    "May Mai Fai",
    "June Jun Mehefin Fehefin",
    "July Jul Gorffennaf Orffennaf",
    "August Aug Awst",
    "September Sep Sept Medi Fedi",
    "October Oct Hydref",
    "November Nov Tachwedd Dachwedd",
    "December Dec Rhagfyr Ragfyr",
)
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()


@pytest.mark.parametrize(("month", "words"), list(enumerate(MONTHS, 1)))
def test_a_month_is_known_by_each_of_its_names(month: int, words: str) -> None:
    for word in words.split():
        assert ReportingPeriod.parse(f"{word} 2019") == ReportingPeriod.month(2019, month), word


@pytest.mark.parametrize(("number", "word"), list(enumerate(NUMBERS, 1)))
def test_a_number_may_be_a_word(number: int, word: str) -> None:
    spelt, printed = f"Month {word} 2019/20", f"Month {number} 2019/20"

    assert ReportingPeriod.parse(spelt) == ReportingPeriod.parse(printed)


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
        ("twenty-one", 21),
        ("thirty", 30),
        ("thirty nine", 39),
    ],
)
def test_months_that_roll_are_counted_in_words(words: str, months: int) -> None:
    period = ReportingPeriod.parse(f"{words} months to March 2019")

    assert period == ReportingPeriod.parse(f"{months} months to March 2019")
    assert 12 * (2019 - period.start.year) + 3 - period.start.month == months - 1


@pytest.mark.parametrize(
    ("word", "number"), [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("final", 4)]
)
def test_a_quarter_is_known_by_its_ordinal(word: str, number: int) -> None:
    assert ReportingPeriod.parse(f"{word} quarter 2019/20") == ReportingPeriod.quarter(
        2019, number
    )
