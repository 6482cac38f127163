"""JSON-stat: a dataset of indicators by periods."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings

from councilperf.formats import write_json_stat
from councilperf.model import Answer, Indicator, Observation, Scorecard, ScorecardRow
from councilperf.periods import ReportingPeriod
from councilperf.strategies import scorecards
from councilperf.values import Mark, Missing

Q1 = ReportingPeriod.quarter(2019, 1)
Q2 = ReportingPeriod.quarter(2019, 2)


def dataset(card: Scorecard) -> dict[str, Any]:
    made = json.loads(write_json_stat(card), parse_float=Decimal, parse_int=Decimal)
    assert isinstance(made, dict)
    return made


def test_every_figure_stands_at_its_place() -> None:
    rows = [
        ScorecardRow(Indicator("1", "A", unit="%"), [Observation(Q2, "95.80")]),
        ScorecardRow(Indicator("2", "B"), [Observation(Q1, 12), Observation(Q2, Decimal("1E+3"))]),
        ScorecardRow(Indicator("3", "C")),
    ]
    made = dataset(Scorecard("Planning", rows, source="Paper", assumed=["x"]))

    assert (made["version"], made["class"], made["label"]) == ("2.0", "dataset", "Planning")
    assert (made["source"], made["note"]) == ("Paper", ["x"])
    assert (made["id"], made["size"]) == (["indicator", "period"], [3, 2])
    assert made["role"] == {"time": ["period"], "metric": ["indicator"]}
    assert {place: str(value) for place, value in made["value"].items()} == {
        "1": "95.80",
        "2": "12",
        "3": "1000",
    }
    indicator = made["dimension"]["indicator"]["category"]
    assert indicator["index"] == ["1", "2", "3"]
    assert indicator["unit"]["1"] == {"label": "percent", "decimals": 2}
    assert indicator["unit"]["3"] == {"label": "number", "decimals": 0}
    assert made["dimension"]["period"]["category"] == {
        "index": ["2019-Q1@04", "2019-Q2@04"],
        "label": {"2019-Q1@04": "Q1 2019-20", "2019-Q2@04": "Q2 2019-20"},
    }
    assert "status" not in made


def test_letters_beyond_ascii_are_written_as_they_are() -> None:
    assert "Cynllun Môn".encode() in write_json_stat(Scorecard("Cynllun Môn", []))


def test_marks_and_reasons_are_statuses_with_their_words() -> None:
    row = ScorecardRow(
        Indicator("1", "A"),
        [
            Observation(Q1, 5, marks=[Mark.REVISED, Mark.PROVISIONAL]),
            Observation(Q2, Missing("suppressed")),
            Observation(Q2.next(), Missing("not_due"), marks=[Mark.SERIES_BREAK]),
            Observation(Q2.year(), Answer.YES),
            Observation(Q2.year_to_date(), dt.date(2019, 9, 30)),
        ],
    )
    made = dataset(Scorecard("S", [row]))

    assert set(made["status"].values()) == {
        "[p] [r]",
        "[c]",
        "[b] [not due yet]",
        "yes",
        "2019-09-30",
    }
    assert made["extension"]["status"]["label"] == {
        "[p] [r]": "provisional, revised",
        "[c]": "suppressed",
        "[b] [not due yet]": "break in the series, not due yet",
        "yes": "yes",
        "2019-09-30": "2019-09-30",
    }


def test_a_scorecard_without_rows_is_an_empty_dataset() -> None:
    made = dataset(Scorecard("S", []))

    assert (made["size"], made["value"]) == ([0, 0], {})


@given(scorecards(numbers_only=True))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_number_keeps_its_digits(card: Scorecard) -> None:
    made = dataset(card)
    index = made["dimension"]["period"]["category"]["index"]
    found = {
        (row.indicator.reference, each.period.code): each.value
        for row in card.rows
        for each in row.observations
        if isinstance(each.value, Decimal)
    }
    references = made["dimension"]["indicator"]["category"]["index"]

    assert {
        (references[int(place) // len(index)], index[int(place) % len(index)]): value
        for place, value in made["value"].items()
    } == found
