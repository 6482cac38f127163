from __future__ import annotations

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilperf.errors import FieldTypeError, FieldValueError, PeriodError
from councilperf.periods import ACADEMIC, PeriodHit, ReportingPeriod, find_all

EXPECTED = Path(__file__).with_name("seed_papers_expected.csv")
PAPERS = (
    "cheshire-east-2019-11-25",
    "halton-2022-11-14",
    "plymouth-2022-06-15",
    "worcestershire-2022-03-10",
    "worcestershire-2022-11-03",
)


def expected_hits(paper: str) -> list[tuple[int, int, str, str]]:
    """The periods of a paper as read by people: place, words, and the period's code if any."""
    with EXPECTED.open(encoding="utf-8", newline="") as lines:
        return [
            (int(row["start"]), int(row["end"]), row["text"], row["period"])
            for row in csv.DictReader(lines)
            if row["paper"] == paper
        ]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_period_of_a_seed_paper_is_found_in_its_place(shared: Path, paper: str) -> None:
    text = (shared / "seeds" / f"{paper}.txt").read_text("utf-8")

    found = [
        (hit.start, hit.end, hit.text, hit.period.code if hit.period else "")
        for hit in find_all(text)
    ]

    assert found == expected_hits(paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_hit_of_a_seed_paper_stands_where_it_says(shared: Path, paper: str) -> None:
    text = (shared / "seeds" / f"{paper}.txt").read_text("utf-8")

    assert all(text[hit.start : hit.end] == hit.text for hit in find_all(text))


def texts(text: str) -> list[str]:
    return [hit.text for hit in find_all(text)]


def periods(text: str) -> list[ReportingPeriod | None]:
    return [hit.period for hit in find_all(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Local Government Act 1972",
        "under the Equalities Act 2010 and the Children Act 1989",
        "Tel: 01905 844962/846607",
        "at a cost of £2019, of which £2,019.20 in 2019",
        "meeting on 22 July, 23 September and 19 November 2020 and 3 February and 21 July 2021",
        "on 11 January, 7July and 20 September 2022",
        "Date agreed: 06/06/2022",
        "measures may improve and will march on",
        "this quarter and the previous quarter",
        "young people aged 16-17",
        "NEET 16-17 year olds",
        "extension 0809",
        "responses by 31 March 2022",
        "the meeting at 10 March 2022",
        "sections 2.1.1 and 5.2",
        "8 of 12 rated (66.7%)",
        "9/11 and 24/7",
        "see https://council.example/2019-20/Q2",
        "This quarter\t9\t13\t16",
        "This quarter 3 measures improved",
        "the Autumn term",
        "within six months",
        "up to date figures",
    ],
)
def test_what_only_looks_like_a_period_is_not_found(text: str) -> None:
    assert texts(text) == []


def test_months_up_to_a_month_are_found() -> None:
    assert periods("in the 12 months to June 2021") == [
        ReportingPeriod.rolling(12, ending=date(2021, 6, 30))
    ]


def test_neighbouring_periods_are_told_apart() -> None:
    text = "2018/19, Q2 2019/20, Q3 2019/20 and April to June 2021; then October 2018 (2018/19 Q4)"

    assert periods(text)[:4] == [
        ReportingPeriod.financial_year(2018),
        ReportingPeriod.quarter(2019, 2),
        ReportingPeriod.quarter(2019, 3),
        ReportingPeriod.quarter(2021, 1),
    ]


def test_table_cells_and_blank_lines_part_periods() -> None:
    assert texts("Q1\tQ2\n\n2019/20\tQ3 2020/21") == ["Q1", "Q2", "2019/20", "Q3 2020/21"]


def test_a_quarter_and_its_year_end_named_together_cover_the_year() -> None:
    assert periods("for Quarter 4 and Year End 2018/19") == [ReportingPeriod.financial_year(2018)]


def test_words_and_brackets_between_facts_hold_them_together() -> None:
    text = "performance for quarter 2 of 2019-20 (1st July – 30th September 2019)."

    assert texts(text) == ["quarter 2 of 2019-20 (1st July – 30th September 2019)"]


def test_a_bare_to_leaves_the_month_alone() -> None:
    assert periods("higher compared to September 2019") == [ReportingPeriod.month(2019, 9)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("as at 31 March 2022", date(2022, 3, 31)),
        ("at the end of December 2021", date(2021, 12, 31)),
        ("at the end of Q2 2019/20", date(2019, 9, 30)),
    ],
)
def test_a_day_counts_after_as_at_and_end_of(text: str, day: date) -> None:
    assert periods(f"There were 42 cases {text}.") == [ReportingPeriod.as_at(day)]


def test_a_hit_without_year_is_incomplete_until_it_is_given_one() -> None:
    (hit,) = find_all("the Financial Update for Quarter 3.")

    assert not hit.is_complete
    assert hit.problem == "it names no year; give year="
    assert hit.in_year(2021) == ReportingPeriod.quarter(2021, 3)
    assert hit.in_year(2021, calendar=ACADEMIC).calendar == ACADEMIC


def test_a_contradiction_is_a_hit_that_says_so() -> None:
    (hit,) = find_all("Data for Q3 (September-December 2021) follow.")

    assert hit.text == "Q3 (September-December 2021)"
    assert hit.period is None
    assert "contradict" in hit.problem
    with pytest.raises(PeriodError):
        hit.in_year(2021)


def test_the_callers_calendar_holds_where_the_text_names_none() -> None:
    text = "2021/22 and the financial year 2021/22"

    assert [hit.period for hit in find_all(text, calendar=ACADEMIC)] == [
        ReportingPeriod.academic_year(2021),
        ReportingPeriod.financial_year(2021),
    ]


def test_a_hit_is_a_value() -> None:
    assert find_all("Q2 2019/20") == find_all("Q2 2019/20")
    assert len({*find_all("Q2 2019/20"), *find_all("Q2 2019/20")}) == 1
    assert isinstance(find_all("Q2 2019/20")[0], PeriodHit)


@pytest.mark.parametrize(
    ("end", "period", "problem"),
    [
        (3, ReportingPeriod.quarter(2019, 1), ""),
        (2, None, ""),
        (2, ReportingPeriod.quarter(2019, 1), "why"),
    ],
)
def test_a_hit_that_contradicts_itself_cannot_be_made(
    end: int, period: ReportingPeriod | None, problem: str
) -> None:
    with pytest.raises(FieldValueError):
        PeriodHit("Q1", 0, end, period, problem)


def test_only_text_is_searched() -> None:
    with pytest.raises(FieldTypeError, match="text"):
        find_all(b"Q2 2019/20")  # type: ignore[arg-type]


@given(st.text(max_size=200))
def test_any_text_gives_hits_in_order_that_stand_where_they_say(text: str) -> None:
    hits = find_all(text)

    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert all(before.end <= after.start for before, after in pairwise(hits))
    assert all(hit.is_complete != bool(hit.problem) for hit in hits)
