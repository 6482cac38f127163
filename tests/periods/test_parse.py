"""What the parser promises whatever the phrase; `test_parse_phrases` holds phrases one by one."""

from __future__ import annotations

import csv
import pickle
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError
from councilperf.periods import (
    ACADEMIC,
    CALENDAR_YEAR,
    FINANCIAL,
    Calendar,
    PeriodKind,
    ReportingPeriod,
)

parse = ReportingPeriod.parse

# --- The phrases that councils printed ------------------------------------------------------

# The evidence's words for kinds, and ours. A range of days that were not called cumulative is a
# range, though it starts with the year; a quarter with its year end is the year.
KINDS = {
    "quarter": {PeriodKind.QUARTER},
    "half": {PeriodKind.HALF},
    "month": {PeriodKind.MONTH},
    "financial_year": {PeriodKind.YEAR},
    "academic_year": {PeriodKind.YEAR},
    "ytd": {PeriodKind.YEAR_TO_DATE, PeriodKind.RANGE},
    "range": {PeriodKind.RANGE, PeriodKind.YEAR},
    "snapshot": {PeriodKind.AS_AT},
}
# These print no year; the reader knew it from the page.
YEARLESS = {
    "the end of Quarter 3",
    "quarters 1 and 2 of the current financial year",
    "Quarter 2 (July to September)",
    "Apr-May Actual",
    "between July and September this year",
}
# Refused, with the reason.
REFUSED = {
    "Q3 2005": "2005 may be a calendar year",  # the convention for a lone year
    "June 2017 (Q4 2016/17)": "contradict",  # the convention for a label with one month
    "Quarter 2 2014/15 September 2014": "contradict",  # likewise
    "LAA (08/11)": "may be years, a day or a month",  # 2008-11, 8 November, August 2011
    # The page says financial or academic nowhere; the evidence knew that it was academic.
    "educational outcomes for Halton’s children for 2018-19": "financial or an academic year",
}
# The evidence calls these years to date. "End of X" without "to" is a day, by the convention; it
# labels "the end of Quarter 4 2018/19" and "end of June 2015" so itself.
ENDS = {
    "08/09 TH Index Report - end of June": date(2008, 6, 30),
    "the end of September 2024": date(2024, 9, 30),
    "the end of quarter 2 2024/25": date(2024, 9, 30),
}


def phrases(shared: Path) -> list[dict[str, str]]:
    path = shared / "evidence" / "period_phrases.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_printed_phrase_gives_its_days_but_those_listed(shared: Path) -> None:
    wrong = []
    for row in phrases(shared):
        phrase = row["phrase"]
        if phrase in REFUSED or phrase in ENDS:
            continue
        start, end = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
        year = start.year - (start.month < 4) if phrase in YEARLESS else None
        period = parse(phrase, year=year)
        if (period.start, period.end) != (start, end) or period.kind not in KINDS[row["meaning"]]:
            wrong.append((phrase, period))

    assert wrong == []


def test_what_a_convention_refuses_is_refused_with_the_evidence_among_its_rows(
    shared: Path,
) -> None:
    printed = {row["phrase"] for row in phrases(shared)}

    assert set(REFUSED) | set(ENDS) | YEARLESS <= printed
    for phrase, reason in REFUSED.items():
        with pytest.raises(PeriodError, match=reason):
            parse(phrase)
    for phrase in YEARLESS:
        with pytest.raises(PeriodError, match="no year"):
            parse(phrase)
    for phrase, day in ENDS.items():
        assert parse(phrase) == ReportingPeriod.as_at(day)


def test_periods_of_the_other_evidence_are_read(shared: Path) -> None:
    printed: set[str] = set()
    for name in ("worked_rows.csv", "summary_counts.csv"):
        with (shared / "evidence" / name).open(encoding="utf-8", newline="") as lines:
            printed |= {row["period"] for row in csv.DictReader(lines)}

    kinds = {text: parse(text).kind for text in printed if text}

    assert {kinds[text] for text in kinds if "Q" in text} == {PeriodKind.QUARTER}
    assert {kinds[text] for text in kinds if "mid-year" in text} == {PeriodKind.HALF}
    assert kinds["2018-19 year-end"] is kinds["2023-24 annual"] is PeriodKind.YEAR
    assert kinds["March 2025"] is PeriodKind.MONTH


