"""Earlier figures in a tidy series are found by the calendar, as each series finds its own."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from councilperf import Indicator, Observation, ReportingPeriod, ScorecardRow, find_figure
from councilperf.dataframes import earlier_frame
from councilperf.errors import FieldValueError, ProblemsError
from councilperf.rules import (
    LAST_REPORTED,
    PREVIOUS_PERIOD,
    SAME_PERIOD_LAST_YEAR,
    Edge,
    Figure,
    FigureKind,
)
from councilperf.values import Mark, Missing

START = ReportingPeriod.quarter(2018, 1)
QUARTERS = [START.step(count) for count in range(8)]
TWO_BACK = Edge(Figure(FigureKind.PERIODS_BACK, 2))


def series(seed: int) -> dict[str, list[Any]]:
    """Rows of three indicators out of order, some missing, some empty, some after a break."""
    chance = random.Random(seed)  # noqa: S311 (made-up figures, no secrets)
    rows = [
        (name, each.code, chance.choice([None, 1.5, 2.0, 2.5]), chance.random() < 0.15)
        for name in ("A", "B", "C")
        for each in QUARTERS
        if chance.random() < 0.8
    ]
    chance.shuffle(rows)
    names = ("indicator", "period", "value", "broken")
    return {name: list(each) for name, each in zip(names, zip(*rows, strict=True), strict=True)}


def expected(data: dict[str, list[Any]], figure: Edge) -> list[tuple[Any, Any]]:
    """The same, one series at a time."""
    rows = list(zip(*data.values(), strict=True))
    found = []
    for name, code, _, _ in rows:
        observations = [
            Observation(
                ReportingPeriod.from_code(at),
                Missing("no_data") if value is None else Decimal(str(value)),
                marks=[Mark.SERIES_BREAK] if broken else [],
            )
            for other, at, value, broken in rows
            if other == name
        ]
        row = ScorecardRow(Indicator(name, name), observations)
        earlier = find_figure(row, figure, ReportingPeriod.from_code(code))
        if isinstance(earlier, Missing):
            found.append((None, earlier.reason.value))
        else:
            found.append((float(earlier), None))  # type: ignore[arg-type] # these are numbers
    return found


@pytest.mark.parametrize("figure", [PREVIOUS_PERIOD, SAME_PERIOD_LAST_YEAR, TWO_BACK], ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_every_row_finds_what_its_series_finds(engine: Any, figure: Edge, seed: int) -> None:
    data = series(seed)
    types = {"value": "float64", "broken": "bool_", "indicator": "string", "period": "string"}
    frame = engine.frame(data, types)

    found = engine.columns(
        earlier_frame(frame, figure, by="indicator", breaks="broken", periods=QUARTERS)
    )

    rows = dict(
        zip(
            zip(found["indicator"], found["period"], strict=True),
            zip(found["previous"], found["previous_reason"], strict=True),
            strict=True,
        )
    )
    keys = list(zip(data["indicator"], data["period"], strict=True))
    assert [rows[key] for key in keys] == expected(data, figure)
    if not engine.is_lazy:
        assert found["period"] == data["period"], "an eager frame keeps its order"


def test_periods_are_read_as_people_print_them(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("a lazy frame holds codes")
    frame = engine.frame(
        {"i": ["A", "A"], "period": ["Quarter 2 2019/20", "Quarter 1 2019/20"], "value": [2, 1]}
    )

    found = engine.columns(earlier_frame(frame, PREVIOUS_PERIOD, by="i"))

    assert found["previous"] == [1, None]


def test_what_would_join_wrongly_is_refused_all_at_once(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("the rows of a lazy frame are not looked at")
    frame = engine.frame(
        {"i": ["A", "A", None], "period": ["2019-Q1@04"] * 3, "value": [1.0, 2.0, 3.0]}
    )

    with pytest.raises(ProblemsError) as raised:
        earlier_frame(frame, PREVIOUS_PERIOD, by="i")

    assert [each.problem for each in raised.value.problems] == [  # type: ignore[attr-defined]
        "says to which series a row belongs, but holds null",
        "holds a period twice for one series",
    ]


def test_a_period_that_cannot_be_read_is_shown(engine: Any) -> None:
    if engine.is_lazy:
        pytest.skip("a lazy frame is told its periods")
    frame = engine.frame({"i": ["A"], "period": ["Q5 2019-20"], "value": [1]})

    with pytest.raises(ProblemsError, match=r"'period' holds no period .*row 0"):
        earlier_frame(frame, PREVIOUS_PERIOD, by="i")


def test_whole_numbers_that_a_join_would_round_are_refused() -> None:
    pandas = pytest.importorskip("pandas")
    rows = {"i": "A", "period": ["2019-Q1@04", "2019-Q2@04"], "value": [2**53 + 1, 1]}

    with pytest.raises(ProblemsError, match="would lose digits"):
        earlier_frame(pandas.DataFrame(rows), PREVIOUS_PERIOD, by="i")


def test_figures_that_take_looking_through_a_series_are_refused(engine: Any) -> None:
    frame = engine.frame({"i": ["A"], "period": ["2019-Q1@04"], "value": [1.0]})

    with pytest.raises(FieldValueError, match="one series at a time"):
        earlier_frame(frame, LAST_REPORTED, by="i", periods=QUARTERS)


def test_a_lazy_frame_must_be_told_its_periods(engine: Any) -> None:
    if not engine.is_lazy:
        pytest.skip("an eager frame is looked through")
    frame = engine.frame({"i": ["A"], "period": ["2019-Q1@04"], "value": [1.0]})

    with pytest.raises(FieldValueError, match="the periods that a lazy frame may hold"):
        earlier_frame(frame, PREVIOUS_PERIOD, by="i")


def test_a_name_that_is_taken_is_refused(engine: Any) -> None:
    frame = engine.frame({"i": ["A"], "period": ["2019-Q1@04"], "value": [1.0]})

    with pytest.raises(FieldValueError, match="no column of the frame has"):
        earlier_frame(frame, PREVIOUS_PERIOD, by="i", periods=QUARTERS, name="value")


def test_a_previous_year_end_is_found_and_a_period_without_one_finds_none(engine: Any) -> None:
    year, quarter = ReportingPeriod.financial_year(2018), ReportingPeriod.quarter(2019, 2)
    some_days = ReportingPeriod.between(quarter.start, quarter.end.replace(day=12))
    periods = [year, quarter, some_days]
    data = {"i": ["A"] * 3, "period": [each.code for each in periods], "value": [7.0, 8.0, 9.0]}
    year_end = Edge(Figure(FigureKind.PREVIOUS_YEAR_END))

    for figure, expected in ((year_end, 7.0), (PREVIOUS_PERIOD, None)):
        found = engine.columns(earlier_frame(engine.frame(data), figure, by="i", periods=periods))
        rows = dict(zip(found["period"], found["previous"], strict=True))
        assert rows[quarter.code] == expected
    assert rows[some_days.code] is None
