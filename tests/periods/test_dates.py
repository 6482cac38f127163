"""Lists of dates as papers print them."""

from __future__ import annotations

from datetime import date

import pytest

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError
from councilperf.periods import format_dates, parse_dates

PRINTED = "22 July, 23 September and 19 November 2020 and 3 February and 21 July 2021"


def test_the_past_meetings_of_a_source_paper_are_read_and_printed_as_they_stand() -> None:
    dates = parse_dates(PRINTED)
    assert dates == (
        date(2020, 7, 22),
        date(2020, 9, 23),
        date(2020, 11, 19),
        date(2021, 2, 3),
        date(2021, 7, 21),
    )
    assert format_dates(dates) == PRINTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 2021", ["2021-05-03"]),
        ("Monday, 3rd May, 2021", ["2021-05-03"]),
        ("Mon 3 May 2021; Tues 4 May 2021.", ["2021-05-03", "2021-05-04"]),
        ("the 3rd, 10th & 17th of May 2021", ["2021-05-03", "2021-05-10", "2021-05-17"]),
        ("1 ST APRIL, and 2 Sept. 2020", ["2020-04-01", "2020-09-02"]),
        ("2 Medi 2020", ["2020-09-02"]),
        ("1 January 1900 and 31 March 2201", ["1900-01-01", "2201-03-31"]),
        ("3 May 2021, ", ["2021-05-03"]),
        ("3 May 2021 and 3 May 2020", ["2021-05-03", "2020-05-03"]),
        ("3 and 3 May 2021", ["2021-05-03", "2021-05-03"]),
    ],
)
def test_a_list_of_dates_is_read_in_its_order(text: str, expected: list[str]) -> None:
    assert [str(each) for each in parse_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "looks like"),
        (" and ", "looks like"),
        ("none", "not understood: 'none'"),
        ("3 Mayday 2021", "not understood: 'Mayday'"),
        ("3 May 20210", "not understood"),
        ("3", "'3' has no month"),
        ("3 May", "'3 May' has no year"),
        ("3 May 2021 and 4 June", "'4 June' has no year"),
        ("31 June 2020", "there is no 31 June 2020"),
        ("29 February 2021", "there is no 29 February 2021"),
        ("3 May 1899", "1900 to 2200"),
        ("3 May 2202", "1900 to 2200"),
        ("Tuesday 3 May 2021", "2021-05-03 was a Monday"),
        ("19 November and 3 February 2021", "its year is unclear; print the year of each"),
    ],
)
def test_what_is_no_list_of_dates_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(PeriodError, match=why) as caught:
        parse_dates(text)
    assert caught.value.text == text


def test_a_year_is_printed_again_where_the_dates_go_back() -> None:
    dates = [date(2021, 11, 19), date(2021, 2, 3), date(2022, 2, 3)]
    assert format_dates(dates) == "19 November 2021, 3 February 2021 and 3 February 2022"

    dates = [date(2021, 3, 1), date(2021, 5, 1), date(2021, 4, 1), date(2021, 4, 1)]
    assert format_dates(dates) == "1 March and 1 May 2021 and 1 April and 1 April 2021"


def test_no_dates_and_what_is_none_are_refused() -> None:
    with pytest.raises(FieldValueError, match="at least one date"):
        format_dates([])
    with pytest.raises(FieldTypeError):
        format_dates(["3 May 2021"])  # type: ignore[list-item]
    with pytest.raises(FieldTypeError):
        parse_dates(date(2021, 5, 3))  # type: ignore[arg-type]


def test_a_list_that_runs_backwards_throughout_is_in_order() -> None:
    """Worcestershire, 3 November 2022, prints its past meetings from the latest back."""
    printed = "29 September, 20 July, 23 March 2022, 17 November, 30 September 2021"

    days = parse_dates(printed)

    assert [str(day) for day in days] == [
        "2022-09-29", "2022-07-20", "2022-03-23", "2021-11-17", "2021-09-30"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "20 July, 29 September, 23 March 2022",
        # A day printed twice is one day, and two days may be of two years.
        "20 July, 20 July, 23 March 2022",
        "20 July, 23 March 2022",
    ],
)
def test_days_that_do_not_clearly_run_backwards_are_refused(text: str) -> None:
    with pytest.raises(PeriodError, match="its year is unclear"):
        parse_dates(text)