# --- Laws -----------------------------------------------------------------------------------

YEARS = st.integers(1970, 2068)
DASHES = st.sampled_from(["-", "–", "—", "‐", "‑", "−", "/", " - ", " – ", " / "])
MONTHS = (
    "January February March April May June July August September October November December"
).split()


@st.composite
def printed_years(draw: st.DrawFn, start: int) -> str:
    """A reporting year in one of the ways in which papers print it."""
    end = f"{(start + 1) % 100:02}"
    dash = draw(DASHES)
    return draw(
        st.sampled_from(
            [
                f"{start}{dash}{end}",
                f"{start}{dash}{start + 1}",
                f"{start % 100:02}/{end}",
                f"{start} to {start + 1}",
                f"FY{start}-{end}",
                f"{start}{end}",
                f"financial year {start}/{end}",
            ]
        )
    )


@st.composite
def printed_quarters(draw: st.DrawFn, number: int) -> str:
    """A quarter's label in one of the ways in which papers print it."""
    word = ("one", "two", "three", "four")[number - 1]
    ordinal = ("first", "second", "third", "fourth")[number - 1]
    suffix = ("1st", "2nd", "3rd", "4th")[number - 1]
    text = draw(
        st.sampled_from(
            [
                f"Q{number}",
                f"Quarter {number}",
                f"Qtr {number}",
                f"quarter {word}",
                f"the {ordinal} quarter",
                f"{suffix} quarter",
                f"FQ{number}",
            ]
        )
    )
    return draw(st.sampled_from([text, text.upper(), text.title()]))


@st.composite
def printed_months(draw: st.DrawFn, year: int, number: int) -> str:
    """The months of a financial quarter in one of the ways in which papers print them."""
    first = number * 3 % 12
    year += number == 4
    long = f"{MONTHS[first]} to {MONTHS[first + 2]} {year}"
    short = f"{MONTHS[first][:3]}–{MONTHS[first + 2][:3]} {year}"
    three = f"{MONTHS[first]}, {MONTHS[first + 1]} and {MONTHS[first + 2]} {year}"
    start = ReportingPeriod.quarter(year - (number == 4), number)
    days = f"{start.start:%d/%m/%Y} to {start.end:%d/%m/%Y}"
    iso = f"{start.start}/{start.end}"
    return draw(st.sampled_from([long, short, three, days, iso]))


@given(year=YEARS, number=st.integers(1, 4), data=st.data())
def test_a_quarter_is_read_however_it_is_printed(
    year: int, number: int, data: st.DataObject
) -> None:
    label = data.draw(printed_quarters(number))
    named = data.draw(printed_years(year))
    months = data.draw(printed_months(year, number))
    texts = (
        f"{label} {named}",
        f"{label} of {named}",
        f"{named} {label}",
        f"{named}: {label}",
        f"{label} ({months})",
        f"{label} {named} ({months})",
        f"{named} - {label} - {months}",
        f"Children and Families Scorecard - {label} ({named})",
        months,
    )
    # A run-together 2021 is a year like any other.
    assume(named not in {"2021", "2122"})

    for text in texts:
        assert parse(text) == ReportingPeriod.quarter(year, number), text


@given(year=YEARS, number=st.integers(1, 4), other=st.integers(1, 4), data=st.data())
def test_a_label_and_the_months_of_another_quarter_are_refused_with_both(
    year: int, number: int, other: int, data: st.DataObject
) -> None:
    assume(number != other)
    months = data.draw(printed_months(year, other))

    with pytest.raises(PeriodError) as caught:
        parse(f"Quarter {number} ({months})")

    readings = {parse(text) for text in caught.value.readings}
    assert readings == {ReportingPeriod.quarter(year, each) for each in (number, other)}


