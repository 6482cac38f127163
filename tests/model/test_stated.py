"""Levels that people stated, and for how long they stand."""

from __future__ import annotations

import datetime as dt

import pytest

from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import StatedLevel
from councilperf.periods import ReportingPeriod

Q1, Q2, Q3, Q4 = (ReportingPeriod.quarter(2019, number) for number in (1, 2, 3, 4))


def test_a_published_level_stands_for_its_own_period_alone() -> None:
    published = StatedLevel("rating", "Green", period=Q2)

    assert [published.stands_for(each) for each in (Q1, Q2, Q3)] == [False, True, False]


def test_a_level_without_a_period_stands_for_any() -> None:
    assert StatedLevel("rating", "Green").stands_for(Q4)


def test_an_override_stands_until_it_is_withdrawn() -> None:
    override = StatedLevel("rating", "Amber", voice="override", period=Q2)
    withdrawn = StatedLevel("rating", "Amber", voice="override", period=Q2, until=Q3)

    assert [override.stands_for(each) for each in (Q1, Q2, Q3, Q4)] == [False, True, True, True]
    assert [withdrawn.stands_for(each) for each in (Q2, Q3, Q4)] == [True, True, False]


def test_only_an_override_is_withdrawn() -> None:
    with pytest.raises(FieldValueError, match=r"until: .*an override alone"):
        StatedLevel("rating", "Green", until=Q3)


def test_nobody_states_what_is_computed() -> None:
    with pytest.raises(FieldValueError, match=r"voice: 'computed' .*'given', 'forecast'"):
        StatedLevel("rating", "Green", voice="computed")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("judgement", ""),
        ("text", " "),
        ("voice", "rumour"),
        ("period", "Q2"),
        ("reason", ""),
        ("role", ""),
        ("date", "2019"),
        ("date", dt.datetime(2019, 9, 1, 12, tzinfo=dt.UTC)),
        ("until", "Q3"),
    ],
)
def test_a_stated_level_names_the_field_that_is_wrong(field: str, value: object) -> None:
    with pytest.raises((FieldTypeError, FieldValueError), match=f"{field}: "):
        StatedLevel(**{"judgement": "rating", "text": "Green", field: value})  # type: ignore[arg-type]


def test_a_date_may_be_given() -> None:
    assert StatedLevel("rating", "Red", date=dt.date(2019, 9, 1)).date == dt.date(2019, 9, 1)
