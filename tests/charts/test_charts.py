"""Charts: what their specifications hold, for nobody tests a picture by looking at it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from typing import Any

import pytest

from councilperf import (
    Benchmark,
    Context,
    Indicator,
    Missing,
    Observation,
    Range,
    ReportingPeriod,
    Scorecard,
    ScorecardRow,
    Tally,
    Target,
    assess,
    rate,
    tally,
    trend_line,
)
from councilperf.charts import benchmark_dots, control_chart, status_bar, trend_chart
from councilperf.charts._control_chart import _SHAPES
from councilperf.errors import FieldTypeError, FieldValueError, MissingExtraError
from councilperf.model import NUMBER, PERCENT
from councilperf.presets import MAIDSTONE
from councilperf.render import PALETTE
from councilperf.spc import Rebase, Variation, XmrChart, xmr
from councilperf.tables import (
    TrendLine,
    TrendPoint,
    describe_benchmarks,
    describe_chart,
    describe_counts,
    describe_trend,
)
from councilperf.values import Mark

pytest.importorskip("altair", reason="the extra `charts` is not installed")

MONTHS = [ReportingPeriod.month(2023, 4).step(n) for n in range(40)]
INKS = {each.paper for each in PALETTE} | {each.ink for each in PALETTE}


def spec_of(chart: Any) -> dict[str, Any]:
    """What is written for the browser; making it checks it against the schema of Vega-Lite."""
    found: dict[str, Any] = chart.to_dict()
    return found


def rows_in(spec: Any) -> list[dict[str, Any]]:
    """Every row of data that a specification holds, once; layers may share their rows."""
    found: list[dict[str, Any]] = []
    for row in _all_rows(spec):
        if row not in found:
            found.append(row)
    return found


def _all_rows(spec: Any) -> Iterator[dict[str, Any]]:
    if isinstance(spec, dict):
        values = spec.get("values")
        if isinstance(values, list):
            yield from (each for each in values if isinstance(each, dict))
        for part in spec.values():
            yield from _all_rows(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from _all_rows(part)


def line(*values: Any, aim: Any = None, breaks_at: int = -1, strict: bool = False) -> TrendLine:
    points = [
        TrendPoint(
            MONTHS[place],
            place,
            Missing("suppressed") if each is None else Decimal(str(each)),
            {Mark.SERIES_BREAK, Mark.PROVISIONAL} if place == breaks_at else (),
        )
        for place, each in enumerate(values)
        if each != "absent"
    ]
    return TrendLine("Calls", PERCENT, points, aim or Missing("no_target"), strict=strict)


def said(spec: dict[str, Any]) -> set[str]:
    return {each["said"] for each in rows_in(spec) if "said" in each}


def test_a_trend_holds_its_figures_its_sentence_and_nothing_else() -> None:
    trend = line(90, 95, 91, aim=Decimal(92))
    spec = spec_of(trend_chart(trend))

    assert spec["description"] == describe_trend(trend)
    assert spec["title"]["text"] == "Calls"
    assert [each["value"] for each in rows_in(spec) if "stretch" in each] == [90, 95, 91]
    assert said(spec) == {"target 92%"}
    assert "http" not in json.dumps({key: part for key, part in spec.items() if key != "$schema"})


def test_no_line_crosses_a_gap_or_a_break_and_both_are_shown() -> None:
    spec = spec_of(trend_chart(line(90, None, "absent", 91, 92, breaks_at=4)))
    stretches = [each["stretch"] for each in rows_in(spec) if "stretch" in each]
    missing = {each["period"]: each["shown"] for each in rows_in(spec) if each.get("shown")}

    assert stretches == [0, 1, 2]
    assert missing["May 2023"] == "suppressed"
    assert missing["Jun 2023"] == "no data"
    assert "break in the series" in said(spec)
    assert "[p] [b]" in {each.get("marks") for each in rows_in(spec)}


def test_periods_stand_in_their_order_with_those_that_are_missing() -> None:
    spec = spec_of(trend_chart(line(90, "absent", 91)))

    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == [
        "Apr 2023",
        "May 2023",
        "Jun 2023",
    ]


@pytest.mark.parametrize(
    ("aim", "strict", "words"),
    [
        (Range(85, 95), False, {"target 85%", "target 95%"}),
        (Decimal(95), True, {"target beyond 95%"}),
        (None, False, set()),
    ],
)
def test_targets_have_their_lines(aim: Any, strict: bool, words: set[str]) -> None:
    assert said(spec_of(trend_chart(line(90, 91, aim=aim, strict=strict)))) == words


def test_the_band_of_milder_levels_has_its_word_and_its_colour() -> None:
    row = ScorecardRow(
        Indicator("M1", "Calls", polarity="higher", unit="%"),
        [Observation(MONTHS[0], 90)],
        [Target(95)],
    )
    assessed = assess(Scorecard("Calls", [row]), MAIDSTONE)
    spec = spec_of(trend_chart(trend_line("M1", assessed)))
    band = next(each for each in spec["layer"] if each["mark"]["type"] == "rect")

    assert said(spec) == {"Amber", "target 95%"}
    assert band["mark"]["color"] == next(each.paper for each in PALETTE if each.name == "amber")
    assert band["data"] != {}


@pytest.mark.parametrize("trend", [line(), line(None), line(5), line(0, 0)])
def test_a_trend_of_little_or_nothing_is_drawn(trend: TrendLine) -> None:
    assert spec_of(trend_chart(trend))["description"] == describe_trend(trend)


@pytest.fixture
def chart() -> XmrChart:
    figures: list[int | None] = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51, 90, None]
    figures += [30, 31, 29, 30]
    return xmr(
        zip(MONTHS, figures, strict=False),
        polarity="higher",
        target=45,
        rebases=[Rebase(MONTHS[14], "one contact centre")],
    )


def test_a_control_chart_holds_limits_signals_rebases_and_its_sentence(chart: XmrChart) -> None:
    spec = spec_of(control_chart(chart, title="Calls", unit=PERCENT))
    limits = {each["part"] for each in rows_in(spec) if "part" in each}
    signals = {each["period"]: each["signal"] for each in rows_in(spec) if "signal" in each}

    assert spec["description"] == describe_chart(chart)
    assert spec["title"]["subtitle"] == [
        "Ordinary variation ≈",
        "Will miss the target Ⓕ",
        "Trial limits, on 4 figures",
    ]
    assert limits == {
        f"{name} {n}" for name in ("mean", "lower limit", "upper limit") for n in (0, 1)
    }
    assert signals["Apr 2024"] == "above the upper process limit"
    assert said(spec) == {"target 45%", "one contact centre"}
    assert "M-1,-1L1,1M-1,1L1,-1" in json.dumps(spec)


def test_signals_are_told_by_shape_as_by_colour(chart: XmrChart) -> None:
    spec = spec_of(control_chart(chart, title="Calls"))
    points = next(each for each in spec["layer"] if "shape" in each["encoding"])
    shape, fill = points["encoding"]["shape"]["scale"], points["encoding"]["fill"]["scale"]

    assert (
        shape["domain"]
        == fill["domain"]
        == [
            "ordinary variation",
            "improvement (high)",
            "cause for concern (low)",
        ]
    )
    assert len(set(shape["range"])) == len(set(fill["range"])) == 3
    assert set(fill["range"]) <= INKS
    assert len(set(_SHAPES.values())) == len(Variation)


@pytest.mark.parametrize("figures", [[], [None, None], [5], [5, 5, 5]])
def test_a_control_chart_of_little_or_nothing_is_drawn(figures: list[Any]) -> None:
    chart = xmr(zip(MONTHS, figures, strict=False), target=Range(4, 6))

    assert spec_of(control_chart(chart, title="Calls"))["description"] == describe_chart(chart)


def test_days_are_written_as_papers_write_them() -> None:
    days = [(each.start, 5) for each in MONTHS[:3]]

    assert "1 April 2023" in json.dumps(spec_of(control_chart(xmr(days), title="Calls")))


def counted(*values: Any) -> Tally:
    rated = [rate(each, target=75, polarity="higher", rules=MAIDSTONE) for each in values]
    return tally(rated, MAIDSTONE.scale_of("rating"))


def test_a_status_bar_names_every_level_with_its_number() -> None:
    counts = counted(75, 80, 60, None)
    spec = spec_of(status_bar(counts, title="Quarter 3"))
    levels = list(dict.fromkeys(each["level"] for each in rows_in(spec)))
    bar = next(each for each in spec["layer"] if each["mark"].get("height"))
    parts = rows_in(bar)

    assert spec["description"] == describe_counts(counts)
    assert levels == ["Green ●: 2", "Amber ▲: 0", "Red ■: 1", "Not rated: 1"]
    assert {each["count"] for each in parts} >= {1, 2}
    assert bar["encoding"]["x"]["scale"]["domain"] == [0, 4]


def test_a_status_bar_of_nothing_is_drawn() -> None:
    assert spec_of(status_bar(counted(), title="Quarter 3"))["layer"]


def row_beside(*benchmarks: Benchmark, value: Any = 26) -> Any:
    row = ScorecardRow(
        Indicator("CSC5", "Re-referrals", polarity="lower", unit="%"),
        [Observation(MONTHS[0], value)],
        benchmarks=benchmarks,
    )
    context = Context(benchmarks=["England", "Region"])
    return assess(Scorecard("C", [row]), MAIDSTONE, period=MONTHS[0], context=context)["CSC5"]


def test_a_dot_plot_holds_each_benchmark_with_its_verdict() -> None:
    row = row_beside(Benchmark("England", "22.6"))
    spec = spec_of(benchmark_dots(row))

    assert spec["description"] == describe_benchmarks(row)
    assert said(spec) >= {"Worse (3.4 points above 22.6%)", "No verdict (no benchmark)"}
    assert {each["value"] for each in rows_in(spec) if "value" in each} == {22.6, 26}
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"] == ["England", "Region"]


def test_a_dot_plot_without_the_row_s_own_figure_shows_the_benchmarks() -> None:
    spec = spec_of(benchmark_dots(row_beside(Benchmark("England", "22.6"), value=None)))

    assert spec["title"]["subtitle"] == ["Here no figure (diamond); benchmarks (discs)"]
    assert "diamond" not in [each["mark"].get("shape") for each in spec["layer"]]


def test_a_row_without_benchmarks_has_no_dot_plot() -> None:
    row = ScorecardRow(Indicator("H1", "Homes"), [Observation(MONTHS[0], 5)])
    plain = assess(Scorecard("Homes", [row]), MAIDSTONE)["H1"]

    with pytest.raises(FieldValueError, match="Context"):
        benchmark_dots(plain)


@pytest.mark.parametrize("draw", [trend_chart, benchmark_dots])
def test_only_results_are_drawn(draw: Any) -> None:
    with pytest.raises(FieldTypeError):
        draw("rising")
    with pytest.raises(FieldTypeError):
        control_chart("rising", title="Calls")  # type: ignore[arg-type]
    with pytest.raises(FieldTypeError):
        status_bar("rising", title="Calls")  # type: ignore[arg-type]
    with pytest.raises(FieldValueError, match="title"):
        control_chart(xmr([]), title=" ", unit=NUMBER)


def test_without_altair_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("councilperf.charts._drawing.find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match=r"pip install 'councilperf\[charts\]'"):
        trend_chart(line(5))


@pytest.mark.skipif(find_spec("vl_convert") is None, reason="vl-convert is not installed")
def test_a_drawn_chart_bears_its_sentence(chart: XmrChart) -> None:
    convert = pytest.importorskip("vl_convert")
    picture = convert.vegalite_to_svg(spec_of(control_chart(chart, title="Calls")))

    assert "one contact centre" in picture
    assert "cause for concern" in picture or "improvement (high)" in picture