@given(year=YEARS, number=st.integers(2, 3))
def test_a_label_and_the_months_since_the_year_began_are_a_year_to_date(
    year: int, number: int
) -> None:
    end = ReportingPeriod.quarter(year, number).end

    period = parse(f"Quarter {number} (April to {MONTHS[end.month - 1]} {year})")

    assert period == ReportingPeriod.year_to_date(end)


@given(start=st.dates(date(1970, 1, 1), date(2068, 1, 1)), length=st.integers(1, 800))
def test_two_dates_are_read_as_the_days_between_them(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    period = ReportingPeriod.between(start, end)

    for form in ("%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%d %b %y", "%A %d %B, %Y", "%Y-%m-%d"):
        assert parse(f"from {start:{form}} to {end:{form}}") == period, form
        assert parse(f"{start:{form}} – {end:{form}}") == period, form


@given(st.text())
def test_any_text_gives_a_period_or_a_period_error(text: str) -> None:
    period: ReportingPeriod | None = None
    with suppress(PeriodError):
        period = parse(text)

    assert period is None or isinstance(period, ReportingPeriod)


WORDS = st.sampled_from(
    "Q quarter Qtr 1 2 3 4 5 13 31 00 2019 2201 2019/20 19/20 2021-25 0809 st 1st second half "
    "year to until from between and & , : ( ) - – / the end of as at April May Dec-19 31/03/2022 "
    "31.03.2022 2019-07-01 2019-07 months 6 six monthly period P week w/e rolling cumulative ytd "
    "date outturn annual financial academic calendar term snapshot Act £5 12.5 --04-01 ending "
    "S1 four since by mid early".split()
)
OWN_YEARS = st.sampled_from([None, ACADEMIC, Calendar(7)])


@given(words=st.lists(WORDS, max_size=8), calendar=OWN_YEARS)
def test_words_in_any_order_give_a_period_or_readings_that_can_be_parsed(
    words: list[str], calendar: Calendar | None
) -> None:
    try:
        parse(" ".join(words), calendar=calendar)
    except PeriodError as error:
        for reading in error.readings:
            assume("2201" not in reading)
            parse(reading, calendar=calendar)


# --- What the caller may say ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q1", ReportingPeriod.quarter(2021, 1)),
        ("Quarter 4", ReportingPeriod.quarter(2021, 4)),
        ("Jan-Mar", ReportingPeriod.quarter(2021, 4)),
        ("April to December", ReportingPeriod.between(date(2021, 4, 1), date(2021, 12, 31))),
        ("March", ReportingPeriod.month(2022, 3)),
        ("Year end", ReportingPeriod.financial_year(2021)),
        ("Outturn", ReportingPeriod.financial_year(2021)),
        ("this year", ReportingPeriod.financial_year(2021)),
        ("end of March", ReportingPeriod.as_at(date(2022, 3, 31))),
        ("the end of the financial year", ReportingPeriod.as_at(date(2022, 3, 31))),
        ("up to the end of December", ReportingPeriod.year_to_date(date(2021, 12, 31))),
        ("rolling 12 months to June", ReportingPeriod.rolling(12, ending=date(2021, 6, 30))),
    ],
)
def test_a_column_header_without_year_takes_the_year_that_is_given(
    text: str, period: ReportingPeriod
) -> None:
    assert parse(text, year=2021) == period


@pytest.mark.parametrize("text", ["Year end 2018-19", "Q2 2018/19 actual", "Jul-18", "Q3 2018-19"])
def test_a_year_in_the_text_stands_before_the_year_that_is_given(text: str) -> None:
    assert parse(text, year=2021) == parse(text)


