"""Sparklines: well-formed, escaped, named, the same each time, and true to their figures."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from councilperf import (
    Indicator,
    Missing,
    Observation,
    Range,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Target,
    assess,
    render_html,
    render_sparkline,
    render_text,
    scorecard_table,
)
from councilperf.errors import FieldTypeError, FieldValueError
from councilperf.model import NUMBER
from councilperf.presets import MAIDSTONE
from councilperf.tables import TrendLine, TrendPoint, describe_trend
from councilperf.values import Mark

START = ReportingPeriod.month(2023, 4)
NO_AIM = Missing("no_target")
SVG = "{http://www.w3.org/2000/svg}"


def line(*values: object, breaks_at: int = -1, aim: object = NO_AIM) -> TrendLine:
    points = [
        TrendPoint(
            START.step(place),
            place,
            Missing("no_data") if each is None else Decimal(str(each)),
            {Mark.SERIES_BREAK} if place == breaks_at else (),
        )
        for place, each in enumerate(values)
        if each != "absent"
    ]
    return TrendLine("Calls <b>&\"'", NUMBER, points, aim)  # type: ignore[arg-type]


def drawn(trend: TrendLine) -> ET.Element:
    return ET.fromstring(render_sparkline(trend))  # noqa: S314 - our own text


def paths(trend: TrendLine) -> list[str]:
    return [each.get("d", "") for each in drawn(trend).iter(f"{SVG}path")]


def test_it_is_a_picture_whose_name_is_its_sentence() -> None:
    trend = line(90, 95, aim=Decimal(92))
    picture = drawn(trend)

    assert picture.get("role") == "img"
    assert picture.get("aria-label") == describe_trend(trend)
    assert "<b>" not in render_sparkline(trend)


def test_it_is_the_same_each_time() -> None:
    assert render_sparkline(line(90, 95, 91)) == render_sparkline(line(90, 95, 91))


def test_places_are_exact_to_hundredths() -> None:
    assert paths(line(0, 1, 3)) == ["M4 28L60 20L116 4"]
    assert paths(line(0, 1, 2, 3)) == ["M4 28L41.33 20L78.67 12L116 4"]


def test_level_figures_and_a_single_one_stand_in_the_middle() -> None:
    assert paths(line(5, 5)) == ["M4 16L116 16"]
    circles = [each.attrib for each in drawn(line(5)).iter(f"{SVG}circle")]

    assert {(each["cx"], each["cy"]) for each in circles} == {("60", "16")}


def test_no_line_crosses_a_gap_and_a_cross_marks_it() -> None:
    solid = [each for each in paths(line(0, 3, None, "absent", 0, 3)) if "L" in each]

    assert solid == ["M4 28L26.4 4", "M93.6 28L116 4"]
    assert [each for each in paths(line(0, 3, None, "absent", 0, 3)) if "m-2" in each] == [
        "M48.8 28m-2 -2l4 4m0 -4l-4 4",
        "M71.2 28m-2 -2l4 4m0 -4l-4 4",
    ]


def test_a_bar_marks_a_break() -> None:
    assert "M60 0V32" in paths(line(0, 3, 0, 3, breaks_at=2))
    assert "M60 0V32" not in paths(line(0, 3, 0, 3))


def test_the_target_is_a_broken_line_and_a_range_two() -> None:
    one = paths(line(0, 2, aim=Decimal(4)))
    two = paths(line(0, 2, aim=Range(1, 2)))

    assert "M0 4H120" in one
    assert [each for each in two if "H120" in each] == ["M0 16H120", "M0 4H120"]


@pytest.mark.parametrize("trend", [line(), line(None, None), line(-5, -90)])
def test_nothing_known_or_nothing_but_losses_is_drawn_too(trend: TrendLine) -> None:
    assert drawn(trend).get("aria-label")


def test_size_and_value_are_checked() -> None:
    with pytest.raises(FieldTypeError):
        render_sparkline("rising")  # type: ignore[arg-type]
    with pytest.raises(FieldValueError, match="width"):
        render_sparkline(line(1), width=3)


def test_a_scorecard_draws_them_only_where_asked_and_says_them_elsewhere() -> None:
    row = ScorecardRow(
        Indicator("M1", "Calls", polarity="higher"),
        [Observation(START.step(n), n) for n in range(3)],
        [Target(2)],
    )
    assessment = assess(Scorecard("Calls", [row]), MAIDSTONE)
    asked = scorecard_table(assessment, trends=True)
    sentence = "Calls: from 0 for Apr 2023 to 2 for Jun 2023; target 2."

    assert "<svg" not in render_html(scorecard_table(assessment))
    assert f'aria-label="{sentence}"' in render_html(asked)
    assert sentence in " ".join(render_text(asked, width=200).split())
    assert [each.header for each in asked.columns][4] == "Trend"
