"""NHSRplotthedots 0.2.2, series by series, as that package ran on them."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from councilperf.spc import (
    MAKING_DATA_COUNT_SPREADSHEET,
    NHSR_PLOTTHEDOTS_0_2_2,
    Rebase,
    Segment,
    XmrChart,
    XmrPoint,
    xmr,
)
from councilperf.values import Missing

Row = dict[str, str]

POINT_TYPES = {
    "common_cause": "common_cause",
    "improvement_high": "special_cause_improvement",
    "improvement_low": "special_cause_improvement",
    "concern_high": "special_cause_concern",
    "concern_low": "special_cause_concern",
    "neutral_high": "special_cause_neutral_high",
    "neutral_low": "special_cause_neutral_low",
}


@pytest.fixture(scope="module")
def series(shared: Path) -> list[Row]:
    """Every series on which the package gave a result."""
    rows = read(shared / "evidence/spc/series.csv")
    return [row for row in rows if not row["error"]]


@pytest.fixture(scope="module")
def points(shared: Path) -> dict[str, list[Row]]:
    """What the package said of each point, by series."""
    found = defaultdict(list)
    for row in read(shared / "evidence/spc/expected_spc.csv"):
        found[row["series_id"]].append(row)
    return found


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chart_of(series: Row, points: list[Row]) -> XmrChart:
    screened = series["screen_outliers"] == "true"
    return xmr(
        [(dt.date.fromisoformat(each["date"]), each["value"] or None) for each in points],
        polarity=series["improvement_direction"],
        target=series["target"] or None,
        baseline=int(series["fix_after_n_points"]) if series["fix_after_n_points"] else None,
        rebases=[
            Rebase(dt.date.fromisoformat(each), "as the series says")
            for each in series["rebase_dates"].split(";")
            if each
        ],
        rules=NHSR_PLOTTHEDOTS_0_2_2 if screened else MAKING_DATA_COUNT_SPREADSHEET,
    )


@pytest.fixture(scope="module")
def charts(series: list[Row], points: dict[str, list[Row]]) -> dict[str, XmrChart]:
    """Our chart of each series."""
    return {row["series_id"]: chart_of(row, points[row["series_id"]]) for row in series}


@pytest.fixture(scope="module")
def pairs(
    charts: dict[str, XmrChart], points: dict[str, list[Row]]
) -> list[tuple[str, XmrPoint, Row]]:
    """Each point of ours beside the package's."""
    return [
        (f"{name} {row['point']}", ours, row)
        for name, chart in charts.items()
        for ours, row in zip(chart.rows(), points[name], strict=True)
    ]


def close(ours: Decimal | Missing, theirs: str) -> bool:
    if theirs in {"", "NaN"}:
        return isinstance(ours, Missing)
    number = Decimal(theirs)
    return isinstance(ours, Decimal) and abs(ours - number) <= Decimal("1e-9") * max(
        Decimal(1), abs(number)
    )


def test_there_are_series_to_compare(series: list[Row], points: dict[str, list[Row]]) -> None:
    assert len(series) >= 70
    assert sum(len(each) for each in points.values()) >= 1500


@pytest.mark.parametrize(
    ("column", "field"), [("mean", "mean"), ("lpl", "lower"), ("upl", "upper")]
)
def test_every_mean_and_limit_is_the_package_s(
    pairs: list[tuple[str, XmrPoint, Row]], column: str, field: str
) -> None:
    differing = [
        (name, getattr(ours.limits, field), row[column])
        for name, ours, row in pairs
        if not close(getattr(ours.limits, field), row[column])
    ]

    assert differing == []


def test_every_moving_range_and_its_mean_is_the_package_s(
    pairs: list[tuple[str, XmrPoint, Row]],
) -> None:
    """Beyond a baseline the package gives none; there is nothing to compare there."""
    differing = [
        (name, ours.moving_range, row["moving_range"])
        for name, ours, row in pairs
        if row["moving_range"] and not close(ours.moving_range, row["moving_range"])
    ]
    means = [
        (name, ours.limits.mean_range, row["mean_mr"])
        for name, ours, row in pairs
        if not isinstance(ours.limits.mean_range, Missing)
        and abs(float(ours.limits.mean_range) - float(row["mean_mr"])) > 1e-9
    ]

    assert (differing, means) == ([], [])


def said_of(ours: XmrPoint) -> Row:
    """What we say of a point, in the package's words."""
    return {
        "special_cause_type": ours.signal.nhsr_label if ours.signal else "Common Cause",
        "special_cause_flag": "true" if ours.signal else "false",
        "point_type": POINT_TYPES[ours.variation],
    }


def test_every_label_flag_and_point_type_is_the_package_s(
    pairs: list[tuple[str, XmrPoint, Row]],
) -> None:
    differing = [
        (name, said, row)
        for name, ours, row in pairs
        if (said := said_of(ours)) != {key: row[key] for key in said}
    ]

    assert differing == []


def test_every_point_lies_where_the_package_says(pairs: list[tuple[str, XmrPoint, Row]]) -> None:
    columns = ("outside_limits", "relative_to_mean", "close_to_limits")
    differing = [
        (name, place, row)
        for name, ours, row in pairs
        if row["value"] and (place := where(ours)) != tuple(row[key] or "false" for key in columns)
    ]

    assert differing == []


def where(ours: XmrPoint) -> tuple[str, str, str]:
    return str(ours.is_outside).lower(), str(ours.side), str(ours.is_near).lower()


def test_every_icon_and_warning_is_the_package_s(
    charts: dict[str, XmrChart], series: list[Row], points: dict[str, list[Row]]
) -> None:
    differing = []
    for row in series:
        chart = charts[row["series_id"]]
        ours = {
            "variation_icon": str(chart.variation),
            "assurance_icon": "" if isinstance(chart.assurance, Missing) else chart.assurance,
            "warned_short": "true" if any(each.trial for each in chart.segments) else "false",
        }
        if ours != {key: row[key] for key in ours}:
            differing.append((row["series_id"], ours))
        short = ["true" if segment.trial else "false" for segment in segments_by_point(chart)]
        if short != [each["short_group_warning"] for each in points[row["series_id"]]]:
            differing.append((row["series_id"], {"short_group_warning": str(short)}))

    assert differing == []


def segments_by_point(chart: XmrChart) -> Iterator[Segment]:
    return (chart.segment_of(place) for place in range(len(chart.points)))


def test_groups_are_cut_where_the_package_cuts_them(
    charts: dict[str, XmrChart], points: dict[str, list[Row]]
) -> None:
    differing = []
    for name, chart in charts.items():
        ours = [chart.segments.index(each) for each in segments_by_point(chart)]
        if chart.segments[0].rebase:  # the package counts on from 1 there
            ours = [each + 1 for each in ours]
        if ours != [int(row["rebase_group"]) for row in points[name]]:
            differing.append(name)

    assert differing == []