@pytest.mark.parametrize(
    ("text", "calendar", "period"),
    [
        ("2019-Q2", FINANCIAL, ReportingPeriod.quarter(2019, 2)),
        ("2019-Q2", CALENDAR_YEAR, ReportingPeriod.quarter(2019, 2, calendar=CALENDAR_YEAR)),
        ("1920-Q2", FINANCIAL, ReportingPeriod.quarter(1920, 2)),
        ("Q2 1920", CALENDAR_YEAR, ReportingPeriod.quarter(1920, 2, calendar=CALENDAR_YEAR)),
        ("2019-S1", FINANCIAL, ReportingPeriod.half(2019, 1)),
        ("2019-T3", FINANCIAL, ReportingPeriod.four_months(2019, 3)),
        ("2019-M09", FINANCIAL, ReportingPeriod.month(2019, 12)),
        ("2019-A1", FINANCIAL, ReportingPeriod.financial_year(2019)),
        ("2019", ACADEMIC, ReportingPeriod.academic_year(2019)),
        ("2019/20", ACADEMIC, ReportingPeriod.academic_year(2019)),
        ("financial year 2019/20", ACADEMIC, ReportingPeriod.financial_year(2019)),
        (
            "financial year 2019/20",
            Calendar(7),
            ReportingPeriod.reporting_year(2019, calendar=Calendar(7)),
        ),
        ("educational outcomes 2018-19", ACADEMIC, ReportingPeriod.academic_year(2018)),
        (
            "Q1 2021-22",
            Calendar(7),
            ReportingPeriod.quarter(2021, 1, calendar=Calendar(7)),
        ),
    ],
)
def test_the_callers_calendar_says_which_year_is_meant(
    text: str, calendar: Calendar, period: ReportingPeriod
) -> None:
    assert parse(text, calendar=calendar) == period


def test_sdmx_reads_its_year_start_attribute() -> None:
    assert parse("2019-Q2 REPORTING_YEAR_START_DAY=--04-01") == ReportingPeriod.quarter(2019, 2)
    assert parse("2019-Q2 --01-01").calendar == CALENDAR_YEAR


@pytest.mark.parametrize("text", ["--13-01 2019-Q2", "--04-02 2019-Q2"])
def test_a_year_start_that_is_no_month_start_is_not_read(text: str) -> None:
    with pytest.raises(PeriodError):
        parse(text)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": None}, FieldTypeError),
        ({"text": "Q1", "year": "2019"}, FieldTypeError),
        ({"text": "Q1", "year": 1899}, FieldValueError),
        ({"text": "Q1", "year": 2201}, FieldValueError),
        ({"text": "Q1", "calendar": "financial"}, FieldTypeError),
    ],
)
def test_arguments_of_the_wrong_sort_are_refused_by_name(
    arguments: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        parse(**arguments)  # type: ignore[arg-type]


# --- Refusals -------------------------------------------------------------------------------


def test_a_refusal_says_what_was_understood_what_not_and_what_may_be_meant() -> None:
    with pytest.raises(PeriodError) as caught:
        parse("Scorecard for Q3 (September-December 2021), final")

    error = caught.value
    assert error.understood == "Q3; September-December 2021"
    assert error.not_understood == "Scorecard for … final"
    assert error.readings == ("Quarter 3 2021/22", "1 September – 31 December 2021")


def test_a_refusal_of_a_long_text_is_short() -> None:
    with pytest.raises(PeriodError) as caught:
        parse("no period here; " * 10_000)

    assert len(str(caught.value)) < 1_000


def test_a_refusal_survives_pickling() -> None:
    with pytest.raises(PeriodError) as caught:
        parse("Q3 2005")

    assert pickle.loads(pickle.dumps(caught.value)).readings == caught.value.readings  # noqa: S301


def test_readings_of_other_calendars_name_them() -> None:
    with pytest.raises(PeriodError) as caught:
        parse("Q3 2005")

    assert caught.value.readings == (
        "Quarter 3 2005/06",
        "Quarter 3 2005 (calendar year)",
        "Quarter 3 2004/05",
    )


@pytest.mark.parametrize("text", ["1 April 1899 to 31 March 1900", "Q1 2300/01", "1 May 2205"])
def test_years_out_of_bounds_are_refused(text: str) -> None:
    with pytest.raises(PeriodError):
        parse(text)


def test_a_year_that_is_given_is_one_of_those_that_the_text_names() -> None:
    assert ReportingPeriod.parse("Plan 2018-21 Q2", year=2019) == ReportingPeriod.quarter(2019, 2)
    with pytest.raises(PeriodError, match="none of those"):
        ReportingPeriod.parse("Q1 2023/25", year=2019)
